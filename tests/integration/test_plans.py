"""Changes that were agreed are made on a real folder, and taken back days later."""

from datetime import date
from pathlib import Path

import pytest

from librarian.adapters.bus import LocalBus
from librarian.domain.actions import (
    Action,
    Approve,
    Archive,
    AssignOwner,
    Hold,
    Move,
    SetAside,
    SetReview,
)
from librarian.domain.errors import LibrarianError
from librarian.domain.events import Event, PlanMade, PlanProgress
from librarian.domain.planning import Proposal
from librarian.domain.plans import Plan
from tests.support.history_fakes import ActingDesk
from tests.support.plans import look_at, lying


@pytest.fixture
def desk(tmp_path: Path) -> ActingDesk:
    """A drive with some files, looked at."""
    made = ActingDesk(tmp_path / "drive")
    for path in ("Forms/a.txt", "Forms/b.txt", "Forms/c.txt", "Old/d.txt"):
        made.put(path, f"what {path} says")
    made.put("Copies/a.txt", "what Forms/a.txt says")
    look_at(made)
    return made


def planned(desk: ActingDesk, *actions: Action) -> Plan:
    plan = desk.planner.plan(Proposal(each) for each in actions)
    assert not plan.conflicts
    return plan


def everything(desk: ActingDesk) -> Plan:
    return planned(
        desk,
        Move("Forms/a.txt", "Forms/b.txt"),
        Move("Forms/b.txt", "Forms/a.txt"),
        Move("Forms/c.txt", "New/deep/C.txt"),
        Archive("Old/d.txt", "Nobody used it."),
        SetAside("Copies/a.txt", "Forms/a.txt"),
    )


def test_a_plan_is_made_and_taken_back_whole(desk: ActingDesk) -> None:
    # Given a plan with a swap, a move, something for the archive and a copy to set aside
    before = lying(desk)
    plan = everything(desk)

    # When it is made, and undone days later
    made = desk.contractor.apply(plan)
    after = lying(desk)
    desk.clock.pass_by(3 * 86_400)
    undone = desk.contractor.undo(made.entry)

    # Then all was done, and every file is as it was: its bytes, its time, its rights
    assert (made.done, made.failed) == (5, ())
    assert set(after) == {"Forms/a.txt", "Forms/b.txt", "New/deep/C.txt", "Archive/Old/d.txt"}
    assert after["Forms/a.txt"] == before["Forms/b.txt"]
    assert not after["Archive/Old/d.txt"][2] & 0o222
    assert (undone.done, undone.failed) == (5, ())
    assert lying(desk) == before
    assert not (desk.root / "Archive").exists()


def test_one_change_of_a_plan_is_taken_back_then_the_rest(desk: ActingDesk) -> None:
    # Given a plan that was made
    before = lying(desk)
    entry = desk.contractor.apply(everything(desk)).entry

    # When one change is undone, then the rest, then again
    one = desk.contractor.undo(entry, ["Old/d.txt"])
    rest = desk.contractor.undo(entry)
    with pytest.raises(LibrarianError, match="nothing left"):
        desk.contractor.undo(entry)

    # Then each was undone once
    assert (one.done, rest.done) == (1, 4)
    assert lying(desk) == before


def test_what_changed_since_is_refused_and_the_rest_goes_on(desk: ActingDesk) -> None:
    # Given a plan, one of whose files a colleague saves, another takes away, a third has open
    plan = planned(
        desk,
        Move("Forms/a.txt", "x.txt"),
        Move("Forms/b.txt", "y.txt"),
        Move("Forms/c.txt", "z.txt"),
        Move("Old/d.txt", "w.txt"),
    )
    desk.put("Forms/a.txt", "something else")
    (desk.root / "Forms/b.txt").unlink()
    (desk.root / "Forms/~$c.txt").write_bytes(b"\x03Tom" + bytes(50))

    # When it is made
    made = desk.contractor.apply(plan)

    # Then each of these is told, and the last is done
    assert {each.subject: each.reason for each in made.failed} == {
        "Forms/a.txt": "a.txt was changed since.",
        "Forms/b.txt": "b.txt is not there any more.",
        "Forms/c.txt": "Tom has c.txt open.",
    }
    assert made.done == 1
    assert desk.text("Forms/a.txt") == "something else"


def test_a_place_that_was_taken_meanwhile_is_never_written_over(desk: ActingDesk) -> None:
    # Given a plan into whose place a colleague saves
    plan = planned(desk, Move("Forms/a.txt", "New.txt"), Archive("Old/d.txt"))
    desk.put("New.txt", "a colleague's")

    # When it is made, and what could be is undone while something new lies in the old place
    made = desk.contractor.apply(plan)
    desk.put("Old/d.txt", "another one")
    undone = desk.contractor.undo(made.entry)

    # Then both refuse in words
    assert [each.reason for each in made.failed] == ["There is a file New.txt there already."]
    assert [each.reason for each in undone.failed] == ["There is a file d.txt there already."]
    assert desk.text("New.txt") == "a colleague's"
    assert desk.text("Old/d.txt") == "another one"


def test_decisions_are_made_with_a_plan_and_do_not_count_once_undone(desk: ActingDesk) -> None:
    # Given a form with an earlier version, and a plan that decides about it
    desk.publisher.approve("Forms/b.txt")
    desk.put("Forms/b.txt", "the second version")
    look_at(desk)
    before = lying(desk)
    plan = planned(
        desk,
        Approve("Forms/a.txt"),
        Approve("Forms/b.txt"),
        AssignOwner("Forms/b.txt", "Team manager", "Deputy"),
        SetReview("Forms/b.txt", date(2028, 1, 1)),
        Hold("Forms/b.txt", "An inquiry"),
    )

    # When it is made and undone
    made = desk.contractor.apply(plan)
    form = desk.managed.at("Forms/b.txt")
    undone = desk.contractor.undo(made.entry)

    # Then each decision counted, and none does any more
    assert (made.done, made.failed) == (5, ())
    assert form is not None
    assert form.current is not None
    assert (form.current.label, form.owner, form.held) == ("v1.1", "Team manager", True)
    assert (undone.done, undone.failed) == (5, ())
    again = desk.managed.at("Forms/b.txt")
    assert again is not None
    assert again.current is not None
    assert (again.current.label, again.owner, again.held) == ("v1.0", "", False)
    assert again.review_set is None
    assert desk.managed.at("Forms/a.txt") is None
    assert {path: kept[0] for path, kept in lying(desk).items()} == {
        path: kept[0] for path, kept in before.items()
    } | {"Forms/b.txt": b"the second version"}


def test_a_confirmed_form_is_still_the_same_document_at_its_new_place(desk: ActingDesk) -> None:
    # Given a confirmed form, and a draft of another
    desk.publisher.approve("Forms/a.txt")
    desk.publisher.publish("Forms/b.txt")
    plan = planned(desk, Move("Forms/a.txt", "Guides/a.txt"), Move("Forms/b.txt", "Guides/b.txt"))

    # When both are moved, and moved back
    made = desk.contractor.apply(plan)
    moved = [desk.managed.at("Guides/a.txt"), desk.managed.at("Guides/b.txt")]
    desk.contractor.undo(made.entry)

    # Then the documents went with them and came back
    assert all(moved)
    assert desk.managed.home("Forms/a.txt") is not None
    assert desk.managed.at("Forms/b.txt") is not None
    assert desk.managed.at("Guides/a.txt") is None


def test_what_somebody_decided_since_is_not_undone(desk: ActingDesk) -> None:
    # Given an owner from a plan, and another one since
    desk.publisher.approve("Forms/a.txt")
    made = desk.contractor.apply(planned(desk, AssignOwner("Forms/a.txt", "Team manager")))
    desk.owners.assign("Forms/a.txt", "Head of service")

    # When the plan is undone
    undone = desk.contractor.undo(made.entry)

    # Then the later decision stands
    assert [each.reason for each in undone.failed] == [
        "janet decided something else about a.txt since."
    ]


def test_a_single_act_is_undone_by_its_entry(desk: ActingDesk) -> None:
    # Given a form whose second version was confirmed from a draft
    desk.publisher.approve("Forms/a.txt")
    entry = desk.publisher.approve("Forms/c.txt", of="Forms/a.txt").entry

    # When that is undone
    undone = desk.contractor.undo(entry)

    # Then the first one is current and lies in its place, and the draft in its own
    assert (undone.done, undone.failed) == (1, ())
    assert desk.text("Forms/a.txt") == "what Forms/a.txt says"
    assert desk.text("Forms/c.txt") == "what Forms/c.txt says"
    document = desk.managed.at("Forms/a.txt")
    assert document is not None
    assert document.current is not None
    assert document.current.label == "v1.0"
    assert not list((desk.root / "Archive").rglob("*.txt"))


def test_whoever_stops_keeps_what_was_done_and_hears_of_the_rest(desk: ActingDesk) -> None:
    # Given a person who stops after the first change
    bus, heard = LocalBus(), list[Event]()
    bus.subscribe(heard.append)
    desk.contractor.tell(bus)
    plan = planned(desk, Move("Forms/a.txt", "x.txt"), Move("Forms/b.txt", "y.txt"))
    asked = iter([False, True])

    # When the plan is made
    made = desk.contractor.apply(plan, cancel=lambda: next(asked))

    # Then one is done and the other is told; progress and the end are events
    assert made.done == 1
    assert [each.reason for each in made.failed] == ["You stopped before this one."]
    assert [each for each in heard if isinstance(each, PlanProgress)][-1] == PlanProgress(2, 2)
    assert any(isinstance(each, PlanMade) and each.failed == 1 for each in heard)


def test_only_those_who_look_after_the_drive_change_it(tmp_path: Path, desk: ActingDesk) -> None:
    # Given a reader with a plan
    reader = ActingDesk(tmp_path / "drive", desk.record, who="reader", desk="desk2")
    look_at(reader)
    plan = planned(reader, Move("Forms/a.txt", "x.txt"))

    # When the reader makes it
    with pytest.raises(LibrarianError, match="Only those who look after"):
        reader.contractor.apply(plan)

    # Then nothing is moved
    assert (desk.root / "Forms/a.txt").exists()
