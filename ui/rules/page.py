"""How we keep this drive, as the window knows it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.rules import texts
from ui.rules.view import RulesView
from ui.rules.view_model import RulesViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


class RulesPage(QObject):
    """The drive's rules, for everybody."""

    key = texts.KEY
    title = texts.RAIL
    icon = "circle-check"

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = RulesViewModel(tools.jobs, self._complain, self._notify, self)
        self._view = RulesView(tools.theme, self._model)
        self._model.printed.connect(self._show_sheet)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def shown(self) -> None:
        """Ask afresh how the drive stands."""
        self._model.load()
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Tell of this drive from now on."""
        if library is self._library:
            return
        self._library = library
        events.received.connect(self._model.take_event)
        self._model.use(library.rules, library.caretaker)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """Nothing is to be remembered of this page."""
        return {}

    def recall(self, memory: dict[str, str]) -> None:
        """Nothing was remembered of this page."""

    def _notify(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))

    @Slot(object)
    def _show_sheet(self, place: Path) -> None:
        """Show the page in the program that prints such pages."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
