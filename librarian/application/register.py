"""Makes the register of documents from what people have decided."""

from collections.abc import Iterable

from librarian.domain.clocks import day_in_words, moment
from librarian.domain.document_types import Months
from librarian.domain.documents import Document, Version
from librarian.domain.register import RegisterLine, in_order


def register(documents: Iterable[Document], months: Months) -> tuple[RegisterLine, ...]:
    """Return a line for each document, by title: its current version, else its latest draft."""
    return in_order(_line(each, months) for each in documents if each.versions)


def _line(document: Document, months: Months) -> RegisterLine:
    version = document.current or document.versions[-1]
    return RegisterLine(
        title=document.title,
        version=version.label,
        since=moment(version.since * 1_000_000).date(),
        owner=document.owner,
        deputy=document.deputy,
        phone=document.phone,
        approver=version.who if document.current else "",
        next_review=document.due(months),
        summary=version.note,
        status=_status(document, version),
        path=version.path or document.path,
    )


def _status(document: Document, version: Version) -> str:
    held = ", not to be moved or removed" if document.held else ""
    missing = f", missing since {_day_of(document)}" if document.missing_since else ""
    return f"{'current' if document.current else version.status}{missing}{held}"


def _day_of(document: Document) -> str:
    day = moment((document.missing_since or 0) * 1_000_000).date()
    return day_in_words(day)
