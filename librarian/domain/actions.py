"""What can be proposed, agreed and done to the files of a drive: data, never code.

A finding proposes actions; people, or the drive's rules, agree to them as a plan; one service does
them, on record, and can undo all but `Dispose`. Paths are relative to the drive with ``/``.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Move:
    """A file gets another name or another folder; `to` is where it will lie."""

    path: str
    to: str


@dataclass(frozen=True, slots=True)
class Archive:
    """A file that is not to be used any more goes into the archive, for a reason in words.

    `instead` is the file to use in its place, where there is one.
    """

    path: str
    because: str = ""
    instead: str = ""


@dataclass(frozen=True, slots=True)
class SetAside:
    """A file goes into quarantine; `keeps` is the one that stays and says the same.

    Where `keeps` is empty, it is no copy but something left behind.
    """

    path: str
    keeps: str = ""


@dataclass(frozen=True, slots=True)
class Relink:
    """A document or shortcut leads to `now` where it led to `before`, as written inside it."""

    path: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Approve:
    """A file becomes the current version of its document."""

    path: str


@dataclass(frozen=True, slots=True)
class Restore:
    """The approved version of a document comes back to its place; `version` is its label."""

    path: str
    version: str


@dataclass(frozen=True, slots=True)
class AssignOwner:
    """A document or folder gets an owner, by role, and a deputy."""

    path: str
    owner: str = ""
    deputy: str = ""


@dataclass(frozen=True, slots=True)
class SetReview:
    """A document is to be looked at again by a day."""

    path: str
    due: date


@dataclass(frozen=True, slots=True)
class Hold:
    """A document is neither moved nor removed until it is let go."""

    path: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Dispose:
    """Bytes are destroyed for good, everywhere; the only action that two people must agree to."""

    path: str
    sha256: str


Filing = Move | Archive | SetAside
"""What changes where a file lies, and nothing in it."""

Stating = Approve | Restore | AssignOwner | SetReview | Hold
"""What people decide about a document."""

Action = Filing | Relink | Stating | Dispose
