"""What two people may destroy, and what this one does about it, without its widgets."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event as Flag
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from librarian.domain.errors import LibrarianError
from librarian.domain.events import Event, PlanProgress
from ui.bridge.newest import Newest
from ui.curate import destroy_texts as texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.disposing_queue import Disposal, Disposals, Outcome
    from librarian.application.ports import Jobs

LANE: Final = "destroying"


class DestroyViewModel(QObject):
    """Lists the queue and takes each step of it; `stepped` tells that a step began or ended."""

    changed = Signal()
    stepped = Signal()
    progressed = Signal(int, int)

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
        self._disposals: Disposals | None = None
        self._asking = Newest(jobs, LANE, self._complain, self)
        self._stop = Flag()
        self.queue: tuple[Disposal, ...] | None = None
        self.is_working = False

    @property
    def to_agree(self) -> int:
        """How much waits for this person to agree."""
        return sum(each.may_be_agreed for each in self.queue or ())

    def use(self, disposals: Disposals | None) -> None:
        """Look after another drive from now on."""
        self._disposals = disposals
        self.queue = None
        self.changed.emit()

    def load(self) -> None:
        """Ask what was kept long enough; not while something is being done."""
        if self._disposals and not self.is_working:
            self._asking.ask(self._disposals.queue, self._take)

    def take_event(self, event: Event) -> None:
        """Tell how far a step has got."""
        if isinstance(event, PlanProgress) and self.is_working:
            self.progressed.emit(event.done, event.total)

    def ask(self, chosen: tuple[Disposal, ...], because: str) -> None:
        """Ask as the first person."""
        if self._disposals:
            work = partial(self._disposals.ask, chosen, because, self._stop.is_set)
            self._do(work, texts.asked)

    def agree(self, chosen: tuple[Disposal, ...]) -> None:
        """Destroy, as the second person who agrees."""
        if self._disposals:
            self._do(partial(self._disposals.agree, chosen, self._stop.is_set), texts.agreed)

    def keep(self, chosen: tuple[Disposal, ...]) -> None:
        """Keep after all what was asked for."""
        if self._disposals:
            self._do(partial(self._disposals.keep, chosen, "", self._stop.is_set), texts.kept)

    def stop(self) -> None:
        """Stop after the one that is under way."""
        self._stop.set()

    def _do(self, work: Callable[[], Outcome], said: Callable[[Outcome], str]) -> None:
        if self.is_working:
            return
        self._stop.clear()
        self.is_working = True
        self.stepped.emit()
        self._jobs.submit(LANE, work, partial(self._be_done, said), self._fail_step)

    def _be_done(self, said: Callable[[Outcome], str], outcome: Outcome) -> None:
        self._end()
        self._notify(said(outcome), texts.not_done(outcome))

    def _fail_step(self, error: LibrarianError) -> None:
        self._end()
        self._complain(error)

    def _end(self) -> None:
        self.is_working = False
        self.stepped.emit()
        self.load()

    def _take(self, queue: tuple[Disposal, ...]) -> None:
        if queue != self.queue:
            self.queue = queue
            self.changed.emit()
