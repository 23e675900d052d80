"""What needs a look and what is done about it, without its widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from threading import Event as Flag
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from librarian.domain.dates_said import Precision, read_date
from librarian.domain.errors import LibrarianError
from librarian.domain.events import Event, PlanProgress
from ui.bridge.newest import Newest
from ui.curate import looks_texts, texts
from ui.curate.beside_view_model import BesideViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.contracting import Made
    from librarian.application.ports import Jobs
    from librarian.application.tidying import Look, Tidier
    from librarian.domain.plans import Plan

LANE: Final = "tidying"


class TidyingViewModel(QObject):
    """Lists what needs a look, makes plans, and has them carried out or undone."""

    changed = Signal()
    planned = Signal()
    progressed = Signal(int, int)
    made = Signal()
    way_back_found = Signal(str, object)

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
        self._tidier: Tidier | None = None
        self._asking = Newest(jobs, LANE, self._complain, self)
        self._planning = Newest(jobs, LANE, self._fail_made, self)
        self._stop = Flag()
        self.beside = BesideViewModel(jobs, self)
        self.looks: tuple[Look, ...] | None = None
        self.plan: Plan | None = None
        self.is_working = False
        self.working_on = ""

    def use(self, tidier: Tidier | None) -> None:
        """Put another drive right from now on; a plan of the one before is not wanted any more."""
        if self._planning.is_open:
            self.stop()
        self._tidier = tidier
        self.beside.use(tidier)
        self.looks, self.plan = None, None
        self.changed.emit()

    def load(self) -> None:
        """Ask what needs a look; not while changes are being made."""
        if self._tidier and not self.is_working:
            self._asking.ask(self._tidier.looks, self._take)

    def take_event(self, event: Event) -> None:
        """Tell how far the changes have got."""
        if isinstance(event, PlanProgress):
            self.progressed.emit(event.done, event.total)

    def make_plan(self, looks: Sequence[str]) -> None:
        """See what could be done about these."""
        if self._tidier and looks and not self.is_working:
            self._begin(texts.PLANNING)
            self._planning.ask(partial(self._tidier.plan, tuple(looks)), self._take_plan)

    def forget_plan(self) -> None:
        """Change nothing."""
        self.plan = None
        self.planned.emit()

    def apply(self) -> None:
        """Make the changes that are shown."""
        if self._tidier and self.plan and self.plan.changes and not self.is_working:
            self._begin(texts.MAKING)
            work = partial(self._tidier.apply, self.plan, self._stop.is_set)
            self._jobs.submit(LANE, work, self._take_made, self._fail_made)

    def stop(self) -> None:
        """Stop after the change that is under way; what was made can be undone."""
        self._stop.set()
        if self._planning.is_open:
            self._planning.forget()
            self._rest()

    def find_way_back(self, entry: str) -> None:
        """Ask what would take back an entry of the history; `way_back_found` tells it."""
        if self._tidier:
            work = partial(self._tidier.way_back, entry)
            take = partial(self.way_back_found.emit, entry)
            self._jobs.submit(LANE, work, take, self._complain)

    def undo(self, entry: str, only: Sequence[str] = ()) -> None:
        """Take back what an entry of the history tells of, or what is about `only` these paths."""
        if self._tidier and not self.is_working:
            self._begin(texts.UNDOING)
            work = partial(self._tidier.undo, entry, tuple(only), self._stop.is_set)
            self._jobs.submit(LANE, work, self._take_undone, self._fail_made)

    def leave(self, look: Look, because: str, written: str) -> bool:
        """Leave something until a day; tells whether what was written is one."""
        said = read_date(written)
        if said is None or said.precision is not Precision.DAY:
            self._complain(LibrarianError(texts.NOT_A_DAY.format(written), texts.NOT_A_DAY_REMEDY))
            return False
        if self._tidier:
            work = partial(self._tidier.leave, look.id, because, said.first)
            self._jobs.submit(
                LANE, work, partial(self._tell_left, texts.day(said.first)), self._complain
            )
        return True

    def look_again(self, look: Look) -> None:
        """Leave something no longer."""
        if self._tidier:
            work = partial(self._tidier.look_again, look.id)
            self._jobs.submit(LANE, work, self._tell_again, self._complain)

    def _begin(self, working_on: str) -> None:
        self._stop.clear()
        self.is_working = True
        self.working_on = working_on
        self.planned.emit()

    def _rest(self) -> None:
        self.is_working = False
        self.planned.emit()

    def _take(self, looks: tuple[Look, ...]) -> None:
        if looks != self.looks:
            self.looks = looks
            self.changed.emit()

    def _take_plan(self, plan: Plan) -> None:
        self.plan = plan
        self._rest()

    def _take_made(self, made: Made) -> None:
        self._end()
        self._notify(texts.made(made.done, len(made.failed)), texts.why_not(made))

    def _take_undone(self, made: Made) -> None:
        self._end()
        self._notify(texts.undone(made.done, len(made.failed)), texts.why_not(made))

    def _end(self) -> None:
        self.plan = None
        self._rest()
        self.made.emit()
        self.load()

    def _fail_made(self, error: LibrarianError) -> None:
        self._rest()
        self._complain(error)

    def _tell_again(self, _answer: object) -> None:
        self._notify(looks_texts.AGAIN_SAID, "")
        self.load()

    def _tell_left(self, day: str, _answer: object) -> None:
        self._notify(texts.LEFT_UNTIL.format(day), "")
        self.load()
