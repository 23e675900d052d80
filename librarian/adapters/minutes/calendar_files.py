"""Dates to put into a calendar, as .ics files; they say a case's number at most."""

from datetime import date, timedelta
from typing import Final

from icalendar import Calendar, Event

from librarian.application.ports import Clock

_MAKER: Final = "-//Librarian//Core group minutes//EN"


class CalendarFiles:
    """Makes .ics files of whole days."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def event(self, uid: str, title: str, day: date, place: str) -> bytes:
        """An .ics file of one day."""
        calendar, event = Calendar(), Event()
        calendar.add("prodid", _MAKER)
        calendar.add("version", "2.0")
        event.add("uid", f"{uid}@librarian")
        event.add("dtstamp", self._clock.now())
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("summary", title)
        if place:
            event.add("location", place)
        calendar.add_component(event)
        return bytes(calendar.to_ical())
