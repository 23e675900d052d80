"""Spelling help follows the keyboard into long texts, speaks up once, and can be switched off."""

import logging

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.support.fake_spelling import FakeSpelling, a_speller
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import notices
from tests.ui.conftest import Opener
from ui.kit.spelling import FieldSpelling
from ui.settings import texts
from ui.shell.window import MainWindow


@pytest.fixture
def spelling() -> FakeSpelling:
    return FakeSpelling()


@pytest.fixture
def window(opener: Opener, spelling: FakeSpelling) -> MainWindow:
    desk = FakeDesk()
    speller = a_speller(spelling)
    desk.spelling = lambda: speller
    return opener.open_on_team_drive(desk)


def a_text(window: MainWindow, text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text, window)
    made.show()
    return made


def marked(field: QPlainTextEdit) -> list[str]:
    return [word for each in field.findChildren(FieldSpelling) for word in each.words]


def test_a_text_is_looked_at_when_the_keyboard_comes_to_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    # Given a line, a long text, and one to read only
    line, text, read = QLineEdit(window), a_text(window, "teh the"), a_text(window, "wrod")
    read.setReadOnly(True)
    line.show()

    # When the keyboard goes from one to the next
    for widget in (line, read, text):
        widget.setFocus()

    # Then the one to write in has help, and no other
    qtbot.waitUntil(lambda: marked(text) == ["teh"])
    assert [each.parent() for each in window.findChildren(FieldSpelling)] == [text]

    # And its last word is looked at when the keyboard leaves
    text.setPlainText("the wrod")
    text.moveCursor(text.textCursor().MoveOperation.End)
    line.setFocus()
    qtbot.waitUntil(lambda: marked(text) == ["wrod"])


def test_the_switch_stands_in_settings_and_takes_all_marks_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    # Given a text with a marked word
    text = a_text(window, "teh the")
    text.setFocus()
    qtbot.waitUntil(lambda: marked(text) == ["teh"])

    # When spelling is switched off in Settings
    window.go_to(texts.KEY)
    switch = next(b for b in window.findChildren(QCheckBox) if b.text() == texts.SPELLING)
    qtbot.waitUntil(switch.isVisible)
    assert switch.isChecked()
    switch.click()

    # Then nothing is marked, also where the keyboard goes next
    assert marked(text) == []
    text.setFocus()
    assert not text.findChildren(FieldSpelling)
    assert not window.session.settings.spelling

    # And switched on again, it marks again
    switch.click()
    switch.setFocus()
    text.setFocus()
    qtbot.waitUntil(lambda: marked(text) == ["teh"])


def test_without_help_there_is_no_switch(opener: Opener, qtbot: QtBot) -> None:
    # Given a computer without a dictionary
    asked: list[bool] = []
    desk = FakeDesk()
    desk.spelling = lambda: asked.append(True)
    window = opener.open_on_team_drive(desk)

    # When Settings are shown, and a text is written
    window.go_to(texts.KEY)
    qtbot.waitUntil(lambda: asked == [True])
    text = a_text(window, "teh the")
    text.setFocus()
    qtbot.waitUntil(lambda: asked == [True, True])

    # Then nothing tells of spelling
    switch = next(b for b in window.findChildren(QCheckBox) if b.text() == texts.SPELLING)
    assert not switch.isVisible()
    assert marked(text) == []


def test_help_that_stops_is_told_once_and_no_word_is_logged(
    window: MainWindow, spelling: FakeSpelling, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    # Given help that stops while somebody writes
    caplog.set_level(logging.DEBUG)
    text, other = a_text(window, "teh Siobhan the"), a_text(window, "wrod")
    text.setFocus()
    qtbot.waitUntil(lambda: marked(text) == ["teh", "Siobhan"])
    spelling.lost = True

    # When they go on
    text.insertPlainText("wrod ")
    qtbot.waitUntil(lambda: marked(text) == [])
    other.setFocus()

    # Then they are told once, everything else goes on, and no word is in the log
    QTest.keyClicks(other, "x")
    assert other.toPlainText() == "xwrod"
    assert not other.findChildren(FieldSpelling)
    told = [each for each in notices(window) if "spelling help has stopped" in each]
    assert len(told) == 1
    assert "Siobhan" not in caplog.text
