"""The Document page as the window knows it: it has no place in the rail, results lead to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.document import place, texts
from ui.document.view import ChooseFolder, DocumentView
from ui.document.view_model import DocumentViewModel, Handing
from ui.kit.notices import Notice
from ui.kit.page import Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library

KEY: Final = "document"


class DocumentPage(QObject):
    """One document."""

    key = KEY
    title = place.TITLE
    icon = "history"

    def __init__(
        self,
        tools: Tools,
        choose_folder: ChooseFolder | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = DocumentViewModel(tools.jobs, self._notify, self._complain, self)
        choose = choose_folder or self._ask_for_folder
        self._view = DocumentView(tools.theme, tools.clock, self._model, choose)
        self._view.left.connect(self._leave)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def look_at(self, path: str) -> None:
        """Show the document that the file at path is a version of."""
        self._model.look_at(path)

    def shown(self) -> None:
        """The keyboard goes to the versions."""
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Show documents of this drive from now on."""
        if library is self._library:
            return
        self._library = library
        events.received.connect(self._model.take_event)
        porter = library.porter
        hand = Handing(porter.open, porter.open_folder, porter.full_path, _show_message)
        self._model.use(library.registrar, hand)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """Nothing is to be remembered of this page."""
        return {}

    def recall(self, memory: dict[str, str]) -> None:
        """Nothing was remembered of this page."""

    def _leave(self) -> None:
        self._tools.go_back()

    def _notify(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))

    def _ask_for_folder(self) -> Path | None:
        """Ask with the system's own window."""
        name = QFileDialog.getExistingDirectory(self._view, texts.CHOOSE_FOLDER)
        return Path(name) if name else None


def _show_message(message: Path) -> None:
    """Open a message in the mail program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(message)))
