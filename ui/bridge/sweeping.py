"""Keeps Python's collector out of other threads while there is a window.

Objects that hold each other are freed by whichever thread the collector happens to run in. If
one of them is a widget, it dies outside the window's thread, and the program with it. So the
collector is switched off, and called by a timer in the window's thread.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 100
"""Often, so that each time is short: nobody who types may feel it."""
WHOLE_EVERY: Final = 600
"""All there is takes longest, and is looked through in one sweep of so many: once a minute."""
_WHOLE: Final = 2


class Sweeper(QObject):
    """Collects in the thread it lives in, about as often as Python itself would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._sweeps = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)

    def start(self) -> None:
        """Sweep from now on."""
        self.spare()
        self._timer.start(EVERY_MS)

    def spare(self) -> None:
        """What was made so far is here to stay and is not looked at again."""
        gc.freeze()

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()

    def sweep(self) -> int:
        """Collect the oldest generation that is due; returns how many objects were freed."""
        self._sweeps += 1
        whole = self._sweeps % WHOLE_EVERY == 0
        due = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit and (whole or generation < _WHOLE)
        ]
        return gc.collect(max(due)) if due else 0
