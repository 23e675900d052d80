"""Readers ask for what is not there and for folders they cannot open; nothing goes by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

from librarian.application.wishing import ShutFolder
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
    field.setText("A leaflet about family time, in Somali")
    before = list(desk.drive.wishes)
    QTest.keyClick(field, Qt.Key.Key_Return)

    # Then what was typed was a beginning, and only the words that were sent went
    assert typed == "qqxzyv leaflet"
    assert before == []
    desk.qtbot.waitUntil(lambda: bool(desk.drive.wishes))
    assert desk.drive.wishes == ["want A leaflet about family time, in Somali"]


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
