"""A service reads its inbox and answers there, with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from librarian.application.forms.handing_ports import Address
from librarian.domain.referrals import State
from tests.support.handing import Team, an_order
from tests.support.referral_desks import in_every_state
from tests.support.referral_people import Worker
from ui.inbox import texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def worker(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Worker:
    team = in_every_state(tmp_path)
    worker = Worker(qtbot, theme, team, team.desk("worker"))
    worker.model.load("par")
    return worker


def test_what_came_is_listed_and_the_first_is_shown(worker: Worker) -> None:
    # Given two referrals to one service, when its page is shown
    # Then both are listed by their case, and the one that waits is read
    assert [row.splitlines()[0] for row in worker.rows()] == ["Case C-100871", "Case C-100245"]
    assert worker.sees("Leo Hart")
    worker.view.begin()
    QTest.keyClick(worker.focused(), Qt.Key.Key_Down)
    assert worker.sees("Mia Rivers")


def test_it_is_accepted_with_a_key(worker: Worker) -> None:
    # Given a referral that is read, when it is accepted
    worker.presses(texts.ACCEPT)

    # Then the referrer sees it
    assert worker.notices == [texts.DONE[State.ACCEPTED]]
    found = worker.team.desk().follower.referrals()
    assert [e.referral.state for e in found if e.referral.case == "C-100871"].count(
        State.ACCEPTED
    ) == 1


def test_to_decline_takes_words(worker: Worker) -> None:
    # Given a referral, when it is declined without a word, then that is refused
    worker.presses(texts.DECLINE)
    assert len(worker.complaints) == 1

    # and with a reason it is declined
    QTest.keyClicks(worker.view.letter.words, "We are full")
    worker.presses(texts.DECLINE)
    assert worker.sees("We are full")
    assert worker.notices == [texts.DONE[State.DECLINED]]


def test_a_file_is_opened_as_a_copy(worker: Worker) -> None:
    # Given a referral, when its form is opened
    worker.presses(texts.OPEN_FORM)

    # Then a copy is opened that lies with this person alone
    [opened] = worker.team.opened
    assert opened.read_bytes() == b"a page"
    assert worker.team.folder / "worker" in opened.parents
    assert opened.stat().st_mode & 0o077 == 0


def test_a_packet_that_cannot_be_opened_says_what_to_do(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a packet that is encrypted for a key that is not here
    team = Team(tmp_path, ("fgdm",), quick=True)
    key = team.desk("worker").keys.make_key("fgdm")
    team.addresses.known["fgdm"] = Address("fgdm", team.inbox("fgdm"), age_key=key)
    team.desk().hand_over.submit(an_order("fgdm"))

    # When somebody without the key looks, then it is said; whoever has it reads it
    assert Worker(qtbot, theme, team, team.desk("new")).sees("Ask a colleague for the key file")
    assert Worker(qtbot, theme, team, team.desk("worker")).sees("Mia Rivers")


def test_who_works_for_no_service_is_told_so(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    team = Team(tmp_path, (), quick=True)
    assert Worker(qtbot, theme, team, team.desk()).sees(texts.NO_INBOX)


def test_of_several_inboxes_an_empty_one_says_that_nothing_came(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given two services whose inboxes this person reads, and nothing in either
    team = Team(tmp_path, ("da", "fgdm"), quick=True)

    # When the page is shown
    worker = Worker(qtbot, theme, team, team.desk())

    # Then it says so, and the keyboard is at the choice of services
    assert worker.sees(texts.EMPTY)
    assert not worker.view.list.isVisible()
    assert worker.view.focusWidget() is worker.view.services
