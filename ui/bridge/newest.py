"""One question at a time: while a lane works, only the newest question waits for it.

People type faster than any index answers over a slow day; questions that nobody needs answered
any more are never asked, and an answer that comes too late is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject

from librarian.domain.errors import LibrarianError

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Jobs


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Question:
    generation: int
    work: Callable[[], object]
    done: Callable[[Any], None]
    failed: Callable[[LibrarianError], None]


class Newest(QObject):
    """Asks a lane, and hears only the answer to its newest question."""

    def __init__(
        self, jobs: Jobs, lane: str, failed: Callable[[LibrarianError], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._lane = lane
        self._failed = failed
        self._generation = 0
        self._asked: _Question | None = None
        self._waiting: _Question | None = None

    @property
    def is_open(self) -> bool:
        """Whether an answer is still wanted and has not come."""
        newest = self._waiting or self._asked
        return newest is not None and newest.generation == self._generation

    def ask(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        """Have work done next; what waited before it is forgotten."""
        self._generation += 1
        question = _Question(self._generation, work, done, failed or self._failed)
        if self._asked:
            self._waiting = question
        else:
            self._begin(question)

    def forget(self) -> None:
        """Want no answer any more."""
        self._generation += 1
        self._waiting = None

    def _begin(self, question: _Question) -> None:
        self._asked = question
        self._jobs.submit(self._lane, question.work, self._on_answer, self._on_failure)

    def _on_answer(self, answer: object) -> None:
        question = self._next()
        if question.generation == self._generation:
            question.done(answer)

    def _on_failure(self, error: LibrarianError) -> None:
        question = self._next()
        if question.generation == self._generation:
            question.failed(error)

    def _next(self) -> _Question:
        """The question just answered; the one that waited is begun."""
        answered, waiting = self._asked, self._waiting
        if answered is None:
            raise RuntimeError("An answer came to a question that nobody asked.")
        self._asked = self._waiting = None
        if waiting:
            self._begin(waiting)
        return answered
