"""Hybrid logical clocks: each stamp is later than any its desk has seen, near the real time.

A clock that is far from the time the share itself gives to files is not believed.
"""

from typing import Final

from librarian.domain.ledger import Stamp

FAR: Final = 120_000
"""Milliseconds; so much two honest clocks may differ."""

_PLAUSIBLE: Final = 1_577_836_800_000
"""The year 2020: a file system that tells of earlier times has no clock."""


def next_stamp(now: int, last: Stamp | None, desk: str) -> Stamp:
    """Return the stamp of what a desk writes now, after last."""
    if last is None or now > last.milliseconds:
        return Stamp(now, 0, desk)
    return Stamp(last.milliseconds, last.count + 1, desk)


def drift(own: int, share: int) -> int:
    """Return by how many milliseconds a desk's clock is ahead of the share's; 0 where it is near.

    A share that tells no plausible time corrects nobody.
    """
    ahead = own - share
    return ahead if share > _PLAUSIBLE and abs(ahead) > FAR else 0


def in_words(ahead: int) -> str:
    """Return how far a clock is from the share's, for people."""
    minutes = round(abs(ahead) / 60_000)
    hours, days = round(minutes / 60), round(minutes / 1440)
    span = f"{minutes} minutes"
    if minutes >= 48 * 60:
        span = f"{days} days"
    elif minutes >= 120:  # noqa: PLR2004 - two hours, in minutes
        span = f"{hours} hours"
    return f"{span} {'ahead of' if ahead > 0 else 'behind'} the drive's"
