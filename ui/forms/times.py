"""Times of day as people write them: 2.30 pm, 14:30, 9am, noon."""

import re
from datetime import time
from typing import Final

_TIME: Final = re.compile(
    r"(?P<h>\d{1,2})(?:[:.](?P<m>\d{2}))?(?::\d{2})?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?",
    re.IGNORECASE,
)
_NAMED: Final = {"noon": time(12), "midday": time(12), "midnight": time(0)}
_NOON: Final = 12


def read_time(typed: str) -> time | None:
    """Return the time that was typed, or None where it is none."""
    plain = typed.strip().lower()
    if plain in _NAMED:
        return _NAMED[plain]
    found = _TIME.fullmatch(plain)
    if not found or (not found["m"] and not found["half"]):
        return None
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if found["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if found["half"].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a day
