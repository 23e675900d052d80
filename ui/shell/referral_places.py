"""Shows in the rail what is about referrals, once there are any, or an inbox to read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.kit.page import Tools
from ui.shell.navigation import PLACES
from ui.shell.rail import Rail

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.at_hand import Glance
    from librarian.application.library import Library
    from librarian.domain.events import Event
    from ui.bridge.events import EventBridge

LANE: Final = "recognising"
QUIET_MS: Final = 1500


class ReferralPlaces(QObject):
    """Asks when a drive was opened and when something happened on it."""

    def __init__(self, parent: QObject, tools: Tools, rail: Rail, quiet_ms: int = QUIET_MS) -> None:
        super().__init__(parent)
        self._tools = tools
        self._rail = rail
        self._library: Library | None = None
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.look)
        self._show({})

    def use(self, library: Library, events: EventBridge) -> None:
        """Tell for this drive from now on."""
        self._library = library
        events.received.connect(self._take_event)
        self.look()

    def look(self) -> None:
        """Ask whether there is anything to show."""
        at_hand = self._library.referrals if self._library else None
        if at_hand:
            self._tools.jobs.submit(LANE, at_hand.glance, self._take, self._be_quiet)

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        from librarian.domain.events import DocumentsChanged, ScanFinished  # noqa: PLC0415 - not needed to begin to type

        if isinstance(event, DocumentsChanged | ScanFinished) and not self._soon.isActive():
            self._soon.start()

    def _take(self, glance: Glance) -> None:
        self._show({"sent": glance.sent, "inbox": glance.inbox})

    def _show(self, there: dict[str, bool]) -> None:
        for place in PLACES:
            if place.needs:
                self._rail.show_place(place.key, on=there.get(place.needs, False))

    def _be_quiet(self, _error: Exception) -> None:
        """While the drive is away it stays as it was; it is asked again."""
