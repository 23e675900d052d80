"""Tells a reader what became of what they asked Business Support for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Slot

from ui.kit.notices import Notice
from ui.kit.page import Tools
from ui.shell import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.application.wishing import ReaderPost
    from librarian.domain.events import Event
    from librarian.domain.wishes import Reply
    from ui.bridge.events import EventBridge

LANE: Final = "recognising"
QUIET_MS: Final = 3500


class RepliesTold(QObject):
    """Looks when a drive was opened and when somebody did something; tells each reply once.

    At the next start it tells again, until the person has pressed its button.
    """

    def __init__(self, parent: QObject, tools: Tools, quiet_ms: int = QUIET_MS) -> None:
        super().__init__(parent)
        self._tools = tools
        self._post: ReaderPost | None = None
        self._told: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.look)

    def use(self, library: Library, events: EventBridge) -> None:
        """Tell of this drive from now on."""
        self._post = library.post
        events.received.connect(self._take_event)
        self._soon.start()

    def look(self) -> None:
        """Ask for replies that were not told yet."""
        if self._post:
            self._tools.jobs.submit(LANE, self._post.replies, self._tell, self._be_quiet)

    @Slot(object)
    def _take_event(self, event: Event) -> None:
        from librarian.domain.events import DocumentsChanged  # noqa: PLC0415 - not needed to begin to type

        if isinstance(event, DocumentsChanged) and not self._soon.isActive():
            self._soon.start()

    def _tell(self, found: Sequence[Reply]) -> None:
        for reply in found:
            if reply.entry not in self._told:
                self._told.add(reply.entry)
                title = texts.REPLY[reply.wish.kind].format(reply.who)
                read = partial(self._forget, reply)
                notice = Notice(title, reply.note, action=texts.REPLY_READ, act=read)
                self._tools.notify(notice)

    def _forget(self, reply: Reply) -> None:
        if self._post:
            work = partial(self._post.forget, reply)
            self._tools.jobs.submit(LANE, work, self._be_quiet)

    def _be_quiet(self, _answer: object) -> None:
        """While the drive is away there is nothing to tell; it is asked again."""
