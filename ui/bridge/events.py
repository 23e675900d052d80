"""Brings the library's events to the window's thread; it keeps out what they mean."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Bus
    from librarian.domain.events import Event


class EventBridge(QObject):
    """Re-emits each event of one library as a signal, in the window's thread.

    Connect to methods of QObjects only: the connection then ends with the object. Once muted it
    is silent for good, so that a drive that was left says nothing about the one that is open.
    """

    received = Signal(object)
    _published = Signal(object)

    def __init__(self, bus: Bus, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = Lock()
        self._muted = False
        self._published.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        bus.subscribe(self._publish)

    def mute(self) -> None:
        """Pass nothing on from now; what was published already is dropped too."""
        with self._lock:
            self._muted = True

    def _publish(self, event: Event) -> None:
        """Called in the publisher's thread; the lock keeps a muted, perhaps dead, object out."""
        with self._lock:
            if not self._muted:
                self._published.emit(event)

    def _pass_on(self, event: Event) -> None:
        if not self._muted:
            self.received.emit(event)
