"""What business support see of a whole drive in one place: what needs them, and what was done.

Values for a page, and the service behind it. Everything here only looks; acts are done by the
services that they belong to.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Final, Protocol

from librarian.application.activity import Deed, HealthPoint
from librarian.application.copies_recognised import Already
from librarian.application.managed_deciding import Decision
from librarian.domain.register import RegisterLine
from librarian.domain.wishes import Wish

STILL_RIGHT: Final = "Still right"
SOON: Final = (timedelta(days=30), timedelta(days=90))
"""Reviews are announced 90 days before they are due, and again 30 days before."""


class Urgency(StrEnum):
    """How near a review is."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class ReviewDue:
    """A document that is to be looked at again, by whom and until when."""

    path: str
    title: str
    owner: str
    due: date
    urgency: Urgency


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many places need a look by one drive rule, and how many of them are new this week."""

    code: str
    title: str
    found: int
    new: int


@dataclass(frozen=True, slots=True)
class Today:
    """What needs business support today."""

    to_confirm: int = 0
    confirmed: int = 0
    reviews: tuple[ReviewDue, ...] = ()
    decisions: tuple[Decision, ...] = ()
    already: tuple[Already, ...] = ()
    """New files that say what a confirmed document says."""
    wishes: tuple[Wish, ...] = ()
    rules: tuple[RuleCount, ...] = ()
    health: tuple[HealthPoint, ...] = ()
    signposts: tuple[tuple[str, str], ...] = ()
    """Folders that are shown to all, each with whom to ask to be let in."""
    rules_edited: bool = False
    """Whether somebody changed the file of rules by hand."""
    history_wrong: tuple[str, ...] = ()
    """What is not as it ought to be in the team's history, in words."""
    to_agree: int = 0
    """How much somebody else asked to have destroyed, so that this person can agree."""

    @property
    def is_quiet(self) -> bool:
        """Whether nothing at all waits."""
        waiting = (self.to_confirm, self.reviews, self.decisions, self.already, self.wishes)
        around = self.rules_edited or self.history_wrong
        return not (any(waiting) or self.rules or self.to_agree or around)


class Overseer(Protocol):
    """Looks over a whole drive; every call may block and be made from any thread."""

    def today(self) -> Today:
        """What needs business support today."""

    def deeds(self) -> tuple[Deed, ...]:
        """What was done, the last first."""

    def lines(self) -> tuple[RegisterLine, ...]:
        """The register of documents, by title."""

    def save_register(self, target: Path) -> Path:
        """Write the register of documents to target (.xlsx or .csv), and return where it lies."""

    def answer(self, wish: Wish, note: str) -> None:
        """A wish was dealt with; whoever had it is told with this note."""

    def signpost(self, folder: str, whom: str) -> None:
        """Show a folder to all, with whom to ask; or no longer where `whom` is empty."""

    def message_for_it(self, wish: Wish) -> Path:
        """The text IT needs to let somebody into a folder, as a message to be sent."""

    def mend_history(self) -> tuple[str, ...]:
        """Check all of the history and bring back what is lost; returns what stays wrong."""

    def still_right(self, path: str) -> None:
        """The document at path was looked at and is still right."""

    def assign(self, path: str, owner: str, deputy: str, phone: str) -> None:
        """The document at path has this owner from now on."""

    def citing(self, words: str) -> tuple[RegisterLine, ...]:
        """Confirmed documents whose text has these words together, by title."""

    def review_again(self, paths: tuple[str, ...]) -> None:
        """These documents are to be looked at today, since something they cite has changed."""

    def set_review(self, path: str, due: date) -> None:
        """The document at path is to be looked at again by this day."""


def urgency(due: date, today: date) -> Urgency | None:
    """Return how near a review is; None where it is too far off to be told of."""
    left = due - today
    if left < timedelta():
        return Urgency.OVERDUE
    for limit, said in zip(SOON, (Urgency.SOON, Urgency.LATER), strict=True):
        if left <= limit:
            return said
    return None
