"""How fast a search is from the keystroke to ten ranked rows with snippets.

Each kind of query is timed in a process that only searches, and beside it the very same tantivy
query with tantivy's own top ten and tantivy's own snippets.
"""

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import islice
from math import inf
from pathlib import Path
from time import perf_counter, process_time, thread_time
from typing import Final, TypedDict

import psutil
import tantivy

from benchmarks.figures import Figure, p95
from benchmarks.made_up import entries
from indexers.full_text import FullTextIndex, FullTextReader, generations
from indexers.full_text.dictionary import Dictionary
from indexers.full_text.schema import body_of
from indexers.full_text.views import View
from indexers.query_language import parse
from librarian.domain.clocks import nanoseconds
from librarian.domain.searching import Query
from policies.vocabulary import load

NOW: Final = datetime(2026, 11, 20, 12, tzinfo=UTC)
QUERIES: Final = {
    "prefix": ("s", "sa", "saf", "geno", "safeguardi", "child pro", "core gr", "the placem"),
    "words": ("safety plan review", "police school", "genogram family", "referral food bank"),
    "phrase": ('"child protection plan"', '"in words the child knows"', '"safety plan"'),
    "typo": ("genogrm", "safegarding", "saftey plan", "chronolgy review"),
    "vocabulary": ("cp", "cin plan", "s47", "lac review"),
    "filter and sort": ("type:pdf after:2025", "folder:court", "type:word before:2024 ", ""),
}


_ROUNDS: Final = 10
_BATCH: Final = 500
_ROWS: Final = 10
_RATIO: Final = 2.0
_MILLISECONDS: Final = 25.0
_MOST_FILES: Final = 100_000
"""The size of drive that is held to so many milliseconds."""
_LINEAR: Final = 1.1
_SHARES: Final = (1, 10, 100, 500)
"""Sizes of index, in hundredths of the files asked for."""
_MEGABYTES: Final = 300


class Found(TypedDict):
    """What a searching process says of itself: p95 of ours and of the bare query, by kind."""

    times: dict[str, tuple[float, float]]
    megabytes: int


class StillClock:
    """A clock whose date stands still, and that measures."""

    def now(self) -> datetime:
        """The moment of the made-up drive."""
        return NOW

    def ticks(self) -> float:
        """Seconds that go forward."""
        return perf_counter()


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Index and search a hundredth of the files asked for, a tenth, all, and five times as many."""
    figures: list[Figure] = []
    before: _Size | None = None
    for files in (arguments.files * share // 100 for share in _SHARES):
        size = _measured(folder / "index", files)
        figures += _figures(size, before)
        before = size
    return figures


@dataclass(frozen=True, slots=True)
class _Size:
    """What indexing and searching so many files took; times are p95 of ours and of the bare."""

    files: int
    seconds: float
    times: Mapping[str, tuple[float, float]]
    megabytes: int


def _measured(folder: Path, files: int) -> _Size:
    seconds = _build(folder, files)
    found = _searched(folder)
    shutil.rmtree(folder)
    return _Size(files, seconds, found["times"], found["megabytes"])


def _figures(size: _Size, before: _Size | None) -> Iterator[Figure]:
    """Yield what is to be said of one size, held against the one before it."""
    yield _indexing(size, before)
    limit = _MILLISECONDS if size.files <= _MOST_FILES else inf
    for kind, (ours, bare) in size.times.items():
        yield Figure(
            f"search, {kind}, p95, {size.files:,} files",
            ours,
            "ms",
            f"bare tantivy, p95 {bare:.1f} ms",
            ours / bare,
            f"≤ {_RATIO:g} ×" + (f"; {limit:g} ms" if limit < inf else ""),
            ours / bare <= _RATIO and ours <= limit,
        )
    if before:
        yield _growth(size, before)
    yield Figure(
        f"memory of the searching process, {size.files:,} files",
        size.megabytes,
        "MB",
        to_reach=f"≤ {_MEGABYTES} MB",
        reached=size.megabytes <= _MEGABYTES,
    )


def _indexing(size: _Size, before: _Size | None) -> Figure:
    name, rate = f"indexed in a processor's second, {size.files:,} files", size.files / size.seconds
    if before is None:
        return Figure(name, rate, "files/s")
    slower = (size.seconds / size.files) / (before.seconds / before.files)
    against = f"time for each of {before.files:,} files"
    limit = f"linear or better: ≤ {_LINEAR:g} ×"
    return Figure(name, rate, "files/s", against, slower, limit, slower <= _LINEAR)


def _growth(size: _Size, before: _Size) -> Figure:
    """The slowest kind of query: how its time grew beside the number of files."""
    worst, was = (max(ours for ours, _ in each.times.values()) for each in (size, before))
    growth = (worst / was) / (size.files / before.files)
    return Figure(
        f"search, the slowest kind, p95, {size.files:,} files",
        worst,
        "ms",
        f"time for each of {before.files:,} files",
        growth,
        f"linear or better: ≤ {_LINEAR:g} ×",
        growth <= _LINEAR,
    )


def _build(folder: Path, count: int) -> float:
    """Put count made-up files into an index; returns the processor's seconds that this took.

    The index works in threads of its own, also while files are made up; that is not counted.
    """
    index = FullTextIndex.open(folder)
    made = entries(count)
    started, making = process_time(), 0.0
    while True:
        begun = thread_time()
        batch = list(islice(made, _BATCH))
        making += thread_time() - begun
        if not batch:
            break
        index.put(batch)
    index.commit()
    index.close()
    return process_time() - started - making


def _searched(folder: Path) -> Found:
    """Return the figures of a process of its own that searches this index."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.search", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: Found = json.loads(done.stdout)
    return found


class Bare:
    """The same queries without us: tantivy's top ten and tantivy's own snippets."""

    def __init__(self, folder: Path) -> None:
        index = generations.opened(generations.current(folder) or folder)
        self._schema = index.schema
        self._searcher = index.searcher()
        self._view = View(index.schema, Dictionary(self._searcher), load())

    def prepared(self, query: Query) -> Callable[[], object]:
        """Return the bare search of a query, with everything before it already done."""
        asked = parse(query.text, now=NOW, typing=query.typing)
        plan = self._view.plan(asked, query.filters, nanoseconds(NOW))
        made, sort = self._view.settled(plan), None if plan.parts else "modified"
        return partial(self._search, made, sort)

    def _search(self, query: tantivy.Query, sort: str | None) -> list[object]:
        hits = self._searcher.search(query, _ROWS, order_by_field=sort).hits
        field = "text_stemmed"
        marker = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, field)
        documents = [self._searcher.doc(address) for _, address in hits]
        texts = [tantivy.Document(text_stemmed=body_of(document)) for document in documents]
        return [marker.snippet_from_doc(text).highlighted() for text in texts]


def _times(folder: Path) -> dict[str, tuple[float, float]]:
    """Return p95 of ours and of the bare query, by kind; the first round only warms up."""
    reader, bare = FullTextReader(folder, load(), StillClock()), Bare(folder)
    found = {}
    for kind, texts in QUERIES.items():
        queries = [Query(text, limit=_ROWS) for text in texts * (_ROUNDS + 1)]
        both = [(_timed(partial(_rows, reader, q)), _timed(bare.prepared(q))) for q in queries]
        ours, theirs = zip(*both[len(texts) :], strict=True)
        found[kind] = p95(ours), p95(theirs)
    return found


def _rows(reader: FullTextReader, query: Query) -> None:
    results = reader.find(query, {})
    reader.snippets(query, [hit.file for hit in results.hits])


def _timed(work: Callable[[], object]) -> float:
    """Return the milliseconds of work: the thread's own, so that others' work does not count."""
    started = thread_time()
    work()
    return (thread_time() - started) * 1000


def main() -> None:
    """Search the index in the folder given, and print the figures of this process as JSON."""
    times = _times(Path(sys.argv[1]))
    megabytes = psutil.Process().memory_info().rss // 2**20
    print(json.dumps({"times": times, "megabytes": megabytes}))


if __name__ == "__main__":
    main()
