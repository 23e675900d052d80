"""The Together page: who waits for whom, one's own part, the same meeting again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from librarian.application.forms.known_facts import CaseSystem
from librarian.application.forms.sharing import Shared
from librarian.application.forms.teamwork import Teamwork
from librarian.bootstrap.teamwork import TeamRoom
from librarian.domain.forms.cases import Case, Fact
from tests.support.fakes import FakeClock
from tests.support.team_forms import answers_to
from tests.support.ui_fakes import FakeDesk, FakeLibrary
from tests.support.walking import describe, focusable, missed_by_tab, name_of
from tests.support.window_user import press
from tests.ui.conftest import Opener
from ui.shell.window import MainWindow
from ui.together import texts
from ui.together.view import TogetherView

CASE = "C-100245"
REVIEW = Shared("review-invitation", CASE)


class Team:
    """A team with a working folder, and somebody at the page."""

    def __init__(self, opener: Opener, qtbot: QtBot, tmp_path: Path) -> None:
        self.qtbot = qtbot
        self.folder = tmp_path / "Working folder"
        self.folder.mkdir(mode=0o770)
        self.out = tmp_path
        found = CaseSystem("the case system", self._case)
        self.room = TeamRoom(tmp_path / "home", FakeClock(), lambda: found)
        self._opener = opener
        self.view: TogetherView

    def open(self) -> MainWindow:
        """The window on the Together page."""
        desk = FakeDesk()
        desk.prepare = self._prepare
        window = self._opener.open_on_team_drive(desk)
        window.go_to("together")
        page = window.page
        assert page
        assert isinstance(page.widget, TogetherView)
        self.view = page.widget
        self.view._choose_folder = lambda *_: self.folder
        return window

    def _prepare(self, library: FakeLibrary) -> None:
        library.library = replace(library.library, team=lambda: self.room)

    @property
    def work(self) -> Teamwork:
        """What others do in the folder."""
        self.room.choose(self.folder)
        return self.room.open()

    def _case(self, number: str) -> Case:
        old = FakeClock().now().date() - timedelta(days=40)
        person = {"name": Fact("Ms Hall", old), "contact": Fact("020 7946 0777", old)}
        return Case(number, "made up", {"professional": (person,)})

    def presses(self, name: str) -> None:
        """Press the button of this name with the keyboard."""
        found = self.view.findChildren(QPushButton)
        button = next(e for e in found if e.isVisible() and e.accessibleName() == name)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def arrows_lead_through(self, first: str, later: str) -> None:
        """From one choice the arrow keys lead to another of the same question."""
        buttons = self.view.entry.findChildren(QPushButton)
        named = {each.accessibleName(): each for each in buttons}
        named[first].setFocus()
        for _ in range(len(named)):
            here = self.view.window().focusWidget()
            if here is named[later]:
                return
            QTest.keyClick(here, Qt.Key.Key_Right)
        raise AssertionError(f"No arrow leads to {later}.")

    def reads(self, words: str) -> None:
        """Wait until something on the page says these words."""
        self.qtbot.waitUntil(lambda: any(words in said for said in self.said()))

    def said(self) -> Iterator[str]:
        return (each.text() for each in self.view.findChildren(QLabel) if each.isVisible())


@pytest.fixture
def team(opener: Opener, qtbot: QtBot, tmp_path: Path) -> Team:
    return Team(opener, qtbot, tmp_path)


def test_a_desk_without_a_folder_is_asked_for_one(team: Team) -> None:
    # Given nobody has chosen a working folder
    window = team.open()
    team.qtbot.waitUntil(lambda: any(each.isVisible() for each in team.view.empty.choices()))

    # When somebody chooses it
    press(window, "Choose the folder")

    # Then it is used from now on
    team.reads("Being filled in now")
    assert team.room.folder == team.folder


def test_what_a_colleague_writes_comes_by_itself(team: Team) -> None:
    # Given a page on which everything waits for the school
    team.work.colleague.write(REVIEW, "carer", {"carer": {"can": "yes"}}, done=True)
    team.open()
    team.reads("Waits on: ")

    # When the school writes at another computer
    team.work.colleague.write(REVIEW, "school", {"school": {"can": "no"}}, done=True)

    # Then the page says so within seconds, without anybody asking
    team.qtbot.waitUntil(
        lambda: any("Waits on" in w and "School" not in w for w in team.said()), timeout=6000
    )


def test_ones_own_part_has_ones_own_questions_alone(team: Team) -> None:
    # Given an invitation that is begun
    team.room.choose(team.folder)
    window = team.open()
    team.reads("Being filled in now")
    team.view.cards.case.setText(CASE)
    press(window, "Begin")
    team.qtbot.waitUntil(team.view.part.isVisible)
    party = team.view.part.party
    party.setCurrentIndex(party.findData("school"))
    party.activated.emit(party.currentIndex())
    team.reads("Can somebody be there?")

    # When the school answers and is done
    [can] = [
        each
        for each in team.view.part.findChildren(QComboBox)
        if each.accessibleName() == "Can somebody be there?" and each.isVisible()
    ]
    can.setCurrentIndex(can.findData("yes"))
    press(window, "Keep it, and my part is done")

    # Then it is kept, and nothing of anybody else was asked
    team.reads(CASE)
    team.qtbot.waitUntil(lambda: bool(team.work.colleague.look(REVIEW).whole.answers))
    assert team.work.colleague.look(REVIEW).whole.answers == {"school": {"can": "yes"}}


def test_the_same_meeting_again_is_one_day_and_one_signature(team: Team) -> None:
    # Given a request that was made before
    team.work.requests.keep(CASE, answers_to("meeting-request"))
    window = team.open()
    team.reads(f"Case {CASE}: 1 request")

    # When it is repeated for an afternoon
    press(window, "Repeat")
    team.qtbot.waitUntil(team.view.repeat.isVisible)
    fields = team.view.repeat.findChildren(QLineEdit)
    told = {"Which day suits best?": "1 June 2026", "At what time does it begin?": "14:00"}
    for name, words in told.items():
        next(each for each in fields if each.accessibleName() == name).setText(words)
    sign = next(
        each
        for each in team.view.repeat.findChildren(QComboBox)
        if each.accessibleName().startswith("May Business Support")
    )
    sign.setCurrentIndex(sign.findData("yes"))
    team.reads("time with children")
    team.reads("4 May 2026 → 1 June 2026")
    team.qtbot.waitUntil(team.view.repeat.make.isEnabled)
    press(window, "Make the request")

    # Then it is on record, and Business Support have their papers
    team.qtbot.waitUntil(lambda: len(team.work.requests.before(CASE)) == 2)
    team.reads(f"Case {CASE}: 2 requests")
    assert list(team.folder.rglob("*request.pdf"))


def test_everything_has_a_name_and_is_on_the_way_of_tab(team: Team) -> None:
    # Given a page with a form, a request and an entry
    work = team.work
    work.colleague.write(REVIEW, "carer", {"carer": {"can": "yes"}})
    work.requests.keep(CASE, answers_to("meeting-request"))
    work.log.write(answers_to("experience-log"))
    window = team.open()
    team.reads("What people suggest")

    # When it is walked, then nothing is without a name or out of reach
    assert [describe(part) for part in focusable(window) if not name_of(part)] == []
    assert missed_by_tab(window) == []

    # and so it is with one's own part, old addresses included, and with an entry
    press(window, "Write my part")
    team.reads("020 7946 0777, recorded on")
    assert [describe(part) for part in focusable(window) if not name_of(part)] == []
    assert missed_by_tab(window) == []
    press(window, "Back")
    press(window, texts.ENTRY)
    team.qtbot.waitUntil(team.view.entry.isVisible)
    assert [describe(part) for part in focusable(window) if not name_of(part)] == []
    team.arrows_lead_through("What kind of meeting?: Core group", "What kind of meeting?: Panel")


def test_an_old_address_is_said_to_be_still_right(team: Team) -> None:
    # Given an invitation whose people come from the case system
    team.room.choose(team.folder)
    window = team.open()
    team.reads("Being filled in now")
    team.view.cards.case.setText(CASE)
    press(window, "Begin")
    team.reads("2 answers filled in from the case system.")
    team.reads("020 7946 0777, recorded on")

    # When somebody says it is still right, and is done
    press(window, "Still right")
    press(window, "Keep it, and my part is done")

    # Then the part is done, with the person and the address
    team.qtbot.waitUntil(team.view.cards.isVisible)
    seen = team.work.colleague.look(REVIEW, "social-worker")
    assert list(seen.confirmed) == ["020 7946 0777"]
    assert "Ms Hall" in str(seen.whole.answers["people"])
    assert seen.whole.shares[0].done


def test_an_entry_takes_a_press_for_each_question(team: Team) -> None:
    # Given somebody who comes from a meeting
    team.room.choose(team.folder)
    window = team.open()
    team.reads("What meetings brought")
    press(window, texts.ENTRY)
    team.qtbot.waitUntil(team.view.entry.isVisible)

    # When they forget one question, and then press it too
    for name in ("What kind of meeting?: Panel", "Were you needed?: No"):
        team.presses(name)
    press(window, texts.ENTRY_KEEP)
    team.qtbot.waitUntil(team.view.entry._problem.isVisible)
    team.presses("Would a note have done?: Yes")
    press(window, texts.ENTRY_KEEP)

    # Then it is on the team's page, which can be printed
    team.reads("1 entry")
    press(window, texts.REVIEW_MAKE)
    team.qtbot.waitUntil(lambda: bool(list(team.folder.rglob("Meetings *.pdf"))))
