"""A supervision record with pictures: pasted, from a photo, scribbled; all come to paper."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.fakes import FakeClock
from tests.support.form_desks import FakeBox, a_form_desk
from tests.support.form_writer import Writer
from tests.support.team_forms import answers_to
from ui.forms import texts
from ui.forms.pictures import PictureControl
from ui.kit import pictures
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
PLACES = [("picture", row, "picture") for row in range(3)]


def a_photo(colour: str) -> QImage:
    made = QImage(64, 48, QImage.Format.Format_RGB32)
    made.fill(QColor(colour))
    return made


def test_pictures_are_pasted_chosen_and_drawn_in_a_whole_form(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a supervision record that is answered but for its pictures
    writer = Writer(qtbot, theme, tmp_path, None, a_form_desk(FakeClock(), FakeBox()))
    writer.model.begin("supervision")
    for name, value in answers_to("supervision").items():
        if name != "picture":
            writer.model.answer((name,), value)
    writer.turns_to("Pictures")

    # When one is pasted with the keyboard, one chosen as a file, and one drawn
    QApplication.clipboard().setImage(a_photo("#0b6663"))
    writer.pushes(pictures.PASTE)
    writer.pushes("Add another: Pictures")
    writer.pushes("Add another: Pictures")
    assert writer.sees("No picture yet.")
    first, second, third = (writer.view.filling.topic.fields[each].control for each in PLACES)
    assert isinstance(second, PictureControl)
    assert isinstance(third, PictureControl)
    second.field.take(a_photo("#a4262c"), pictures.UNREADABLE)
    third.field.draw()
    QTest.mousePress(third.field.pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(third.field.pad, QPoint(200, 90))
    QTest.mouseRelease(third.field.pad, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))
    third.field.draw()
    for row in range(3):
        writer.writes(f"What does it show? Somebody who cannot see it reads this ({row + 1})", "A")

    # Then all three are answers, and stand in the Word file that comes of it
    assert writer.model.now
    values = {str(writer.model.now.value(each))[:22] for each in PLACES}
    assert values == {"data:image/jpeg;base64"}
    assert isinstance(first, PictureControl)
    assert not first.field.said
    writer.turns(Qt.Key.Key_Return)
    writer.pushes(texts.FINISH)
    [finished] = writer.finished
    assert finished.folder
    [paper] = [each for each in finished.folder.iterdir() if each.name.endswith(".docx")]
    with ZipFile(paper) as parts:
        assert len([each for each in parts.namelist() if "/media/" in each]) >= len(PLACES)
