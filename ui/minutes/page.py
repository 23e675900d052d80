"""The Minutes page as the window knows it: the rail leads here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.minutes import texts
from ui.minutes.keys import install
from ui.minutes.view import Choose, MinutesView, ask_for_folder, ask_for_pack
from ui.minutes.view_model import MinutesViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library


def open_with_system(path: Path) -> None:
    """Open a file or folder as the system does."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


class MinutesPage(QObject):
    """Taking minutes."""

    key = texts.KEY
    title = texts.TITLE
    icon = "calendar"

    def __init__(
        self,
        tools: Tools,
        parent: QObject | None = None,
        choose: tuple[Choose, Choose] = (ask_for_folder, ask_for_pack),
        open_path: Callable[[Path], None] = open_with_system,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._open_path = open_path
        self._library: Library | None = None
        self.model = MinutesViewModel(tools.jobs, self._complain, self)
        self.view = MinutesView(tools.theme, self._now, self.model, *choose)
        self.view.told.connect(self._tell)
        self.view.open_wanted.connect(self._open)
        install(self.view, self.view.taking, self.model)

    @property
    def widget(self) -> QWidget:
        """What is shown."""
        return self.view

    def shown(self) -> None:
        """Ask afresh what is kept, unless somebody is writing."""
        if self.model.meeting is None:
            self.model.load()
        self.view.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Take minutes beside this drive from now on."""
        if library is not self._library:
            self._library = library
            self.model.use(library.minutes)

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help."""
        return texts.KEYS

    def memory(self) -> dict[str, str]:
        """The window closes: keep what was written last."""
        self.model.save()
        self.model.hand_on()
        return {}

    def recall(self, memory: dict[str, str]) -> None:
        """Nothing was remembered of this page."""

    def _now(self) -> datetime:
        return self._tools.clock.now().astimezone()

    def _open(self, path: Path) -> None:
        self._open_path(path)

    def _tell(self, title: str, remedy: str) -> None:
        self._tools.notify(Notice(title, remedy))

    def _complain(self, error: LibrarianError) -> None:
        self._tools.notify(Notice.of(error))
