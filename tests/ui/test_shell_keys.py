"""Keys that work everywhere, and what the window remembers of how a person likes it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QSplitter
from pytestqt.qtbot import QtBot

from librarian.domain.settings import Look
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import focus_of, library_of, press_keys, shown
from tests.ui.conftest import TEAM_DRIVE, Opener
from ui.shell.keys_panel import KeysPanel


@pytest.mark.parametrize("key", ["Ctrl+L", "/"])
def test_keys_lead_to_the_search_box_from_anywhere(opener: Opener, key: str) -> None:
    # Given somebody on the Settings page
    window = opener.open_on_team_drive()
    window.go_to("settings")

    # When they press the key
    press_keys(window, key)

    # Then they are in the search box
    assert window.page is not None
    assert window.key == "find"
    assert isinstance(focus_of(window), QLineEdit)


def test_keys_go_to_pages_change_text_and_look_again(opener: Opener, qtbot: QtBot) -> None:
    # Given an open drive
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)

    # When keys are pressed
    for key in ("Ctrl+,", "Ctrl++", "Ctrl++", "Ctrl+-", "F5"):
        press_keys(window, key)

    # Then each did what it says
    assert window.page is not None
    assert window.key == "settings"
    assert window.theme.text_size == 110
    qtbot.waitUntil(lambda: desk.preferences.load().text_size == 110)
    assert library_of(window, desk).keeper.wishes == ["look again"]
    press_keys(window, "Ctrl+0")
    assert window.theme.text_size == 100


def test_text_grows_to_a_limit(opener: Opener) -> None:
    window = opener.open_on_team_drive()
    window.settings.choose_text_size(190)
    press_keys(window, "Ctrl++")
    press_keys(window, "Ctrl++")
    assert window.theme.text_size == 200


def test_the_list_of_keys_comes_and_goes_beside_the_page(opener: Opener) -> None:
    # Given somebody who searches
    window = opener.open_on_team_drive()

    # When they ask for the keys, and put them away with Escape
    press_keys(window, "F1")
    assert shown(window, KeysPanel)
    QTest.keyClick(focus_of(window), Qt.Key.Key_Escape)

    # Then the keyboard is in the search box again
    assert not shown(window, KeysPanel)
    assert isinstance(focus_of(window), QLineEdit)


def test_the_list_of_keys_never_hangs_over_the_edge(opener: Opener) -> None:
    # Given a window of usual size with text twice as large
    window = opener.open_on_team_drive()
    window.resize(1280, 800)
    window.enlarge(10)

    # When somebody asks for the keys
    press_keys(window, "F1")

    # Then all of the list lies within the window
    keys = window.findChildren(KeysPanel)[0]
    assert keys.mapTo(window, keys.rect().topRight()).x() < 1280
    assert window.width() == 1280


def test_the_look_is_kept_and_there_before_the_desk_is(opener: Opener, qtbot: QtBot) -> None:
    # Given somebody who chose the dark look and larger text
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    window.settings.choose_look(Look.DARK)
    window.settings.choose_text_size(120)
    qtbot.waitUntil(lambda: desk.preferences.load().text_size == 120)
    assert window.theme.is_dark

    # When the window is closed
    window.close()

    # Then the next one can look so at once
    appearance = opener.memory().appearance
    assert (appearance.look, appearance.text_size) == (Look.DARK, 120)
    assert appearance.drive == str(TEAM_DRIVE)


def test_place_and_size_are_remembered(opener: Opener) -> None:
    # Given a window of a size somebody chose
    window = opener.open_on_team_drive()
    window.resize(770, 560)
    window.close()

    # When another is opened
    again = opener.open_on_team_drive()

    # Then it is as large
    assert (again.width(), again.height()) == (770, 560)


def test_a_divider_that_nobody_moved_is_where_it_ships(opener: Opener, qtbot: QtBot) -> None:
    # Given a window in which nothing was searched, with the results made but never shown
    window = opener.open_on_team_drive()
    assert window.page is not None
    shipped = window.page.memory()
    qtbot.waitUntil(lambda: bool(window.findChildren(QSplitter)))

    # When it is closed
    window.close()

    # Then the next one puts the divider where it ships, not where an unseen page had it
    assert opener.memory().of_page("find") == shipped


def test_a_divider_that_was_moved_stays_there(opener: Opener, qtbot: QtBot) -> None:
    # Given results beside their preview
    window = opener.open_on_team_drive()
    QTest.keyClicks(focus_of(window), "genogram")
    qtbot.waitUntil(lambda: any(each.isVisible() for each in window.findChildren(QSplitter)))
    [splitter] = window.findChildren(QSplitter)

    # When the divider is moved, and the window closed
    QTest.mousePress(splitter.handle(1), Qt.MouseButton.LeftButton)
    QTest.mouseMove(splitter.handle(1), QPoint(60, 10))
    QTest.mouseRelease(splitter.handle(1), Qt.MouseButton.LeftButton, pos=QPoint(60, 10))
    moved = ",".join(map(str, splitter.sizes()))
    window.close()

    # Then it is remembered
    assert opener.memory().of_page("find") == {"find.split": moved}
