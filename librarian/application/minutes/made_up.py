"""Made-up minutes to try the page with: a first meeting that is over, a second one under way."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from librarian.application.minutes.ports import Meeting, Stage
from librarian.domain.minutes.carrying import Answers, carried, numbered

PREFIX: Final = "made-up-"
_AGO: Final = "@"
_FRIDAY: Final = 4


def made_up_minutes(told: Mapping[str, Answers], case: str, today: date) -> tuple[Meeting, ...]:
    """Return two meetings of a made-up family; days in `told` are counted from today."""
    first = numbered(_group(_dated(told["first"], today)))
    second = _over(carried(first), _group(_dated(told["second"], today)))
    held = date.fromisoformat(str(_group(first["meeting"])["date"]))
    day = held + timedelta(days=7)
    issued = {str(_group(row)["name"]): day.isoformat() for row in _rows(first["readers"])}
    return (
        Meeting(f"{PREFIX}1", case, first, Stage.ISSUED, day, issued=issued),
        Meeting(f"{PREFIX}2", case, second, Stage.DRAFT, today),
    )


def is_made_up(meeting: Meeting) -> bool:
    """Tell whether minutes are made up, to try the page with."""
    return meeting.id.startswith(PREFIX)


def _dated(value: object, today: date) -> object:
    """The value with `@-42` for the day 42 days ago; no day falls on a weekend."""
    if isinstance(value, Mapping):
        return {name: _dated(each, today) for name, each in value.items()}
    if isinstance(value, list):
        return [_dated(each, today) for each in value]
    if isinstance(value, str) and value.startswith(_AGO):
        day = today + timedelta(days=int(value.removeprefix(_AGO)))
        return (day - timedelta(days=max(0, day.weekday() - _FRIDAY))).isoformat()
    return value


def _over(begun: dict[str, object], written: Answers) -> dict[str, object]:
    """What a meeting began with, and what was written; rows go over the rows of their place."""
    made = dict(begun)
    for name, value in written.items():
        rows = _rows(value)
        before = _rows(made.get(name))
        laid = [
            {**_group(before[at] if at < len(before) else {}), **_group(row)}
            for at, row in enumerate(rows)
        ]
        made[name] = [*laid, *before[len(laid) :]] if rows else value
    return made


def _rows(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _group(value: object) -> dict[str, object]:
    return dict(value) if isinstance(value, Mapping) else {}
