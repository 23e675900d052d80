"""Watches a drive through the operating system: a hint where to look, never the truth.

Watchers see nothing of what others change on many network drives, and may not start at all;
then the scan finds out later, and nothing else is lost.
"""

import logging
import os
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Condition, Thread
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirModifiedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from indexers.settling import Burst
from librarian.application.ports import Clock
from librarian.domain.paths import folder_of, is_passed_over

_SEEN_BEFORE: Final = "Callback with id"
_log = logging.getLogger(__name__)


class FolderWatcher:
    """Says in which folders of a drive something moved."""

    def __init__(self, root: Path, clock: Clock) -> None:
        self._root = root.absolute()
        self._clock = clock

    @contextmanager
    def watch(self, look: Callable[[frozenset[str]], None]) -> Iterator[None]:
        """Call look, on a thread of the watcher, with each settled burst of folders."""
        # watchdog says so, with every folder it knows, where one is moved away and back; it goes on
        warnings.filterwarnings("ignore", _SEEN_BEFORE, RuntimeWarning)
        settling = _Settling(look, self._clock)
        observer = Observer()
        observer.schedule(_Hints(self._root, settling.add), str(self._root), recursive=True)
        starting = Thread(target=_start, args=(observer,), name="watch-start", daemon=True)
        settling.start()
        starting.start()
        try:
            yield
        finally:
            starting.join()
            if observer.is_alive():
                observer.stop()
                observer.join()
            settling.stop()


def hinted(root: Path, event: FileSystemEvent) -> frozenset[str]:
    """Return the folders, relative to root, that an event says to look in; often none."""
    if isinstance(event, DirModifiedEvent) or event.event_type in ("opened", "closed_no_write"):
        return frozenset()
    found: set[str] = set()
    for each in (event.src_path, event.dest_path):
        path = _relative(root, os.fsdecode(each)) if each else None
        if path and not any(is_passed_over(part) for part in path.split("/")):
            found.add(folder_of(path))
            if isinstance(event, DirCreatedEvent):
                found.add(path)
    return frozenset(found)


class _Hints(FileSystemEventHandler):
    def __init__(self, root: Path, add: Callable[[frozenset[str]], None]) -> None:
        self._root = root
        self._add = add

    def on_any_event(self, event: FileSystemEvent) -> None:
        folders = hinted(self._root, event)
        if folders:
            self._add(folders)


class _Settling(Thread):
    """Waits until a burst is over, then passes it on."""

    def __init__(self, look: Callable[[frozenset[str]], None], clock: Clock) -> None:
        super().__init__(name="watch-settle", daemon=True)
        self._look = look
        self._clock = clock
        self._burst = Burst()
        self._moved = Condition()
        self._stopping = False

    def add(self, folders: frozenset[str]) -> None:
        with self._moved:
            self._burst.add(folders, self._clock.ticks())
            self._moved.notify()

    def stop(self) -> None:
        with self._moved:
            self._stopping = True
            self._moved.notify()
        self.join()

    def run(self) -> None:
        while (folders := self._next()) is not None:
            self._look(folders)

    def _next(self) -> frozenset[str] | None:
        """The next settled burst; None when it is time to stop."""
        with self._moved:
            while not self._stopping:
                left = self._burst.seconds_left(self._clock.ticks())
                if left == 0:
                    return self._burst.take()
                self._moved.wait(left)
        return None


def _start(observer: BaseObserver) -> None:
    try:
        observer.start()
    except OSError as error:
        _log.info("This drive cannot be watched (%s); it is looked at now and then.", error.errno)


def _relative(root: Path, path: str) -> str | None:
    try:
        return Path(path).relative_to(root).as_posix()
    except ValueError:
        return None
