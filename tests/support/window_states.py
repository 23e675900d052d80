"""The states of the window that a person can bring about, each made from nothing."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QPushButton,
    QTabBar,
    QTextBrowser,
)

from librarian.application.about import Care
from librarian.domain import events
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.events import DriveLost, LossesDoubted, Progress
from tests.support.curate_states import CURATE_STATES
from tests.support.document_fakes import FakeCaretaker, confirmed_guide, some_tasks
from tests.support.minute_makers import CASE, FIRST, a_room
from tests.support.referral_desks import at_hand, in_every_state
from tests.support.rules_desk import FakeRules
from tests.support.stage import Stage, State
from tests.support.ui_fakes import FakeDesk, FakeLibrary
from tests.support.window_user import press
from tests.ui.conftest import TEAM_DRIVE
from ui.document.editions_list import EditionsList
from ui.forms.list_view import ListView
from ui.forms.topic_view import TopicView
from ui.keeping.begin_view import BeginView
from ui.keeping.confirming_view import ConfirmingView
from ui.keeping.overview import Overview
from ui.kit.comparing import ComparisonView
from ui.kit.notices import Notice
from ui.minutes.taking_view import TakingView
from ui.referrals.card import ReferralCard
from ui.rules import texts as rules_texts
from ui.settings import texts as settings_texts
from ui.shell.status_view_model import Reach
from ui.shell.window import MainWindow


def first_run(stage: Stage) -> MainWindow:
    return stage.opener.open(FakeDesk())


def start_page(stage: Stage) -> MainWindow:
    return stage.opener.open_on_team_drive()


def results(stage: Stage) -> MainWindow:
    return stage.search("genogram", QTextBrowser)


def nothing_found(stage: Stage) -> MainWindow:
    return stage.search("qqxzyv", QPushButton)


def preview_of_a_sheet(stage: Stage) -> MainWindow:
    return stage.search("rota", QTabBar)


def preview_of_mail(stage: Stage) -> MainWindow:
    return stage.search("RE New referral", QTextBrowser)


def settings(stage: Stage) -> MainWindow:
    desk = FakeDesk()
    desk.preferences.use_drive("/made-up/Other drive")
    window = stage.opener.open_on_team_drive(desk)
    window.settings.take(LossesDoubted("4,000 files are not where they were."))
    window.go_to(settings_texts.KEY)
    return window


def reasons(stage: Stage) -> MainWindow:
    window = stage.search("genogram", QTextBrowser)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return window


def a_document(stage: Stage) -> MainWindow:
    window, library = stage.on_a_drive()
    library.registrar.known = replace(confirmed_guide(may_change=True), edited=True)
    window.asides.show_document(library.registrar.known.path)
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, EditionsList)))
    return window


def a_comparison(stage: Stage) -> MainWindow:
    window = a_document(stage)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_C)
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, ComparisonView)))
    return window


def a_question_before_a_deed(stage: Stage) -> MainWindow:
    window = a_document(stage)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return window


def a_drive_nobody_looks_after(stage: Stage) -> MainWindow:
    window, _ = stage.on_a_drive()
    window.asides.look_after()
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, BeginView)))
    return window


def who_looks_after_it(stage: Stage) -> MainWindow:
    window, library = stage.on_a_drive()
    library.caretaker.cared = Care("Janet", "Team drive", ("Janet",), is_mine=True)
    library.caretaker.tasks = some_tasks()
    window.asides.look_after()
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, Overview)))
    stage.qtbot.waitUntil(lambda: "Start" in {button.text() for button in _buttons(window)})
    return window


def _buttons(window: MainWindow) -> list[QPushButton]:
    return [button for button in window.findChildren(QPushButton) if button.isVisible()]


def forms_to_confirm(stage: Stage) -> MainWindow:
    window = who_looks_after_it(stage)
    press(window, "Start")
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, ConfirmingView)))
    return window


def _with_referrals(stage: Stage) -> MainWindow:
    desk = FakeDesk()
    desk.referrals = at_hand(in_every_state(stage.opener.home).desk())
    return stage.opener.open_on_team_drive(desk)


def sent_referrals(stage: Stage) -> MainWindow:
    window = _with_referrals(stage)
    window.go_to("referrals")
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, ReferralCard)))
    return window


def a_services_inbox(stage: Stage) -> MainWindow:
    window = _with_referrals(stage)
    window.go_to("inbox")
    stage.qtbot.waitUntil(lambda: "Accept" in {button.text() for button in _buttons(window)})
    return window


def forms_to_fill_in(stage: Stage) -> MainWindow:
    window, _ = stage.on_a_drive()
    window.go_to("forms")
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, ListView)))
    return window


def a_referral(stage: Stage) -> MainWindow:
    window = forms_to_fill_in(stage)
    named = "Start: Referral to our services"
    stage.qtbot.waitUntil(lambda: named in {each.accessibleName() for each in _buttons(window)})
    [start] = [each for each in _buttons(window) if each.accessibleName() == named]
    QTest.mouseClick(start, Qt.MouseButton.LeftButton)
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, TopicView)))
    return window


def a_referral_to_check(stage: Stage) -> MainWindow:
    window = a_referral(stage)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.waitUntil(lambda: any(each.text() == "Go to it" for each in _buttons(window)))
    return window


def the_rules(stage: Stage) -> MainWindow:
    desk = FakeDesk()
    desk.prepare = _with(rules=FakeRules())
    window = stage.opener.open_on_team_drive(desk)
    window.go_to("rules")
    stage.qtbot.waitUntil(lambda: "Print on one page" in {each.text() for each in _buttons(window)})
    return window


def a_rule_being_set(stage: Stage) -> MainWindow:
    desk = FakeDesk()
    mine = FakeCaretaker(Care("Janet Bloom", "Team drive", ("Janet Bloom",), is_mine=True))
    desk.prepare = _with(rules=FakeRules(), caretaker=mine)
    window = stage.opener.open_on_team_drive(desk)
    window.go_to("rules")
    stage.qtbot.waitUntil(lambda: rules_texts.CHANGE in {each.text() for each in _buttons(window)})
    press(window, rules_texts.CHANGE)
    press(window, rules_texts.TRY)
    stage.qtbot.waitUntil(lambda: rules_texts.SET in {each.text() for each in _buttons(window)})
    return window


def _with(**parts: Any) -> Callable[[FakeLibrary], None]:
    """Give the library parts that most tests go without."""

    def prepare(library: FakeLibrary) -> None:
        library.library = replace(library.library, **parts)

    return prepare


def minutes_begun(stage: Stage) -> MainWindow:
    room = a_room(stage.opener.home, key=b"k" * 32)
    room.desk.save(replace(room.desk.begin(CASE), answers=FIRST))
    desk = FakeDesk()
    desk.prepare = _with(minutes=lambda: room)
    window = stage.opener.open_on_team_drive(desk)
    window.go_to("minutes")
    stage.qtbot.waitUntil(lambda: any(CASE in each.accessibleName() for each in _buttons(window)))
    return window


def minutes_taken(stage: Stage) -> MainWindow:
    window = minutes_begun(stage)
    [carry_on] = [each for each in _buttons(window) if CASE in each.accessibleName()]
    QTest.mouseClick(carry_on, Qt.MouseButton.LeftButton)
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, TakingView)))
    return window


def drive_away_and_everything_else(stage: Stage) -> MainWindow:
    window = stage.opener.open_on_team_drive()
    window.take(DriveLost("gone"))
    window.status.take(Progress(events.Stage.READING, 3, 10))
    window.notify(Notice("A notice.", "What to do.", action="Do it", act=lambda: None))
    window.toggle_keys()
    return window


def drive_never_reached(stage: Stage) -> MainWindow:
    desk = FakeDesk(drive=str(TEAM_DRIVE))
    desk.away[TEAM_DRIVE] = DriveUnavailableError("The drive is away.", "Join the VPN.")
    window = stage.opener.open(desk)
    stage.qtbot.waitUntil(lambda: window.status.status.reach is Reach.AWAY)
    return window


STATES: list[State] = [
    *CURATE_STATES,
    first_run,
    start_page,
    results,
    nothing_found,
    preview_of_a_sheet,
    preview_of_mail,
    settings,
    reasons,
    a_document,
    a_comparison,
    a_question_before_a_deed,
    a_drive_nobody_looks_after,
    who_looks_after_it,
    forms_to_confirm,
    forms_to_fill_in,
    a_referral,
    a_referral_to_check,
    the_rules,
    a_rule_being_set,
    minutes_begun,
    minutes_taken,
    sent_referrals,
    a_services_inbox,
    drive_away_and_everything_else,
    drive_never_reached,
]
