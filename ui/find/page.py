"""The Find page as the window knows it: made before any drive is open, given one when it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.find import texts
from ui.find.services import acting, looking
from ui.find.view import FindView
from ui.find.view_model import FindViewModel
from ui.kit.notices import Notice
from ui.kit.page import Tools

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library

_SPLIT = "find.split"


class FindPage(QObject):
    """Search, results, preview."""

    key = "find"
    title = texts.TITLE
    icon = "search"

    def __init__(
        self,
        tools: Tools,
        choose_place: Callable[[Path], Path | None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._model = FindViewModel(
            jobs=tools.jobs,
            notify=self._notify,
            complain=self._complain,
            choose_place=choose_place or self._ask_for_place,
            copies_folder=_documents(),
            parent=self,
        )
        self._view = FindView(tools.theme, tools.clock, self._model)
        self._view.look_again.connect(self._look_again)
        self._view.document_wanted.connect(self._show_document)
        self._view.care_wanted.connect(self._look_after)
        self._model.acts.message_ready.connect(self._show_message)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self._view

    def shown(self) -> None:
        """The keyboard goes into the box."""
        self._view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Search this drive from now on; what was typed already is asked of it."""
        if library is self._library:
            return
        self._library = library
        events.received.connect(self._model.take_event)
        self._model.use(
            looking(library.finder, library.caretaker, library.post),
            acting(library.porter, library.registrar, library.post),
        )

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """Where the divider stands."""
        return {_SPLIT: ",".join(map(str, self._view.sizes))}

    def recall(self, memory: dict[str, str]) -> None:
        """Put the divider where it was."""
        sizes = memory.get(_SPLIT, "").split(",")
        if len(sizes) > 1 and all(size.isdecimal() for size in sizes):
            self._view.set_sizes([int(size) for size in sizes])

    def _notify(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))

    def _look_again(self) -> None:
        self._tools.look_again()

    def _show_document(self, path: str) -> None:
        self._tools.show_document(path)

    def _look_after(self) -> None:
        self._tools.look_after()

    def _show_message(self, message: Path) -> None:
        """Open a message in the mail program."""
        from PySide6.QtCore import QUrl  # noqa: PLC0415 - not needed to begin to type
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not needed to begin to type

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(message)))

    def _ask_for_place(self, suggestion: Path) -> Path | None:
        """Ask with the system's own window; nothing that is there is ever overwritten."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not needed to begin to type

        name, _ = QFileDialog.getSaveFileName(
            self._view,
            texts.CHOOSE_PLACE,
            str(suggestion),
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if not name:
            return None
        chosen = Path(name)
        return chosen if chosen.suffix else chosen.with_name(chosen.name + suggestion.suffix)


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
