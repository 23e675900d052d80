"""Reads a day as people type it: 14 May 2026, 14/5/26, 2026-05-14, Thursday 14th May 2026."""

import re
from datetime import date
from typing import Final

_MONTHS: Final = (
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
)
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS: Final = re.compile(r"(\d{1,2})[./ -](\d{1,2})[./ -](\d{4}|\d{2})")
_NAMED: Final = re.compile(
    r"(?:[A-Za-z]+,? +)?(\d{1,2})(?:st|nd|rd|th)? +([A-Za-z]{3,9})\.?,? +(\d{4}|\d{2})"
)
_CENTURY: Final = 2000
_SHORT: Final = 100


def day_typed(text: str) -> date | None:
    """Return the day that a text is; None where it is none, or says more than a day."""
    said = text.strip()
    if found := _ISO.fullmatch(said):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(said):
        return _day(_year(found[3]), int(found[2]), int(found[1]))
    if (found := _NAMED.fullmatch(said)) and found[2][:3].casefold() in _MONTHS:
        return _day(_year(found[3]), _MONTHS.index(found[2][:3].casefold()) + 1, int(found[1]))
    return None


def _year(text: str) -> int:
    year = int(text)
    return year + _CENTURY if year < _SHORT else year


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
