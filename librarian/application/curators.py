"""Naming and removing those who look after a drive, and taking over when all of them are gone."""

from collections.abc import Mapping
from typing import Protocol

from librarian.application.adopting import checked_name
from librarian.domain.clocks import moment
from librarian.domain.curators import ADDED, QUIET_DAYS, REMOVED, TAKEN_OVER, Curators
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry, Json


class History(Protocol):
    """The part of the ledger that this needs."""

    who: str
    """The account of whoever is at work here."""

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry: ...

    def curators(self) -> Curators:
        """Who looks after the drive, by all that can be read just now."""

    def last_seen(self) -> int | None:
        """When one of the curators last did anything, in milliseconds; None for never."""

    def are_gone(self) -> bool:
        """Whether nobody looks after the drive, or all who do were quiet for weeks."""


class Appointments:
    """Changes who looks after a drive; each change is on record for everybody."""

    def __init__(self, history: History) -> None:
        self._history = history

    def current(self) -> Curators:
        """Who looks after the drive."""
        return self._history.curators()

    def add(self, name: str) -> Curators:
        """Name somebody; somebody who is named already stays.

        Raises LibrarianError where this person may not.
        """
        named = checked_name(name)
        if not self._of_right().is_curator(named):
            self._history.append(ADDED, {"name": named})
        return self._history.curators()

    def remove(self, name: str) -> Curators:
        """Remove somebody; never the last one.

        Raises LibrarianError where this person may not, or nobody would be left.
        """
        named, curators = checked_name(name), self._of_right()
        if not curators.is_curator(named):
            raise LibrarianError(
                f"{named} does not look after this drive.",
                f"It is looked after by {_listed(curators)}.",
            )
        if len(curators.names) == 1:
            raise LibrarianError(
                "Then nobody would look after this drive.", "Name somebody else first."
            )
        self._history.append(REMOVED, {"name": named})
        return self._history.curators()

    def take_over(self, because: str) -> Curators:
        """Look after a drive whose curators are all gone, for a reason that everybody sees.

        Raises LibrarianError where one of them is still there, or no reason is given.
        """
        curators = self._history.curators()
        if curators.is_curator(self._history.who):
            raise LibrarianError(
                "You look after this drive already.", "There is nothing more to do."
            )
        if not because.strip():
            raise LibrarianError("Taking over needs a reason.", "Say why; everybody will see it.")
        if not self._history.are_gone():
            raise LibrarianError(
                f"{_listed(curators)} looked after this drive{_when(self._history.last_seen())}.",
                f"Ask them to name you. After {QUIET_DAYS} quiet days you can take over.",
            )
        self._history.append(TAKEN_OVER, {"because": because.strip()})
        return self._history.curators()

    def _of_right(self) -> Curators:
        curators = self._history.curators()
        if not curators.is_curator(self._history.who):
            raise LibrarianError(
                "Only those who look after this drive may change who does.",
                f"Ask {_listed(curators)}.",
            )
        return curators


def _when(milliseconds: int | None) -> str:
    if milliseconds is None:
        return ""
    seen = moment(milliseconds * 1_000_000)
    return f" on {seen.day} {seen:%B %Y}"


def _listed(curators: Curators) -> str:
    return " or ".join(curators.names) or "Business Support"
