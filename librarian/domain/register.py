"""The register of documents: one line each, as business support hand it to an inspector."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date
from typing import Final

_STARTS_A_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """What the register says of one document; days are None where nobody has set them."""

    title: str
    version: str
    since: date | None
    owner: str
    deputy: str
    phone: str
    approver: str
    next_review: date | None
    summary: str
    status: str
    path: str


HEADINGS: Final = (
    "Title",
    "Version",
    "Date",
    "Owner",
    "Deputy",
    "Phone",
    "Confirmed by",
    "Next review",
    "What changed",
    "Status",
    "Where it is",
)
"""One for each field of a line, in the same order."""


def cells(line: RegisterLine) -> tuple[str, ...]:
    """Return a line as cells of text that no spreadsheet takes for a formula; days are ISO 8601."""
    values = (getattr(line, each.name) for each in fields(line))
    return tuple(harmless("" if value is None else str(value)) for value in values)


def harmless(text: str) -> str:
    """Return text so that a spreadsheet shows it and never computes it.

    An apostrophe in front is what spreadsheets themselves use to mark text (OWASP, CSV injection).
    """
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def in_order(lines: Iterable[RegisterLine]) -> tuple[RegisterLine, ...]:
    """Return the lines by title, then by place."""
    return tuple(sorted(lines, key=lambda each: (each.title.casefold(), each.path)))
