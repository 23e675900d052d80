"""Runs work in named lanes beside the window, and brings each answer back to its thread.

A lane is one thread: what is given to it runs in order. Plain threads are used because Qt's pool
neither keeps order nor says whose work is still to come.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from librarian.domain.errors import LibrarianError

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Jobs

T = TypeVar("T")
JOIN_SECONDS: Final = 5.0

_log = logging.getLogger(__name__)


class MishapError(LibrarianError):
    """A fault of the program itself: already logged, and already told to the person."""

    def __init__(self) -> None:
        super().__init__(
            "Something went wrong in Librarian.",
            "You can go on. If it happens again, tell whoever looks after your computers.",
        )


@dataclass(frozen=True, slots=True)
class _Job:
    """A piece of work, and whom to tell; `owner` is asked whether it still lives."""

    work: Callable[[], object]
    done: Callable[[object], None]
    failed: Callable[[LibrarianError], None] | None
    owner: QObject | None

    @property
    def is_wanted(self) -> bool:
        """Whether anybody is left who waits for the answer."""
        return self.owner is None or isValid(self.owner)


class _Lane:
    """One thread that runs its jobs one after the other."""

    def __init__(self, name: str, finish: Callable[[Callable[[], None]], None]) -> None:
        self._waiting: SimpleQueue[_Job | None] = SimpleQueue()
        self._finish = finish
        self._thread = Thread(target=self._run, name=f"lane {name}", daemon=True)
        self._thread.start()

    def add(self, job: _Job) -> None:
        """Run job after those that wait already."""
        self._waiting.put(job)

    def close(self) -> None:
        """Run no job any more, once the present one is done."""
        while not self._waiting.empty():
            self._waiting.get()
        self._waiting.put(None)

    def join(self, seconds: float) -> bool:
        """Wait for the thread's end; tells whether it came."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._waiting.get()) is not None:
            if job.is_wanted:
                self._finish(_outcome(job))


def _outcome(job: _Job) -> Callable[[], None]:
    """Do the work here, and return what is to be said in the window's thread."""
    try:
        answer = job.work()
    except LibrarianError as error:
        return partial(_tell_failure, job, error)
    except Exception:  # noqa: BLE001 - logged here, and told to the person
        _log.exception("A piece of work failed.")
        return partial(_tell_failure, job, MishapError())
    return partial(_tell, job, answer)


def _tell(job: _Job, answer: object) -> None:
    if job.is_wanted:
        job.done(answer)


def _tell_failure(job: _Job, error: LibrarianError) -> None:
    if job.is_wanted and job.failed is not None:
        job.failed(error)


class ThreadJobs(QObject):
    """The window's Jobs. `complained` carries each failure that nobody takes care of.

    An answer whose owner (the object whose method `done` is) no longer lives is dropped. Where
    `done` is a function, name the owner with `owned_by`.
    """

    complained = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[str, _Lane] = {}
        self._closed = False
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        """Run work in lane; done or failed is called afterwards in the window's thread.

        A fault of the program is logged, shown as a notice, and reaches failed as MishapError.
        """
        self.submit_for(_owner_of(done), lane, work, done, failed)

    def submit_for(
        self,
        owner: QObject | None,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        """As submit; the answer is dropped when owner has gone."""
        if self._closed:
            return
        if lane not in self._lanes:
            self._lanes[lane] = _Lane(lane, self._finished.emit)

        def answered(answer: object) -> None:
            done(answer)  # type: ignore[arg-type]  # what work returned comes back unchanged

        self._lanes[lane].add(_Job(work, answered, self._complaining(failed), owner))

    def owned_by(self, owner: QObject) -> Jobs:
        """The same lanes, for work whose answers only owner waits for."""
        return _OwnedJobs(self, owner)

    def shutdown(self, seconds: float = JOIN_SECONDS) -> bool:
        """End all lanes and drop what waits; tells whether all of them ended in time."""
        self._closed = True
        for lane in self._lanes.values():
            lane.close()
        ended = [lane.join(seconds) for lane in self._lanes.values()]
        return all(ended)

    def _complaining(
        self, failed: Callable[[LibrarianError], None] | None
    ) -> Callable[[LibrarianError], None]:
        def tell(error: LibrarianError) -> None:
            if failed is None or isinstance(error, MishapError):
                self.complained.emit(error)
            if failed is not None:
                failed(error)

        return tell

    def _deliver(self, outcome: Callable[[], None]) -> None:
        if not self._closed:
            outcome()


class _OwnedJobs:
    """Jobs whose answers are dropped when their owner has gone."""

    def __init__(self, jobs: ThreadJobs, owner: QObject) -> None:
        self._jobs = jobs
        self._owner = owner

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        self._jobs.submit_for(self._owner, lane, work, done, failed)


def _owner_of(done: object) -> QObject | None:
    while isinstance(done, partial):
        done = done.func
    owner = getattr(done, "__self__", None)
    return owner if isinstance(owner, QObject) else None
