"""Desks hear each other, and readers get what was approved, through the services of a window."""

from pathlib import Path

import pytest

from librarian.application.belongings import Belongings
from librarian.application.portering import Porter
from librarian.application.upkeep_history import Listener
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.events import DocumentsChanged, Noticed
from tests.support.fakes import FakeBus, FakeDesktop, FakeStore
from tests.support.history_fakes import ActingDesk, SharedRecord

FORM = "Forms/Form.txt"


@pytest.fixture
def record() -> SharedRecord:
    return SharedRecord()


@pytest.fixture
def desk(tmp_path: Path, record: SharedRecord) -> ActingDesk:
    made = ActingDesk(tmp_path / "drive", record)
    made.put(FORM, "one")
    return made


def test_another_desks_act_is_heard_once(desk: ActingDesk, record: SharedRecord) -> None:
    # Given a desk that listens, and another that approves
    other = ActingDesk(desk.root, record, who="tom", desk="desk2")
    bus = FakeBus()
    listener = Listener(recoverer=other.recoverer, bus=bus)
    desk.publisher.approve(FORM)

    # When it looks twice
    listener.look()
    listener.look()

    # Then it was told once, and sees the document
    assert len(bus.of(DocumentsChanged)) == 1
    standing = other.managed.standing(FORM)
    assert standing is not None
    assert (standing.label, standing.by) == ("v1.0", "janet")


def test_a_drive_that_is_away_is_asked_again(desk: ActingDesk) -> None:
    # Given a ledger that cannot be read just now
    bus = FakeBus()
    listener = Listener(recoverer=desk.recoverer, bus=bus)
    poll = desk.ledger.poll

    def away() -> None:
        raise DriveUnavailableError("The drive does not answer.", "Check the network.")

    desk.ledger.poll = away  # type: ignore[assignment,method-assign] # the drive goes away here
    listener.look()
    desk.ledger.poll = poll  # type: ignore[method-assign] # and comes back
    desk.publisher.approve(FORM)

    # When it looks again, then nothing was lost, and nobody was bothered
    listener.look()
    assert bus.of(Noticed) == []


def a_porter(desk: ActingDesk, desktop: FakeDesktop, bus: FakeBus) -> Porter:
    return Porter(
        desk.drive,
        desktop,
        Belongings(FakeStore(), desk.clock),
        lambda: None,
        lender=desk.lender,
        copies=desk.copies,
        bus=bus,
    )


def test_opening_an_edited_file_opens_the_approved_one_and_says_so(desk: ActingDesk) -> None:
    # Given an approved form that somebody edited
    desk.publisher.approve(FORM)
    desk.put(FORM, "scribbles")
    desktop, bus = FakeDesktop(), FakeBus()

    # When it is opened and printed
    porter = a_porter(desk, desktop, bus)
    porter.open(FORM)
    porter.print(FORM)

    # Then both got the approved words, with a notice each
    assert [path.read_text("utf-8") for _, path in desktop.done] == ["one", "one"]
    assert len(bus.of(Noticed)) == 2


def test_a_copy_to_fill_in_is_of_the_approved_one_and_remembered(
    desk: ActingDesk, tmp_path: Path
) -> None:
    # Given an approved form that somebody edited
    desk.publisher.approve(FORM)
    desk.put(FORM, "scribbles")

    # When a copy is filled in
    copy = a_porter(desk, FakeDesktop(), FakeBus()).fill_in_copy(FORM, tmp_path / "mine.txt")

    # Then it holds the approved words, and where it came from is known
    assert copy.read_text("utf-8") == "one"
    origin = desk.copies.origin(copy)
    assert origin is not None
    assert (origin.path, origin.label) == (FORM, "v1.0")


def test_a_copy_among_the_blank_forms_is_not_to_stay_there(
    desk: ActingDesk, tmp_path: Path
) -> None:
    # Given a form
    bus = FakeBus()
    porter = a_porter(desk, FakeDesktop(), bus)

    # When one copy goes to the person's own folder, and one to the shared drive
    porter.fill_in_copy(FORM, tmp_path / "mine.txt")
    before = bus.of(Noticed)
    porter.fill_in_copy(FORM, desk.root / "Forms" / "filled.txt")

    # Then only for the second one it is said that it has to move
    assert before == []
    [notice] = bus.of(Noticed)
    assert "child’s record" in notice.remedy


def test_a_lent_copy_that_somebody_wrote_in_is_lent_afresh(desk: ActingDesk) -> None:
    # Given a copy that a reader got and wrote in
    desk.publisher.approve(FORM)
    desk.put(FORM, "scribbles")
    lent = desk.lender.serve(FORM).place
    lent.chmod(0o644)
    lent.write_text("mine", "utf-8")

    # When the form is asked for again, and once more
    again = desk.lender.serve(FORM).place
    once_more = desk.lender.serve(FORM).place

    # Then it is what was approved, under the same name
    assert again.read_text("utf-8") == "one"
    assert (again.name, once_more) == (lent.name, again)
    # And what was written lies where it was
    assert lent.read_text("utf-8") == "mine"
