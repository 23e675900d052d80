"""What the Minutes page asks its room for at once, off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from librarian.domain.errors import LibrarianError

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.minutes.minute_desk import Days, MinuteDesk
    from librarian.application.minutes.ports import Damaged, Meeting
    from librarian.application.minutes.taking_minutes import MinuteRoom
    from librarian.domain.forms.form import FormDefinition
    from librarian.domain.minutes.carrying import Step
    from librarian.domain.minutes.gentle_checks import Remark
    from librarian.domain.minutes.guide import Guide


@dataclass(frozen=True, slots=True)
class Loaded:
    """What is kept, what of it cannot be opened, and what minutes are taken with."""

    meetings: tuple[Meeting, ...]
    damaged: tuple[Damaged, ...]
    form: FormDefinition
    guide: Guide


@dataclass(frozen=True, slots=True)
class Review:
    """What is looked at at the end: remarks, days, what became of each item, who may carry on."""

    remarks: tuple[Remark, ...]
    days: Days
    history: dict[str, tuple[Step, ...]]
    people: tuple[str, ...] = ()


def loaded(room: MinuteRoom) -> Loaded:
    """Return all there is, once what is past its time is gone."""
    desk = room.desk
    room.arrive()
    return Loaded(desk.meetings(), desk.damaged(), desk.form, desk.guide)


def reviewed(room: MinuteRoom, meeting: Meeting) -> Review:
    """Return what there is to look at, once the meeting is kept."""
    desk = room.desk
    kept = desk.save(meeting)
    history = desk.history(kept.case) if kept.case else {}
    return Review(desk.remarks(kept), desk.days(kept), history, _people(desk))


def _people(desk: MinuteDesk) -> tuple[str, ...]:
    """Who could carry on; nobody while the team's folder is away, or open to everybody."""
    try:
        return desk.people()
    except LibrarianError:
        return ()
