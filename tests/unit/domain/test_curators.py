"""Who looks after a drive follows from what was written, in whatever order it is read."""

from itertools import permutations

import pytest

from librarian.domain.curators import (
    ADDED,
    ADOPTED,
    QUIET_DAYS,
    REMOVED,
    TAKEN_OVER,
    Adopted,
    Curators,
    fold,
)
from librarian.domain.curators_accounts import same_account, vouched
from librarian.domain.ledger import Entry, Json, Stamp

DAY = 86_400_000
FOUNDING = Adopted("drive-1", "Team", ("janet", "tom"))


def act(day: int, who: str, kind: str, **payload: Json) -> Entry:
    return Entry(f"{day}-{who}", Stamp(day * DAY, 0, f"desk-{who}"), who, kind, payload)


def folded(*acts: Entry, founding: Adopted = FOUNDING, last: int | None = None) -> Curators:
    return fold(founding, acts, lambda _names, _stamp: last)


def test_founder_and_keeper_look_after_it_from_the_first() -> None:
    # Given a drive that was just adopted, when its acts are folded
    curators = folded(act(1, "janet", ADOPTED, drive="drive-1", curators=["janet", "tom"]))

    # Then both have the right, at any moment
    assert curators.names == ("janet", "tom")
    assert curators.had_right("tom", Stamp(0, 0, "d"))
    assert not curators.refused
    assert not curators.questions


def test_somebody_who_is_named_has_the_right_from_then_on_until_removed() -> None:
    # Given somebody who was named on day 2 and removed on day 5
    curators = folded(act(2, "janet", ADDED, name="mia"), act(5, "tom", REMOVED, name="mia"))

    # When their right is asked for, then it held in between
    assert [curators.had_right("mia", Stamp(day * DAY, 1, "d")) for day in (1, 3, 6)] == [
        False,
        True,
        False,
    ]
    assert curators.names == ("janet", "tom")


def test_what_somebody_without_the_right_writes_changes_nothing_and_is_told() -> None:
    # Given somebody who names themselves, and then somebody else
    acts = (act(2, "eve", ADDED, name="eve"), act(3, "eve", REMOVED, name="janet"))

    # When it is folded
    curators = folded(*acts)

    # Then nothing changed, and both acts are told
    assert curators.names == ("janet", "tom")
    assert [each.entry for each in curators.refused] == list(acts)


def test_two_who_remove_each_other_at_once_end_the_same_everywhere() -> None:
    # Given two curators who remove each other, and an act by one of them in between
    acts = (
        act(2, "janet", REMOVED, name="tom"),
        act(3, "tom", REMOVED, name="janet"),
        act(4, "tom", ADDED, name="eve"),
        act(5, "janet", ADDED, name="mia"),
    )

    # When they arrive in any order
    ends = [folded(*order) for order in permutations(acts)]

    # Then the earlier act stands, everywhere
    curators = ends[0]
    assert all(end == curators for end in ends)
    assert curators.names == ("janet", "mia")
    assert {each.entry.who for each in curators.refused} == {"tom"}


@pytest.mark.parametrize(("quiet_days", "names"), [(QUIET_DAYS + 1, 3), (QUIET_DAYS - 1, 2)])
def test_taking_over_counts_only_where_all_were_quiet_for_weeks(
    quiet_days: int, names: int
) -> None:
    # Given curators who were last seen some time before somebody takes over
    taken = act(100, "mia", TAKEN_OVER, because="Both have left.")

    # When it is folded
    curators = folded(taken, last=(100 - quiet_days) * DAY)

    # Then it counts, with its reason, only where they were quiet
    assert len(curators.names) == names
    assert [each.because for each in curators.take_overs] == ["Both have left."] * (names - 2)
    assert len(curators.refused) == 3 - names


def test_taking_over_without_a_reason_does_not_count() -> None:
    assert not folded(act(100, "mia", TAKEN_OVER, because=" ")).is_curator("mia")


def test_when_two_founded_at_once_the_mark_decides_and_the_other_is_asked_about() -> None:
    # Given two foundings, of which the drive bears the mark of one
    curators = folded(
        act(1, "janet", ADOPTED, drive="drive-1", curators=["janet", "tom"]),
        act(1, "ann", ADOPTED, drive="drive-2", curators=["ann"]),
    )

    # When the rights are folded, then the marked one stands and those who stand are asked
    assert curators.names == ("janet", "tom")
    [question] = curators.questions
    assert "ann" in question


def test_a_mark_changed_by_hand_gives_nobody_the_right() -> None:
    # Given a mark in which somebody put their own name, against the record
    changed = Adopted("drive-1", "Team", ("eve",))

    # When the rights are folded
    curators = folded(
        act(1, "janet", ADOPTED, drive="drive-1", curators=["janet", "tom"]), founding=changed
    )

    # Then the record counts
    assert curators.names == ("janet", "tom")


def test_a_second_founding_on_record_changes_nothing() -> None:
    # Given somebody who writes a founding of the same drive with an earlier time
    forged = act(0, "eve", ADOPTED, drive="drive-1", curators=["eve"])
    real = act(1, "janet", ADOPTED, drive="drive-1", curators=["janet", "tom"])

    # When it is folded
    curators = folded(forged, real)

    # Then it is told, and nothing more
    assert curators.names == ("janet", "tom")
    assert [each.entry for each in curators.refused] == [forged]


def test_one_who_stands_alone_is_asked_for_a_second() -> None:
    # Given a drive with one keeper, when questions are asked for
    curators = folded(founding=Adopted("drive-1", "Team", ("janet",)))

    # Then a second person is one of them
    [question] = curators.questions
    assert "second person" in question


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("janet", "Janet ", True),
        ("COUNCIL\\janet", "council\\Janet", True),
        ("COUNCIL\\janet", "janet", True),
        ("COUNCIL\\janet", "PC7\\janet", False),
        ("jose\u0301", "jos\u00e9", True),
        ("janet", "tom", False),
    ],
)
def test_spellings_of_accounts(one: str, other: str, *, same: bool) -> None:
    assert same_account(one, other) is same


@pytest.mark.parametrize(
    ("owner", "counts"), [(None, True), ("janet", True), ("eve", False), ("reader", True)]
)
def test_an_owner_who_is_somebody_else_vouches_for_nothing(
    owner: str | None, *, counts: bool
) -> None:
    assert vouched("janet", owner, "reader") is counts
