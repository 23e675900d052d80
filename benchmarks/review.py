"""A review of very many files, of one change afterwards, against one pass over the same rows."""

import argparse
import random
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.figures import Figure
from benchmarks.lineage import made_drive, put_into
from librarian.adapters.bus import LocalBus
from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.clock import SystemClock
from librarian.adapters.lineage_store import SqliteLineages
from librarian.adapters.review_store import SqliteReviews
from librarian.adapters.store import JsonStore
from librarian.application.adopting import Standing
from librarian.application.keeping_ledger import News
from librarian.application.lineages import Genealogist
from librarian.application.managed import Managed
from librarian.application.ports import Clock
from librarian.application.reviewing import Reviewer
from librarian.application.since_book import FindingsBook
from librarian.domain.curators import Curators
from librarian.domain.document_types import usual_months
from librarian.domain.ledger import Entry, Json
from policies.loading import default_rules

_WHOLE = 10.0
_CHANGE = 0.2
_CHANGES = 20
_MEMORY = 4 * 1024
"""Bytes for each file; a view of the whole drive holds all of them at once."""
_AT_LEAST = 2**20
"""Bytes that a review takes however few files there are."""


class _NobodysLedger:
    """The ledger of a drive that nobody looks after."""

    who = desk = ""
    rights = Curators()

    def append(self, kind: str, payload: Mapping[str, Json]) -> Entry:
        raise NotImplementedError(kind, payload)

    def poll(self) -> News:
        return News(())

    def standing(self) -> Standing:
        return Standing.NOBODYS


class _Tomorrow(SystemClock):
    """The clock of the next day, on which everything is reviewed again."""

    def now(self) -> datetime:
        return super().now() + timedelta(days=1)


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Seconds for a tenth and for all of the files asked for; milliseconds after one change."""
    return [
        figure
        for files in (arguments.files // 10, arguments.files)
        for figure in _measured(folder / f"{files}", files)
    ]


def _measured(folder: Path, files: int) -> Iterator[Figure]:
    folder.mkdir()
    place = folder / "catalogue.sqlite"
    chance = random.Random(files)
    catalogue, lineages, store = SqliteCatalogue(place), SqliteLineages(place), SqliteReviews(place)
    genealogist = Genealogist(lineages)
    drive = made_drive(chance, files)
    put_into(catalogue, drive)
    genealogist.follow()
    reviewer = _reviewer(store, folder, SystemClock())
    one_pass = min(_seconds(store.whole, process_time) for _ in range(2))
    whole = _seconds(reviewer.follow, process_time)
    found = len(reviewer.found().findings)
    yield Figure(
        f"review of {files:,} files ({found:,} need a look), of the processor's time",
        whole,
        "s",
        f"one pass over the same rows, {one_pass:.2g} s",
        whole / one_pass,
        f"≤ {_WHOLE:g} s",
        whole <= _WHOLE,
    )
    slowest, worked, changes = 0.0, 0.0, min(_CHANGES, len(drive))
    for listed, reading in chance.sample(drive, changes):
        changed = listed._replace(size=listed.size + 1, modified=listed.modified + 1)
        put_into(catalogue, [(changed, reading)])
        genealogist.follow()
        before = process_time()
        slowest = max(slowest, _seconds(reviewer.follow, perf_counter))
        worked = max(worked, process_time() - before)
    yield Figure(
        f"review after one change among {files:,}, slowest of {changes}",
        slowest * 1000,
        "ms",
        f"one pass over all rows, {one_pass:.2g} s",
        slowest / one_pass,
        f"≤ {_CHANGE * 1000:g} ms",
        slowest <= _CHANGE,
    )
    yield Figure(
        f"… of the processor's time, {files:,}, the most of {changes}",
        worked * 1000,
        "ms",
        f"one pass over all rows, {one_pass:.2g} s",
        worked / one_pass,
    )
    allowed = _AT_LEAST + _MEMORY * files
    memory = _memory(_reviewer(store, folder, _Tomorrow()).follow)
    yield Figure(
        f"memory at the most, review of {files:,} files on the next day",
        memory / 2**20,
        "MiB",
        "",
        None,
        f"≤ {allowed / 2**20:.3g} MiB",
        memory <= allowed,
    )
    for each in (store, lineages, catalogue):
        each.close()


def _reviewer(store: SqliteReviews, folder: Path, clock: Clock) -> Reviewer:
    rules = default_rules()  # read once, as a rule book does
    return Reviewer(
        store=store,
        managed=Managed(_NobodysLedger()),
        rules=lambda: rules,
        book=FindingsBook(JsonStore(folder / "own")),
        clock=clock,
        bus=LocalBus(),
        months=lambda: usual_months,
    )


def _memory(work: Callable[[], object]) -> int:
    """Return how many bytes it takes at the most; tracing them makes everything slower."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


def _seconds(work: Callable[[], object], clock: Callable[[], float]) -> float:
    started = clock()
    work()
    return clock() - started
