"""Confirming forms one at a time: a yes is kept back until the next answer, so it can be undone."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.application.about import Edition, Registrar, Task
from librarian.application.ports import Jobs
from librarian.domain.errors import LibrarianError
from ui.bridge.newest import Newest
from ui.keeping import texts
from ui.kit import comparing

LANE: Final = "keeping"
KEEP_BACK_MS: Final = 30_000


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands under the candidates: their differences, or the only one's text."""

    before: str
    after: str
    rows: tuple[str, ...]
    differences: bool = True


@dataclass(frozen=True, slots=True)
class _Answer:
    """The last answer: to which task and candidate, and whether it was yes, none, or later."""

    place: int
    candidate: int
    words: str
    yes: bool = False


class ConfirmingViewModel(QObject):
    """Goes through tasks; nothing is confirmed before the person has gone on."""

    changed = Signal()
    """Another task or candidate, or the end of them."""
    beside_changed = Signal()
    finished = Signal()

    def __init__(
        self,
        jobs: Jobs,
        notify: Callable[[str, str], None],
        complain: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        keep_back_ms: int = KEEP_BACK_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notify = notify
        self._complain = complain
        self._registrar: Registrar | None = None
        self._comparing = Newest(jobs, "comparing", self._lack, self)
        self._keeping_back = QTimer(self, singleShot=True, interval=keep_back_ms)
        self._keeping_back.timeout.connect(self.settle)
        self._pending: tuple[Task, Edition] | None = None
        self._last: _Answer | None = None
        self.tasks: tuple[Task, ...] = ()
        self.place = 0
        self.candidate = 0
        self.confirmed = 0
        self.beside: Beside | None = None
        self.trouble = ""

    def begin(self, registrar: Registrar, tasks: tuple[Task, ...]) -> None:
        """Go through these tasks from the first."""
        self._registrar = registrar
        self.tasks, self.confirmed = tasks, 0
        self._last = None
        self._go(0, 0)

    @property
    def task(self) -> Task | None:
        """The document that is asked about; None when all were."""
        return self.tasks[self.place] if self.place < len(self.tasks) else None

    @property
    def edition(self) -> Edition | None:
        """The version that is asked about."""
        return self.task.candidates[self.candidate] if self.task else None

    @property
    def other(self) -> Edition | None:
        """The version that stands beside it."""
        task = self.task
        if task is None or len(task.candidates) == 1:
            return None
        place = self.candidate + 1
        return task.candidates[place if place < len(task.candidates) else self.candidate - 1]

    @property
    def is_last_candidate(self) -> bool:
        """Whether no further version is left to ask about."""
        return self.task is None or self.candidate + 1 >= len(self.task.candidates)

    @property
    def told(self) -> str:
        """What was answered last, while it can be undone."""
        return self._last.words if self._last else ""

    @property
    def later(self) -> int:
        """How many were left for later."""
        return min(self.place, len(self.tasks)) - self.confirmed

    def yes(self) -> None:
        """Take it for the current one."""
        task, edition = self.task, self.edition
        if task and edition:
            self.settle()
            self._pending = (task, edition)
            self.confirmed += 1
            self._keeping_back.start()
            self._next(texts.WILL_CONFIRM, yes=True)

    def no(self) -> None:
        """It is not this one: ask about the next version."""
        if self.task is None:
            return
        if self.is_last_candidate:
            self.settle()
            self._next(texts.NONE)
        else:
            self._go(self.place, self.candidate + 1)

    def leave_for_later(self) -> None:
        """Ask about this document another time."""
        if self.task:
            self.settle()
            self._next(texts.LEFT)

    def undo(self) -> None:
        """Take the last answer back, and ask again."""
        last = self._last
        if last is None:
            return
        if last.yes:
            self._pending = None
            self._keeping_back.stop()
            self.confirmed -= 1
        self._last = None
        self._go(last.place, last.candidate)

    def settle(self) -> None:
        """Confirm what was answered last: it can be undone no more."""
        self._keeping_back.stop()
        pending, self._pending = self._pending, None
        if self._last and self._last.yes:
            self._last = None
            self.changed.emit()
        if pending and self._registrar:
            task, edition = pending
            work = partial(self._registrar.confirm, edition.path, seen=edition.sha256)
            self._jobs.submit(LANE, work, partial(self._tell, task), self._fail)

    def _next(self, words: str, *, yes: bool = False) -> None:
        task = self.task
        if task:
            self._last = _Answer(self.place, self.candidate, words.format(task.title), yes)
            self._go(self.place + 1, 0)
        if self.task is None:
            self.finished.emit()

    def _go(self, place: int, candidate: int) -> None:
        self.place, self.candidate = place, candidate
        self.beside, self.trouble = None, ""
        self._comparing.forget()
        self.changed.emit()
        edition, registrar = self.edition, self._registrar
        if edition and registrar:
            work = partial(_beside, registrar, edition, self.other)
            self._comparing.ask(work, self._take)

    def _take(self, beside: Beside) -> None:
        self.beside = beside
        self.beside_changed.emit()

    def _lack(self, error: LibrarianError) -> None:
        """Nothing can be put side by side; the person opens the files."""
        self.trouble = texts.CANNOT_COMPARE.format(error.remedy)
        self.beside_changed.emit()

    def _tell(self, task: Task, _answer: None) -> None:
        self._notify(texts.CONFIRMED.format(task.title), "")

    def _fail(self, error: LibrarianError) -> None:
        self.confirmed = max(0, self.confirmed - 1)
        self.changed.emit()
        self._complain(error)


def _beside(registrar: Registrar, edition: Edition, other: Edition | None) -> Beside:
    if other is None:
        lines = registrar.read(edition)
        return Beside(texts.name_of(edition), "", comparing.plain_rows(lines), differences=False)
    comparison = registrar.compare(other, edition)
    rows = tuple(comparing.rows(comparison))
    return Beside(texts.name_of(other), texts.name_of(edition), rows)
