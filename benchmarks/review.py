"""A review of very many files, of one change afterwards, against one pass over the same rows."""

import argparse
import random
import tracemalloc
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from time import perf_counter

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
from librarian.application.reviewing import Reviewer
from librarian.application.since_book import FindingsBook
from librarian.domain.curators import Curators
from librarian.domain.ledger import Entry, Json
from policies.loading import default_rules

_WHOLE = 10.0
_CHANGE = 0.2
_CHANGES = 20
_TRACED = 10_000
"""Tracing memory slows everything down; it grows with the files."""


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
    reviewer = Reviewer(
        store=store,
        managed=Managed(_NobodysLedger()),
        rules=default_rules,
        book=FindingsBook(JsonStore(folder / "own")),
        clock=SystemClock(),
        bus=LocalBus(),
    )
    one_pass = _seconds(store.whole)
    whole = _seconds(reviewer.follow)
    found = len(reviewer.found().findings)
    yield Figure(
        f"review of {files:,} files ({found:,} need a look)",
        whole,
        "s",
        f"{whole / one_pass:.1f} × one pass over the same rows",
        None,
        f"≤ {_WHOLE:g} s",
        whole <= _WHOLE,
    )
    slowest = 0.0
    for listed, reading in chance.sample(drive, _CHANGES):
        changed = listed._replace(size=listed.size + 1, modified=listed.modified + 1)
        put_into(catalogue, [(changed, reading)])
        genealogist.follow()
        slowest = max(slowest, _seconds(reviewer.follow))
    yield Figure(
        f"review after one change among {files:,}, slowest of {_CHANGES}",
        slowest * 1000,
        "ms",
        f"{slowest / one_pass:.3f} × one pass over all rows",
        None,
        f"≤ {_CHANGE * 1000:g} ms",
        slowest <= _CHANGE,
    )
    if files <= _TRACED:
        tracemalloc.start()
        reviewer.would_find(default_rules())
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        yield Figure(
            f"memory at the most, review of {files:,} files", peak / 2**20, "MiB", "", None
        )
    for each in (store, lineages, catalogue):
        each.close()


def _seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
