"""Recorded states of managed documents under `.librarian/versions`: by content, never changed.

An object's name is the SHA-256 of its bytes; so it is verified at each read, two desks that keep
the same bytes need no agreement, and nothing is ever written over.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final
from uuid import uuid4

from librarian.adapters.drive import long_path
from librarian.adapters.drive_writing import Disk, part_of, told
from librarian.application.history_ports import Checked
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.ledger import Problem

_HALF: Final = ".half"
_LENGTH: Final = 64


class FolderVersionStore:
    """The version store of the drive whose top is this folder."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self._disk = disk
        self._ours = Path(long_path(root.absolute())) / ".librarian"
        self._folder = self._ours / "versions"

    def put(self, source: Path, sha256: str) -> None:
        """Keep a file's bytes, if they are the ones meant; on disk when this returns."""
        if not self._ours.is_dir():
            raise LibrarianError(
                "Nobody looks after this drive yet.", "Business Support can begin to: adopt it."
            )
        place = self._place(sha256)
        if self._is_sound(place, sha256):
            return
        half = place.parent / f"{uuid4().hex}{_HALF}"
        with told("a version"):
            self._disk.make_folder(place.parent)
            try:
                if self._disk.copy(source, half) != sha256:
                    raise ChangedError(
                        "This file was changed just now.", "Look at it again, then decide."
                    )
                self._disk.make_read_only(half)
                self._name(half, place, sha256)
            finally:
                with suppress(OSError):
                    self._disk.unlink(half)

    def has(self, sha256: str) -> bool:
        """Whether these bytes are here; they are verified when they are read."""
        return self._place(sha256).is_file()

    def copy_to(self, sha256: str, target: Path) -> None:
        """Write the recorded bytes to target, verified, whole or not at all; never over anything.

        Raises LibrarianError where they are missing or damaged, or where target is taken.
        """
        place = self._place(sha256)
        if not place.is_file():
            raise _lost("missing")
        half = part_of(target)
        with told(target.name):
            self._disk.unlink(half)
            try:
                if self._disk.copy(place, half) != sha256:
                    raise _lost("damaged")
                self._disk.rename_new(half, target)
            except FileExistsError as error:
                raise LibrarianError(
                    f"{target.name} is there already.", "Choose another name."
                ) from error
            finally:
                with suppress(OSError):
                    self._disk.unlink(half)
            self._disk.sync_folder(target.parent)

    def remove(self, sha256: str) -> None:
        """Destroy these bytes, if they are here."""
        place = self._place(sha256)
        with told("a version"):
            self._disk.unlink(place)
            self._disk.sync_folder(place.parent)

    def check(self, needed: Iterable[str]) -> Checked:
        """Read everything again; tell what is damaged, and what is needed and missing."""
        objects, problems = 0, []
        sound: set[str] = set()
        with told("the version store"):
            for place in self._objects():
                objects += 1
                if self._disk.digest(place) == place.name:
                    sound.add(place.name)
                else:
                    problems.append(Problem("These bytes are damaged.", place.name))
        damaged = {problem.where for problem in problems}
        problems += [
            Problem("A recorded version is missing.", sha256)
            for sha256 in sorted(set(needed) - sound - damaged)
        ]
        return Checked(objects, tuple(problems))

    def _objects(self) -> Iterator[Path]:
        for folder in sorted(self._folder.glob("??")):
            yield from sorted(each for each in folder.iterdir() if len(each.name) == _LENGTH)

    def _name(self, half: Path, place: Path, sha256: str) -> None:
        """Give kept bytes their name; a damaged object of this name is put aside first."""
        if place.exists() and not self._is_sound(place, sha256):
            self._disk.rename_aside(place, place.with_suffix(f".damaged-{uuid4().hex[:8]}"))
        with suppress(FileExistsError):  # another desk kept the same bytes just now
            self._disk.rename_new(half, place)
        self._disk.sync_folder(place.parent)
        self._disk.sync_folder(place.parent.parent)

    def _is_sound(self, place: Path, sha256: str) -> bool:
        with told("a version"):
            return self._disk.digest(place) == sha256

    def _place(self, sha256: str) -> Path:
        if len(sha256) != _LENGTH or not sha256.isalnum():
            raise LibrarianError("This version cannot be found.", "Look at the history again.")
        return self._folder / sha256[:2] / sha256


def _lost(how: str) -> LibrarianError:
    return LibrarianError(
        f"The recorded version is {how}.",
        "Ask IT to bring back the folder .librarian/versions from a backup.",
    )
