"""Stamps only go forward, and a clock that is far from the share's own is not believed."""

import pytest

from librarian.domain.ledger import Entry, Stamp, in_order
from librarian.domain.stamps import drift, in_words, next_stamp

SHARE = 1_790_000_000_000


@pytest.mark.parametrize(
    ("now", "last", "stamp"),
    [
        (100, None, Stamp(100, 0, "d")),
        (100, Stamp(99, 7, "x"), Stamp(100, 0, "d")),
        (100, Stamp(100, 7, "x"), Stamp(100, 8, "d")),
        (100, Stamp(5000, 0, "x"), Stamp(5000, 1, "d")),
    ],
)
def test_a_stamp_is_later_than_all_that_was_seen(
    now: int, last: Stamp | None, stamp: Stamp
) -> None:
    # Given a clock and the last stamp seen, when the next one is made
    made = next_stamp(now, last, "d")

    # Then it is later, and near the time
    assert made == stamp
    assert last is None or made > last


@pytest.mark.parametrize(
    ("own", "share", "ahead"),
    [
        (SHARE + 1000, SHARE, 0),
        (SHARE - 119_000, SHARE, 0),
        (SHARE + 3 * 3_600_000, SHARE, 3 * 3_600_000),
        (SHARE - 3 * 3_600_000, SHARE, -3 * 3_600_000),
        (SHARE, 0, 0),
    ],
)
def test_only_a_far_clock_is_corrected_and_only_by_a_plausible_time(
    own: int, share: int, ahead: int
) -> None:
    assert drift(own, share) == ahead


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (240_000, "4 minutes ahead of the drive's"),
        (-3 * 3_600_000, "3 hours behind the drive's"),
        (-90 * 86_400_000, "90 days behind the drive's"),
    ],
)
def test_how_far_a_clock_is_off_is_told_in_words(ahead: int, words: str) -> None:
    assert in_words(ahead) == words


def test_entries_count_once_and_in_the_order_of_their_stamps() -> None:
    # Given entries that came late and twice, one of them erased meanwhile
    early = Entry("b", Stamp(1, 0, "d"), "tom", "noted", {"a": 1})
    late = Entry("a", Stamp(2, 0, "d"), "tom", "noted", {"a": 1})
    blank = Entry("a", Stamp(2, 0, "d"), "tom", "noted", None)

    # When they are put in order
    ordered = in_order([late, early, early, blank])

    # Then each stands once, as it came last
    assert ordered == [early, blank]
