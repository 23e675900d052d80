"""The Charter page as the window knows it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.charter import texts
from ui.charter.view import CharterView
from ui.charter.view_model import CharterViewModel
from ui.kit.notices import Notice
from ui.kit.page import Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


class CharterPage(QObject):
    """The team's charter."""

    key = texts.KEY
    title = texts.TITLE
    icon = "book-open"

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = CharterViewModel(tools.jobs, self._notify, self._complain, self)
        self._view = CharterView(tools.theme, self._now, self._model)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def shown(self) -> None:
        """Read the charter afresh."""
        self._model.load()
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Show this drive's charter from now on."""
        if library is self._library:
            return
        self._library = library
        events.received.connect(self._model.take_event)
        self._model.use(library.charter)
        if self._view.isVisible():
            self._model.load()

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """What is to be found again: this person's name and role under their e-mails."""
        signature = self._view.signature
        return {"name": signature.name.text(), "role": signature.role.text()}

    def recall(self, memory: dict[str, str]) -> None:
        """Put name and role as they were."""
        self._view.signature.name.setText(memory.get("name", ""))
        self._view.signature.role.setText(memory.get("role", ""))

    def _now(self) -> datetime:
        return self._tools.clock.now().astimezone()

    def _notify(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))
