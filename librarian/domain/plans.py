"""Changes to a drive that are agreed and undone together: frozen values, to and from JSON.

A change carries what was seen of its file when it was planned; whoever makes it refuses another.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from hashlib import sha256 as hashed
from typing import Final

from librarian.domain.ledger import Json
from librarian.domain.paths import restored, stored

_ID_LENGTH: Final = 12


class ChangeKind(StrEnum):
    """What is done; the words are those of the command line and the ledger."""

    RENAME = "rename"
    MOVE = "move"
    ARCHIVE = "archive"
    SET_ASIDE = "set-aside"
    RELINK = "relink"
    APPROVE = "approve"
    RESTORE = "restore"
    OWNER = "owner"
    REVIEW = "review"
    HOLD = "hold"
    WITHDRAW = "withdraw"
    """Undoing only: a decision does not count any more."""


FILING: Final = frozenset(
    {ChangeKind.RENAME, ChangeKind.MOVE, ChangeKind.ARCHIVE, ChangeKind.SET_ASIDE}
)
"""What changes where a file lies, and nothing in it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing to do. `path` lies at `to` afterwards, where it is filed elsewhere.

    `sha256`, `size` and `modified` (nanoseconds since 1970) are what was seen. `before` and
    `after` are for people. `value` is the label, owner, day or reason; `other` the deputy, the
    file that stays, or the one to use instead. `aside` tells that it leaves its place before all
    else, since another gets it. `mode` is what its permissions were, where they are changed.
    `back` tells that it takes an earlier change back. Of links that are mended, `before` and
    `after` hold one a line, and `value` is the digest of the bytes with the new ones.
    """

    kind: ChangeKind
    path: str
    to: str = ""
    sha256: str = ""
    size: int = 0
    modified: int = 0
    before: str = ""
    after: str = ""
    finding: str = ""
    value: str = ""
    other: str = ""
    aside: bool = False
    mode: int = 0
    back: bool = False

    @property
    def is_filing(self) -> bool:
        """Whether it changes where a file lies, and nothing in it."""
        return self.kind in FILING


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that was proposed and cannot be done, and why in words."""

    path: str
    reason: str
    finding: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """Changes in the order in which they are made, and what cannot be done.

    `id` follows from what is to be changed, so that the same plan has the same id.
    """

    id: str
    changes: tuple[Change, ...]
    conflicts: tuple[Conflict, ...] = ()


_NAMES: Final = {each.name: each.type for each in fields(Change) if each.name != "kind"}
_PATHS: Final = frozenset({"path", "to", "other"})
"""What may hold a name that is not Unicode."""


def plan_of(changes: Sequence[Change], conflicts: Sequence[Conflict] = ()) -> Plan:
    """Return these changes as a plan."""
    told = json.dumps([change_payload(each) for each in changes], sort_keys=True)
    return Plan(
        hashed(told.encode("utf-8", "surrogatepass")).hexdigest()[:_ID_LENGTH],
        tuple(changes),
        tuple(conflicts),
    )


def change_payload(change: Change) -> dict[str, Json]:
    """Return a change as it is kept; what is empty is left out."""
    told: dict[str, Json] = {"kind": str(change.kind)}
    for name in _NAMES:
        value = getattr(change, name)
        if value:
            told[name] = stored(value) if name in _PATHS else value
    return told


def change_from(payload: object) -> Change | None:
    """Return the change that a payload tells of, or None where it cannot be understood."""
    if not isinstance(payload, Mapping):
        return None
    try:
        kind = ChangeKind(str(payload.get("kind")))
    except ValueError:
        return None
    values: dict[str, object] = {}
    for name, kept in _NAMES.items():
        if name in payload:
            value = payload[name]
            if type(value) is not kept:
                return None
            values[name] = restored(str(value)) if name in _PATHS else value
    return Change(kind=kind, **values) if values.get("path") else None  # type: ignore[arg-type] # checked above


def changes_from(payload: object) -> tuple[Change, ...] | None:
    """Return the changes of a list; None where one of them cannot be understood."""
    if isinstance(payload, str) or not isinstance(payload, Sequence):
        return None
    found = [change_from(each) for each in payload]
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) else None
