"""Only two people destroy, only what was kept long enough, and then it is gone everywhere."""

from pathlib import Path

import pytest

from librarian.adapters.drive_writing import Disk
from librarian.adapters.moved_files import FolderMoves
from librarian.application.archive_watch import ArchiveWatch
from librarian.application.disposing_queue import Because, TeamDisposals
from librarian.application.retention import Retention
from librarian.domain.actions import Archive, SetAside
from librarian.domain.errors import LibrarianError
from librarian.domain.planning import Proposal
from tests.support.fakes import FakeBus
from tests.support.history_fakes import ActingDesk, SharedRecord, digest
from tests.support.plans import look_at

FORM = "Forms/Form.txt"
YEAR = 366 * 86_400


@pytest.fixture
def desks(tmp_path: Path) -> tuple[ActingDesk, ActingDesk]:
    """Janet's and Tom's desks, on a drive with a form in its second version."""
    record = SharedRecord()
    janet = ActingDesk(tmp_path / "drive", record)
    tom = ActingDesk(tmp_path / "drive", record, who="tom", desk="desk2", clock=janet.clock)
    for words in ("the first version", "the second version"):
        janet.put(FORM, words)
        janet.publisher.approve(FORM)
    look_at(janet)
    return janet, tom


def test_a_replaced_version_is_destroyed_by_two_after_six_years(
    desks: tuple[ActingDesk, ActingDesk],
) -> None:
    # Given a version that was replaced long ago, and Janet who wants it destroyed
    janet, tom = desks
    first = digest("the first version")
    janet.clock.pass_by(7 * YEAR)
    asked = janet.disposer.ask(FORM, first, because="Kept six years.")
    with pytest.raises(LibrarianError, match="yourself"):
        janet.disposer.agree(asked.id)

    # When Tom agrees
    tom.disposer.agree(asked.id)

    # Then it is neither on the drive nor in the store, and no record tells of it
    janet.managed.refresh()
    document = janet.managed.at(FORM)
    assert document is not None
    assert [each.label for each in document.versions] == ["v1.1"]
    assert not document.rivals
    assert not janet.store.has(first)
    assert not list((janet.root / "Archive").rglob("*.txt"))
    assert janet.text(FORM) == "the second version"
    assert not tom.disposer.waiting()


def test_a_hold_comes_before_all_and_keeping_before_destroying(
    desks: tuple[ActingDesk, ActingDesk],
) -> None:
    # Given a replaced version, of late at first, then of a held document
    janet, tom = desks
    first, second = digest("the first version"), digest("the second version")
    with pytest.raises(LibrarianError, match="It is kept until"):
        janet.disposer.ask(FORM, first)
    janet.clock.pass_by(7 * YEAR)
    asked = janet.disposer.ask(FORM, first)
    janet.holder.hold(FORM, note="An inquiry")

    # When the second person agrees, and when the current one is asked for
    with pytest.raises(LibrarianError, match="is held"):
        tom.disposer.agree(asked.id)
    janet.holder.hold(FORM, on=False)
    with pytest.raises(LibrarianError, match="current version"):
        janet.disposer.ask(FORM, second)

    # Then all bytes are there
    assert janet.store.has(first)
    assert janet.store.has(second)


def test_a_copy_that_was_set_aside_can_go_after_thirty_days(
    desks: tuple[ActingDesk, ActingDesk],
) -> None:
    # Given a copy of a file, set aside, and another file in the archive
    janet, tom = desks
    for path in ("a.txt", "b.txt", "c.txt"):
        janet.put(path, "words" if path != "c.txt" else "other words")
    look_at(janet)
    plan = janet.planner.plan([Proposal(SetAside("a.txt", "b.txt")), Proposal(Archive("c.txt"))])
    janet.contractor.apply(plan)
    aside = ".librarian/quarantine/a.txt"
    with pytest.raises(LibrarianError, match="It is kept until"):
        janet.disposer.ask(aside)
    janet.clock.pass_by(31 * 86_400)
    asked = janet.disposer.ask(aside)
    with pytest.raises(LibrarianError, match="It is kept until"):
        janet.disposer.ask("Archive/c.txt")
    with pytest.raises(LibrarianError, match="in use"):
        janet.disposer.ask("b.txt")

    # When Tom agrees
    tom.disposer.agree(asked.id)

    # Then it is gone, and the others lie where they lay
    assert not (janet.root / aside).exists()
    assert (janet.root / "b.txt").exists()
    assert (janet.root / "Archive/c.txt").exists()


def queue_of(desk: ActingDesk) -> TeamDisposals:
    """What a window shows at a desk."""
    desk.managed.refresh()
    return TeamDisposals(
        disposer=desk.disposer,
        managed=desk.managed,
        files=FolderMoves(desk.root, Disk()),
        store=desk.store,
        clock=desk.clock,
        bus=FakeBus(),
    )


def test_what_was_moved_into_the_archive_by_hand_has_its_time_from_when_that_was_seen(
    desks: tuple[ActingDesk, ActingDesk],
) -> None:
    # Given files that somebody moved into the archive by hand, beside a replaced version
    janet, tom = desks
    for name in ("Rota", "Leaflet", "Back soon"):
        janet.put(f"Archive/Old/{name}.txt", f"words of {name}")
    watch = ArchiveWatch(managed=janet.managed, hands=janet.hands, catalogue=janet.catalogue)
    janet.clock.pass_by(9 * YEAR)
    look_at(janet)
    noted = watch.note(), watch.note()
    janet.clock.pass_by(4 * YEAR)
    (janet.root / "Archive/Old/Back soon.txt").unlink()
    janet.put("Archive/Old/Leaflet.txt", "other words")
    look_at(janet)
    again = watch.note()

    # When six years have passed since the first look, and two people destroy what is due
    early = [each.title for each in queue_of(janet).queue() if each.why is Because.BY_HAND]
    janet.clock.pass_by(2 * YEAR)
    [due] = [each for each in queue_of(janet).queue() if each.why is Because.BY_HAND]
    queue_of(janet).ask([due], "", never)
    [asked] = [each for each in queue_of(tom).queue() if each.asked]
    done = queue_of(tom).agree([asked], never)

    # Then time began when it was seen; what went again, or is other now, is not due
    assert (noted, again, early) == ((3, 0), 2, [])
    assert (due.title, asked.why, done.done) == ("Rota.txt", Because.BY_HAND, 1)
    assert not (janet.root / "Archive/Old/Rota.txt").exists()
    assert (janet.root / "Archive/Old/Leaflet.txt").exists()
    janet.managed.refresh()
    assert "Rota" not in repr(janet.managed.acts)


def never() -> bool:
    """Nobody stops it."""
    return False


def test_the_queue_leads_from_one_person_to_another(desks: tuple[ActingDesk, ActingDesk]) -> None:
    # Given a version that was kept long enough since this day
    janet, tom = desks
    early = queue_of(janet).queue()
    janet.clock.pass_by(7 * YEAR)
    [ripe] = queue_of(janet).queue()

    # When Janet asks, and Tom agrees
    queue_of(janet).ask([ripe], "Kept six years.", never)
    [mine] = queue_of(janet).queue()
    [his] = queue_of(tom).queue()
    at_once = queue_of(janet).agree([mine], never)
    done = queue_of(tom).agree([his], never)

    # Then each saw what they may do, and it is gone only after the second
    assert early == ()
    assert (ripe.title, ripe.label, ripe.may_be_asked) == ("Form", "v1.0", True)
    assert (mine.may_be_agreed, his.may_be_agreed, his.note) == (False, True, "Kept six years.")
    assert (at_once.done, at_once.failed, done.done) == (0, 1, 1)
    assert queue_of(tom).queue() == ()
    assert not janet.store.has(ripe.sha256)


def test_what_was_asked_for_can_be_kept_after_all(desks: tuple[ActingDesk, ActingDesk]) -> None:
    # Given something that Janet asked to have destroyed
    janet, tom = desks
    janet.clock.pass_by(7 * YEAR)
    queue_of(janet).ask(queue_of(janet).queue(), "", never)

    # When Tom keeps it
    queue_of(tom).keep(queue_of(tom).queue(), "An inquiry asks for it.", never)

    # Then nobody waits for anything, and it can be asked for again
    assert not tom.disposer.waiting()
    [again] = queue_of(janet).queue()
    assert again.may_be_asked
    assert janet.store.has(again.sha256)


def test_what_is_held_is_shown_and_cannot_be_chosen(desks: tuple[ActingDesk, ActingDesk]) -> None:
    # Given a held document with a version that was kept long enough
    janet, tom = desks
    janet.clock.pass_by(7 * YEAR)
    queue_of(janet).ask(queue_of(janet).queue(), "", never)
    janet.holder.hold(FORM, note="An inquiry")

    # When Tom looks at the queue, then it says so and he cannot agree
    [held] = queue_of(tom).queue()
    assert "held" in held.hindrance
    assert not held.may_be_agreed


def test_a_copy_of_a_confirmed_form_goes_without_the_form(
    desks: tuple[ActingDesk, ActingDesk],
) -> None:
    # Given a copy of a confirmed form, set aside, and a rule that keeps such for 60 days
    janet, tom = desks
    janet.put("Copy.txt", "the second version")
    look_at(janet)
    janet.contractor.apply(janet.planner.plan([Proposal(SetAside("Copy.txt", FORM))]))
    for desk in desks:
        desk.retention = Retention(months=72, aside_days=60)
    janet.clock.pass_by(31 * 86_400)
    early = queue_of(janet).queue()
    janet.clock.pass_by(30 * 86_400)

    # When two people agree
    [copy] = queue_of(janet).queue()
    queue_of(janet).ask([copy], "", never)
    done = queue_of(tom).agree(queue_of(tom).queue(), never)

    # Then only the copy is gone; the form, its bytes and its record stay
    assert early == ()
    assert done.done == 1
    assert not (janet.root / copy.path).exists()
    assert janet.text(FORM) == "the second version"
    assert janet.store.has(digest("the second version"))
    janet.managed.refresh()
    document = janet.managed.at(FORM)
    assert document is not None
    assert document.current is not None


def test_what_was_asked_too_early_by_now_says_until_when_it_stays(
    desks: tuple[ActingDesk, ActingDesk],
) -> None:
    # Given a version that was asked for, before the team decided to keep such for ten years
    janet, tom = desks
    janet.clock.pass_by(7 * YEAR)
    queue_of(janet).ask(queue_of(janet).queue(), "", never)
    tom.retention = Retention(months=120, aside_days=30)

    # When Tom looks at the queue
    [found] = queue_of(tom).queue()

    # Then it says what it is, until when it is kept, and that it must stay
    assert (found.title, found.why, found.since.year + 10) == (
        "Form",
        Because.REPLACED,
        found.kept_until.year,
    )
    assert "It is kept until" in found.hindrance
