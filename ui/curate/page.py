"""The page of whoever looks after the drive, as the window knows it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.curate import texts
from ui.curate.view import ChooseFile, CurateView, Ways
from ui.curate.view_model import CurateViewModel
from ui.kit.notices import Notice
from ui.kit.page import Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


class CuratePage(QObject):
    """What waits for whoever looks after the drive."""

    key = texts.KEY
    title = texts.TITLE
    icon = "users"

    def __init__(
        self, tools: Tools, choose_file: ChooseFile | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = CurateViewModel(tools.jobs, self._notify, self._complain, self)
        ways = Ways(tools.look_after, tools.show_document, choose_file or self._ask_for_file)
        self._view = CurateView(tools.theme, self._now, self._model, ways)
        self._model.message_ready.connect(self._show_message)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def shown(self) -> None:
        """Ask afresh what waits."""
        self._model.load()
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Look after this drive from now on."""
        if library is self._library:
            return
        self._library = library
        events.received.connect(self._model.take_event)
        self._model.use(library.caretaker, library.overseer, library.tidier, library.disposals)

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

    def _ask_for_file(self) -> Path | None:
        """Ask with the system's own window."""
        name, _ = QFileDialog.getSaveFileName(
            self._view, texts.SAVE_TITLE, texts.SAVE_NAME, texts.SAVE_KINDS
        )
        return Path(name) if name else None

    @Slot(object)
    def _show_message(self, message: Path) -> None:
        """Open a message in the mail program."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(message)))
