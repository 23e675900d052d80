"""Turns a flurry of changes into one burst: pure, it is told the time and starts no thread."""

from dataclasses import dataclass, field
from typing import Final

QUIET_SECONDS: Final = 0.25
"""A burst is over when nothing moved for this long: programs save in several steps."""
LONGEST_SECONDS: Final = 2.0
"""A burst that never ends (a long copy) is passed on in parts."""


@dataclass(slots=True)
class Burst:
    """Folders in which something moved, until it settles; times in seconds of one clock."""

    folders: set[str] = field(default_factory=set)
    began: float = 0.0
    last: float = 0.0

    def add(self, folders: frozenset[str], now: float) -> None:
        """Something moved in these folders."""
        if not self.folders:
            self.began = now
        self.last = now
        self.folders |= folders

    def seconds_left(self, now: float) -> float | None:
        """How long until this burst has settled; None while there is none."""
        if not self.folders:
            return None
        return max(0.0, min(self.last + QUIET_SECONDS, self.began + LONGEST_SECONDS) - now)

    def take(self) -> frozenset[str]:
        """The folders of the burst, which is over now."""
        taken = frozenset(self.folders)
        self.folders.clear()
        return taken
