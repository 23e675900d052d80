"""Copies are remembered, recognised, and told when their original moves on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from librarian.adapters.owner_files import DriveOwnerFiles, owner_named
from librarian.application.copies_recognised import Known
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.files import Listed
from tests.support.history_fakes import ActingDesk
from tests.support.plans import reading_of

FORM = "Forms/Referral - Form.txt"
TEXT = "Referral\nName\tDate\nWhat does the child say?"


@pytest.fixture
def desk(tmp_path: Path) -> ActingDesk:
    made = ActingDesk(tmp_path / "drive")
    made.put(FORM, TEXT)
    made.publisher.approve(FORM)
    return made


def the_next_version(desk: ActingDesk) -> None:
    desk.clock.pass_by(86_400)
    desk.put(FORM, f"{TEXT}\nA new box")
    desk.publisher.approve(FORM)


def test_whoever_holds_a_copy_is_told_when_the_original_moves_on(
    desk: ActingDesk, tmp_path: Path
) -> None:
    # Given a dated copy of a form
    copy = desk.copies.dated_copy(FORM, tmp_path)
    assert copy.name == "Referral - Form 2026-11-20.txt"
    assert not desk.copies.moved_on()

    # When the next version is approved
    the_next_version(desk)

    # Then the copy's holder is told, until they put it out of mind
    [told] = desk.copies.moved_on()
    assert (told.copy, told.origin.label, told.label) == (copy, "v1.0", "v1.1")
    desk.copies.forget(copy)
    assert not desk.copies.moved_on()


def test_a_dated_copy_holds_what_was_approved(desk: ActingDesk, tmp_path: Path) -> None:
    # Given a form that somebody edited
    desk.put(FORM, "scribbles")

    # When dated copies are saved
    copies = [desk.copies.dated_copy(FORM, tmp_path) for _ in range(2)]

    # Then they hold the approved words, each under a name of its own
    assert [copy.read_text("utf-8") for copy in copies] == [TEXT, TEXT]
    assert copies[0] != copies[1]


def test_a_dropped_file_is_recognised_as_replaced(desk: ActingDesk, tmp_path: Path) -> None:
    # Given an attachment with the bytes of the first version
    the_next_version(desk)
    dropped = tmp_path / "attachment (3).txt"
    dropped.write_text(TEXT, "utf-8")

    # When it is dropped
    found = desk.recogniser.recognise_dropped(dropped)

    # Then the person learns when it was replaced, by what, and how much changed
    assert found.known is Known.OLDER
    assert (found.label, found.current, found.current_label) == ("v1.0", FORM, "v1.1")
    assert found.replaced == datetime(2026, 11, 21, 9, 0, tzinfo=UTC)
    assert found.changes == 1


def test_the_current_one_is_recognised_after_a_sync_client(
    desk: ActingDesk, tmp_path: Path
) -> None:
    # Given a copy that a sync client rewrote, when it is dropped, then it is the current one
    dropped = tmp_path / "x.txt"
    dropped.write_bytes(TEXT.replace("\n", "\r\n").encode())
    assert desk.recogniser.recognise_dropped(dropped).known is Known.CURRENT


def test_a_copy_that_was_filled_in_is_known_by_where_it_was_put(
    desk: ActingDesk, tmp_path: Path
) -> None:
    # Given a copy that a person filled in
    copy = desk.copies.dated_copy(FORM, tmp_path)
    copy.write_text(f"PERSONAL {TEXT}", "utf-8")

    # When it is dropped
    found = desk.recogniser.recognise_dropped(copy)

    # Then it is known, and nothing of what is in it is compared
    assert (found.known, found.label, found.changes) == (Known.CHANGED, "v1.0", None)


def test_a_stranger_is_unknown(desk: ActingDesk, tmp_path: Path) -> None:
    # Given a file that has nothing to do with the drive
    dropped = tmp_path / "recipe.txt"
    dropped.write_text("Two eggs", "utf-8")

    # When it is dropped, then that is said
    assert desk.recogniser.recognise_dropped(dropped).known is Known.UNKNOWN


def test_a_new_copy_of_a_document_is_on_the_list(desk: ActingDesk) -> None:
    # Given a confirmed form, a copy that was there before, and one that came afterwards
    document = desk.managed.at(FORM)
    assert document is not None
    assert document.current is not None
    confirmed = document.current.since * 1_000_000
    for other, seen in (("Old/Form.txt", confirmed - 5), ("Desktop/My form.txt", confirmed + 5)):
        desk.put(other, TEXT)
        [file] = desk.catalogue.enter([Listed(other, len(TEXT), seen)], seen)
        desk.catalogue.settle([(file, reading_of(TEXT.encode()))])

    # When business support look at what came
    [already] = desk.recogniser.already_there(since=1)

    # Then they see the new one, and that it exists already
    assert (already.path, already.current, already.exact) == ("Desktop/My form.txt", FORM, True)


def test_two_versions_are_compared_row_by_row(desk: ActingDesk) -> None:
    # Given a second version
    the_next_version(desk)

    # When the versions are compared
    found = desk.comparer.compare(f"{FORM}@v1.0", FORM)

    # Then the new box is what differs
    assert not found.same
    assert [(str(each.kind), each.after) for each in found.changes] == [("added", "A new box")]


def test_a_filled_in_file_is_not_compared(desk: ActingDesk) -> None:
    # Given a filled-in file, when it is compared, then it is refused
    desk.put("Forms/Case.txt", "PERSONAL things")
    with pytest.raises(LibrarianError, match="filled in"):
        desk.comparer.compare("Forms/Case.txt", FORM)


def word_owner(name: str) -> bytes:
    """An owner file as Word writes it: the name with its length, then again as UTF-16."""
    narrow = bytes([len(name)]) + name.encode("cp1252").ljust(53, b"\0")
    wide = len(name).to_bytes(2, "little") + name.encode("utf-16-le")
    return (narrow + wide).ljust(162, b"\0")


def excel_owner(name: str) -> bytes:
    """As Excel and PowerPoint write it: filled up with spaces, UTF-16 one byte later."""
    narrow = bytes([len(name)]) + name.encode("cp1252").ljust(54, b" ")
    wide = len(name).to_bytes(2, "little") + name.encode("utf-16-le")
    return (narrow + wide).ljust(165, b" ")


@pytest.mark.parametrize(
    ("data", "name", "who"),
    [
        (word_owner("Aisha Patel"), "~$ferral.docx", "Aisha Patel"),
        (excel_owner("Tom O'Neill"), "~$rota.xlsx", "Tom O'Neill"),
        (b"Janet B,DESK,desk,03.03.2026 09:00,file:///home;", ".~lock.a.odt#", "Janet B"),
        (b"", "~$x.docx", ""),
        (b"\x05\x00\x01\x02\x03\x04", "~$x.docx", ""),
    ],
)
def test_the_owner_file_names_who_has_it_open(data: bytes, name: str, who: str) -> None:
    assert owner_named(data, name) == who


@pytest.mark.parametrize(
    ("document", "owner"),
    [
        ("Forms/Referral.docx", "~$ferral.docx"),
        ("Forms/Letters.docx", "~$etters.docx"),
        ("Forms/Form.docx", "~$Form.docx"),
        ("Forms/Rota for all.xlsx", "~$Rota for all.xlsx"),
        ("Forms/Notes.odt", ".~lock.Notes.odt#"),
    ],
)
def test_who_has_it_open_is_found_and_may_be_stale(
    desk: ActingDesk, document: str, owner: str
) -> None:
    # Given a document with an owner file beside it
    sign = desk.root / "Forms" / owner
    sign.write_bytes(b"Aisha,x" if owner.startswith(".") else word_owner("Aisha"))
    files = DriveOwnerFiles(desk.drive, desk.clock)
    desk.clock.at = datetime.fromtimestamp(sign.stat().st_mtime, UTC)

    # When somebody asks, now and a day later
    now = files.who_has_open(document)
    desk.clock.pass_by(86_400)
    later = files.who_has_open(document)

    # Then the name is told, and later that it may be left over
    assert now is not None
    assert later is not None
    assert (now.who, now.doubtful, later.doubtful) == ("Aisha", False, True)
    assert abs(now.since - nanoseconds(desk.clock.at)) < 2 * 86_400 * 10**9
    assert files.who_has_open("Forms/Other thing.docx") is None
