"""Only two people destroy, only what was kept long enough, and then it is gone everywhere."""

from pathlib import Path

import pytest

from librarian.domain.actions import Archive, SetAside
from librarian.domain.errors import LibrarianError
from librarian.domain.planning import Proposal
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
