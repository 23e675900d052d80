"""What was done is told, the last first; and how many forms were confirmed week by week."""

from datetime import timedelta
from pathlib import Path

from librarian.application.activity import deeds, health
from librarian.domain.actions import Archive
from librarian.domain.planning import Proposal
from tests.support.history_fakes import ActingDesk, SharedRecord
from tests.support.plans import look_at

FORM = "Forms/Referral.txt"


def test_what_was_done_is_told_the_last_first(tmp_path: Path) -> None:
    # Given a form that was confirmed, changed, confirmed again, and held
    desk = ActingDesk(tmp_path / "drive", SharedRecord())
    desk.put(FORM, "one")
    desk.publisher.approve(FORM, note="First one")
    desk.put(FORM, "two")
    desk.publisher.approve(FORM, note="New phone number")
    desk.holder.hold(FORM)

    # When it is told what was done
    told = deeds(desk.managed, most=2)

    # Then the last comes first, with path and note, and nothing that was only begun
    assert [(each.kind, each.path, each.note) for each in told] == [
        ("held", FORM, ""),
        ("approved", FORM, "New phone number"),
    ]


def test_health_counts_what_was_confirmed_when_each_week_ended(tmp_path: Path) -> None:
    # Given a form that was confirmed two weeks ago
    desk = ActingDesk(tmp_path / "drive", SharedRecord())
    desk.put(FORM, "one")
    desk.publisher.approve(FORM)
    now = desk.clock.now() + timedelta(weeks=2)

    # When health is told for four weeks
    points = health(list(desk.managed.documents.by_id.values()), now, weeks=4)

    # Then it counts from then on, and the last point is today
    assert [each.confirmed for each in points] == [0, 1, 1, 1]
    assert points[-1].on == now.date()


def test_a_plan_tells_how_much_of_it_still_counts(tmp_path: Path) -> None:
    # Given a plan of two changes, one of which was taken back
    desk = ActingDesk(tmp_path / "drive", SharedRecord())
    for name in ("a.txt", "b.txt"):
        desk.put(f"Old/{name}", name)
    look_at(desk)
    wanted = (Archive("Old/a.txt", "Not used."), Archive("Old/b.txt", "Not used."))
    entry = desk.contractor.apply(desk.planner.plan(map(Proposal, wanted))).entry
    desk.contractor.undo(entry, ["Old/a.txt"])

    # When it is told what was done, and what would take back the rest
    undoing, plan = deeds(desk.managed)
    left = desk.contractor.way_back(entry)

    # Then one of two is left, the undoing is told as one, and the way back is that of the rest
    assert (plan.changes, plan.left, plan.undoes) == (2, 1, "")
    assert (undoing.changes, undoing.undoes) == (1, entry)
    assert [(each.path, each.to) for each in left] == [("Archive/Old/b.txt", "Old/b.txt")]
