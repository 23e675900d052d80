"""What the team's shared history needs of the world: a ledger, and a store of versions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from librarian.domain.acts_steps import Step
from librarian.domain.ledger import Entry, Json, Problem


class Ledger(Protocol):
    """What was done on a drive, append-only; every desk reads the same, in any order of arrival."""

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry:
        """Put an act on record; it is on disk when this returns.

        Raises LibrarianError where the drive does not take it.
        """

    def read_new(self) -> Sequence[Entry]:
        """Entries of all desks that this object did not return before, in no certain order."""


@dataclass(frozen=True, slots=True)
class Checked:
    """How many recorded states there are, and what is wrong with some."""

    objects: int
    problems: tuple[Problem, ...]


class VersionStore(Protocol):
    """Recorded states of managed documents, by content; nothing in it ever changes."""

    def put(self, source: Path, sha256: str) -> None:
        """Keep a file's bytes, if they are the ones meant; on disk when this returns.

        Raises ChangedError where they are others, LibrarianError where they cannot be kept.
        """

    def has(self, sha256: str) -> bool:
        """Whether these bytes are here; they are verified when they are read."""

    def copy_to(self, sha256: str, target: Path) -> None:
        """Write the recorded bytes to target, verified, whole or not at all; never over anything.

        Raises LibrarianError where they are missing or damaged.
        """

    def remove(self, sha256: str) -> None:
        """Destroy these bytes, if they are here; whoever calls has seen to it that two agreed."""

    def check(self, needed: Iterable[str]) -> Checked:
        """Read everything again; tell what is damaged, and what is needed and missing."""


class ManagedFiles(Protocol):
    """Files on the drive that acts may touch; nothing is ever overwritten that is not recorded."""

    def spelled(self, path: str) -> str | None:
        """The path as the drive spells it, compared by key; None where there is no such file."""

    def folder(self, name: str) -> str:
        """A folder at the drive's top as the drive spells it; as given where there is none."""

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file's bytes; None where there is no such file.

        Raises LibrarianError where it cannot be read.
        """

    def carry_out(self, step: Step, token: str) -> None:
        """Make one move, or find that it is made; `token` names what it leaves half done.

        Raises ChangedError where something unexpected lies there, LibrarianError where the drive
        does not take it. Either way, all bytes are where they were.
        """

    def undo(self, step: Step, token: str) -> None:
        """Take one move back, or find that it was not made; what is unexpected stays as it is."""

    def free_path(self, path: str, sha256: str) -> str:
        """A path like this one where nothing lies, or these very bytes."""

    def is_narrower(self, path: str) -> bool:
        """Whether a file lies where fewer people may look than on the drive, if that is told."""


@dataclass(frozen=True, slots=True)
class OpenBy:
    """Who seems to have a file open, and since when (nanoseconds since 1970).

    The sign of it is a small file that stays behind after a crash: `doubtful` tells that it is old.
    """

    who: str
    since: int
    doubtful: bool


class OwnerFiles(Protocol):
    """Tells who has files open, as far as the programs they use leave a sign of it."""

    def who_has_open(self, path: str) -> OpenBy | None:
        """Who seems to have the file at path open; None where there is no sign."""
