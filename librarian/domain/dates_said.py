"""Dates as people write them in names and footers: any order, any separator, or only a year.

A date is kept as its first and last possible day, so that "2024" and "3 March 2024" can be
compared without pretending to know more than was written. Two-digit years belong to this century.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import Final


class Precision(IntEnum):
    """How exactly a date was written."""

    YEARS = 1
    """An academic or financial year, or one year alone."""
    SEASON = 2
    MONTH = 3
    DAY = 4


@dataclass(frozen=True, slots=True)
class Dated:
    """What a written date can mean: every day from first to last."""

    first: date
    last: date
    precision: Precision

    def is_before(self, other: "Dated") -> bool:
        """Tell whether every day this can mean comes before every day that other can mean."""
        return self.last < other.first

    def in_words(self) -> str:
        """Return the date as a person would write it."""
        if self.precision is Precision.DAY:
            return f"{self.first.day} {self.first:%B %Y}"
        if self.precision is Precision.MONTH:
            return f"{self.first:%B %Y}"
        if self.first.year == self.last.year:
            return str(self.first.year)
        return f"{self.first.year}-{self.last.year % 100:02}"


@dataclass(frozen=True, slots=True)
class Mention:
    """A date found in a text, and where it stands there."""

    start: int
    end: int
    dated: Dated


EARLIEST: Final = 1980
LATEST: Final = 2099
_LIKELY: Final = 2010
"""Six digits are rarely a day before this year."""
_MONTHS: Final = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
_NUMBERS: Final = {
    name: place + 1
    for place, name in enumerate(re.findall("...", "janfebmaraprmayjunjulaugsepoctnovdec"))
}
_SEASONS: Final = {"spring": (1, 5), "summer": (4, 9), "autumn": (8, 12), "winter": (10, 12)}
_YEAR: Final = r"(?:19[89]|20[0-9])\d"
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH: Final = r"(?:0?[1-9]|1[0-2])"
_APART: Final = r"[-./_ ]"


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![0-9A-Za-z.])(?:{text})(?![0-9])", re.IGNORECASE)


@lru_cache(maxsize=2048)
def mentions(text: str) -> tuple[Mention, ...]:
    """Return the dates written in text, from left to right; none overlaps another."""
    if not _TWO_DIGITS.search(text):
        return ()
    is_named = any(map(text.lower().__contains__, _NAMES))  # far quicker than a pattern
    if not is_named and not _LIKE_A_DATE.search(text):
        return ()
    found: list[Mention] = []
    for pattern, read in _WAYS if is_named else _IN_NUMBERS:
        for match in pattern.finditer(text):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            if dated := read(match):
                found.append(Mention(match.start(), match.end(), dated))
    return tuple(sorted(found, key=lambda mention: mention.start))


def read_date(text: str) -> Dated | None:
    """Return the date that text is, or None where it is anything else."""
    stripped = text.strip()
    found = mentions(stripped)
    if len(found) == 1 and (found[0].start, found[0].end) == (0, len(stripped)):
        return found[0].dated
    return None


def _on(year: int, month: int, day: int) -> Dated | None:
    if not EARLIEST <= year <= LATEST:
        return None
    try:
        when = date(year, month, day)
    except ValueError:
        return None
    return Dated(when, when, Precision.DAY)


def _whole(year: str) -> int:
    return int(year) if len(year) == len("2024") else 2000 + int(year)


def _year_first(match: re.Match[str]) -> Dated | None:
    return _on(int(match["y"]), int(match["m"]), int(match["d"]))


def _day_first(match: re.Match[str]) -> Dated | None:
    year, one, other = _whole(match["y"]), int(match["d"]), int(match["m"])
    return _on(year, other, one) or _on(year, one, other)


def _six_digits(match: re.Match[str]) -> Dated | None:
    """Return ddmmyy as it is written here; yymmdd where that is no day."""
    one, two, three = (int(match[0][at : at + 2]) for at in (0, 2, 4))
    found = [_on(2000 + three, two, one), _on(2000 + one, two, three)]
    likely = [dated for dated in found if dated and dated.first.year >= _LIKELY]
    return next(iter(likely or filter(None, found)), None)


def _eight_digits(match: re.Match[str]) -> Dated | None:
    written = match[0]
    year_first = _on(int(written[:4]), int(written[4:6]), int(written[6:]))
    return year_first or _on(int(written[4:]), int(written[2:4]), int(written[:2]))


def _named_day(match: re.Match[str]) -> Dated | None:
    return _on(_whole(match["y"]), _NUMBERS[match["m"][:3].lower()], int(match["d"]))


def _named_month(match: re.Match[str]) -> Dated:
    return _month(_whole(match["y"]), _NUMBERS[match["m"][:3].lower()])


def _numbered_month(match: re.Match[str]) -> Dated:
    return _month(int(match["y"]), int(match["m"]))


def _month(year: int, month: int) -> Dated:
    first = date(year, month, 1)
    following = (first + timedelta(days=31)).replace(day=1)
    return Dated(first, following - timedelta(days=1), Precision.MONTH)


def _season(match: re.Match[str]) -> Dated:
    low, high = _SEASONS[match["s"].lower()]
    year = _whole(match["y"])
    return Dated(date(year, low, 1), _month(year, high).last, Precision.SEASON)


def _two_years(match: re.Match[str]) -> Dated | None:
    """Return a financial or academic year; only neighbours make one."""
    first, last = _whole(match["a"]), _whole(match["b"])
    if last != first + 1 or not EARLIEST <= first <= LATEST:
        return None
    return Dated(date(first, 4, 1), date(last, 3, 31), Precision.YEARS)


def _one_year(match: re.Match[str]) -> Dated:
    year = int(match["y"])
    return Dated(date(year, 1, 1), date(year, 12, 31), Precision.YEARS)


_ORDINAL: Final = r"(?:st|nd|rd|th)?"
_Ways = tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Dated | None]], ...]
_NAMED: Final[_Ways] = (
    (
        _pattern(
            rf"(?P<d>{_DAY}){_ORDINAL}{_APART}{{0,2}}(?:of )?(?P<m>{_MONTHS})\.?,?{_APART}{{0,2}}"
            rf"(?P<y>{_YEAR}|\d\d)"
        ),
        _named_day,
    ),
    (
        _pattern(rf"(?P<m>{_MONTHS}){_APART}(?P<d>{_DAY}){_ORDINAL},?{_APART}+(?P<y>{_YEAR})"),
        _named_day,
    ),
    (_pattern(rf"(?P<m>{_MONTHS})\.?,?{_APART}{{0,2}}(?P<y>{_YEAR})"), _named_month),
    (_pattern(rf"(?P<m>{_MONTHS})[ '’]{{0,2}}(?P<y>[12]\d)"), _named_month),
    (_pattern(rf"(?P<s>{'|'.join(_SEASONS)})(?: term)?{_APART}(?P<y>{_YEAR})"), _season),
)
_IN_NUMBERS: Final[_Ways] = (
    (
        _pattern(rf"(?P<y>{_YEAR})(?P<s>{_APART})(?P<m>{_MONTH})(?P=s)(?P<d>{_DAY})"),
        _year_first,
    ),
    (
        _pattern(rf"(?P<d>{_DAY})(?P<s>{_APART})(?P<m>{_DAY})(?P=s)(?P<y>{_YEAR}|\d\d)"),
        _day_first,
    ),
    (_pattern(rf"(?:FY|AY)? ?(?P<a>{_YEAR}) ?[-/–_. ] ?(?P<b>{_YEAR}|\d\d)"), _two_years),
    (_pattern(r"(?:FY|AY)? ?(?P<a>19|2\d|3[0-4])[-/–](?P<b>[23]\d)"), _two_years),
    (_pattern(rf"(?P<y>{_YEAR})[-.](?P<m>{_MONTH})"), _numbered_month),
    (_pattern(r"\d{8}"), _eight_digits),
    (_pattern(r"[0-3]\d[01]\d\d\d|[012]\d[01]\d[0-3]\d"), _six_digits),
    (_pattern(rf"(?P<y>{_YEAR})"), _one_year),
)
_WAYS: Final[_Ways] = _NAMED + _IN_NUMBERS
_TWO_DIGITS: Final = re.compile(r"\d\d")
_LIKE_A_DATE: Final = re.compile(
    r"(?:19[89]|20\d)\d|\d{6}|\d[-./_ ]\d\d?[-./_ ]\d\d|[123]\d[-/–][23]\d"
)
_NAMES: Final = (*_NUMBERS, *_SEASONS)
