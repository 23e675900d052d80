"""Whoever listens to the Charter page hears what each thing is, and reaches all of it by Tab."""

import pytest
from pytestqt.qtbot import QtBot

from tests.support.walking import describe, focusable, missed_by_tab, name_of
from tests.support.window_user import press
from tests.ui.conftest import Opener
from ui.charter.view import CharterView
from ui.shell.window import MainWindow


@pytest.fixture
def window(opener: Opener, qtbot: QtBot) -> MainWindow:
    """The window on the Charter page."""
    made = opener.open_on_team_drive()
    made.go_to("charter")
    page = made.page
    assert page
    assert isinstance(page.widget, CharterView)
    qtbot.waitUntil(page.widget.reading.isVisible)
    return made


@pytest.mark.parametrize(
    "button", ["", "Should you invite us?", "E-mail signature", "Card", "Change"]
)
def test_every_part_has_a_name_and_is_on_the_way_of_tab(window: MainWindow, button: str) -> None:
    # Given one part of the page
    if button:
        press(window, button)

    # When it is walked as a screen reader walks it
    nameless = [describe(part) for part in focusable(window) if not name_of(part)]

    # Then nothing is without a name, and Tab comes by all of it
    assert nameless == []
    assert missed_by_tab(window) == []
