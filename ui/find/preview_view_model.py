"""The file that is looked at: its facts first, then what it looks like, with the words marked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.domain.errors import LibrarianError
from librarian.domain.searching import Query
from ui.bridge.newest import Newest
from ui.find.services import Looking

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.finding import Facts
    from librarian.application.ports import Jobs
    from librarian.domain.previews import NoPreview
    from ui.find.preparing import Shown

PAUSE_MS: Final = 60
"""Rows passed over with a held key are not worth drawing."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The file that is looked at, and what was asked when it was found."""

    path: str
    query: Query
    personal: bool = False


class PreviewViewModel(QObject):
    """What stands beside the results."""

    subject_changed = Signal()
    facts_changed = Signal()
    shown_changed = Signal()
    """`shown` is there, or (None) is awaited."""
    pages_added = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        failed: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._look: Looking | None = None
        self._learning = Newest(jobs, "facts", failed, self)
        self._drawing = Newest(jobs, "preview", failed, self)
        self._paging = Newest(jobs, "preview", failed, self)
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._draw)
        self.subject: Subject | None = None
        self.facts: Facts | None = None
        self.shown: Shown | None = None

    def use(self, look: Looking) -> None:
        """Show files of another drive from now on."""
        self._look = look
        self.look_at(None)

    def look_at(self, subject: Subject | None) -> None:
        """Show this file; its preview comes when nothing newer was asked for a moment."""
        if subject == self.subject:
            return
        same_file = subject and self.subject and subject.path == self.subject.path
        self.subject = subject
        for channel in (self._drawing, self._paging):
            channel.forget()
        if not same_file:
            self.facts = self.shown = None
            self._learning.forget()
            self.subject_changed.emit()
        if subject:
            self._pause.start()
        else:
            self._pause.stop()

    def learn(self) -> None:
        """Ask for the facts again: something may be known now that was not."""
        if self.subject and self._look:
            work = partial(self._look.facts, self.subject.path)
            self._learning.ask(work, self._take_facts, self._lack_facts)

    def try_again(self) -> None:
        """Draw what could not be drawn: the drive answers again."""
        from librarian.domain.previews import NoPreview  # noqa: PLC0415 - not needed to begin to type

        if isinstance(self.shown, NoPreview):
            self._pause.start()

    def want_page(self, page: int) -> None:
        """A page that was not drawn yet came into sight."""
        if self.subject and self._look and not self._paging.is_open:
            work = partial(_drawn, self._look, self.subject, page)
            self._paging.ask(work, self._take_pages)

    def _draw(self) -> None:
        self.learn()
        if self.subject and self._look and not self.subject.personal:
            work = partial(_drawn, self._look, self.subject, 0)
            self._drawing.ask(work, self._take, self._lack)

    def _take_facts(self, facts: Facts) -> None:
        self.facts = facts
        self.facts_changed.emit()

    def _lack_facts(self, _error: LibrarianError) -> None:
        """A file that left the catalogue while it was looked at has no facts any more."""

    def _take(self, shown: Shown) -> None:
        self.shown = shown
        self.shown_changed.emit()

    def _lack(self, error: LibrarianError) -> None:
        """The drive is away, say: that is what the preview shows, and searching goes on."""
        self._take(_unreachable(error))

    def _take_pages(self, shown: Shown) -> None:
        from ui.find.preparing import ShownPages  # noqa: PLC0415 - not needed to begin to type

        if isinstance(shown, ShownPages):
            self.pages_added.emit(shown)


def _unreachable(error: LibrarianError) -> NoPreview:
    from librarian.domain.extraction import Reason  # noqa: PLC0415 - not needed to begin to type
    from librarian.domain.previews import NoPreview  # noqa: PLC0415 - not needed to begin to type

    return NoPreview(Reason.UNREACHABLE, f"{error.title} {error.remedy}")


def _drawn(look: Looking, subject: Subject, page: int) -> Shown:
    from ui.find.preparing import prepared  # noqa: PLC0415 - not needed to begin to type

    preview = look.preview(subject.path, subject.query, page)
    return prepared(preview, look.words(subject.query))
