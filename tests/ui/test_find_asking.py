"""Readers ask for what is not there and for folders they cannot open; nothing goes by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from librarian.application.ports import Tally
from librarian.application.wishing import ShutFolder
from librarian.domain.events import IndexChanged, Progress, Stage
from tests.support.find_desk import Desk
from ui.find import texts
from ui.find.cards import ShutCard
from ui.find.nothing_page import NothingPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_what_was_not_found_is_asked_for_only_on_a_press(desk: Desk) -> None:
    # Given a search that finds nothing
    desk.sit_down()
    desk.types("qqxzyv leaflet")
    page = desk.view.findChildren(NothingPage)[0]
    desk.qtbot.waitUntil(page.isVisible)

    # When the person asks for it, in better words
    ask = _button(page, texts.WANT)
    ask.setFocus()
    QTest.keyClick(ask, Qt.Key.Key_Return)
    field = page.findChildren(QLineEdit)[0]
    typed = field.text()
    assert desk.sees(texts.WANT_CAREFUL)
    field.setText("A leaflet about family time, in Somali")
    before = list(desk.drive.wishes)
    QTest.keyClick(field, Qt.Key.Key_Return)

    # Then what was typed was a beginning, and only the words that were sent went
    assert typed == "qqxzyv leaflet"
    assert before == []
    desk.qtbot.waitUntil(lambda: bool(desk.drive.wishes))
    assert desk.drive.wishes == ["want A leaflet about family time, in Somali"]


def test_while_files_are_still_being_found_nothing_is_missing_yet(desk: Desk) -> None:
    # Given a drive that was never looked at before
    desk.drive.tally = Tally(0, 0, 0)
    desk.sit_down()

    # When somebody types before the first names are there
    desk.types("qqxzyv")
    before = desk.sees("Nothing found for “qqxzyv” so far")
    desk.find.take_event(Progress(Stage.LISTING, 3_400))

    # Then the page says that files are still being found, and sends nobody to ask
    assert before
    assert desk.sees("3,400 so far. Results show here by themselves.")
    assert not desk.sees(texts.WANT)
    assert not desk.sees(texts.ASK)
    assert not desk.sees(texts.WHAT_TO_DO)

    # When all are found, then it says what can be done
    desk.find.take_event(Progress(Stage.READING, 0, 3_500))
    assert desk.sees("Nothing found for “qqxzyv”")
    assert not desk.sees("so far")
    assert desk.sees(texts.WANT)


def test_what_somebody_writes_stays_while_the_drive_is_looked_at(desk: Desk) -> None:
    # Given a person who writes what they are looking for
    desk.sit_down()
    desk.drive.spellings = ("safety",)
    desk.types("qqxzyv")
    page = desk.view.findChildren(NothingPage)[0]
    near = desk.button("safety")
    QTest.mouseClick(_button(page, texts.WANT), Qt.MouseButton.LeftButton)
    field = page.findChildren(QLineEdit)[0]
    field.setText("A leaflet, in Somali")

    # When the same search is asked again since more was looked at
    again = [*desk.drive.asked]
    desk.find.take_event(IndexChanged(files=80, read=40))
    desk.qtbot.waitUntil(lambda: desk.drive.asked != again)

    # Then the words, the keyboard and the near spellings are where they were
    assert field.isVisible()
    assert desk.focused is field
    assert field.text() == "A leaflet, in Somali"
    assert desk.button("safety") is near


def test_a_folder_that_cannot_be_opened_is_grey_and_asks(desk: Desk) -> None:
    # Given a folder that business support show to all
    desk.drive.shut = (ShutFolder("Court", "Amira"),)
    desk.sit_down()
    desk.qtbot.waitUntil(lambda: bool(desk.view.findChildren(ShutCard)))

    # When it is pressed by keyboard
    [card] = desk.view.findChildren(ShutCard)
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)

    # Then the person asked to be let in, and it said whom they ask
    desk.qtbot.waitUntil(lambda: bool(desk.drive.wishes))
    assert desk.drive.wishes == ["access Court"]
    assert "Amira" in card.accessibleName()


def _button(page: NothingPage, words: str) -> QPushButton:
    return next(each for each in page.findChildren(QPushButton) if each.text() == words)
