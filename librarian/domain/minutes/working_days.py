"""When core groups and conferences are due, in working days; which days are holidays is asked.

Everything an area may have agreed otherwise is in `Clocks`.
"""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

NATIONS: Final = ("england", "wales", "scotland", "northern-ireland")
_SATURDAY: Final = 5
_YEAR: Final = 12


class BankHolidays(Protocol):
    """Which days nobody works, beside weekends."""

    def is_holiday(self, day: date) -> bool:
        """Whether day is a bank holiday."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """What an area has agreed: how soon, how often, by which guidance, how long it is kept."""

    nation: str = "england"
    first_working_days: int = 10
    interval_weeks: int = 6
    first_review_months: int = 3
    later_review_months: int = 6
    share_working_days: int = 5
    guidance: str = ""
    keep_days: int = 730


@dataclass(frozen=True, slots=True)
class Proposed:
    """A day proposed, the last day that is in time, and the rule behind it in words."""

    day: date
    latest: date
    rule: str


def clocks_of(told: Mapping[str, object]) -> Clocks:
    """Return the clocks of a document of settings; what it does not say is as shipped."""
    usual = Clocks()
    nation = str(told.get("nation", usual.nation))
    return Clocks(
        nation if nation in NATIONS else usual.nation,
        _count(told, "first_working_days", usual.first_working_days),
        _count(told, "interval_weeks", usual.interval_weeks),
        _count(told, "first_review_months", usual.first_review_months),
        _count(told, "later_review_months", usual.later_review_months),
        _count(told, "share_working_days", usual.share_working_days),
        str(told.get("guidance", "")),
        _count(told, "keep_days", usual.keep_days),
    )


def is_working_day(day: date, off: BankHolidays) -> bool:
    """Tell whether people work on a day."""
    return day.weekday() < _SATURDAY and not off.is_holiday(day)


def working_days_after(start: date, count: int, off: BankHolidays) -> date:
    """Return the working day that is count working days after start."""
    day = start
    for _ in range(count):
        day = _next_working(day, off)
    return day


def working_days_between(start: date, end: date, off: BankHolidays) -> int:
    """Return how many working days lie after start, up to and with end."""
    span = range(1, (end - start).days + 1)
    return sum(is_working_day(start + timedelta(days=step), off) for step in span)


def on_or_before(day: date, off: BankHolidays) -> date:
    """Return day, or the last working day before it."""
    while not is_working_day(day, off):
        day -= timedelta(days=1)
    return day


def months_after(day: date, months: int) -> date:
    """Return the same day of a later month, or that month's last day."""
    year, month = divmod(day.month - 1 + months, _YEAR)
    year, month = day.year + year, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def first_core_group(conference: date, clocks: Clocks, off: BankHolidays) -> Proposed:
    """Return by when the first core group has to be, after the first conference."""
    latest = working_days_after(conference, clocks.first_working_days, off)
    rule = f"within {clocks.first_working_days} working days of the first conference"
    return Proposed(latest, latest, rule)


def next_core_group(held: date, clocks: Clocks, off: BankHolidays) -> Proposed:
    """Return when the next core group should be: the last working day that is still in time."""
    latest = held + timedelta(weeks=clocks.interval_weeks)
    rule = f"at most {clocks.interval_weeks} weeks after this one"
    return Proposed(on_or_before(latest, off), latest, rule)


def next_conference(
    conference: date | None, review: date | None, clocks: Clocks, off: BankHolidays
) -> Proposed | None:
    """Return when the next review conference should be; None where no conference is known."""
    begun, months = (review, clocks.later_review_months) if review else (conference, 0)
    if begun is None:
        return None
    months = months or clocks.first_review_months
    latest = months_after(begun, months)
    since = "the last review" if review else "the first conference"
    return Proposed(on_or_before(latest, off), latest, f"at most {months} months after {since}")


def doubts(day: date, proposed: Proposed, off: BankHolidays) -> tuple[str, ...]:
    """Return what speaks against a day, in words; nothing where it is fine."""
    found = []
    if not is_working_day(day, off):
        found.append("This is a weekend or a bank holiday.")
    if day > proposed.latest:
        late = (day - proposed.latest).days
        found.append(f"This is {late} day{'' if late == 1 else 's'} late: {proposed.rule}.")
    return tuple(found)


def _next_working(day: date, off: BankHolidays) -> date:
    day += timedelta(days=1)
    while not is_working_day(day, off):
        day += timedelta(days=1)
    return day


def _count(told: Mapping[str, object], name: str, usual: int) -> int:
    value = told.get(name)
    return value if isinstance(value, int) and value > 0 else usual
