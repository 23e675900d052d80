"""Where the drive departs from a principle: values that are never raised, only told.

A finding is the same one for as long as its code, its subject and its detail stay the same; so it
is found again at the next review, and what somebody decided about it holds.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256
from typing import Final

from librarian.domain.actions import Action
from librarian.domain.paths import stored

_ID_LENGTH: Final = 16
QUESTION: Final = "question"
"""The detail of a finding that asks which of several versions is the one to use."""


class Severity(StrEnum):
    """How much it matters."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place where the drive departs from a principle.

    `subject` is the path of a file or folder. `detail` tells apart what one principle can say of
    one subject; it holds nothing that changes from day to day, and never the data of a person.
    `message` is for people. `since` is when it was first found, in milliseconds since 1970; it is
    no part of what makes the finding the same one.
    """

    code: str
    subject: str
    detail: str
    message: str
    severity: Severity = Severity.MEDIUM
    proposed: tuple[Action, ...] = ()
    since: int = 0

    @property
    def id(self) -> str:
        """What names this finding for as long as it is the same one."""
        told = "\n".join((self.code, stored(self.subject), self.detail))
        return sha256(told.encode("utf-8")).hexdigest()[:_ID_LENGTH]


@dataclass(frozen=True, slots=True)
class Waiver:
    """A finding that is left until a day, inclusive, for a reason that everybody can read."""

    finding: str
    code: str
    because: str
    until: date
    who: str = ""
    at: int = 0

    def holds_on(self, day: date) -> bool:
        """Whether the finding is still to be left on this day."""
        return day <= self.until
