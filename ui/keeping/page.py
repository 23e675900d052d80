"""Looking after a drive as the window knows it: settings and the start page lead here."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.keeping import texts
from ui.keeping.view import KeepingView
from ui.keeping.view_model import KeepingViewModel
from ui.kit.notices import Notice
from ui.kit.page import Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library

KEY: Final = "keeping"


class KeepingPage(QObject):
    """How one looks after a drive."""

    key = KEY
    title = texts.TITLE
    icon = "users"

    def __init__(self, tools: Tools, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = KeepingViewModel(tools.jobs, self._notify, self._complain, self)
        self._view = KeepingView(tools.theme, self._now, self._model)
        self._view.left.connect(self._leave)
        self._view.document_wanted.connect(self._show_document)
        self._view.open_wanted.connect(self._open)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def shown(self) -> None:
        """Ask afresh who looks after the drive."""
        self._model.load()
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Look after this drive from now on."""
        if library is self._library:
            return
        self._library = library
        events.received.connect(self._model.take_event)
        self._model.use(library.caretaker, library.registrar, library.root.name)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """Nothing is to be remembered of this page."""
        return {}

    def recall(self, memory: dict[str, str]) -> None:
        """Nothing was remembered of this page."""

    def _leave(self) -> None:
        self._model.confirming.settle()
        self._tools.go_back()

    def _show_document(self, path: str) -> None:
        self._tools.show_document(path)

    def _open(self, path: str) -> None:
        if self._library:
            work = partial(self._library.porter.open, path)
            self._tools.jobs.submit("acts", work, self._be_content)

    def _be_content(self, _answer: None) -> None:
        """What opened is all there is to see."""

    def _now(self) -> datetime:
        return self._tools.clock.now().astimezone()

    def _notify(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))
