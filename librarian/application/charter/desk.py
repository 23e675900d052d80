"""What a window shows and does about the charter: values, and the service behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from librarian.domain.charter.sections import Change

Answers = Mapping[str, object]
TIME: Final = "protected time"
"""The name under which a desk remembers when its team is with children."""


@dataclass(frozen=True, slots=True)
class CharterEdition:
    """One version of the charter; `who` is empty while nobody has decided anything about it."""

    answers: Answers
    label: str = ""
    who: str = ""
    when: datetime | None = None
    note: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class CharterLook:
    """The charter as it stands: what counts, what was before, what is being written.

    `path` is where its file lies. `notice` tells readers that somebody changed that file.
    `renew_signature` tells that this person copied a signature that says something else by now.
    """

    path: str = ""
    current: CharterEdition | None = None
    draft: CharterEdition | None = None
    changed: tuple[Change, ...] = ()
    """What the version that counts says otherwise than the one before it."""
    to_come: tuple[Change, ...] = ()
    """What the draft would change."""
    may_change: bool = False
    keepers: tuple[str, ...] = ()
    notice: str = ""
    renew_signature: bool = False
    form: Answers = field(default_factory=dict)
    """The schema of the charter's form, by which it is changed."""

    @property
    def shown(self) -> CharterEdition | None:
        """What there is to read: the version that counts, or the draft while there is none."""
        return self.current or self.draft


class Thing(StrEnum):
    """What can be made of a charter; the value is the file's ending."""

    PDF = "pdf"
    WORD = "docx"
    PAGE = "html"
    LEADERS = "leaders.pdf"
    HOLD = "ics"
    CARD = "card.pdf"


class CharterDesk(Protocol):
    """Shows the charter and keeps it; every call may block and be made from any thread."""

    def look(self) -> CharterLook:
        """The charter as it stands."""

    def draft(self, answers: Answers, note: str) -> CharterLook:
        """Put a new version forward. Raises LibrarianError where this person may not."""

    def approve(self, note: str, seen: str) -> CharterLook:
        """Make the draft count; `seen` is its digest as the person read it."""

    def make(self, thing: Thing, answers: Answers) -> bytes:
        """A file of the charter."""

    def name(self, thing: Thing, answers: Answers) -> str:
        """What a file of the charter is called."""

    def save(self, thing: Thing, answers: Answers, target: Path) -> Path:
        """Write a file of the charter to target, and return where it lies."""

    def print(self, answers: Answers) -> None:
        """Print the charter with the program that prints PDF files."""

    def code(self, answers: Answers) -> bytes:
        """The card's code, as SVG."""

    def signed(self, answers: Answers) -> None:
        """Remember that this person copied the signature as it is now."""
