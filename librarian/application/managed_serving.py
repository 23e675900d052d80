"""What readers get when they open the current file: always the approved bytes.

Where somebody edited an approved file, readers go on getting what was approved, from the version
store, with a notice, until those who look after the drive decide.
"""

from dataclasses import dataclass
from hashlib import sha256
from itertools import chain, count
from pathlib import Path
from typing import Final

from librarian.application.history_ports import ManagedFiles, VersionStore
from librarian.application.managed import Managed
from librarian.application.managed_looking import Looking
from librarian.application.ports import Drive
from librarian.domain.documents import Version
from librarian.domain.errors import LibrarianError
from librarian.domain.paths import name_of

_DIGITS: Final = 16
"""So many digits of a digest tell the folders of what is lent apart."""

EDITED: Final = (
    "Somebody changed this file after it was confirmed. You get the confirmed version"
    " until Business Support decide."
)
GONE: Final = "This file is not in its place. You get the confirmed version, as it was recorded."


@dataclass(frozen=True, slots=True)
class Served:
    """The file that a reader gets, and what they should know about it."""

    place: Path
    notice: str = ""


class Lender:
    """Hands out the current version of managed documents, and other files as they are."""

    def __init__(
        self,
        *,
        managed: Managed,
        looking: Looking,
        files: ManagedFiles,
        store: VersionStore,
        drive: Drive,
        shelf: Path,
    ) -> None:
        self._managed = managed
        self._looking = looking
        self._files = files
        self._store = store
        self._drive = drive
        self._shelf = shelf

    def serve(self, path: str) -> Served:
        """The file to open for path; a copy on this computer where the drive's was edited."""
        document = self._managed.home(path)
        current = document.current if document else None
        if current is None:
            return Served(self._drive.locate(path))
        spelled = self._files.spelled(path)
        if spelled is None:
            return Served(self._copy(current, path), GONE)
        if not self.is_edited(spelled, current) or not self._store.has(current.sha256):
            return Served(self._drive.locate(spelled))
        return Served(self._copy(current, path), EDITED)

    def is_edited(self, path: str, current: Version) -> bool:
        """Whether the file at path is another than the one that was approved."""
        if self._files.digest(path) == current.sha256:
            return False
        reading = self._looking.look(path).reading
        return not current.matches(reading.sha256, reading.canonical)

    def version(self, path: str, label: str) -> Path:
        """A recorded version, as a read-only file on this computer."""
        document = self._managed.at(path)
        version = document.recorded(label) if document else None
        if version is None:
            raise LibrarianError(
                f"{name_of(path)} has no version {label}.", "Its history lists the ones there are."
            )
        return self._copy(version, path)

    def save(self, path: str, target: Path) -> str:
        """Copy what readers get of path to target, never over anything; returns the notice."""
        served = self.serve(path)
        if served.place == self._drive.locate(path):
            self._drive.copy_out(path, target)
        else:
            document = self._managed.home(path)
            if document and document.current:
                self._store.copy_to(document.current.sha256, target)
        return served.notice

    def _copy(self, version: Version, path: str) -> Path:
        """A copy on this computer; one that somebody wrote in stays, and another is made."""
        shelf = self._shelf / version.sha256[:_DIGITS]
        folders = chain((shelf,), (shelf / str(number) for number in count(2)))
        places = (folder / name_of(path) for folder in folders)
        place = next(each for each in places if not each.exists() or _holds(each, version))
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            self._store.copy_to(version.sha256, place)
            place.chmod(0o444)
        return place


def _holds(place: Path, version: Version) -> bool:
    return sha256(place.read_bytes()).hexdigest() == version.sha256
