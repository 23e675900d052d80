"""A referral seen from three desks: whoever sent it, the manager who signs it off, the service."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from librarian.application.forms.handing_ports import Address
from librarian.domain.referrals import State
from tests.support.handing import Team, an_order
from tests.support.referral_people import Sender, Worker
from tests.support.walking import describe, focusable, name_of
from ui.inbox import texts as inbox_texts
from ui.kit.theme import Theme
from ui.referrals import texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
SERVICE = "Therapeutic and clinical service"


@pytest.fixture
def team(tmp_path: Path) -> Team:
    """A team whose referral to a service waits for a manager."""
    team = Team(tmp_path, quick=True)
    team.addresses.known["ther"] = Address("ther", team.inbox("ther"))
    manager = team.desk("priya.shah")
    manager.sign_offs.tend(manager.hand_over)  # her computer is of the team
    team.desk().hand_over.submit(an_order("ther"))
    return team


def test_a_manager_signs_off_at_another_desk_and_it_is_sent(
    qtbot: QtBot, theme: Theme, team: Team
) -> None:
    # Given a manager at a desk of their own, who sees that it waits for a sign-off
    manager = Sender(qtbot, theme, team, "priya.shah")
    assert manager.sees(texts.STATES[State.TO_SIGN])

    # When they open the copy, which holds all that was answered, and sign it off by keyboard
    presses(manager, f"{texts.READ}: {SERVICE}")
    assert manager.sees("1 · Mia Rivers")
    assert manager.sees(texts.GOES.format(SERVICE))
    assert [describe(part) for part in focusable(manager.view) if not name_of(part)] == []
    presses(manager, texts.SIGN_OFF)
    assert manager.notices == [texts.SIGNED_OFF]
    assert manager.sees(texts.STATES[State.SIGNED])
    assert not manager.sees("Mia Rivers")
    assert not team.copies()

    # Then the sender's computer sends it when the page is looked at, and the packet says by whom
    sender = Sender(qtbot, theme, team)
    assert sender.sees(texts.STATES[State.SENT])
    [packet] = team.packets("ther")
    assert '"by": "priya.shah"' in (packet / "packet.json").read_text("utf-8")
    manager.model.load()
    assert manager.sees(texts.STATES[State.SENT])


def test_a_manager_asks_and_the_sender_answers(qtbot: QtBot, theme: Theme, team: Team) -> None:
    # Given a manager who reads a copy
    manager = Sender(qtbot, theme, team, "priya.shah")
    presses(manager, f"{texts.READ}: {SERVICE}")

    # When they send it back with a question, and the sender answers it
    asking = manager.named(QLineEdit, texts.NOT_YET)
    QTest.keyClicks(asking, "Does her gran know?")
    QTest.keyClick(asking, Qt.Key.Key_Return)
    sender = Sender(qtbot, theme, team)
    assert sender.sees("Does her gran know?")
    answer = sender.named(QLineEdit, f"{texts.YOUR_ANSWER}: {SERVICE}")
    QTest.keyClicks(answer, "Since Friday")
    QTest.keyClick(answer, Qt.Key.Key_Return)
    assert sender.notices == [texts.ASKED_AGAIN]

    # Then it waits for the manager again, who reads both
    manager.model.load()
    assert manager.sees("Since Friday")
    presses(manager, f"{texts.READ}: {SERVICE}")
    assert manager.sees("Since Friday")
    QTest.keyClick(manager.view.copy, Qt.Key.Key_Escape)
    assert not manager.sees("Mia Rivers")


def test_a_manager_says_no_and_the_sender_takes_it_back(
    qtbot: QtBot, theme: Theme, team: Team
) -> None:
    # Given a manager who says no, once they have said why
    manager = Sender(qtbot, theme, team, "priya.shah")
    presses(manager, f"{texts.READ}: {SERVICE}")
    presses(manager, texts.REFUSE)
    assert manager.complaints == ["Nothing is written yet."]
    QTest.keyClicks(manager.named(QLineEdit, texts.NOT_YET), "Early help first")
    presses(manager, texts.REFUSE)

    # When the sender reads why, and takes it back
    sender = Sender(qtbot, theme, team)
    assert sender.sees("Early help first")
    presses(sender, f"{texts.TAKE_BACK}: {SERVICE}")

    # Then it is a draft, it was not sent, and nothing of it lies in the team's folder
    assert sender.notices == [texts.TAKEN_BACK]
    assert not team.copies()
    assert team.packets("ther") == []


def test_without_a_folder_the_manager_is_told_how_to_get_one(
    qtbot: QtBot, theme: Theme, team: Team
) -> None:
    # Given a manager whose computer has no working folder
    team.has_folder = False
    manager = Sender(qtbot, theme, team, "priya.shah")

    # When they look, then it says why they cannot read it, and what to do
    assert manager.sees("You cannot read it here. No working folder is chosen on this computer.")
    presses(manager, f"{texts.CHOOSE_FOLDER}: {SERVICE}")
    assert manager.went == ["team"]
    presses(manager, f"{texts.SIGN_UNREAD}: {SERVICE}")
    assert manager.notices == [texts.SIGNED_OFF]


def presses(person: Sender, name: str) -> None:
    """Press a button with the keyboard."""
    QApplication.processEvents()
    buttons = person.view.findChildren(QPushButton)
    [found] = [b for b in buttons if b.isVisible() and name in (b.accessibleName(), b.text())]
    QTest.keyClick(found, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_nobody_signs_off_their_own(qtbot: QtBot, theme: Theme, team: Team) -> None:
    # Given the sender, when they sign it off as if they were the manager
    sender = Sender(qtbot, theme, team)
    [waiting] = sender.desk.follower.referrals()
    sender.model.sign_off(waiting.referral.id)

    # Then that is refused, and nothing went
    assert sender.complaints == ["This is your own referral."]
    assert team.packets("ther") == []


def test_each_step_is_seen_on_both_sides(qtbot: QtBot, theme: Theme, team: Team) -> None:
    # Given a referral that was signed off and sent
    sender = Sender(qtbot, theme, team)
    [waiting] = sender.desk.follower.referrals()
    sender.model.sign(waiting.referral.id, "Priya Shah")
    service = Worker(qtbot, theme, team, team.desk("worker"))
    service.model.load("ther")
    [packet] = service.desk.intake.packets("ther")

    # When the service and the sender do one thing after the other
    def by_service(state: State, words: str = "") -> None:
        team.clock.pass_by(60)
        service.desk.intake.answer("ther", packet.name, state, words)

    def by_sender(words: str) -> None:
        team.clock.pass_by(60)
        sender.model.answer(waiting.referral.id, words)

    steps: list[tuple[Callable[[], None], State]] = [
        (lambda: by_service(State.RECEIVED), State.RECEIVED),
        (lambda: by_service(State.ASKED, "Who is at home?"), State.ASKED),
        (lambda: by_sender("Her gran"), State.ANSWERED),
        (lambda: by_service(State.ACCEPTED), State.ACCEPTED),
        (lambda: by_service(State.DECLINED, "They moved away."), State.DECLINED),
        (lambda: by_service(State.CLOSED), State.CLOSED),
    ]
    for deed, state in steps:
        deed()
        sender.model.load()
        service.model.load("ther")

        # Then both pages say so, each in its words
        assert sender.sees(texts.STATES[state]), state
        [row] = service.rows()
        assert inbox_texts.STATES[state] in row, (state, row)
