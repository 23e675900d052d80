"""How long ago and how long still, as people say it; pure."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ui.kit.wording import counted, spoken_day
from ui.shell import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Recognised

_MINUTE: Final = 60
_HOUR: Final = 60 * _MINUTE


def ago(then: datetime, now: datetime) -> str:
    """Return how long ago then was: ``just now``, ``2 min ago``, ``today 09:14``, ``12 Nov``."""
    seconds = (now - then).total_seconds()
    if seconds < _MINUTE:
        return "just now"
    if seconds < _HOUR:
        return f"{seconds // _MINUTE:.0f} min ago"
    local, today = then.astimezone(), now.astimezone().date()
    if local.date() == today:
        return f"today {local:%H:%M}"
    return f"{local.day} {local:%b %H:%M}"


def duration(seconds: float) -> str:
    """Return about how long that is: ``less than a minute``, ``3 min``, ``1 h 20 min``."""
    if seconds < _MINUTE:
        return "less than a minute"
    minutes = round(seconds / _MINUTE)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return f"{hours} h {rest} min" if rest else f"{hours} h"


def cases_words(source: Path, kinds: tuple[str, ...]) -> tuple[str, str]:
    """Return which case system is used from now on, and what it holds."""
    held = ", ".join(texts.CASE_KINDS.get(each, each) for each in kinds)
    return texts.CASES_USED.format(source.stem), texts.CASES_HELD.format(held)


def known_words(found: Recognised, now: datetime) -> tuple[str, str]:
    """Return what a recognised file is, and what to do about it."""
    from librarian.application.about import Known  # noqa: PLC0415 - not needed to type

    label = f" ({found.label})" if found.label else ""
    when = f" {spoken_day(found.since, now)}" if found.since else ""
    differ = _differ(found.changes)
    use = texts.DROP_USE.format(differ)
    words = {
        Known.CURRENT: (texts.DROP_CURRENT, f"{found.title}{label}"),
        Known.LATEST: (texts.DROP_LATEST, texts.DROP_NOT_CONFIRMED),
        Known.REPLACED: (texts.DROP_REPLACED, use),
        Known.OLDER: (texts.DROP_OLDER, texts.DROP_LATER.format(differ)),
        Known.DRAFT: (texts.DROP_DRAFT, texts.DROP_USE.format("")),
        Known.FILLED_IN: (texts.DROP_ALIKE, use),
        Known.ALIKE: (texts.DROP_ALIKE, use),
        Known.UNKNOWN: (texts.DROP_UNKNOWN, texts.DROP_UNKNOWN_DO),
    }
    title, remedy = words[found.known]
    return title.format(name=found.name, title=found.title, when=when), remedy


def _differ(changes: int | None) -> str:
    if changes is None:
        return ""
    return f" {counted(changes, 'thing differs', 'things differ')}." if changes else ""
