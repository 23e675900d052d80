"""Runs the automatic check while a window of somebody who looks after the drive is open."""

import logging
from collections.abc import Callable
from threading import Event as Flag

from librarian.application.ports import Bus
from librarian.application.stewarding import Round, Steward
from librarian.domain.errors import LibrarianError
from librarian.domain.events import AutomaticCheckFinished, Event, ScanFinished

_log = logging.getLogger(__name__)


class Watchkeeper:
    """Does a round after each complete scan; `run` blocks until `stop`."""

    def __init__(self, *, steward: Steward, bus: Bus, is_curator: Callable[[], bool]) -> None:
        self._steward = steward
        self._bus = bus
        self._is_curator = is_curator
        self._scanned = Flag()
        self._stopping = Flag()
        bus.subscribe(self._hear)

    def run(self) -> None:
        """Wait for scans and do a round after each; one that fails never ends the watch."""
        while not self._stopping.is_set():
            self._scanned.wait()
            self._scanned.clear()
            if not self._stopping.is_set():
                self.look()

    def stop(self) -> None:
        """End `run` after the change that is under way; the rest of a plan is told as not made."""
        self._stopping.set()
        self._scanned.set()

    def look(self) -> Round | None:
        """Do one round, if this person looks after the drive and no other computer does it."""
        try:
            if not self._is_curator():
                return None
            done = self._steward.after_scan(self._stopping.is_set)
        except LibrarianError as error:
            _log.info("No automatic check this time: %s.", type(error).__name__)
            return None
        except Exception:  # noqa: BLE001 - one failed round never ends the watch
            _log.exception("The automatic check failed.")
            return None
        self._bus.publish(AutomaticCheckFinished(done.found, done.done, done.entry))
        return done

    def _hear(self, event: Event) -> None:
        if isinstance(event, ScanFinished):
            self._scanned.set()
