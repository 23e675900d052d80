"""Tells whoever made a copy that its original has another current version by now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.kit.wording import spoken_day
from ui.shell import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import LeftBehind
    from librarian.application.library import Library
    from librarian.domain.events import Event
    from ui.bridge.events import EventBridge

LANE: Final = "recognising"
QUIET_MS: Final = 3000


class CopiesLeftBehind(QObject):
    """Looks when a drive was opened and when somebody decided something; tells of each copy once.

    At the next start it tells again, until the person has had the current one shown.
    """

    def __init__(self, parent: QObject, tools: Tools, quiet_ms: int = QUIET_MS) -> None:
        super().__init__(parent)
        self._tools = tools
        self._library: Library | None = None
        self._told: set[Path] = set()
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.look)

    def use(self, library: Library, events: EventBridge) -> None:
        """Tell of copies of this drive's files from now on."""
        self._library = library
        events.received.connect(self._take_event)
        self._soon.start()

    def look(self) -> None:
        """Ask for copies that were left behind."""
        registrar = self._library.registrar if self._library else None
        if registrar:
            self._tools.jobs.submit(LANE, registrar.left_behind, self._tell, self._be_quiet)

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        from librarian.domain.events import DocumentsChanged  # noqa: PLC0415 - not needed to begin to type

        if isinstance(event, DocumentsChanged) and not self._soon.isActive():
            self._soon.start()

    def _tell(self, found: Sequence[LeftBehind]) -> None:
        now = self._tools.clock.now().astimezone()
        for each in found:
            if each.copy not in self._told:
                self._told.add(each.copy)
                title = texts.LEFT_BEHIND.format(each.copy.name)
                day = spoken_day(each.since, now)
                remedy = texts.LEFT_BEHIND_BY.format(each.label, each.who, day)
                show = partial(self._show, each)
                self._tools.notify(Notice(title, remedy, action=texts.DROP_SHOW, act=show))

    def _show(self, left: LeftBehind) -> None:
        registrar = self._library.registrar if self._library else None
        if registrar:
            self._tools.jobs.submit(LANE, partial(registrar.forget, left.copy), self._be_quiet)
        self._tools.show_document(left.path)

    def _be_quiet(self, _answer: object) -> None:
        """While the drive is away there is nothing to tell; it is asked again."""
