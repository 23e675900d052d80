"""A star stays on its file when a plan moves it, on whatever computer the plan was made."""

from pathlib import Path

from librarian.application.belongings import Belongings
from librarian.application.following import Follower
from librarian.domain.actions import Move, SetAside
from librarian.domain.planning import Proposal
from tests.support.fakes import FakeStore
from tests.support.history_fakes import ActingDesk, SharedRecord
from tests.support.plans import look_at


def test_a_star_follows_what_a_colleague_moved_and_back(tmp_path: Path) -> None:
    # Given Sam, who starred a form and a copy of another, and opened the form
    janet = ActingDesk(tmp_path / "drive", SharedRecord())
    for path in ("Plan.txt", "Form.txt", "Copy of Form.txt"):
        janet.put(path, "a form" if "Form" in path else "a plan")
    look_at(janet)
    sam = ActingDesk(janet.root, janet.record, who="sam", desk="desk2", clock=janet.clock)
    marks = Belongings(FakeStore(), janet.clock)
    follower = Follower(managed=sam.managed, belongings=marks)
    for path in ("Plan.txt", "Copy of Form.txt"):
        marks.star(path, on=True)
    marks.note_opening("Plan.txt")

    # When Janet moves the one and sets the copy aside, and the next day takes it all back
    wished = [
        Proposal(Move("Plan.txt", "Forms/Plan.txt")),
        Proposal(Move("Form.txt", "Forms/Form.txt")),
        Proposal(SetAside("Copy of Form.txt", "Form.txt")),
    ]
    made = janet.contractor.apply(janet.planner.plan(wished))
    sam.managed.refresh()
    follower.follow()
    moved, opened = marks.starred(), set(marks.opened())
    look_at(janet)
    janet.contractor.undo(made.entry)
    sam.managed.refresh()
    follower.follow()
    follower.follow()

    # Then the stars were on the file that moved and on the one to use, and went back with them
    assert set(moved) == {"Forms/Plan.txt", "Forms/Form.txt"}
    assert opened == {"Forms/Plan.txt"}
    assert set(marks.starred()) == {"Plan.txt", "Form.txt"}
