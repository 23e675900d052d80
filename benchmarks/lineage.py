"""Lineages of very many files from stored sketches, and of one changed file afterwards."""

import argparse
import random
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.figures import Figure
from benchmarks.made_up import OBJECTS, SUBJECTS
from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.lineage_store import SqliteLineages
from librarian.application.lineages import Genealogist
from librarian.domain.dates_said import read_date
from librarian.domain.extraction import Properties
from librarian.domain.files import Listed, Reading
from librarian.domain.lineage import Lineage
from librarian.domain.sketches import pack
from librarian.domain.statements import Stated

_ALL = 1 << 32
_LETTERHEAD = 40
_TEAMS = 12
_CHANGED = 0.15
_BATCH = 5_000
_SINGLE_CHANGES = 20
_WHOLE = 60.0
_ONE = 0.05
_DAY = 86_400_000_000_000


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Seconds for a tenth and for all of the files asked for; milliseconds for one more."""
    return [
        figure
        for files in (arguments.files // 10, arguments.files)
        for figure in _measured(folder / f"{files}.sqlite", files)
    ]


def _measured(place: Path, files: int) -> Iterator[Figure]:
    chance = random.Random(files)
    catalogue = SqliteCatalogue(place)
    store = SqliteLineages(place)
    genealogist = Genealogist(store)
    put_into(catalogue, made_drive(chance, files))
    started = process_time()
    genealogist.follow()
    whole = process_time() - started
    found = sum(1 for _ in genealogist.lineages())
    yield Figure(
        f"lineage of {files:,} files ({found:,} documents), of the processor's time",
        whole,
        "s",
        "",
        None,
        f"≤ {_WHOLE:g} s",
        whole <= _WHOLE,
    )
    one = _one_more(catalogue, genealogist, chance)
    yield Figure(
        f"one changed file among {files:,}, slowest of {_SINGLE_CHANGES}",
        one * 1000,
        "ms",
        "",
        None,
        f"≤ {_ONE * 1000:g} ms",
        one <= _ONE,
    )
    store.close()
    catalogue.close()


def _one_more(catalogue: SqliteCatalogue, genealogist: Genealogist, chance: random.Random) -> float:
    """Change files one after another; return the longest time it took to follow."""
    slowest = 0.0
    some: list[Lineage] = [
        each for each, _ in zip(genealogist.lineages(), range(200), strict=False)
    ]
    for each in chance.sample(some, _SINGLE_CHANGES):
        path = each.editions[each.head].path
        record = catalogue.record(path)
        if record is None or record.reading is None:
            continue
        changed = _changed(chance, list(array("I", record.reading.sketch)), 0.05)
        put_into(catalogue, [(record.listed, _reading(chance, changed, each.title, 9))])
        started = perf_counter()
        genealogist.follow()
        slowest = max(slowest, perf_counter() - started)
    return slowest


def put_into(catalogue: SqliteCatalogue, files: Sequence[tuple[Listed, Reading]]) -> None:
    """Let the catalogue know these files, as if they had been scanned and read."""
    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        numbers = catalogue.enter([listed for listed, _ in batch], 1)
        catalogue.settle(
            [(file, reading) for file, (_, reading) in zip(numbers, batch, strict=True)]
        )


def made_drive(chance: random.Random, files: int) -> list[tuple[Listed, Reading]]:
    """Make documents of one to six versions, some copied, all with their team's letterhead."""
    letterheads = [_shingles(chance, _LETTERHEAD) for _ in range(_TEAMS)]
    made: list[tuple[Listed, Reading]] = []
    number = 0
    while len(made) < files:
        number += 1
        title = f"{chance.choice(OBJECTS)} for {chance.choice(SUBJECTS)} {number}".capitalize()
        folder = f"Team {number % _TEAMS}/Shelf {number // _TEAMS % 40}"
        text = _shingles(chance, chance.randrange(60, 1200)) + letterheads[number % _TEAMS]
        for version in range(1, chance.choice((1, 1, 1, 2, 2, 3, 4, 6)) + 1):
            reading = _reading(chance, text, title, version)
            listed = Listed(f"{folder}/{title} v{version}.docx", 9_000, version * 90 * _DAY)
            made.append((listed, reading))
            if chance.random() < _CHANGED:
                made.append((listed._replace(path=f"Copied/{title} v{version}.docx"), reading))
            text = _changed(chance, text, _CHANGED)
    return made[:files]


def _reading(chance: random.Random, text: Sequence[int], title: str, version: int) -> Reading:
    digest = f"{chance.getrandbits(256):064x}"
    dated = read_date(f"{version:02}.03.{10 + version}")
    return Reading(
        sha256=digest,
        canonical=digest,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        words=len(text),
        sketch=pack(set(text)),
        properties=Properties(title=title),
        stated=Stated(title=title, version=(version,), dated=dated),
    )


def _shingles(chance: random.Random, count: int) -> list[int]:
    return [chance.randrange(_ALL) for _ in range(count)]


def _changed(chance: random.Random, text: Sequence[int], share: float) -> list[int]:
    """Return a text in which that share of the shingles is new."""
    return [chance.randrange(_ALL) if chance.random() < share else each for each in text]
