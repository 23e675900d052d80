"""Shows in the rail what is for those who look after the drive, once it is known who does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.kit.page import Tools
from ui.shell.navigation import PLACES
from ui.shell.rail import Rail

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Care
    from librarian.application.library import Library
    from librarian.domain.events import Event
    from ui.bridge.events import EventBridge

LANE: Final = "recognising"
QUIET_MS: Final = 1000


class KeeperPlaces(QObject):
    """Asks when a drive was opened and when somebody did something."""

    def __init__(
        self,
        parent: QObject,
        tools: Tools,
        rail: Rail,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._rail = rail
        self._library: Library | None = None
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.look)
        self._show(is_mine=False)

    def use(self, library: Library, events: EventBridge) -> None:
        """Tell for this drive from now on."""
        self._library = library
        events.received.connect(self._take_event)
        self.look()

    def look(self) -> None:
        """Ask who looks after the drive."""
        caretaker = self._library.caretaker if self._library else None
        if caretaker:
            self._tools.jobs.submit(LANE, caretaker.care, self._take_care, self._be_quiet)

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        from librarian.domain.events import DocumentsChanged  # noqa: PLC0415 - not needed to begin to type

        if isinstance(event, DocumentsChanged) and not self._soon.isActive():
            self._soon.start()

    def _take_care(self, care: Care) -> None:
        self._show(is_mine=care.is_mine)

    def _show(self, *, is_mine: bool) -> None:
        for place in PLACES:
            if place.for_keepers:
                self._rail.show_place(place.key, on=is_mine)

    def _be_quiet(self, _error: Exception) -> None:
        """While the drive is away it stays as it was; it is asked again."""
