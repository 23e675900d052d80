"""Comparing two files, or recorded versions, by their text; tables of Word row by row."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from librarian.application.history_ports import VersionStore
from librarian.application.managed import Managed
from librarian.application.managed_looking import Examiner
from librarian.domain.documents import Version
from librarian.domain.errors import LibrarianError
from librarian.domain.files import Reading
from librarian.domain.history_changes import Change, blocks_of, changes
from librarian.domain.paths import name_of


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether two files hold the same, and what differs in their text.

    Not the same without a change in the text: they differ in looks or pictures alone.
    """

    same: bool
    changes: tuple[Change, ...]


class Comparer:
    """Compares files of the drive, recorded versions, and files from elsewhere."""

    def __init__(
        self,
        *,
        managed: Managed,
        examiner: Examiner,
        store: VersionStore,
        locate: Callable[[str], Path],
    ) -> None:
        self._managed = managed
        self._examiner = examiner
        self._store = store
        self._locate = locate

    def compare(self, one: str, other: str) -> Comparison:
        """Two files of the drive; ``PATH@LABEL`` names a recorded version of a document.

        Raises LibrarianError where one cannot be read or has no text.
        """
        return compared(self.read(one), self.read(other))

    def compare_place(self, place: Path, other: str) -> Comparison:
        """A file from anywhere with a file of the drive or a recorded version."""
        return compared(self._examiner.read(place, place.name), self.read(other))

    def read(self, name: str) -> Reading:
        """What is in a file of the drive or a recorded version, with its text."""
        path, at, label = name.rpartition("@")
        place = self._locate(name)
        if at and path and not place.exists():
            return self.read_version(path, label)
        return self._examiner.read(place, name)

    def read_version(self, path: str, label: str) -> Reading:
        """What is in a recorded version of the document at path."""
        document = self._managed.at(path)
        version = document.recorded(label) if document else None
        if version is None:
            raise LibrarianError(
                f"{name_of(path)} has no version {label}.", "Its history lists the ones there are."
            )
        with self.bytes_of(version, path) as place:
            return self._examiner.read(place, path)

    @contextmanager
    def bytes_of(self, version: Version, path: str) -> Iterator[Path]:
        """A recorded version as a file on this computer, for as long as the block runs."""
        with TemporaryDirectory(prefix="librarian-") as folder:
            place = Path(folder) / f"version{PurePosixPath(path).suffix}"
            self._store.copy_to(version.sha256, place)
            yield place


def compared(one: Reading, other: Reading) -> Comparison:
    """Return what differs between two files that were read with their text."""
    if one.canonical == other.canonical:
        return Comparison(same=True, changes=())
    for reading in (one, other):
        if not reading.body:
            why = "it seems to be filled in" if reading.personal else reading.reason or "no text"
            raise LibrarianError(
                f"One of these files cannot be compared: {why}.", "Open both and look at them."
            )
    return Comparison(same=False, changes=changes(blocks_of(one.body), blocks_of(other.body)))
