"""The time as Qt tells it, for a window that is shown before anything else is loaded."""

from datetime import UTC, datetime
from time import perf_counter

from PySide6.QtCore import QDateTime


class QtClock:
    """A Clock for the window."""

    def now(self) -> datetime:
        """The moment it is, in UTC."""
        return datetime.fromtimestamp(QDateTime.currentMSecsSinceEpoch() / 1000, UTC)

    def ticks(self) -> float:
        """Seconds that only ever go forward."""
        return perf_counter()
