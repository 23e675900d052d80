"""The moves an act makes on the drive, as data: each can be done again, and undone.

All bytes that a step places lie in the version store before the step is on record, so that a
move which was begun can always be finished or taken back.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from librarian.domain.ledger import Json


@dataclass(frozen=True, slots=True)
class Place:
    """Put recorded bytes where nothing is yet; in the archive they are read-only."""

    path: str
    sha256: str
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class Replace:
    """Put recorded bytes in the place of others, which are known and recorded too."""

    path: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a file away whose bytes lie elsewhere by now."""

    path: str
    sha256: str


Step = Place | Replace | Remove


def step_payload(step: Step) -> dict[str, Json]:
    """Return a step as the ledger keeps it."""
    match step:
        case Place(path, sha256, read_only):
            return {"do": "place", "path": path, "sha256": sha256, "read_only": read_only}
        case Replace(path, old, new):
            return {"do": "replace", "path": path, "old": old, "new": new}
        case Remove(path, sha256):
            return {"do": "remove", "path": path, "sha256": sha256}


def step_from(payload: Mapping[str, Json]) -> Step | None:
    """Return the step that a payload tells of, or None where it cannot be understood."""
    match payload:
        case {"do": "place", "path": str(path), "sha256": str(sha256), "read_only": bool(locked)}:
            return Place(path, sha256, locked)
        case {"do": "replace", "path": str(path), "old": str(old), "new": str(new)}:
            return Replace(path, old, new)
        case {"do": "remove", "path": str(path), "sha256": str(sha256)}:
            return Remove(path, sha256)
        case _:
            return None
