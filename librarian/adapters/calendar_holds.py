"""Time with children as a calendar hold that any calendar program imports; nothing is sent.

The times are London's, with the rules of its summer time written into the file, so that the hold
begins at the same time by the clock on the wall all year.
"""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vRecur

from librarian.application.ports import Clock
from librarian.domain.charter.protected import ProtectedTime

LONDON: Final = "Europe/London"
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_YEARS: Final = 10


class IcalendarHolds:
    """Writes holds as iCalendar files."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def hold(self, team: str, words: str, time: ProtectedTime) -> bytes:
        """One hold that comes back every week on the days of the charter."""
        now = self._clock.now()
        first = _first_day(now.date(), time)
        zone = ZoneInfo(LONDON)
        event = Event()
        event.add("uid", f"{uuid5(NAMESPACE_URL, f'time with children {team}')}@librarian")
        event.add("dtstamp", now)
        event.add("summary", "Time with children and young people")
        event.add("description", words)
        event.add("dtstart", datetime.combine(first, time.starts, zone))
        event.add("dtend", datetime.combine(first, time.ends, zone))
        event.add("rrule", vRecur(freq="weekly", byday=[_DAYS[day] for day in sorted(time.days)]))
        event.add("transp", "OPAQUE")
        event.add("x-microsoft-cdo-busystatus", "BUSY")
        return _calendar(event, first)


def _calendar(event: Event, first: date) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Librarian//Time with children//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    last = first.replace(year=first.year + _YEARS, day=min(first.day, 28))
    calendar.add_component(Timezone.from_tzid(LONDON, first_date=first, last_date=last))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _first_day(today: date, time: ProtectedTime) -> date:
    days = (today + timedelta(days=number) for number in range(7))
    return next((day for day in days if day.weekday() in time.days), today)
