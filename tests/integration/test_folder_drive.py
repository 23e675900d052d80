"""A real folder is walked in place, with all that a shared drive can hold, and never written to."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from librarian.adapters.drive import FolderDrive
from librarian.domain.errors import DriveUnavailableError, LibrarianError
from librarian.domain.files import Closed, Listed

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="a matter of POSIX file systems")


def walked(drive: FolderDrive, folder: str = "") -> set[str]:
    return {entry.path for entry in drive.walk(folder) if isinstance(entry, Listed)}


def made(root: Path, *paths: str) -> FolderDrive:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("words", "utf-8")
    return FolderDrive(root)


@contextmanager
def as_an_ordinary_person() -> Iterator[None]:
    """Root may open everything; for a while, be somebody who may not."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that everybody may enter (pytest's own is for its user alone)."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_files_are_listed_with_size_and_time_and_without_being_opened(tmp_path: Path) -> None:
    # Given a file in a folder
    drive = made(tmp_path, "Forms/Genogram.docx")
    os.utime(tmp_path / "Forms" / "Genogram.docx", ns=(1, 1_700_000_000_000_000_000))

    # When the drive is walked
    found = list(drive.walk())

    # Then it is there as its folder shows it
    assert found == [Listed("Forms/Genogram.docx", 5, 1_700_000_000_000_000_000)]


def test_what_is_ours_temporary_or_the_systems_is_passed_over(tmp_path: Path) -> None:
    # Given a form among things no one looks for
    drive = made(
        tmp_path,
        "Form.docx",
        ".librarian/drive.json",
        "~$Form.docx",
        "Thumbs.db",
        "desktop.ini",
        "work.tmp",
        "$RECYCLE.BIN/gone.docx",
        ".~lock.Form.odt#",
        "._Form.docx",
    )

    # When the drive is walked
    found = walked(drive)

    # Then only the form is listed
    assert found == {"Form.docx"}


@posix_only
def test_links_are_followed_once_and_never_in_a_circle(tmp_path: Path) -> None:
    # Given links to above, to beside, to outside (twice) and to nowhere
    root, outside = tmp_path / "drive", tmp_path / "outside"
    drive = made(root, "Forms/a.docx")
    made(outside, "b.docx")
    (root / "Forms" / "up").symlink_to(root)
    (root / "again").symlink_to(root / "Forms")
    (root / "linked").symlink_to(outside)
    (root / "linked too").symlink_to(outside)
    (outside / "back").symlink_to(tmp_path)
    (root / "nowhere").symlink_to(tmp_path / "missing")

    # When the drive is walked
    found = walked(drive)

    # Then each file came once
    assert {Path(path).name for path in found} == {"a.docx", "b.docx"}
    assert len(found) == 2


@posix_only
def test_names_that_are_not_utf8_survive(tmp_path: Path) -> None:
    # Given a name written on an old machine
    odd = os.fsencode(str(tmp_path)) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(odd)).write_bytes(b"words")
    except OSError:
        pytest.skip("this file system takes no such name")
    drive = FolderDrive(tmp_path)

    # When the drive is walked
    [path] = walked(drive)

    # Then the very same file can be opened
    assert drive.locate(path).read_bytes() == b"words"


def test_paths_beyond_260_characters_are_walked_and_opened(tmp_path: Path) -> None:
    # Given folders within folders within folders
    deep = "/".join(["A folder with quite a long name"] * 12) + "/form.docx"
    drive = made(tmp_path, deep)

    # When the drive is walked
    [path] = walked(drive)

    # Then the file at the bottom can be read
    assert len(path) > 260
    drive.check_readable(path)


@posix_only
def test_a_folder_closed_to_this_person_is_named_with_the_reason(open_folder: Path) -> None:
    # Given a folder that only others may open
    drive = made(open_folder, "Panel/secret.docx", "Form.docx")
    (open_folder / "Panel").chmod(0o000)

    # When an ordinary person's scan walks the drive
    with as_an_ordinary_person():
        found = list(drive.walk())
    (open_folder / "Panel").chmod(0o755)

    # Then the rest is listed, and the folder is closed, with why
    assert [entry.path for entry in found if isinstance(entry, Listed)] == ["Form.docx"]
    assert [entry for entry in found if isinstance(entry, Closed)] == [
        Closed("Panel", "You may not open this folder.")
    ]


def test_a_drive_that_goes_away_half_way_is_lost_not_empty(tmp_path: Path) -> None:
    # Given a drive of two folders
    root = tmp_path / "drive"
    drive = made(root, "A/a.docx", "B/b.docx")
    walk = drive.walk()
    first = next(walk)

    # When it is unplugged after the first file
    root.rename(tmp_path / "elsewhere")
    rest = list(walk)

    # Then the walk ends with the loss
    assert isinstance(first, Listed)
    assert [entry.lost for entry in rest if isinstance(entry, Closed)] == [True]


def test_a_drive_that_is_not_there_is_a_clear_error(tmp_path: Path) -> None:
    # Given a folder that does not exist
    drive = FolderDrive(tmp_path / "missing")

    # When it is walked
    with pytest.raises(DriveUnavailableError) as refusal:
        list(drive.walk())

    # Then the person is told what to do
    assert "network" in refusal.value.remedy


@posix_only
def test_a_drive_this_person_may_only_read_is_walked_all_the_same(open_folder: Path) -> None:
    # Given a drive without the right to write
    drive = made(open_folder, "Form.docx")
    open_folder.chmod(0o555)

    # When it is walked
    with as_an_ordinary_person():
        found = walked(drive)

    # Then its files are listed, and nothing was added
    assert found == {"Form.docx"}
    assert [each.name for each in open_folder.iterdir()] == ["Form.docx"]


def test_a_copy_never_replaces_anything(tmp_path: Path) -> None:
    # Given a form, and a file of the copy's name
    drive = made(tmp_path / "drive", "Form.docx")
    target = tmp_path / "Form.docx"
    target.write_text("my own", "utf-8")

    # When it is copied there
    with pytest.raises(LibrarianError):
        drive.copy_out("Form.docx", target)

    # Then nothing was harmed and nothing is left over
    assert target.read_text("utf-8") == "my own"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["Form.docx", "drive"]


def test_a_copy_is_the_same_to_the_byte(tmp_path: Path) -> None:
    # Given a form
    drive = made(tmp_path / "drive", "Form.docx")

    # When it is copied out
    drive.copy_out("Form.docx", tmp_path / "Filled.docx")

    # Then the copy has its bytes, and the original its name
    assert (tmp_path / "Filled.docx").read_bytes() == b"words"
    assert (tmp_path / "drive" / "Form.docx").exists()


def test_a_file_that_went_away_is_refused_with_a_remedy(tmp_path: Path) -> None:
    # Given a drive without the file
    drive = made(tmp_path, "Form.docx")

    # When it is to be opened
    with pytest.raises(DriveUnavailableError) as refusal:
        drive.check_readable("Gone.docx")

    # Then the person hears that it is no longer there
    assert refusal.value.title == "This file is no longer there."


def test_a_file_of_an_impossible_time_spoils_no_scan(tmp_path: Path) -> None:
    # Given a file that claims to be of the year 2400, later than a database can say in nanoseconds
    drive = made(tmp_path, "a.txt")
    os.utime(tmp_path / "a.txt", (0, 13_569_465_600))

    # When the drive is walked
    [found] = [entry for entry in drive.walk() if isinstance(entry, Listed)]

    # Then its time is one that can be kept
    assert found.modified < 2**63


@posix_only
def test_a_link_in_a_circle_is_passed_over(tmp_path: Path) -> None:
    # Given a link that leads to itself
    drive = made(tmp_path, "a.txt")
    (tmp_path / "self").symlink_to("self")

    # When the drive is walked
    found = list(drive.walk())

    # Then there is only the file, and nothing that could not be opened
    assert [type(entry) for entry in found] == [Listed]
