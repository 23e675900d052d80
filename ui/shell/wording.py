"""How long ago and how long still, as people say it; pure."""

from datetime import datetime
from typing import Final

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
