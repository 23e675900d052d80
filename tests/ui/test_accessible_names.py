"""Whoever listens to the window hears what each thing is, and reaches all of it by keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.support.stage import Stage, State
from tests.support.walking import describe, focusable, missed_by_tab, name_of
from tests.support.window_states import STATES, start_page
from tests.ui.conftest import Opener


@pytest.fixture
def stage(opener: Opener, qtbot: QtBot) -> Stage:
    return Stage(opener, qtbot)


@pytest.mark.parametrize("state", STATES)
def test_everything_that_takes_the_keyboard_has_a_name(state: State, stage: Stage) -> None:
    # Given the window in one of its states
    window = state(stage)

    # When it is walked as a screen reader walks it
    nameless = [describe(part) for part in focusable(window) if not name_of(part)]

    # Then nothing that takes the keyboard is without a name
    assert nameless == []


@pytest.mark.parametrize("state", STATES)
def test_tab_leads_through_everything_and_back(state: State, stage: Stage) -> None:
    # Given the window in one of its states
    window = state(stage)

    # When Tab is pressed until it comes round
    missed = missed_by_tab(window)

    # Then it came round, and by everything that Tab can reach
    assert missed == []


def test_the_order_of_tab_follows_the_eye(stage: Stage) -> None:
    # Given the Find page
    window = start_page(stage)
    order: list[str] = []

    # When Tab is pressed from the search box on
    for _ in range(4):
        order.append(name_of(window.focusWidget()))
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)

    # Then it goes to the filters, from left to right
    assert order[1:] == ["Type", "Folder", "Age group"]


def test_the_walk_itself_finds_a_nameless_field(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(QLineEdit())
    page.show()
    assert [name_of(part) for part in focusable(page)] == [""]
    assert Path(describe(next(focusable(page)))).name == "QLineEdit in QWidget"
