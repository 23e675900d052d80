"""What minutes need of the world: where meetings are kept, packs, calendars, a book of issues."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final, Protocol

from librarian.domain.errors import LibrarianError
from librarian.domain.minutes.guide import Guide
from librarian.domain.minutes.pack import PackSection, Typed


class LockedError(LibrarianError):
    """Meetings are kept under a key that is not here; a passphrase makes one."""


class Stage(StrEnum):
    """How far minutes have come."""

    DRAFT = "draft"
    CONFIRMED = "confirmed"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class TeamCopy:
    """What is known here of the copy in the team's folder: up to which parts, and what they say."""

    seen: Mapping[str, int] = field(default_factory=dict)
    agreed: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Meeting:
    """The minutes of one meeting; `unplaced` is what came back in a pack and fits no box."""

    id: str
    case: str
    answers: Mapping[str, object]
    stage: Stage = Stage.DRAFT
    kept: date = date.min
    unplaced: tuple[tuple[str, str], ...] = ()
    issued: Mapping[str, str] = field(default_factory=dict)
    """Each copy that was issued, by its reader, with the day."""
    team: TeamCopy | None = None
    """None where these minutes are kept on this computer only."""
    changed_by: tuple[str, ...] = ()
    """Who wrote in them elsewhere since this computer looked last."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """Minutes that are kept and cannot be opened; `kept` where at least that is readable."""

    id: str
    kept: date | None
    what: str = "Minutes that cannot be opened"
    remedy: str = (
        "The file was changed or cut off, or belongs to another account. Put it back from a backup;"
        " delete it only when you are sure. Your other minutes are whole."
    )
    is_mine: bool = True
    """Whether it may be deleted here."""
    may_be_locked: bool = False
    """Whether another passphrase may open it."""


LOCKED_OTHERWISE: Final = (
    "It was locked with another passphrase, or the file was changed. Type that one above; if you "
    "never had another, put the file back from a backup."
)


class LocalMeetings(Protocol):
    """Where meetings are kept on this computer, so that nobody else can read them."""

    def all(self) -> Sequence[Meeting]:
        """Every meeting that can be opened. Raises LibrarianError where there is no key."""

    def damaged(self) -> Sequence[Damaged]:
        """What is kept and cannot be opened. Raises LibrarianError where there is no key."""

    def save(self, meeting: Meeting) -> None:
        """Keep a meeting whole or not at all. Raises LibrarianError where it cannot be kept."""

    def unlock(self, passphrase: str) -> None:
        """Use the key of a passphrase. Raises LibrarianError where it does not open them."""

    def forget(self, meeting: str) -> None:
        """Delete a meeting; one that is not there is gone already."""


class Meetings(LocalMeetings, Protocol):
    """Where meetings are kept, here and in the team's folder."""

    def hand_on(self, meeting: Meeting) -> Meeting:
        """Put a meeting into the team's folder, joined with what others wrote there; and keep it.

        Raises LibrarianError where the folder is away, or open to everybody.
        """

    def tend(self) -> None:
        """Put into the team's folder what is not there yet, and open it for whoever has joined."""

    def people(self) -> tuple[str, ...]:
        """Whose computers can open what is in the team's folder; nobody where there is none."""


class PackWriter(Protocol):
    """Makes a pack that plain Word fills in."""

    def write(self, title: str, guide: Guide, sections: Sequence[PackSection]) -> bytes:
        """The pack."""


class PackReader(Protocol):
    """Reads what was typed into a pack."""

    def read(
        self, content: bytes, own: frozenset[str], headings: tuple[str, ...]
    ) -> Sequence[Typed]:
        """All that was typed. Raises LibrarianError where it cannot be read."""


class Calendars(Protocol):
    """Makes a date to put into a calendar."""

    def event(self, uid: str, title: str, day: date, place: str) -> bytes:
        """An .ics file; its title names nobody."""


class IssueBook(Protocol):
    """Where it is on record what was issued: a case's number and days, no name."""

    def write(self, kind: str, payload: Mapping[str, str]) -> None:
        """Put it on record."""
