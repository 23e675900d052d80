"""Moments: timezone-aware datetimes, and the nanoseconds file systems count in."""

from datetime import UTC, date, datetime


def moment(nanoseconds: int) -> datetime:
    """Return the UTC moment that many nanoseconds after 1970 began.

    Times no calendar holds (file systems keep what they are given) become its nearest day.
    """
    seconds = min(max(nanoseconds // 1_000_000_000, -62_135_596_800), 253_402_300_799)
    return datetime.fromtimestamp(seconds, UTC)


def nanoseconds(when: datetime) -> int:
    """Return the whole nanoseconds between 1970 and when."""
    return int(when.timestamp() * 1_000_000) * 1000


def day_in_words(day: date) -> str:
    """Return a day as people write it: 3 March 2026."""
    return f"{day.day} {day:%B %Y}"
