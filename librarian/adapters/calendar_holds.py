"""Time with children as a calendar hold that any calendar program imports; nothing is sent.

The times are London's, with the rules of its summer time written into the file, so that the hold
begins at the same time by the clock on the wall all year.
"""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from librarian.application.ports import Clock
from librarian.domain.charter.protected import ProtectedTime

LONDON: Final = "Europe/London"
_DAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


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
        return _calendar(event)


def london() -> Timezone:
    """Return London's time as calendar programs take it: the rules, for as long as they hold."""
    zone = Timezone()
    zone.add("tzid", LONDON)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    _put_rule(summer, "BST", datetime(1996, 3, 31, 1), (0, 1))  # noqa: DTZ001 - it makes the zone
    _put_rule(winter, "GMT", datetime(1996, 10, 27, 2), (1, 0))  # noqa: DTZ001 - as above
    zone.add_component(summer)
    zone.add_component(winter)
    return zone


def _put_rule(
    part: TimezoneDaylight | TimezoneStandard, name: str, since: datetime, hours: tuple[int, int]
) -> None:
    """The last Sunday of the month of `since`, every year, the clock goes from one to the other."""
    part.add("tzname", name)
    part.add("dtstart", since)
    part.add("rrule", vRecur(freq="yearly", bymonth=since.month, byday="-1SU"))
    part.add("tzoffsetfrom", timedelta(hours=hours[0]))
    part.add("tzoffsetto", timedelta(hours=hours[1]))


def _calendar(event: Event) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Librarian//Time with children//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(london())
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _first_day(today: date, time: ProtectedTime) -> date:
    days = (today + timedelta(days=number) for number in range(7))
    return next((day for day in days if day.weekday() in time.days), today)
