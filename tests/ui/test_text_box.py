"""What is far too long for an answer is not pasted, and the person is told."""

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from ui.kit.text_box import TOO_LONG, TextBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_is_far_too_long_is_not_pasted_and_that_is_said(qtbot: QtBot) -> None:
    # Given a box with an answer in it
    box = TextBox("So far. ")
    qtbot.addWidget(box)
    box.show()
    box.moveCursor(QTextCursor.MoveOperation.End)
    pasted = QMimeData()

    # When five megabytes in one paragraph are pasted, and a sentence
    for text in ("x" * 5_000_000, "She came."):
        pasted.setText(text)
        box.insertFromMimeData(pasted)

    # Then only the sentence stands there, and why is said
    assert box.toPlainText() == "So far. She came."
    assert QToolTip.text() == TOO_LONG.format(5_000_000)
    QToolTip.hideText()
