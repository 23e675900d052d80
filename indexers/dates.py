"""Dates as people say them: "last month", "3 weeks ago", "March 2024", "12/03/2024"."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_DAYS: Final = "montuewedthufrisatsun"
_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR: Final = r"(?P<year>(?:19|20)\d\d)"
_DAY: Final = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_WEEKDAY: Final = (
    r"(?P<weekday>mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
)
_UNIT: Final = r"(?P<unit>day|week|month|year)s?"
_NUMBER: Final = r"(?P<number>\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_COUNTED: Final = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "twelve": 12,
}

Period = tuple[date, date]
"""The first day, and the day after the last."""

_Said = re.Match[str]


def _day(when: date) -> Period:
    return when, when + timedelta(days=1)


def _month(year: int, month: int) -> Period:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _year(year: int) -> Period:
    return date(year, 1, 1), date(year + 1, 1, 1)


def _back(today: date, number: int, unit: str) -> date:
    if unit in {"day", "week"}:
        return today - timedelta(days=number * (7 if unit == "week" else 1))
    months = today.year * 12 + today.month - 1 - number * (12 if unit == "year" else 1)
    first = date(months // 12, months % 12 + 1, 1)
    _, after = _month(first.year, first.month)
    return min(first.replace(day=1) + timedelta(days=today.day - 1), after - timedelta(days=1))


def _of_calendar(said: _Said, today: date) -> Period:
    back = {"this": 0, "last": 1, "previous": 1, "past": 1}[said["which"]]
    unit = said["unit"]
    if unit == "day":
        return _day(today - timedelta(days=back))
    if unit == "week":
        monday = today - timedelta(days=today.weekday() + 7 * back)
        return monday, monday + timedelta(days=7)
    when = _back(today.replace(day=1), back, unit)
    return _month(when.year, when.month) if unit == "month" else _year(when.year)


def _ago(said: _Said, today: date) -> Period:
    return _day(_back(today, _count(said["number"]), said["unit"]))


def _lately(said: _Said, today: date) -> Period:
    return _back(today, _count(said["number"]), said["unit"]), today + timedelta(days=1)


def _count(number: str) -> int:
    return _COUNTED.get(number) or int(number)


def _weekday(said: _Said, today: date) -> Period:
    back = (today.weekday() - _DAYS.index(said["weekday"][:3]) // 3) % 7
    return _day(today - timedelta(days=back or 7))


def _dated(said: _Said, today: date) -> Period:
    parts = said.groupdict()
    year = _full_year(parts.get("year") or parts.get("short"))
    month = _month_number(parts["month"])
    if year is None:
        year = today.year - (month > today.month)
    if parts.get("day"):
        return _day(date(year, month, int(parts["day"])))
    return _month(year, month)


def _full_year(year: str | None) -> int | None:
    return None if year is None else int(year) + (2000 if len(year) == 2 else 0)  # noqa: PLR2004 - two digits


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else _MONTHS.index(month[:3]) // 3 + 1


_Reading = Callable[[_Said, date], Period]
_WAYS: Final[tuple[tuple[str, _Reading], ...]] = (
    (r"today|now", lambda _said, today: _day(today)),
    (r"yesterday", lambda _said, today: _day(today - timedelta(days=1))),
    (rf"(?P<which>this|last|previous|past) {_UNIT}", _of_calendar),
    (rf"{_NUMBER} {_UNIT} ago", _ago),
    (rf"(?:the )?(?:last|past) {_NUMBER} {_UNIT}", _lately),
    (rf"(?:last |on )?{_WEEKDAY}", _weekday),
    (rf"{_YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)", _dated),
    (rf"(?P<day>\d\d?)[-/.](?P<month>\d\d?)[-/.](?:{_YEAR}|(?P<short>\d\d))", _dated),
    (rf"{_YEAR}[-/.](?P<month>\d\d?)", _dated),
    (rf"(?P<month>\d\d?)[-/.]{_YEAR}", _dated),
    (rf"{_DAY} (?:of )?{_MONTH}(?:,? {_YEAR})?", _dated),
    (rf"{_MONTH} {_DAY}(?:,? {_YEAR})?", _dated),
    (rf"(?:last )?{_MONTH}(?:,? {_YEAR})?", _dated),
    (_YEAR, lambda said, _today: _year(int(said["year"]))),
)
_COMPILED: Final = tuple((re.compile(pattern), reading) for pattern, reading in _WAYS)
SAID: Final = "|".join(
    re.sub(r"\?P<\w+>", "?:", pattern)
    for pattern, _ in sorted(_WAYS, key=lambda way: " " not in way[0])
)
"""A pattern of every way to say a date, longer ways first, to find one within a text."""
_FIRST_WORDS: Final = (
    *("today", "yesterday", "now", "last", "this", "previous", "past", "the", "on"),
    *("january", "february", "march", "april", "may", "june", "july", "august", "september"),
    *("october", "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday"),
    *("saturday", "sunday", *_COUNTED),
)
_LONGEST: Final = 4  # words of a spoken date


def could_begin(said: str) -> bool:
    """Tell whether a person may be about to say a date: "las", "last mo", "202"."""
    first, *others = said.lower().split() or [""]
    known = first[:1].isdigit() or any(word.startswith(first) for word in _FIRST_WORDS)
    return known and len(others) < _LONGEST


def period(said: str, today: date) -> Period | None:
    """Return the days that a person means, or None where it is no date."""
    plain = " ".join(said.lower().split())
    for pattern, reading in _COMPILED:
        found = pattern.fullmatch(plain)
        if found:
            try:
                return reading(found, today)
            except (ValueError, OverflowError):
                return None  # the 31st of February, or before any calendar
    return None
