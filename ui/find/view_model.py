"""The Find page without its widgets: what was typed, found, chosen, and done with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from librarian.domain.errors import LibrarianError
from librarian.domain.searching import Filters, Hit, Query
from ui.find.acting_view_model import ActingViewModel, ChoosePlace, Notify
from ui.find.preview_view_model import PAUSE_MS, PreviewViewModel, Subject
from ui.find.search_view_model import QUIET_MS, SearchViewModel
from ui.find.services import Acting, Looking
from ui.find.start_view_model import StartViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Jobs
    from librarian.domain.events import Event


class FindViewModel(QObject):
    """Everything the page shows and does; it touches neither disk nor database itself."""

    chosen_changed = Signal()
    """Another hit is looked at, or none."""
    text_changed = Signal(str)
    """The words were changed by other means than typing."""
    listing_changed = Signal()
    """More files of the drive were found, or all of them."""

    def __init__(
        self,
        *,
        jobs: Jobs,
        notify: Notify,
        complain: Callable[[LibrarianError], None],
        choose_place: ChoosePlace,
        copies_folder: Path,
        parent: QObject | None = None,
        quiet_ms: int = QUIET_MS,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._complain = complain
        self._open_when_found = False
        self.search = SearchViewModel(jobs, self._complain, self, quiet_ms)
        self.preview = PreviewViewModel(jobs, self._complain, self, pause_ms)
        self.start = StartViewModel(jobs, self._complain, self, quiet_ms)
        self.acts = ActingViewModel(
            jobs,
            notify=notify,
            failed=self._complain,
            choose_place=choose_place,
            copies_folder=copies_folder,
            parent=self,
        )
        self.tally: tuple[int, int] = (0, 0)
        self.listed: int | None = None
        """How many files of a new drive were found so far; None once all are known."""
        self._is_new = False
        self.chosen: Hit | None = None
        self.search.found.connect(self._on_found)
        self.search.asked.connect(self._on_asked)
        self.start.changed.connect(self._on_start)
        self.acts.opened.connect(self.start.load)
        self.acts.star_kept.connect(self.start.load)

    def use(self, look: Looking, act: Acting) -> None:
        """Work with another drive from now on; what was typed is asked of it."""
        self.choose(None)
        self._is_new = True
        self._list(0)
        self.acts.use(act)
        self.preview.use(look)
        self.start.use(look)
        self.search.use(look)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """Something happened to the drive or to what is known of it."""
        from librarian.domain.events import (  # noqa: PLC0415 - not needed to begin to type
            DocumentsChanged,
            DriveFound,
            DriveLost,
            IndexChanged,
            Noticed,
            Progress,
            ScanFinished,
            ScanStopped,
            Stage,
            WordsUnread,
        )

        if isinstance(event, IndexChanged):
            self.tally = (event.read, event.files)
        if isinstance(event, Progress):
            self._list(event.done if event.stage is Stage.LISTING else None)
        elif isinstance(event, WordsUnread):
            pass  # the look goes on
        elif isinstance(event, ScanFinished | ScanStopped | DriveLost | Noticed):
            self._list(None)
        if isinstance(event, DocumentsChanged | IndexChanged | ScanFinished):
            self.search.refresh()
            if self.search.is_empty:
                self.start.refresh()
        elif isinstance(event, DriveFound):
            self.preview.try_again()

    def _list(self, listed: int | None) -> None:
        """Keep how far a new drive is known; one that was known before is not new again."""
        self._is_new = self._is_new and listed is not None
        if listed != self.listed and (self._is_new or listed is None):
            self.listed = listed
            self.listing_changed.emit()

    def choose(self, hit: Hit | None) -> None:
        """Look at this hit."""
        is_other, self.chosen = hit != self.chosen, hit
        query = self.search.results.query if self.search.results else self.search.query
        self.preview.look_at(_subject(hit, query) if hit else None)
        if is_other:
            self.chosen_changed.emit()

    def open_best(self) -> None:
        """Open what is chosen; what is still being searched for is opened when it is found."""
        if self.search.is_waiting:
            self._open_when_found = True
        elif self.chosen:
            self.acts.open(self.chosen.path)

    def say(self, text: str) -> None:
        """Search for text as if it had been typed."""
        self.search.type(text)
        self.text_changed.emit(text)

    def say_exactly(self) -> None:
        """Search for just what was typed, not for a near spelling of it."""
        self.say(f'"{self.search.query.text.strip().strip(chr(34))}"')

    def clear_filters(self) -> None:
        """Look everywhere again."""
        self.search.narrow(Filters())

    def clear(self) -> None:
        """Start afresh: no words, no filters."""
        self.clear_filters()
        self.say("")

    def _on_asked(self) -> None:
        self._open_when_found = False
        if self.search.is_empty:
            self.choose(None)
            self.start.refresh()

    def _on_found(self, fresh: bool) -> None:
        hits = self.search.shown
        same = next((hit for hit in hits if self.chosen and hit.file == self.chosen.file), None)
        self.choose(hits[0] if fresh and hits else same or (hits[0] if hits else None))
        if not fresh:
            self.preview.learn()
        if self._open_when_found:
            self._open_when_found = False
            self.open_best()

    def _on_start(self) -> None:
        start = self.start.start
        if start:
            if start.tally.files and not self.listed:
                self._list(None)
            self.tally = (start.tally.read, start.tally.files)
            self.acts.set_starred(frozenset(record.listed.path for record in start.starred))


def _subject(hit: Hit, query: Query) -> Subject:
    """What is to be shown of hit; how many rows were asked for makes no other preview."""
    return Subject(hit.path, Query(query.text, typing=query.typing), hit.personal)
