"""Should you invite us: the charter's own rules decide, kindly, and a child's safety before all."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.charter.inviting import Invitation, Verdict, answered, rules_of
from librarian.domain.charter.protected import ProtectedTime
from tests.support.team_forms import charter_answers

RULES = rules_of(charter_answers())
BY_NAME = {rule.meeting: rule for rule in RULES.meetings}
CORE = BY_NAME["Core group of a child we work with"]
SCHOOL = BY_NAME["Meeting at school about attendance or behaviour"]
STRANGER = BY_NAME["A child we do not work with"]
MONDAY, SATURDAY = date(2026, 5, 4), date(2026, 5, 9)


@pytest.mark.parametrize(
    ("asked", "verdict"),
    [
        (Invitation(CORE), Verdict.COME),
        (Invitation(CORE, day=MONDAY, starts=time(9, 30)), Verdict.COME),
        (Invitation(CORE, day=MONDAY, starts=time(14)), Verdict.MORNING),
        (Invitation(CORE, day=MONDAY, starts=time(12), minutes=45), Verdict.MORNING),
        (Invitation(CORE, day=SATURDAY, starts=time(14)), Verdict.COME),
        (Invitation(CORE, note_would_do=True), Verdict.NOTE),
        (Invitation(CORE, adds=False), Verdict.NOTE),
        (Invitation(SCHOOL), Verdict.NOTE),
        (Invitation(SCHOOL, adds=True), Verdict.COME),
        (Invitation(STRANGER, adds=True), Verdict.OTHER),
        (Invitation(STRANGER, unsafe=True, day=MONDAY, starts=time(14)), Verdict.RING),
        (Invitation(), Verdict.COME),
    ],
)
def test_each_invitation_gets_the_charters_answer(asked: Invitation, verdict: Verdict) -> None:
    assert answered(RULES, asked).verdict is verdict


def test_a_no_offers_a_note_and_says_whose_answer_it_is() -> None:
    # Given a meeting for which the charter sees no need
    # When it is answered
    reply = answered(RULES, Invitation(SCHOOL))

    # Then the words thank, offer the note, and end with how to reach the team
    assert reply.words.startswith("Hello,\n\nThank you")
    assert "we send you a note" in reply.words
    assert RULES.team in reply.words
    assert "not one person’s" in reply.whose


@given(
    asked=st.builds(
        Invitation,
        st.sampled_from((None, *RULES.meetings)),
        adds=st.sampled_from((None, True, False)),
        note_would_do=st.sampled_from((None, True, False)),
        day=st.none() | st.dates(),
        starts=st.none() | st.times(),
        minutes=st.integers(1, 480),
    )
)
def test_a_child_who_is_not_safe_comes_before_every_rule(asked: Invitation) -> None:
    # Given any invitation at all, when a child is not safe, then it is: ring us
    unsafe = Invitation(asked.rule, True, asked.adds, asked.note_would_do, asked.day, asked.starts)
    assert answered(RULES, unsafe).verdict is Verdict.RING
    assert "999" in answered(RULES, unsafe).words

    # And without that, every answer has reasons and words
    reply = answered(RULES, asked)
    assert reply.why
    assert len(reply.words) > 40


@pytest.mark.parametrize(
    ("starts", "minutes", "covered"),
    [
        (time(11, 30), 60, False),
        (time(11, 30), 61, True),
        (time(17), 60, False),
        (time(16, 59), 1, True),
        (time(8), 600, True),
    ],
)
def test_protected_time_begins_and_ends_to_the_minute(
    starts: time, minutes: int, covered: bool
) -> None:
    assert ProtectedTime().covers(MONDAY, starts, minutes) is covered
