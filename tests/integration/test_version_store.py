"""The version store keeps what it was given, notices damage, and never writes over anything."""

from pathlib import Path

import pytest

from librarian.adapters.drive_writing import Disk
from librarian.adapters.version_store import FolderVersionStore
from librarian.domain.errors import ChangedError, LibrarianError
from tests.support.history_fakes import digest


@pytest.fixture
def store(tmp_path: Path) -> FolderVersionStore:
    (tmp_path / "drive" / ".librarian").mkdir(parents=True)
    return FolderVersionStore(tmp_path / "drive", Disk())


def a_file(folder: Path, text: str) -> Path:
    place = folder / "file.txt"
    place.write_text(text, "utf-8")
    return place


def object_of(folder: Path, text: str) -> Path:
    name = digest(text)
    return folder / "drive" / ".librarian" / "versions" / name[:2] / name


def test_what_is_put_comes_back(store: FolderVersionStore, tmp_path: Path) -> None:
    # Given recorded bytes, put twice
    store.put(a_file(tmp_path, "words"), digest("words"))
    store.put(a_file(tmp_path, "words"), digest("words"))

    # When they are copied out
    store.copy_to(digest("words"), tmp_path / "out.txt")

    # Then they are the same, kept once, read-only
    assert (tmp_path / "out.txt").read_text("utf-8") == "words"
    assert store.check(()).objects == 1
    assert object_of(tmp_path, "words").stat().st_mode & 0o222 == 0


def test_other_bytes_than_those_meant_are_refused(
    store: FolderVersionStore, tmp_path: Path
) -> None:
    # Given a file that changed since it was looked at
    changed = a_file(tmp_path, "changed")

    # When it is put under the digest that was seen, then nothing is kept
    with pytest.raises(ChangedError):
        store.put(changed, digest("seen"))
    assert store.check(()).objects == 0


def test_damage_is_found_at_reading_and_at_checking(
    store: FolderVersionStore, tmp_path: Path
) -> None:
    # Given an object in which a byte was changed, and one that is missing
    store.put(a_file(tmp_path, "words"), digest("words"))
    place = object_of(tmp_path, "words")
    place.chmod(0o644)
    place.write_text("w0rds", "utf-8")

    # When it is checked
    checked = store.check([digest("words"), digest("never put")])

    # Then both are told, and the damaged one is not handed out
    assert [problem.where for problem in checked.problems] == [digest("words"), digest("never put")]
    with pytest.raises(LibrarianError, match="damaged"):
        store.copy_to(digest("words"), tmp_path / "out.txt")
    assert [path.name for path in tmp_path.iterdir()] == ["drive", "file.txt"] or not (
        tmp_path / "out.txt"
    ).exists()


def test_putting_the_same_again_heals_damage(store: FolderVersionStore, tmp_path: Path) -> None:
    # Given a damaged object whose bytes are still on the drive
    store.put(a_file(tmp_path, "words"), digest("words"))
    place = object_of(tmp_path, "words")
    place.chmod(0o644)
    place.write_text("w0rds", "utf-8")

    # When they are put again
    store.put(a_file(tmp_path, "words"), digest("words"))

    # Then the store is sound, and the damaged bytes were put aside, not destroyed
    assert not store.check([digest("words")]).problems
    assert [each.read_text("utf-8") for each in place.parent.glob("*.damaged-*")] == ["w0rds"]


def test_a_copy_never_covers_another_file(store: FolderVersionStore, tmp_path: Path) -> None:
    # Given a file where the copy is to go
    store.put(a_file(tmp_path, "words"), digest("words"))
    taken = a_file(tmp_path, "somebody's")

    # When it is copied there, then it is refused
    with pytest.raises(LibrarianError, match="there already"):
        store.copy_to(digest("words"), taken)
    assert taken.read_text("utf-8") == "somebody's"


def test_a_drive_nobody_looks_after_is_not_written_on(tmp_path: Path) -> None:
    # Given a drive without our folder
    (tmp_path / "drive").mkdir()
    store = FolderVersionStore(tmp_path / "drive", Disk())

    # When something is put, then it is refused and nothing was made
    with pytest.raises(LibrarianError, match="looks after"):
        store.put(a_file(tmp_path, "words"), digest("words"))
    assert not list((tmp_path / "drive").iterdir())


def test_half_a_copy_of_a_crash_is_no_object(store: FolderVersionStore, tmp_path: Path) -> None:
    # Given what a killed process left behind
    store.put(a_file(tmp_path, "words"), digest("words"))
    (object_of(tmp_path, "words").parent / "0123.half").write_text("w", "utf-8")

    # When all is checked, then it does not count
    assert store.check(()).objects == 1
    assert not store.check(()).problems
