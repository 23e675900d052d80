"""How long after somebody saves a file on a local disk its new words are found."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from threading import Event, Thread
from time import perf_counter

from benchmarks.figures import Figure, p95
from librarian.adapters.sample import make
from librarian.application.library import Library
from librarian.bootstrap import LocalDesk
from librarian.domain.events import IndexChanged, ScanFinished
from librarian.domain.searching import Query

_ROUNDS = 20
_TO_REACH = 1.0
_PATIENCE = 60.0


def measure(folder: Path, _: argparse.Namespace) -> Sequence[Figure]:
    """Median and p95 over some changes on the sample drive."""
    root = folder / "drive"
    make(root, 1)
    library = LocalDesk(folder / "home").open(root)
    scanned, changed = Event(), Event()
    library.bus.subscribe(lambda event: scanned.set() if isinstance(event, ScanFinished) else None)
    library.bus.subscribe(lambda event: changed.set() if isinstance(event, IndexChanged) else None)
    keeper = Thread(target=library.keeper.run)
    keeper.start()
    try:
        scanned.wait(_PATIENCE * 5)
        samples = [_until_found(library, root, changed, number) for number in range(_ROUNDS)]
    finally:
        library.keeper.stop()
        keeper.join()
        library.close()
    return [
        Figure(
            f"a changed file until it is found, {name}",
            value,
            "s",
            to_reach=f"≤ {_TO_REACH:g} s",
            reached=value <= _TO_REACH,
        )
        for name, value in (("median", median(samples)), ("p95", p95(samples)))
    ]


def _until_found(library: Library, root: Path, changed: Event, number: int) -> float:
    word = f"zebra{number}crossing"
    started = perf_counter()
    (root / "Notice.txt").write_text(f"Today's word is {word}.", "utf-8")
    while not library.finder.find(Query(word, typing=False)).total:
        changed.wait(0.01)
        changed.clear()
        if perf_counter() - started > _PATIENCE:
            raise TimeoutError(word)
    return perf_counter() - started
