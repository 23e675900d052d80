"""What a page is to the window, and what a page is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.bridge.events import EventBridge
from ui.bridge.jobs import MishapError, ThreadJobs
from ui.kit.notices import Notice
from ui.kit.theme import Theme

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.application.ports import Clock
    from librarian.domain.events import Event


@dataclass(frozen=True, slots=True, weakref_slot=True)  # signals hold a listener weakly
class Tools:
    """What every page is given: where work runs, how things look, and whom to tell.

    `go_to` shows the page of that key; `look_again` scans the whole drive. `show_document` shows
    all about the document at a path, `look_after` how to look after the drive, `confirm_forms` the
    first form to confirm, and `go_back` the page before any of them.
    """

    jobs: ThreadJobs
    theme: Theme
    clock: Clock
    notify: Callable[[Notice], None]
    go_to: Callable[[str], None]
    look_again: Callable[[], None]
    show_document: Callable[[str], None]
    look_after: Callable[[], None]
    confirm_forms: Callable[[], None]
    go_back: Callable[[], None]

    def now(self) -> datetime:
        """The time, as it is said here."""
        return self.clock.now().astimezone()

    def tell(self, title: str, remedy: str) -> None:
        """Show a person what happened, and what to do about it."""
        self.notify(Notice(title, remedy))

    def complain(self, error: LibrarianError) -> None:
        """Show a person what went wrong; of a fault of the program the window has told already."""
        if not isinstance(error, MishapError):
            self.notify(Notice.of(error))


def _nothing(*_: object) -> None:
    """What a page does that has nothing to do."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the window: its widget, and what it does. It is made before any drive is open.

    The window itself answers to Ctrl+L, /, F1, F5, Ctrl+1 …, Ctrl+comma and Ctrl with plus, minus
    and 0; a page leaves these keys alone. Ctrl+L and / show the Find page and call its `shown`.
    """

    widget: QWidget
    keys: tuple[tuple[str, str], ...]
    """Its keys for the help, as (keys, what they do)."""
    use: Callable[[Library], object]
    """A drive was opened, perhaps another than before: work with this one from now on."""
    begin: Callable[[], object]
    """Put the keyboard where a person would begin."""
    load: Callable[[], object] = _nothing
    """Ask afresh for what is shown."""
    take_event: Callable[[Event], object] | None = None
    """Something happened on the drive. A method of a QObject: it hears no more once that ended."""
    memory: Callable[[], dict[str, str]] = dict
    """What it wants to find again at the next start, such as the places of its dividers."""
    recall: Callable[[dict[str, str]], object] = _nothing
    """Put things as they were; memory may be empty or of another version."""
    look_at: Callable[[str], object] = _nothing
    """Show what is at this path on the drive; a page without paths, what one came for."""

    def shown(self) -> None:
        """It is on the screen now."""
        self.load()
        self.begin()

    def opened(self, library: Library, events: EventBridge) -> None:
        """Work with this drive from now on."""
        if self.take_event is not None:
            events.received.connect(self.take_event)
        self.use(library)
