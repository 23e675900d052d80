"""What the team's shared history needs of the world: a ledger, and a store of versions."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from librarian.domain.ledger import Entry, Json


class Ledger(Protocol):
    """What was done on a drive, append-only; every desk reads the same, in any order of arrival."""

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry:
        """Put an act on record; it is on disk when this returns.

        Raises LibrarianError where the drive does not take it.
        """

    def read_new(self) -> Sequence[Entry]:
        """Entries of all desks that this object did not return before, in no certain order."""


class VersionStore(Protocol):
    """Recorded states of managed documents, by content; nothing in it ever changes."""

    def put(self, source: Path) -> str:
        """Keep a file's bytes and return their SHA-256; on disk when this returns."""

    def has(self, sha256: str) -> bool: ...

    def copy_to(self, sha256: str, target: Path) -> None:
        """Write the recorded bytes to target, verified, whole or not at all; never over anything.

        Raises LibrarianError where they are missing or damaged.
        """
