"""Time kept for children: when it is, and whether a meeting falls into it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from librarian.domain.forms.wording import in_time

WEEK: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
AN_HOUR: Final = 60


@dataclass(frozen=True, slots=True)
class ProtectedTime:
    """When the team is with children, and when meetings are welcome; days count from Monday."""

    starts: time = time(12, 30)
    ends: time = time(17)
    meetings_from: time = time(9)
    meetings_to: time = time(12, 30)
    days: frozenset[int] = frozenset(range(5))

    def covers(self, day: date, starts: time, minutes: int = AN_HOUR) -> bool:
        """Whether a meeting takes any of it; one that ends as it begins does not."""
        if day.weekday() not in self.days:
            return False
        begins = datetime.combine(day, starts)
        ends = begins + timedelta(minutes=max(1, minutes))
        kept = datetime.combine(day, self.starts), datetime.combine(day, self.ends)
        return begins < kept[1] and kept[0] < ends

    @property
    def spoken(self) -> str:
        """When it is, in words: 12.30 pm to 5 pm."""
        return f"{in_time(self.starts)} to {in_time(self.ends)}"

    @property
    def meetings_spoken(self) -> str:
        """When meetings are welcome, in words."""
        return f"{in_time(self.meetings_from)} to {in_time(self.meetings_to)}"


def protected_time_of(answers: Mapping[str, object]) -> ProtectedTime:
    """Return what a charter says of its time; where it says nothing, the usual."""
    group = answers.get("time")
    given = group if isinstance(group, Mapping) else {}
    usual = ProtectedTime()
    named = given.get("days")
    days = frozenset(WEEK.index(each) for each in _texts(named) if each in WEEK)
    return ProtectedTime(
        starts=_time(given.get("starts"), usual.starts),
        ends=_time(given.get("ends"), usual.ends),
        meetings_from=_time(given.get("meetings_from"), usual.meetings_from),
        meetings_to=_time(given.get("meetings_to"), usual.meetings_to),
        days=days or usual.days,
    )


def _time(given: object, usual: time) -> time:
    try:
        return time.fromisoformat(str(given))
    except ValueError:
        return usual


def _texts(given: object) -> tuple[str, ...]:
    return tuple(map(str, given)) if isinstance(given, list) else ()
