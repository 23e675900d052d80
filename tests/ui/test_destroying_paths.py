"""Two people destroy what was kept long enough, each before their own page."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.support.curate_desk import Desk
from ui.curate import destroy_texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_the_second_person_destroys_after_reading_that_it_is_for_good(desk: Desk) -> None:
    # Given something that Tom asked for
    desk.sit_down()
    desk.turns_to(destroy_texts.TITLE)
    desk.view.to_destroy.table.selectRow(0)

    # When Janet begins to agree, and then does
    desk.pushes(destroy_texts.AGREE)
    first = desk.focused
    told = desk.sees(destroy_texts.FOR_GOOD), desk.sees(destroy_texts.GOES)
    desk.pushes(destroy_texts.agree_now(1))

    # Then she was told, the keyboard was on the way out, and only hers was done
    assert told == (True, True)
    assert isinstance(first, QPushButton)
    assert first.text() == destroy_texts.NOT_NOW
    assert desk.disposals.done == ["agree Core group minutes - Form"]


def test_of_many_only_what_may_go_is_asked_for(desk: Desk) -> None:
    # Given all of the queue chosen: asked for, over its time, and held
    desk.sit_down()
    desk.turns_to(destroy_texts.TITLE)
    desk.view.to_destroy.table.selectAll()

    # When a first person asks, with a reason
    desk.pushes(destroy_texts.ASK)
    QTest.keyClicks(desk.field(destroy_texts.WHY), "Two copies.")
    QTest.keyClick(desk.focused, Qt.Key.Key_Return)

    # Then only what may be asked for is
    assert desk.disposals.done == ["ask Copy of Safety plan.docx Two copies."]


def test_what_is_asked_for_can_be_kept_and_what_is_held_only_read(desk: Desk) -> None:
    # Given the queue
    desk.sit_down()
    desk.turns_to(destroy_texts.TITLE)
    desk.view.to_destroy.table.selectRow(1)
    held = desk.sees("It must stay: It is held as it is.")
    offered = [each.text() for each in desk.view.findChildren(QPushButton) if each.isVisible()]

    # When what Tom asked for is kept
    desk.view.to_destroy.table.selectRow(0)
    desk.pushes(destroy_texts.KEEP)

    # Then nothing else could be done with what is held
    assert held
    assert destroy_texts.ASK not in offered
    assert desk.disposals.done == ["keep Core group minutes - Form"]
