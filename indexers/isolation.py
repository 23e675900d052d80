"""Reads files in worker processes, so that a bad file costs itself alone.

A hang, a crash or a bomb ends one worker; another takes its place, and the file gets a plain
reason. What the network does is never held against a file: it is tried again later.
"""

import logging
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import CancelledError, Future
from concurrent.futures.process import BrokenProcessPool
from math import inf
from multiprocessing import get_context
from multiprocessing.context import BaseContext
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Final

from pebble import ProcessExpired, ProcessPool

from indexers.limits import OUT_OF_TIME, out_of_earshot
from indexers.reading import LARGEST, format_modules, installed, revisions, without_reading
from indexers.working import Setup, is_ready, prepare, read_file
from librarian.application.ports import Cancel, Unanswered
from librarian.domain.extraction import Extractor, Reason
from librarian.domain.files import Listed, Reading
from librarian.domain.vocabulary import Vocabulary

WORKERS: Final = 2
SECONDS: Final = 20.0
"""How long a file may be worked on, waiting for its bytes not counted."""
MEMORY: Final = 2 << 30
"""How many bytes of memory a worker may use."""

_NETWORK_SECONDS: Final = 300.0
_LOOK_SECONDS: Final = 0.05
_TASKS_EACH: Final = 4
_AHEAD_SECONDS: Final = 1.0
"""Workers that are quick get work for so long, to go on while a batch is being settled."""
_MOST_AHEAD: Final = 100
_LOG: Final = logging.getLogger(__name__)

Task = tuple[int, Listed]
Answer = tuple[int, Reading | Unanswered]


def full_speed() -> float:
    """Return the pause between two files where nobody asked for one."""
    return 0.0


class IsolatedReader:
    """Reads files in worker processes; a `ports.Reader`.

    `pace` tells the seconds to leave between two files, asked again and again: 0 is full speed,
    infinity a pause.
    """

    def __init__(
        self,
        vocabulary: Vocabulary,
        *,
        pace: Callable[[], float] = full_speed,
        extractors: Callable[[], Iterable[Extractor]] = installed,
        workers: int = WORKERS,
        seconds: float = SECONDS,
        memory: int = MEMORY,
    ) -> None:
        self.revisions: Mapping[str, int] = revisions(extractors())
        self._pace = pace
        self._workers = workers
        self._setup = Setup(vocabulary, extractors, seconds, memory, gives_way=True)
        self._pool: ProcessPool | None = None

    def get_ready(self) -> None:
        """Start the worker processes, since files will come in a moment."""
        self._ready_pool()

    def read(
        self, files: Iterable[tuple[int, Listed, Path]], cancel: Cancel
    ) -> Iterator[tuple[int, Reading | Unanswered]]:
        """Yield what was found in each file, in any order; end early when cancelled."""
        round_ = _Round(self._schedule, self._pace, self._workers * _TASKS_EACH)
        try:
            yield from round_.run(iter(files), cancel)
        finally:
            round_.abandon()

    def close(self) -> None:
        """End the worker processes; reading again starts new ones."""
        pool, self._pool = self._pool, None
        if pool is not None:
            end(pool)

    def _schedule(self, listed: Listed, place: Path) -> Future[Reading | Unanswered]:
        """Have a file read."""
        arguments = (place, listed.path)
        future: Future[Reading | Unanswered] = self._ready_pool().schedule(
            read_file, args=arguments, timeout=_NETWORK_SECONDS
        )
        return future

    def _ready_pool(self) -> ProcessPool:
        """The pool; one that broke is replaced."""
        if self._pool is None or not self._pool.active:
            self.close()
            self._pool = started(self._workers, self._setup)
        return self._pool


def started(workers: int, setup: Setup) -> ProcessPool:
    """Return a pool of processes that are starting."""
    pool = ProcessPool(
        max_workers=workers, initializer=prepare, initargs=(setup,), context=_context()
    )
    with out_of_earshot():
        pool.schedule(is_ready)
    return pool


def _context() -> BaseContext:
    """Return how processes are started.

    On Linux all are forked from one that has loaded the readers, and nothing else: the next one
    is there at once when a file has cost one. A packed program has no Python for that.
    """
    if sys.platform != "linux" or getattr(sys, "frozen", False):
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload([read_file.__module__, *format_modules()])
    return context


def end(pool: ProcessPool) -> None:
    """End the processes of a pool, whatever they are doing."""
    stop: Callable[[], None] = pool.stop  # pebble leaves its return untyped
    stop()
    pool.join()


class _Round:
    """One pass over files: a few under way at a time, the rest not even listed yet.

    At least so many, that no worker waits; a pause begins when those under way are done.
    """

    def __init__(
        self,
        schedule: Callable[[Listed, Path], Future[Reading | Unanswered]],
        pace: Callable[[], float],
        least: int,
    ) -> None:
        self._schedule = schedule
        self._pace = pace
        self._least = least
        self._answered = 0
        self._begun = time.monotonic()
        self._running: dict[Future[Reading | Unanswered], Task] = {}
        self._done: SimpleQueue[Future[Reading | Unanswered]] = SimpleQueue()
        self._last = float("-inf")
        self._is_over = False

    def run(self, files: Iterator[tuple[int, Listed, Path]], cancel: Cancel) -> Iterator[Answer]:
        """Yield answers as they come."""
        while not cancel():
            yield from self._start(files, cancel)
            if self._is_over and not self._running:
                return
            yield from self._finished()

    def abandon(self) -> None:
        """Give up what is still under way."""
        for future in self._running:
            future.cancel()

    def _start(self, files: Iterator[tuple[int, Listed, Path]], cancel: Cancel) -> Iterator[Answer]:
        """Start as many files as there is room for, at the pace that is wished."""
        while self._has_room() and not cancel():
            file, listed, place = next(files, (0, None, None))
            if listed is None or place is None:
                self._is_over = True
            elif (known := _without_opening(listed)) is not None:
                yield file, known
            else:
                self._last = time.monotonic()
                future = self._schedule(listed, place)
                self._running[future] = file, listed
                future.add_done_callback(self._done.put)

    def _has_room(self) -> bool:
        if self._is_over or len(self._running) >= max(self._least, self._ahead()):
            return False
        pause = self._pace()
        return pause < inf and time.monotonic() - self._last >= pause

    def _ahead(self) -> int:
        """How many files the workers will be through with in a moment, by how they have done."""
        if self._answered < self._least:
            return 0
        rate = self._answered / max(time.monotonic() - self._begun, _LOOK_SECONDS)
        return min(int(rate * _AHEAD_SECONDS), _MOST_AHEAD)

    def _finished(self) -> Iterator[Answer]:
        """Yield what has come in, after waiting a moment where nothing has."""
        try:
            future = self._done.get(timeout=_LOOK_SECONDS)
        except Empty:
            return
        self._answered += 1
        file, listed = self._running.pop(future)
        answer = _answer(future, listed)
        if answer is not None:
            yield file, answer


def _without_opening(listed: Listed) -> Reading | None:
    """Return what is known of a file that is not to be opened, or None."""
    if listed.online_only:
        return without_reading(listed.path, Reason.ONLINE_ONLY)
    if listed.size > LARGEST:
        return without_reading(listed.path, Reason.TOO_LARGE)
    return None


def _answer(future: Future[Reading | Unanswered], listed: Listed) -> Reading | Unanswered | None:
    """Return what became of one file; None where nobody wants to know any more."""
    try:
        return future.result()
    except CancelledError:
        return None
    except ProcessExpired as error:
        return without_reading(listed.path, *end_of(error.exitcode))
    except BrokenProcessPool:
        return Unanswered("The reader had to start again.")
    except TimeoutError:
        return Unanswered("The drive did not answer.")
    except Exception as error:  # noqa: BLE001 - what went wrong in between costs this file alone
        _LOG.error("A reading could not be handed over: %s.", type(error).__name__)
        return without_reading(listed.path, Reason.DAMAGED, f"({type(error).__name__})")


def end_of(exitcode: int | None) -> tuple[Reason, str]:
    """Return why a worker's end left a file without text."""
    if exitcode == OUT_OF_TIME:
        return Reason.TOO_SLOW, ""
    return Reason.DAMAGED, "the reader crashed"
