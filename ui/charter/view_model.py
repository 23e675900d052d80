"""The Charter page without its widgets: what there is to read, and what a person does with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, Event
from ui.bridge.newest import Newest
from ui.charter import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.charter.desk import CharterDesk, CharterLook, Thing
    from librarian.application.ports import Jobs

LANE: Final = "charter"


class CharterViewModel(QObject):
    """Everything the page shows and does."""

    changed = Signal()
    failed = Signal(object)
    code_drawn = Signal(bytes)

    def __init__(
        self,
        jobs: Jobs,
        notify: Callable[[str, str], None],
        complain: Callable[[LibrarianError], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notify = notify
        self._complain = complain
        self._make: Callable[[], CharterDesk] | None = None
        self._looking = Newest(jobs, LANE, self._lack, self)
        self.look: CharterLook | None = None
        self.edited: dict[str, object] = {}

    @property
    def answers(self) -> Mapping[str, object]:
        """The answers that readers see; none where there is no charter."""
        shown = self.look.shown if self.look else None
        return shown.answers if shown else {}

    def use(self, make: Callable[[], CharterDesk] | None) -> None:
        """Show another drive's charter from now on."""
        self._make, self.look = make, None
        self.edited = {}
        self.changed.emit()

    def load(self) -> None:
        """Read the charter as it stands."""
        make = self._make
        if make:
            self._looking.ask(lambda: make().look(), self._take)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """Somebody did something with documents: read again."""
        if isinstance(event, DocumentsChanged) and self.look and not self._looking.is_open:
            self.load()

    def begin_editing(self) -> None:
        """Work on the draft that waits, or else on what counts."""
        look = self.look
        waiting = (look.draft or look.current) if look else None
        self.edited = dict(deepcopy(dict(waiting.answers))) if waiting else {}

    def put_forward(self, note: str) -> None:
        """Put the answers as edited forward as the next version."""
        answers = deepcopy(self.edited)
        self._do(lambda desk: desk.draft(answers, note), self._take_draft)

    def approve(self, note: str) -> None:
        """Make what waits count, as it was read here."""
        look = self.look
        waiting = (look.draft or look.current) if look else None
        if waiting:
            self._do(lambda desk: desk.approve(note, waiting.sha256), self._take_confirmed)

    def name(self, thing: Thing) -> str:
        """What a file of the charter is called."""
        return self._make().name(thing, self.answers) if self._make else ""

    def save(self, thing: Thing, target: Path) -> None:
        """Write a file of the charter to target."""
        answers = self.answers
        told = partial(self._tell, texts.SAVED.format(target.name))
        self._do(lambda desk: desk.save(thing, answers, target), told)

    def print(self) -> None:
        """Print the charter."""
        answers = self.answers
        self._do(lambda desk: desk.print(answers), partial(self._tell, texts.PRINTED))

    def draw_code(self) -> None:
        """Ask for the card's code; it comes with `code_drawn`."""
        answers = self.answers
        self._do(lambda desk: desk.code(answers), self.code_drawn.emit)

    def signed(self) -> None:
        """Note that the signature was copied as it is now."""
        answers = self.answers
        self._do(lambda desk: desk.signed(answers), self._take_signed)
        self._notify(texts.SIGNATURE_COPIED, "")

    def copied(self) -> None:
        """Say that the words for a reply were copied."""
        self._notify(texts.COPIED, "")

    def _do(self, work: Callable[[CharterDesk], object], done: Callable[..., None]) -> None:
        make = self._make
        if make:
            self._jobs.submit(LANE, lambda: work(make()), done, self._complain)

    def _take(self, look: CharterLook) -> None:
        if look != self.look:
            self.look = look
            self.changed.emit()

    def _take_draft(self, look: CharterLook) -> None:
        self.edited = {}
        self._notify(texts.PUT_FORWARD_DONE, "")
        self._take(look)

    def _take_confirmed(self, look: CharterLook) -> None:
        self._notify(texts.CONFIRM_DONE, "")
        self._take(look)

    def _take_signed(self, _: object) -> None:
        self.load()

    def _tell(self, words: str, _: object) -> None:
        self._notify(words, "")

    def _lack(self, error: LibrarianError) -> None:
        if self.look is None:
            self.failed.emit(error)
