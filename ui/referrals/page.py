"""The page of sent referrals as the window knows it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.referrals import place, texts
from ui.referrals.view import ReferralsView
from ui.referrals.view_model import ReferralsViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


class ReferralsPage(QObject):
    """What was sent, and what waits on whom."""

    key = place.KEY
    title = place.TITLE
    icon = "mail"

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = ReferralsViewModel(tools.jobs, self._notify, self._complain, self)
        self._view = ReferralsView(tools.theme, self._now, self._model)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def shown(self) -> None:
        """Ask afresh how they stand."""
        self._model.load()
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Show the referrals of this drive from now on."""
        if library is self._library:
            return
        self._library = library
        events.received.connect(self._model.take_event)
        self._model.use(library.referrals)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """Nothing is to be remembered of this page."""
        return {}

    def recall(self, memory: dict[str, str]) -> None:
        """Nothing was remembered of this page."""

    def _now(self) -> datetime:
        return self._tools.clock.now().astimezone()

    def _notify(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))
