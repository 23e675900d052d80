"""Things that have happened, in the past tense; whoever wants to know subscribes."""

from dataclasses import dataclass
from enum import StrEnum


class Event:
    """Something that has happened."""

    __slots__ = ()


class Stage(StrEnum):
    """What a scan is doing."""

    LISTING = "listing"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class Progress(Event):
    """How far a scan has got; `total` is None while nobody can know.

    `rate` is in files a second; `seconds_left` is None while it cannot be told.
    """

    stage: Stage
    done: int
    total: int | None = None
    rate: float = 0.0
    seconds_left: float | None = None
    paused: bool = False


@dataclass(frozen=True, slots=True)
class IndexChanged(Event):
    """Searches find something now that they did not before; `read` of `files` looked inside."""

    files: int
    read: int


@dataclass(frozen=True, slots=True)
class DocumentsChanged(Event):
    """Somebody, here or at another desk, did something with documents; look at them again."""


@dataclass(frozen=True, slots=True)
class ScanFinished(Event):
    """A scan came to its end; `at` is in nanoseconds since 1970."""

    files: int
    new: int
    changed: int
    missing: int
    unreachable: int
    at: int
    seconds: float


@dataclass(frozen=True, slots=True)
class ReviewFinished(Event):
    """The drive was held against its rules: `opened` more need a look, `closed` do not any more."""

    opened: int
    closed: int


@dataclass(frozen=True, slots=True)
class ScanStopped(Event):
    """A scan was cancelled; what it had settled stays."""


@dataclass(frozen=True, slots=True)
class DriveLost(Event):
    """The drive stopped answering; what is known of it stays searchable."""

    why: str


@dataclass(frozen=True, slots=True)
class DriveFound(Event):
    """The drive answers (again)."""


@dataclass(frozen=True, slots=True)
class Noticed(Event):
    """Something a person should read; it blocks nothing."""

    title: str
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class LossesDoubted(Noticed):
    """So many files are gone at once that it was not believed; a person may say that they are."""


@dataclass(frozen=True, slots=True)
class WordsUnread(Noticed):
    """Lines of the team's own words that could not be used; the look at the drive goes on."""


@dataclass(frozen=True, slots=True)
class PlanProgress(Event):
    """How many changes of a plan were tried so far."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class PlanMade(Event):
    """Changes were made, or taken back; `entry` can undo them. `folders` are worth a look."""

    entry: str
    done: int
    failed: int
    folders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AutomaticCheckFinished(Event):
    """The automatic check came to its end; `entry` takes back what it changed, if anything."""

    found: int
    done: int
    entry: str = ""
