"""Entries about referrals mean the same in any order, and nobody sends for others."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.ledger import Entry, Stamp
from librarian.domain.referrals import State, Waits, kind_of, payload_of, referrals_of

DAY = date(2026, 3, 2)
ENTRIES = st.lists(
    st.builds(
        lambda number, referral, state, who: Entry(
            f"e{number}",
            Stamp(number, 0, who),
            who,
            kind_of(state),
            payload_of(referral, "C-1", "fgdm", DAY + timedelta(days=number)),
        ),
        st.integers(0, 60),
        st.sampled_from(["r1", "r2"]),
        st.sampled_from(list(State)),
        st.sampled_from(["amara", "worker"]),
    ),
    max_size=25,
    unique_by=lambda entry: entry.id,
)


@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_same_entries_give_the_same_referrals(entries: list[Entry], chance: object) -> None:
    # Given entries of two desks, when they come in another order, and some twice
    mixed = [*entries, *entries[:5]]
    chance.shuffle(mixed)  # type: ignore[attr-defined] # a random.Random

    # Then they mean the same
    assert set(referrals_of(mixed)) == set(referrals_of(entries))


@given(ENTRIES)
def test_only_the_sender_sends_and_what_is_over_stays_over(entries: list[Entry]) -> None:
    # Given any entries, when they are folded
    for referral in referrals_of(entries):
        # Then each sending is the sender's own, and nothing follows an end
        states = [step.state for step in referral.steps]
        for step in referral.steps:
            if step.state in (State.SENT, State.TO_SEND, State.TO_SIGN, State.ANSWERED):
                assert step.who == referral.sender
            if step.state in (State.SIGNED, State.RETURNED, State.REFUSED):
                assert step.who != referral.sender
        assert State.CLOSED not in states[:-1]
        assert (referral.due is None) == (referral.waits_on is Waits.NOBODY)
