"""What is compared never paints over the ring that tells where the keyboard is."""

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from ui.kit.comparing import RING, ComparisonView
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_the_ring_is_whole_however_much_is_compared(qtbot: QtBot, theme: Theme) -> None:
    # Given so much that was changed that it goes on below the edge
    view = ComparisonView(theme, "What differs")
    qtbot.addWidget(view)
    view.resize(600, 300)
    row = '<tr><td class="changed">Ring Ann.</td><td class="changed">Ring the desk.</td></tr>'
    view.show_rows("Before", "After", [row] * 40)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()

    # When the keyboard is on it
    view.setFocus()
    picture = view.grab().toImage()

    # Then the ring is to be seen at the lower edge as at the upper one
    accent = QColor(theme.colours.accent).name()
    edges = (*range(RING), *range(view.height() - RING, view.height()))
    assert {picture.pixelColor(x, y).name() for y in edges for x in (60, 400)} == {accent}
