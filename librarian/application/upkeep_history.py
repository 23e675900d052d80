"""Hears what other desks do with documents, for as long as a window is open."""

import logging
from threading import Event as Flag
from typing import Final

from librarian.application.ports import Bus
from librarian.application.recovering import Recovered, Recoverer
from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, Noticed

SECONDS: Final = 4.0
"""Between two looks; so two desks see each other's acts well within ten seconds."""

_log = logging.getLogger(__name__)


class Listener:
    """Looks into the ledger again and again; `run` blocks until `stop`."""

    def __init__(self, *, recoverer: Recoverer, bus: Bus, seconds: float = SECONDS) -> None:
        self._recoverer = recoverer
        self._bus = bus
        self._seconds = seconds
        self._stopping = Flag()

    def run(self) -> None:
        """End what broke off here, then tell what comes; a drive that is away is asked again."""
        while not self._stopping.is_set():
            self.look()
            self._stopping.wait(self._seconds)

    def stop(self) -> None:
        """End `run` after the look that is under way."""
        self._stopping.set()

    def look(self) -> None:
        """Look once, and tell what is new."""
        try:
            self._tell(self._recoverer.recover())
        except LibrarianError as error:
            _log.info("The history could not be read: %s.", type(error).__name__)
        except Exception:  # noqa: BLE001 - one failed look never ends the listening
            _log.exception("Looking into the history failed.")

    def _tell(self, found: Recovered) -> None:
        news = found.news
        if news.entries or news.withdrawn or news.rights_changed or found.finished:
            self._bus.publish(DocumentsChanged())
        for problem in news.problems:
            self._bus.publish(Noticed(problem.what))
