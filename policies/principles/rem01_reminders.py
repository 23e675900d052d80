"""Owners are reminded before a review is due."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.clocks import day_in_words
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle, Unit

CODE: Final = "REM01"


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days before the review a reminder begins; the nearest counts."""

    first: Annotated[int, "First reminder, days before"] = 90
    second: Annotated[int, "Second reminder, days before"] = 30
    last: Annotated[int, "Last reminder, days before"] = 0


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each document whose review comes soon."""
    for document in view.documents:
        due = document.due(view.months)
        left = (due - view.today).days if due else -1
        steps = [days for days in (terms.first, terms.second, terms.last) if 0 <= left <= days]
        if due and steps:
            yield Finding(
                CODE,
                document.path,
                f"{due.isoformat()} {min(steps)}",
                f"It is to be looked at again by {day_in_words(due)}.",
                Severity.LOW,
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="A reminder before each review",
    wording="The owner is reminded {first} and {second} days before a review, and on the day.",
    why="A review takes an hour when there is time, and much longer when it is late.",
    remedy="Look through it now, or agree a day with the owner.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    by_machine=False,
)
