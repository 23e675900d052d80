"""What may be recorded, and whether it is still what the person saw."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from librarian.application.history_ports import ManagedFiles
from librarian.application.ports import Catalogue, Drive, Reader, Unanswered
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.files import Listed, Reading
from librarian.domain.paths import name_of


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it lies there now: its path as the drive spells it, and what is in it."""

    path: str
    reading: Reading


class Looking(Protocol):
    """Looks at a file of the drive as it is now."""

    def look(self, path: str, expected: str = "") -> Seen:
        """The file; where expected is given it is the digest of what the person saw.

        Raises ChangedError where it is another, LibrarianError where it cannot be read.
        """


class Examiner:
    """Looks at files: what the catalogue knows of these very bytes, else by reading them anew."""

    def __init__(
        self, *, files: ManagedFiles, catalogue: Catalogue, drive: Drive, reader: Reader
    ) -> None:
        self._files = files
        self._catalogue = catalogue
        self._drive = drive
        self._reader = reader

    def look(self, path: str, expected: str = "") -> Seen:
        """The file as it is now, which must be what the person saw."""
        spelled = self._files.spelled(path)
        digest = self._files.digest(spelled) if spelled else None
        if spelled is None or digest is None:
            raise LibrarianError(
                f"There is no file {name_of(path)} there.",
                "Check the name, or look at the drive again.",
            )
        reading = self._known(spelled, digest) or self.read(self._drive.locate(spelled), spelled)
        if expected and expected not in (reading.sha256, reading.canonical):
            raise ChangedError(
                f"{name_of(path)} was changed since you looked at it.",
                "Look at it again, then decide.",
            )
        return Seen(spelled, reading)

    def look_to_record(self, path: str, expected: str = "") -> Seen:
        """The file, if its bytes may be kept for everybody on the drive to see.

        Raises LibrarianError where it holds personal data or lies where few may look.
        """
        seen = self.look(path, expected)
        if seen.reading.personal:
            raise LibrarianError(
                f"{name_of(path)} seems to be filled in; Librarian keeps no copies of such files.",
                "Take an empty form. If this one is empty, take out what looks like somebody's.",
            )
        if self._files.is_narrower(seen.path):
            raise LibrarianError(
                f"{name_of(path)} lies in a folder that not everybody may open.",
                "Move it to a folder that the whole team can open first.",
            )
        return seen

    def read(self, place: Path, name: str) -> Reading:
        """What is in a file anywhere, with its text; name is what it is called.

        Raises LibrarianError where its bytes cannot be read.
        """
        try:
            size = place.stat().st_size
        except OSError as error:
            raise LibrarianError(
                f"{name_of(name)} cannot be read just now.", "Try again in a moment."
            ) from error
        listed = Listed(name, size, 0)
        answers = [answer for _, answer in self._reader.read([(0, listed, place)], _never)]
        answer = answers[0] if answers else Unanswered("It could not be read.")
        if isinstance(answer, Unanswered) or not answer.sha256:
            why = answer.why if isinstance(answer, Unanswered) else f"{answer.reason}"
            raise LibrarianError(
                f"{name_of(name)} cannot be read: {why}.", "Try again in a moment."
            )
        return answer

    def _known(self, path: str, digest: str) -> Reading | None:
        record = self._catalogue.record(path)
        reading = record.reading if record else None
        return reading if reading and reading.sha256 == digest else None


def _never() -> bool:
    return False
