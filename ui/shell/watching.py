"""Asks the drive something when it was opened, and a moment after something happened on it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Slot

from ui.kit.page import Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.domain.events import Event
    from ui.bridge.events import EventBridge

S = TypeVar("S")
T = TypeVar("T")
LANE: Final = "recognising"


class Watching(QObject, Generic[S, T]):
    """Asks whatever drive is open, at once or after `quiet_ms`, and after acts (and `scans`).

    `service` is whom to ask about a drive, if anybody; `told` hears them and their answer.
    """

    def __init__(
        self,
        parent: QObject,
        tools: Tools,
        service: Callable[[Library], S | None],
        ask: Callable[[S], T],
        told: Callable[[S, T], object],
        *,
        quiet_ms: int,
        at_once: bool = False,
        scans: bool = False,
    ) -> None:
        super().__init__(parent)
        self._jobs = tools.jobs
        self._service = service
        self._ask = ask
        self._told = told
        self._at_once = at_once
        self._scans = scans
        self._library: Library | None = None
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.look)

    def use(self, library: Library, events: EventBridge) -> None:
        """Ask this drive from now on."""
        self._library = library
        events.received.connect(self._take_event)
        if self._at_once:
            self.look()
        else:
            self._soon.start()

    def look(self) -> None:
        """Ask now."""
        service = self._service(self._library) if self._library else None
        if service is not None:
            work, told = partial(self._ask, service), partial(self._hear, service)
            self._jobs.submit(LANE, work, told, self._be_quiet)

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        from librarian.domain.events import DocumentsChanged, ScanFinished  # noqa: PLC0415 - not needed to begin to type

        heard = DocumentsChanged | ScanFinished if self._scans else DocumentsChanged
        if isinstance(event, heard) and not self._soon.isActive():
            self._soon.start()

    def _hear(self, service: S, answer: T) -> None:
        self._told(service, answer)

    def _be_quiet(self, _error: Exception) -> None:
        """While the drive is away all stays as it was; it is asked again."""
