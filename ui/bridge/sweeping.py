"""Keeps Python's collector out of other threads while there is a window.

Objects that hold each other are freed by whichever thread the collector happens to run in. If
one of them is a widget, it dies outside the window's thread, and the program with it. So the
collector is switched off, and called by a timer in the window's thread.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

EVERY_MS: Final = 1_000


class Sweeper(QObject):
    """Collects in the thread it lives in, about as often as Python itself would."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.sweep)

    def start(self) -> None:
        """Sweep from now on; what was made so far is here to stay and is not looked at again."""
        gc.freeze()
        self._timer.start(EVERY_MS)

    def stop(self) -> None:
        """Leave collecting to Python again."""
        self._timer.stop()
        gc.enable()

    def sweep(self) -> int:
        """Collect the oldest generation that is due; returns how many objects were freed."""
        due = [
            generation
            for generation, (count, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > limit
        ]
        return gc.collect(max(due)) if due else 0
