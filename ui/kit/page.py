"""What the window asks of a page, and what a page is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from ui.bridge.events import EventBridge
from ui.bridge.jobs import ThreadJobs
from ui.kit.notices import Notice
from ui.kit.theme import Theme

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Library
    from librarian.application.ports import Clock


@dataclass(frozen=True, slots=True)
class Tools:
    """What every page is given: where work runs, how things look, and whom to tell.

    `go_to` shows the page of that key; `look_again` scans the whole drive. `show_document` shows
    all about the document at a path, `look_after` how to look after the drive, and `go_back` the
    page before either.
    """

    jobs: ThreadJobs
    theme: Theme
    clock: Clock
    notify: Callable[[Notice], None]
    go_to: Callable[[str], None]
    look_again: Callable[[], None]
    show_document: Callable[[str], None]
    look_after: Callable[[], None]
    go_back: Callable[[], None]


class Page(Protocol):
    """One page of the window. It is made and shown before any drive is open.

    The window itself answers to Ctrl+L, /, F1, F5, Ctrl+1 …, Ctrl+comma and Ctrl with plus, minus
    and 0; a page leaves these keys alone. Ctrl+L and / show the Find page and call its `shown`.
    """

    @property
    def key(self) -> str:
        """The name by which the window remembers it (``find``)."""

    @property
    def title(self) -> str:
        """What stands under its icon at the left."""

    @property
    def icon(self) -> str:
        """The name of its icon."""

    @property
    def widget(self) -> QWidget:
        """What is shown."""

    def shown(self) -> None:
        """It is on the screen now: put the keyboard where a person would begin."""

    def opened(self, library: Library, events: EventBridge) -> None:
        """A drive was opened, perhaps another than before: work with this one from now on."""

    def keys(self) -> tuple[tuple[str, str], ...]:
        """Its keys for the help, as (keys, what they do)."""

    def memory(self) -> dict[str, str]:
        """What it wants to find again at the next start, such as the places of its dividers."""

    def recall(self, memory: dict[str, str]) -> None:
        """Put things as they were; memory may be empty or of another version."""
