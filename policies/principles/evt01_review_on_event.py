"""When the law or the procedures manual changes, what rests on it is looked at again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding
from librarian.domain.principles import Principle, Unit
from librarian.domain.words import words_of

CODE: Final = "EVT01"


@dataclass(frozen=True, slots=True)
class Terms:
    """What happened and when; `about` are words of the titles that it concerns, none for all."""

    happened: Annotated[date | None, "On which day it happened"] = None
    what: Annotated[str, "What happened"] = "the procedures manual changed"
    about: Annotated[
        tuple[str, ...], "Words in the titles of what it touches (none: all documents)"
    ] = ()


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each document that nobody has looked at since it happened."""
    if terms.happened is None or terms.happened > view.today:
        return
    day = terms.happened
    since = int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp() * 1000)
    about = frozenset(word.casefold() for word in terms.about)
    for document in view.documents:
        concerned = not about or about & frozenset(words_of(document.title))
        if document.current and concerned and max(document.current.since, document.looked) < since:
            yield Finding(
                CODE,
                document.path,
                day.isoformat(),
                f"Nobody has looked at it since {terms.what}.",
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Looked at again after a change",
    wording="After something changes ({what}), the documents that rest on it are looked at again.",
    why="A form can be right in March and wrong in April, when the law has changed.",
    remedy="Ask the owner: does the change touch it? Confirm it again, or change it.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    by_machine=False,
)
