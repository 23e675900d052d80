"""Looking inside the files that wait for it, batch by batch, each batch settled before the next."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from librarian.application.entries import content_entry
from librarian.application.ports import (
    Bus,
    Cancel,
    Catalogue,
    Clock,
    Drive,
    IndexWriter,
    Reader,
    Unanswered,
)
from librarian.domain.errors import CancelledError, LibrarianError
from librarian.domain.events import IndexChanged, Progress, Stage
from librarian.domain.files import FileState, Listed, Reading

CONTENT_BATCH: Final = 500
BATCH_SECONDS: Final = 2.0
PROGRESS_SECONDS: Final = 0.1


class ContentReading:
    """Moves files from waiting to settled: catalogue first, then index, then both agree."""

    def __init__(
        self,
        *,
        drive: Drive,
        catalogue: Catalogue,
        index: IndexWriter,
        reader: Reader,
        clock: Clock,
        bus: Bus,
    ) -> None:
        self._drive = drive
        self._catalogue = catalogue
        self._index = index
        self._reader = reader
        self._clock = clock
        self._bus = bus

    def read_all(self, cancel: Cancel, between: Callable[[], None] | None) -> int:
        """Look inside all that waits; returns how many files could not be fetched just now.

        Raises CancelledError when a person stopped it.
        """
        postponed = 0
        while total := self._catalogue.count_waiting():
            this_round = _Round(self, total, cancel, between)
            postponed += this_round.run()
            if cancel():
                raise CancelledError
            if not this_round.done:
                raise LibrarianError(
                    "Files could not be looked inside.", "Start Librarian again and look again."
                )
        return postponed

    def read(
        self, underway: dict[int, Listed], cancel: Cancel
    ) -> Iterator[tuple[int, Reading | Unanswered]]:
        """Read what waits; underway holds the listing of each file between fetch and answer."""

        def fetched() -> Iterator[tuple[int, Listed, Path]]:
            for waiting in self._catalogue.waiting():
                underway[waiting.file] = waiting.listed
                yield waiting.file, waiting.listed, self._drive.locate(waiting.listed.path)

        return self._reader.read(fetched(), cancel)

    def settle(
        self, read: list[tuple[int, Listed, Reading]], postponed: list[tuple[int, str]]
    ) -> None:
        """Keep one batch, whole, in catalogue and index."""
        if postponed:
            self._catalogue.postpone(postponed)
        read = self._still_so(read)
        if read:
            self._catalogue.settle([(file, reading) for file, _, reading in read])
            self._index.put(content_entry(*each) for each in read)
            self._index.commit()
            self._catalogue.agreed([file for file, _, _ in read])
        tally = self._catalogue.tally()
        self._bus.publish(IndexChanged(tally.files, tally.read))

    def _still_so(
        self, read: list[tuple[int, Listed, Reading]]
    ) -> list[tuple[int, Listed, Reading]]:
        """Leave out files that were changed or lost, as a hint told, since their reading began."""
        records = self._catalogue.records([file for file, _, _ in read])
        now = {each.file: each.listed for each in records if each.state is FileState.PRESENT}
        return [each for each in read if now.get(each[0]) == each[1]]

    def tell(self, done: int, total: int, since: float) -> None:
        """Publish how far this round has got."""
        elapsed = self.ticks() - since
        rate = done / elapsed if elapsed > 0 else 0.0
        left = (total - done) / rate if rate > 0 else None
        self._bus.publish(Progress(Stage.READING, done, total, rate, left))

    def ticks(self) -> float:
        """Seconds that only go forward."""
        return self._clock.ticks()


class _Round:
    """One pass over what waits now."""

    def __init__(
        self,
        contents: ContentReading,
        total: int,
        cancel: Cancel,
        between: Callable[[], None] | None,
    ) -> None:
        self._contents = contents
        self._total = total
        self._cancel = cancel
        self._between = between
        self._started = self._told = self._settled = contents.ticks()
        self._read: list[tuple[int, Listed, Reading]] = []
        self._postponed: list[tuple[int, str]] = []
        self.done = 0
        self._refused = 0

    def run(self) -> int:
        underway: dict[int, Listed] = {}
        for file, answer in self._contents.read(underway, self._cancel):
            self._take(file, underway.pop(file), answer)
            self._keep_up()
        self._settle()
        self._contents.tell(self.done, self._total, self._started)
        return self._refused

    def _take(self, file: int, listed: Listed, answer: Reading | Unanswered) -> None:
        self.done += 1
        if isinstance(answer, Unanswered):
            self._refused += 1
            self._postponed.append((file, answer.why))
        else:
            self._read.append((file, listed, answer))

    def _keep_up(self) -> None:
        now = self._contents.ticks()
        if len(self._read) >= CONTENT_BATCH or now - self._settled > BATCH_SECONDS:
            self._settle()
        if now - self._told >= PROGRESS_SECONDS:
            self._told = now
            self._contents.tell(self.done, self._total, self._started)

    def _settle(self) -> None:
        self._contents.settle(self._read, self._postponed)
        self._read, self._postponed = [], []
        self._settled = self._contents.ticks()
        if self._between:
            self._between()
