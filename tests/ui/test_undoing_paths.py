"""Business support undo what was done: whole, change by change; and what takes long is told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from librarian.application.activity import Deed
from librarian.domain.events import PlanProgress
from tests.support.curate_desk import Desk
from tests.support.fake_tidier import FakeTidier
from tests.support.find_people import HeldJobs
from ui.curate import deeds_texts, texts
from ui.curate.tidying_view_model import LANE, TidyingViewModel
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

AT = datetime(2026, 11, 20, 9, 15, tzinfo=UTC)
PLAN = Deed("p1", "agreed", AT, "Janet Bloom", "", changes=2, left=2)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def looks_back(desk: Desk, *deeds: Deed) -> None:
    desk.sit_down()
    desk.turns_to(texts.DEEDS)
    desk.view.deeds.show_deeds(deeds)


def test_one_change_of_a_plan_is_undone_by_keyboard(desk: Desk) -> None:
    # Given a plan of two changes, opened
    looks_back(desk, PLAN)
    desk.pushes("Show the changes: Janet Bloom made 2 changes on the drive")
    assert desk.sees("It lies in Archive now.")

    # When one of them is undone
    desk.pushes("Undo: Two.docx")

    # Then that one is, and no other
    assert desk.tidier.done[:2] == ["way back p1", "undo p1 Archive/Two.docx"]


def test_opening_and_folding_keeps_the_keyboard_where_it_was(desk: Desk) -> None:
    # Given a plan
    looks_back(desk, PLAN)

    # When its changes are opened, then the same key folds them again
    desk.pushes("Show the changes: Janet Bloom made 2 changes on the drive")
    QTest.keyClick(desk.focused, Qt.Key.Key_Return)
    assert not desk.sees("It lies in Archive now.")
    assert desk.tidier.done == ["way back p1"]


def test_what_was_undone_and_an_undoing_offer_no_undo(desk: Desk) -> None:
    # Given a plan that was undone, the undoing, and a plan of which one change was undone
    undone = replace(PLAN, entry="p0", left=0)
    undoing = replace(PLAN, entry="p2", undoes="p0")
    looks_back(desk, undoing, undone, replace(PLAN, left=1))

    # When they are looked at, then each is told, and only what is left can be undone
    assert desk.sees("Janet Bloom took back 2 changes")
    assert desk.sees(f" · {deeds_texts.ALL_BACK}")
    assert desk.sees(" · 1 of 2 undone")
    desk.pushes("Undo all: Janet Bloom made 2 changes on the drive")
    assert desk.tidier.done == ["undo p1"]


@pytest.mark.usefixtures("qtbot")
def test_what_takes_long_can_be_stopped() -> None:
    # Given a plan that is being made, then an undoing
    jobs, tidier, told = HeldJobs(), FakeTidier(), list[str]()
    model = TidyingViewModel(jobs, lambda title, _: told.append(title), lambda _: None)
    model.use(tidier)
    model.make_plan(["l1"])
    planning = model.working_on

    # When the person stops before it is there, then it is not shown when it comes
    model.stop()
    jobs.run(LANE)
    assert (planning, model.is_working, model.plan) == (texts.PLANNING, False, None)

    # And the undoing can be stopped as well
    model.undo("p1")
    model.stop()
    jobs.run_all()
    assert tidier.stopped
    assert told == ["1 change undone."]


def test_how_far_an_undoing_is_stands_over_what_was_done(desk: Desk) -> None:
    # Given somebody who looks at what was done while changes are taken back
    looks_back(desk, PLAN)
    model = desk.model.tidying
    model.is_working, model.working_on = True, texts.UNDOING
    model.planned.emit()

    # When some are through, then that is told, and goes when all are
    model.take_event(PlanProgress(3, 165))
    assert desk.sees(texts.UNDOING)
    assert desk.sees("3 of 165")
    model.is_working = False
    model.planned.emit()
    assert not desk.sees(texts.UNDOING)
