"""The machine's own clock; the only place that asks it."""

import time
from datetime import UTC, datetime


class SystemClock:
    """Tells the time of this computer."""

    def now(self) -> datetime:
        """The moment it is, in UTC."""
        return datetime.now(UTC)  # noqa: TID251 - this is the Clock that others take

    def ticks(self) -> float:
        """Seconds that only ever go forward."""
        return time.perf_counter()
