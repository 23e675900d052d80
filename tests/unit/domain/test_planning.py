"""A plan holds what can be done, in an order that works; the rest is told with a reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.actions import (
    Action,
    Archive,
    AssignOwner,
    Dispose,
    Move,
    SetAside,
    SetReview,
)
from librarian.domain.documents import Document
from librarian.domain.paths import key
from librarian.domain.planning import Proposal, planned
from librarian.domain.plans import Change, ChangeKind, change_from, change_payload
from tests.support.plans import MadeUpFacts, a_drive

NAMES = ["a", "b", "c", "d", "A"]


def made(facts: MadeUpFacts, *actions: Action) -> tuple[list[Change], dict[str, str]]:
    plan = planned([Proposal(action, "f1") for action in actions], facts)
    return list(plan.changes), {each.path: each.reason for each in plan.conflicts}


def test_a_file_gets_another_name_and_says_what_was_seen() -> None:
    # Given a drive with one file
    facts = a_drive("Forms/old.docx")

    # When it is to be renamed
    [change], conflicts = made(facts, Move("Forms/old.docx", "Forms/New.docx"))

    # Then the change carries its digest, and reads from before to after
    assert not conflicts
    assert (change.kind, change.sha256) == (ChangeKind.RENAME, "sha of Forms/old.docx")
    assert (change.before, change.after) == ("Forms/old.docx", "Forms/New.docx")
    assert change.finding == "f1"


@pytest.mark.parametrize(
    ("action", "why"),
    [
        (Move("gone.txt", "x.txt"), "It is not there any more."),
        (Move("a.txt", "b.txt"), "There is a file b.txt there already."),
        (Move("a.txt", "B.TXT"), "There is a file B.TXT there already."),
        (Move("a.txt", "a.txt"), "It has this name already."),
        (Move("a.txt", "b.txt/a.txt"), "b.txt is a file; nothing can be put into it."),
        (Move("a.txt", "What?.txt"), "Windows allows no ? in a name."),
        (Move("a.txt", "con.txt"), "Windows keeps the name con.txt for itself."),
        (Move("a.txt", "Forms./a.txt"), "Windows allows no space or dot at the end of a name."),
        (Move("a.txt", "../a.txt"), "It leads to no place on this drive."),
        (Move("a.txt", ".librarian/a.txt"), "That folder is Librarian's own."),
        (
            Move("a.txt", f"{'x' * 237}.txt"),
            "Its path would have 241 characters; 240 is the most that works.",
        ),
        (Archive("Archive/z.txt"), "It is in the archive already."),
        (SetAside("a.txt", "b.txt"), "It does not say the same as b.txt any more."),
        (SetAside("a.txt", "a.txt"), "The file that is to stay in its place is not there."),
        (Dispose("a.txt", "x"), "Two people must agree before it is destroyed: see “To destroy”."),
        (SetReview("a.txt", date(2027, 1, 1)), "Nobody has confirmed it yet."),
    ],
)
def test_what_cannot_be_done_is_told(action: Action, why: str) -> None:
    # Given a drive with two files and one in the archive
    facts = a_drive("a.txt", "b.txt", "Archive/z.txt")

    # When something is planned that cannot be
    changes, conflicts = made(facts, action)

    # Then nothing is to be done, and the reason is told
    assert not changes
    assert list(conflicts.values()) == [why]


def test_a_file_of_which_two_things_are_wanted_stays_and_is_told_once() -> None:
    # Given a copy that is an older version too
    facts = a_drive("Old/a.docx", "a.docx", alike=("Old/a.docx", "a.docx"))

    # When one rule would put it away, and another set it aside
    proposals: tuple[Action, ...] = (
        Archive("Old/a.docx", "Older."),
        SetAside("Old/a.docx", "a.docx"),
    )
    plan = planned([Proposal(each) for each in proposals], facts)

    # Then neither is done, and whoever plans is told once, and what to do
    assert not plan.changes
    assert [(each.path, each.reason) for each in plan.conflicts] == [
        ("Old/a.docx", "Two different things could be done with it. Choose one of them.")
    ]


def test_two_files_that_want_one_place_both_stay() -> None:
    # Given two files
    facts = a_drive("a.txt", "b.txt")

    # When both are to get one name, spelled in two ways
    changes, conflicts = made(facts, Move("a.txt", "New.txt"), Move("b.txt", "NEW.txt"))

    # Then neither does, and both are told
    assert not changes
    assert set(conflicts) == {"a.txt", "b.txt"}


def test_what_cannot_leave_stops_the_one_that_wants_its_place() -> None:
    # Given a chain of renames whose last place is taken
    facts = a_drive("a.txt", "b.txt", "c.txt")

    # When it is planned
    changes, conflicts = made(facts, Move("a.txt", "b.txt"), Move("b.txt", "c.txt"))

    # Then none of them is done
    assert not changes
    assert set(conflicts) == {"a.txt", "b.txt"}


def test_a_held_document_stays_where_it_is() -> None:
    # Given a document that is held
    facts = a_drive("a.txt")
    facts.documents["a.txt"] = Document("1", "a.txt", held=True)

    # When its file is to be moved, and to be archived
    moved, told = made(facts, Move("a.txt", "b.txt"))
    archived, _ = made(facts, Archive("a.txt"))

    # Then it is not
    assert (moved, archived) == ([], [])
    assert told == {"a.txt": "a is not to be moved or removed."}


def test_what_is_put_away_keeps_its_folders_and_gets_a_free_name() -> None:
    # Given two spellings of one path in the archive already, and two copies
    facts = a_drive(
        "Forms/x.txt", "Archive/Forms/X.txt", "b.txt", "c.txt", alike=("b.txt", "c.txt")
    )

    # When one is to be archived and a copy set aside
    changes, conflicts = made(facts, Archive("Forms/x.txt", "old"), SetAside("b.txt", "c.txt"))

    # Then both keep their folders
    assert not conflicts
    assert {each.to for each in changes} == {
        "Archive/Forms/x (2).txt",
        ".librarian/quarantine/b.txt",
    }


def test_an_owner_is_told_from_before_to_after() -> None:
    # Given a document with an owner
    facts = a_drive("a.txt")
    facts.documents["a.txt"] = Document("1", "a.txt", owner="Team manager")

    # When it is to get another
    [change], _ = made(facts, AssignOwner("a.txt", "Business Support"))

    # Then both are told
    assert (change.before, change.after) == ("Team manager", "Business Support")


@given(st.dictionaries(st.sampled_from(NAMES), st.sampled_from([*NAMES, "e", "E", "f"])))
def test_any_renames_work_in_the_order_of_the_plan(wished: dict[str, str]) -> None:
    # Given a drive that takes no two spellings of one name
    facts = a_drive("a", "b", "c", "d")
    lying = {key(name): name for name in "abcd"}

    # When any renames are planned and done one after the other
    changes, conflicts = made(facts, *(Move(path, to) for path, to in wished.items()))
    aside = {each.path: lying.pop(key(each.path)) for each in changes if each.aside}
    for each in changes:
        moving = aside.pop(each.path) if each.aside else lying.pop(key(each.path))
        assert key(each.to) not in lying, "nothing is ever replaced"
        lying[key(each.to)] = moving

    # Then no file is gone, and each wish is either done or told
    assert sorted(lying.values()) == ["a", "b", "c", "d"]
    assert len(changes) + len(conflicts) <= len(wished)


@given(st.text(min_size=1), st.integers(0), st.booleans())
def test_a_change_is_the_same_when_it_was_kept(path: str, size: int, aside: bool) -> None:
    # Given any change
    change = Change(ChangeKind.MOVE, path, to=f"{path}\udcff", size=size, aside=aside)

    # When it is kept and read again
    again = change_from(change_payload(change))

    # Then it is the same
    assert again == change
