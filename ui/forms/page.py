"""The Forms page as the window knows it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.forms import texts
from ui.forms.done_view import DoneDeeds
from ui.forms.view import ChooseFolder, FormsView
from ui.forms.view_model import FormsViewModel
from ui.kit.notices import Notice
from ui.kit.page import Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


_ELSEWHERE: Final = ("minutes", "charter")
"""The forms that have a page of their own, and those pages."""


class FormsPage(QObject):
    """Filling in forms."""

    key = texts.KEY
    title = texts.TITLE
    icon = "file-pen-line"

    def __init__(
        self, tools: Tools, choose_folder: ChooseFolder | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = FormsViewModel(tools.jobs, self._notify, self._complain, self)
        for page in _ELSEWHERE:
            self._model.elsewhere[page] = partial(tools.go_to, page)
        deeds = DoneDeeds(_open, self._copy, self._again)
        choose = choose_folder or self._ask_for_folder
        self._view = FormsView(tools.theme, self._model, choose, deeds)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def start(self, form: str) -> None:
        """Begin a form, as other pages ask for it."""
        self._model.begin(form)

    def shown(self) -> None:
        """Ask afresh what there is, unless a form is being filled in."""
        if self._model.now is None:
            self._model.load()
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Fill in forms of this drive from now on."""
        del events  # nothing that happens on the drive changes a form
        if library is self._library:
            return
        self._library = library
        self._model.use(library.forms)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """Keep what was answered last; nothing is to be remembered of the page itself."""
        self._model.keep()
        return {}

    def recall(self, memory: dict[str, str]) -> None:
        """Nothing was remembered of this page."""

    def _again(self) -> None:
        self._view.show_list()

    def _copy(self, title: str, words: str) -> None:
        QGuiApplication.clipboard().setText(words)
        self._notify(texts.COPIED.format(title), "")

    def _notify(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))

    def _ask_for_folder(self) -> Path | None:
        """Ask with the system's own window."""
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        start = QStandardPaths.writableLocation(documents)
        name = QFileDialog.getExistingDirectory(self._view, texts.CHOOSE_FOLDER, start)
        return Path(name) if name else None


def _open(place: Path) -> None:
    """Open a folder, or a message in the mail program."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(place)))
