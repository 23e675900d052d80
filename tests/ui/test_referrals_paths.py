"""Whoever sent referrals sees what waits on whom, and does what is theirs, with the keyboard."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from librarian.domain.referrals import State
from tests.support.handing import Team
from tests.support.referral_desks import in_every_state
from tests.support.referral_people import Sender
from ui.kit.theme import Theme
from ui.referrals import texts
from ui.referrals.card import ReferralCard

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def sender(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Sender:
    return Sender(qtbot, theme, in_every_state(tmp_path))


def test_overdue_ones_come_first_and_each_says_on_whom_it_waits(sender: Sender) -> None:
    # Given referrals in every state, when the page is shown
    cards = [c.accessibleName() for c in sender.view.findChildren(ReferralCard) if c.isVisible()]

    # Then the overdue one is the first, the done ones are last, and nobody is named
    assert cards[0].startswith("Family group decision making, Case C-100245")
    assert cards[-1].startswith(("Early and family help", "Parenting programmes"))
    assert sender.sees("1 overdue · 4 wait on you")
    assert sender.sees("Waits on the service, should have been done by 4 December.")
    assert not any(sender.sees(word) for word in ("Mia", "Leo", "Hart"))


def test_a_question_is_read_and_answered(sender: Sender) -> None:
    # Given a service's question
    assert sender.sees("Who is at home?")

    # When it is answered with the keyboard
    field = sender.named(QLineEdit, f"{texts.YOUR_ANSWER}: Parenting programmes")
    QTest.keyClicks(field, "Her gran")
    QTest.keyClick(field, Qt.Key.Key_Return)

    # Then it waits on the service again
    assert sender.notices == [texts.ANSWER_SENT]
    assert sender.state_of("par", "C-100871") is State.ANSWERED
    assert sender.sees("Her gran")


def test_what_is_being_written_stays_when_the_page_is_drawn_anew(sender: Sender) -> None:
    # Given an answer that was begun
    name = f"{texts.YOUR_ANSWER}: Parenting programmes"
    QTest.keyClicks(sender.named(QLineEdit, name), "Her g")

    # When something else changes meanwhile
    hb = sender.desk.follower.referrals()
    [prepared] = [each for each in hb if each.referral.service == "hb"]
    sender.model.sent_by_hand(prepared.referral.id)

    # Then what was written is still there
    field = sender.named(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    assert field.text() == "Her g"
    assert sender.state_of("hb") is State.SENT


def test_a_signature_sends_it(sender: Sender) -> None:
    # Given a referral that a manager has to sign
    sign = next(
        field
        for field in sender.view.findChildren(QLineEdit)
        if field.accessibleName().startswith(texts.SIGNED_BY)
    )

    # When nobody is named, it is refused; when somebody is, it goes
    QTest.keyClick(sign, Qt.Key.Key_Return)
    assert len(sender.complaints) == 1
    QTest.keyClicks(sign, "Priya Shah")
    QTest.keyClick(sign, Qt.Key.Key_Return)
    assert sender.state_of("ther") is State.SENT
    assert len(sender.team.packets("ther")) == 1


def test_what_could_not_be_sent_says_why_and_goes_later(sender: Sender) -> None:
    # Given a referral whose inbox is away
    assert sender.sees("The inbox “away” cannot be reached.")

    # When the inbox is there, and the person tries again
    (sender.team.folder / "away").mkdir(mode=0o700)
    name = f"{texts.SEND_NOW}: Substance misuse service"
    QTest.mouseClick(sender.named(QPushButton, name), Qt.MouseButton.LeftButton)

    # Then it is sent
    assert texts.SENT_NOW in sender.notices
    assert sender.state_of("sub") is State.SENT


def test_before_anything_was_sent_the_page_says_what_will_stand_there(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    sender = Sender(qtbot, theme, Team(tmp_path, quick=True))
    assert sender.sees(texts.NONE_TITLE)
