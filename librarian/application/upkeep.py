"""Keeps catalogue and index up with the drive for as long as a window is open.

The scan is the truth: it runs at the start, every so often, and on demand. What the watcher
says is a hint where to look in between. One keeper at a time writes for one data folder.
"""

import logging
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from enum import Enum, auto
from queue import Empty, SimpleQueue
from random import Random
from threading import Event as Flag
from typing import Final

from librarian.application.ports import Bus, Drive, Watcher
from librarian.application.scanning import Scanner
from librarian.domain.errors import (
    CancelledError,
    DriveUnavailableError,
    LibrarianError,
)
from librarian.domain.events import DriveLost, Noticed, ScanStopped

RETRY_SECONDS: Final = 30.0
SPREAD: Final = 0.25
"""Desks look again at different times, so that thirty of them do not walk one share at once."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the keeper is asked to do next."""

    folders: frozenset[str] = frozenset()
    whole: bool = False
    accept_losses: bool = False
    moved: bool = False
    """Librarian itself moved files in these folders, so what is gone from them is no loss."""


class _Ended(Enum):
    """How a wish ended."""

    DONE = auto()
    AWAY = auto()
    """The drive does not answer."""
    BROKEN = auto()
    """Catalogue or index failed: the next try opens them anew."""


class Keeper:
    """Scans, listens for hints, and scans again; `run` blocks until `stop`."""

    def __init__(
        self,
        *,
        writing: Callable[[], AbstractContextManager[Scanner]],
        drive: Drive,
        watcher: Watcher,
        bus: Bus,
        rescan_seconds: Callable[[], float],
        random: Random,
        meanwhile: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        self._writing = writing
        self._drive = drive
        self._watcher = watcher
        self._bus = bus
        self._rescan_seconds = rescan_seconds
        self._random = random
        self._meanwhile = meanwhile
        self._wishes: SimpleQueue[_Wish] = SimpleQueue()
        self._stopping = Flag()
        self._cancelled = Flag()

    def run(self) -> None:
        """Keep up with the drive until `stop` is called; waits while another process writes."""
        with self._meanwhile():
            self._keep_up()

    def _keep_up(self) -> None:
        told = ""
        wish = _Wish(whole=True)
        while not self._stopping.is_set():
            try:
                with self._writing() as scanner, self._watcher.watch(self.look_at):
                    wish = self._serve(scanner, wish)
                told = ""
            except LibrarianError as error:  # another process writes, or the disk takes nothing
                if error.title != told:
                    self._bus.publish(Noticed(error.title, error.remedy))
                told = error.title
                self._stopping.wait(RETRY_SECONDS)

    def stop(self) -> None:
        """End `run` at the next step; what was settled stays."""
        self._stopping.set()
        self._cancelled.set()
        self._wishes.put(_Wish())

    def look_again(self, *, accept_losses: bool = False) -> None:
        """Scan the whole drive as soon as what runs now is done."""
        self._wishes.put(_Wish(whole=True, accept_losses=accept_losses))

    def look_at(self, folders: frozenset[str]) -> None:
        """Look at folders in which something moved, as soon as what runs now is done."""
        self._wishes.put(_Wish(folders))

    def moved_in(self, folders: frozenset[str]) -> None:
        """Look at folders in which Librarian itself moved files, however many."""
        self._wishes.put(_Wish(folders, moved=True))

    def cancel(self) -> None:
        """Stop the scan that runs now."""
        self._cancelled.set()

    def _serve(self, scanner: Scanner, wish: _Wish) -> _Wish:
        """Do one wish after another; returns the next one where it takes another scanner."""
        while not self._stopping.is_set():
            self._cancelled.clear()
            ended = self._carry_out(scanner, wish)
            if self._stopping.is_set():  # its wish may have been gathered with others meanwhile
                break
            wish = self._next(away=ended is _Ended.AWAY)
            if ended is _Ended.BROKEN:
                return replace(wish, whole=True)
        return wish

    def _next(self, *, away: bool) -> _Wish:
        spread = self._random.uniform(1 - SPREAD, 1 + SPREAD)
        wait = RETRY_SECONDS if away else self._rescan_seconds() * spread
        try:
            first = self._wishes.get(timeout=wait)
        except Empty:
            return _Wish(whole=True)
        return self._gathered(first)

    def _gathered(self, wish: _Wish) -> _Wish:
        """All wishes that wait, as one."""
        while not self._wishes.empty():
            other = self._wishes.get()
            wish = _Wish(
                wish.folders | other.folders,
                wish.whole or other.whole,
                wish.accept_losses or other.accept_losses,
                wish.moved or other.moved,
            )
        return wish

    def _carry_out(self, scanner: Scanner, wish: _Wish) -> _Ended:
        """Do what is wished; tells how that ended. One failure never ends the watch."""
        try:
            if wish.whole:
                scanner.scan(
                    self._is_to_end,
                    accept_losses=wish.accept_losses,
                    between=lambda: self._look_at_hints(scanner),
                )
            elif wish.folders:
                scanner.look_at(wish.folders, self._is_to_end, accept_losses=wish.accept_losses)
                scanner.read_new(self._is_to_end)
        except CancelledError:
            self._bus.publish(ScanStopped())
        except DriveUnavailableError as error:
            self._bus.publish(DriveLost(error.title))
            return _Ended.AWAY
        except LibrarianError as error:
            self._bus.publish(Noticed(error.title, error.remedy))
            return _Ended.BROKEN
        except Exception:  # noqa: BLE001 - one failed scan never ends the watch
            _log.exception("A scan failed.")
            self._bus.publish(
                Noticed(
                    "Something went wrong in Librarian while it looked at the drive.",
                    "You can go on. Look again from Settings; if it stays, send us the report.",
                )
            )
            return _Ended.BROKEN
        return _Ended.DONE

    def _is_to_end(self) -> bool:
        return self._cancelled.is_set() or self._stopping.is_set()

    def _look_at_hints(self, scanner: Scanner) -> None:
        """Names of files that moved while a long scan runs are searchable before it ends."""
        if self._wishes.empty():
            return
        wish = self._gathered(_Wish())
        if wish.whole:
            self._wishes.put(_Wish(whole=True, accept_losses=wish.accept_losses))
        scanner.look_at(wish.folders, accept_losses=wish.moved)
