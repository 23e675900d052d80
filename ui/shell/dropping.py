"""A file dropped on the window is recognised: whether it is the current one, or which one is.

Nothing is done with the file; it is only looked at.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.shell import texts
from ui.shell.wording import known_words

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Recognised
    from librarian.application.library import Library
    from librarian.application.ports import Clock

LANE: Final = "recognising"


class Dropping(QObject):
    """Takes files that are dropped on a widget, one after the other."""

    def __init__(self, onto: QWidget, tools: Tools, library: Callable[[], Library | None]) -> None:
        super().__init__(onto)
        self._tools = tools
        self._library = library
        onto.setAcceptDrops(True)
        onto.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Welcome files while they are dragged over, and take them when they are let go."""
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            files = _files(event)
            for file in files:
                self.take(file)
            event.acceptProposedAction()
            return bool(files)
        if isinstance(event, QDragEnterEvent) and _files(event):
            event.acceptProposedAction()
            return True
        return super().eventFilter(watched, event)

    def take(self, file: Path) -> None:
        """Recognise a file, and say what it is."""
        library = self._library()
        registrar = library.registrar if library else None
        if registrar is None:
            self._tools.notify(Notice(texts.DROP_NO_DRIVE))
            return
        looking = texts.DROP_LOOKING.format(file.name)
        self._tools.notify(Notice(looking))
        self._tools.jobs.submit(
            LANE,
            partial(registrar.recognise, file),
            partial(self._tell, looking),
            partial(self._fail, looking),
        )

    def _tell(self, looking: str, found: Recognised) -> None:
        notice = notice_of(found, self._tools.clock, self._tools.show_document)
        self._tools.notify(replace(notice, instead_of=looking))

    def _fail(self, looking: str, error: Exception) -> None:
        self._tools.notify(replace(Notice.of(error), instead_of=looking))


def notice_of(found: Recognised, clock: Clock, show: Callable[[str], None]) -> Notice:
    """Return what a person is told of a file that was recognised."""
    now: datetime = clock.now().astimezone()
    title, remedy = known_words(found, now)
    if not found.path:
        return Notice(title, remedy)
    return Notice(title, remedy, action=texts.DROP_SHOW, act=partial(show, found.path))


def _files(event: QDropEvent) -> list[Path]:
    data = event.mimeData()
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.suffix]
