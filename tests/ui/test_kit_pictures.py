"""A picture as an answer: pasted, from a file, drawn; small, and an answer that the form takes."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from librarian.domain.forms.formats import is_picture
from ui.kit.pictures import LARGEST, SIDE, PictureField, picture_of
from ui.kit.theme import Theme


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, tmp_path: Path) -> PictureField:
    """An empty field in front of somebody who has one photo."""
    photo = QImage(3000, 2000, QImage.Format.Format_RGB32)
    photo.fill(QColor("#0b6663"))
    photo.save(str(tmp_path / "photo.png"))
    made = PictureField(theme, "Picture", None, lambda: None, lambda _: str(tmp_path / "photo.png"))
    qtbot.addWidget(made.widget)
    made.widget.show()
    return made


def test_a_large_photo_becomes_a_small_answer(field: PictureField) -> None:
    # Given a photo of six million dots, when it is taken
    field.open()

    # Then the answer is one that the form takes, and no wider than a page
    value = field.value()
    assert isinstance(value, str)
    assert is_picture(value)
    assert len(value) <= LARGEST
    assert picture_of(value).width() == SIDE


def test_what_was_copied_is_pasted_and_what_is_no_picture_is_told(field: PictureField) -> None:
    # Given words in the clipboard, when they are pasted, then nothing is kept
    QGuiApplication.clipboard().setText("Hello")
    field.paste()
    assert field.value() is None
    assert field.said

    # And a picture is
    copied = QImage(20, 10, QImage.Format.Format_RGB32)
    copied.fill(QColor("#ffffff"))
    QGuiApplication.clipboard().setImage(copied)
    field.paste()
    assert picture_of(field.value()).width() == 20
    assert not field.said


def test_a_drawing_is_kept_when_the_person_says_so(field: PictureField) -> None:
    # Given a pad
    field.draw()
    assert field.pad.isVisible()

    # When a line is drawn and kept
    QTest.mousePress(field.pad, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseMove(field.pad, QPoint(120, 90))
    QTest.mouseRelease(field.pad, Qt.MouseButton.LeftButton, pos=QPoint(120, 90))
    field.draw()

    # Then the paper is white and the line is on it
    drawn = picture_of(field.value())
    colours = {drawn.pixelColor(x, y).lightness() > 128 for x in range(15, 130) for y in (20, 60)}
    assert colours == {True, False}
    assert not field.pad.isVisible()
