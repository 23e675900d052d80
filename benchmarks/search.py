"""How fast a search is on a made-up drive, as ratios to the bare tantivy query of the same run.

    python -m benchmarks.search --documents 20000 --json out.json

Each kind of query is timed from the keystroke to ten ranked rows with snippets, and beside it the
very same tantivy query with tantivy's own top ten. Sentences are made from the field's own words.
"""

import argparse
import json
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import psutil
import tantivy

from indexers.full_text import FullTextIndex, FullTextReader, generations
from indexers.full_text.dictionary import Dictionary
from indexers.full_text.schema import body_of
from indexers.full_text.views import View
from indexers.query_language import parse
from librarian.domain.clocks import nanoseconds
from librarian.domain.kinds import Kind
from librarian.domain.places import is_backwater
from librarian.domain.searching import Entry, Query
from policies.vocabulary import load

NOW: Final = datetime(2026, 11, 20, 12, tzinfo=UTC)
SUBJECTS: Final = [
    "the social worker",
    "a family support worker",
    "the core group",
    "the child",
    "a foster carer",
    "the school",
    "the health visitor",
    "an independent reviewing officer",
    "the parents",
    "a grandmother",
    "the police",
    "the nursery",
    "an advocate",
    "the chair",
    "the midwife",
    "a mentor",
    "the panel",
    "the guardian",
]
VERBS: Final = [
    "records",
    "asks about",
    "agrees",
    "reviews",
    "writes down",
    "shares",
    "plans",
    "explains",
    "checks",
    "describes",
    "signs",
    "considers",
    "brings",
    "completes",
    "discusses",
    "notes",
    "prepares",
    "monitors",
    "supports",
    "recommends",
]
OBJECTS: Final = [
    "a safety plan",
    "the chronology",
    "a genogram",
    "wishes and feelings",
    "the child protection plan",
    "the strategy discussion",
    "family time",
    "a pathway plan",
    "the risk assessment",
    "the health passport",
    "a parenting course",
    "the threshold document",
    "school attendance",
    "bruising and marks",
    "the feelings worksheet",
    "a food bank voucher",
    "the referral",
    "special guardianship",
    "substance misuse",
    "online safety",
    "the bedtime routine",
    "domestic abuse",
    "the placement",
    "life story work",
    "an interpreter",
    "the written agreement",
    "safeguarding supervision",
]
TAILS: Final = [
    "before the review",
    "within ten working days",
    "after the home visit",
    "with the whole family",
    "in words the child knows",
    "for the next meeting",
    "when it is safe to do so",
    "at the school gate",
    "on the same day",
    "with the manager",
    "every week",
    "in the first session",
    "as the law asks",
]
FOLDERS: Final = [
    "Forms/Referrals",
    "Forms/Visits",
    "Guidance/Thresholds",
    "Direct work/Feelings",
    "Templates/Core groups",
    "Court/Statements",
    "Leaflets",
    "Training/2025",
    "Archive/Old forms",
    "Backup 2022/Forms",
    "Placements",
]
QUERIES: Final = {
    "prefix": ("s", "sa", "saf", "geno", "safeguardi", "child pro", "core gr", "the placem"),
    "words": ("safety plan review", "police school", "genogram family", "referral food bank"),
    "phrase": ('"child protection plan"', '"in words the child knows"', '"safety plan"'),
    "typo": ("genogrm", "safegarding", "saftey plan", "chronolgy review"),
    "vocabulary": ("cp", "cin plan", "s47", "lac review"),
    "filter and sort": ("type:pdf after:2025", "folder:court", "type:word before:2024 ", ""),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """Times of one kind of query in milliseconds, and their ratio to the bare query."""

    kind: str
    p50: float
    p95: float
    bare_p50: float
    bare_p95: float

    @property
    def ratio(self) -> float:
        """How many times the bare query's time the whole takes, at the 95th percentile."""
        return self.p95 / self.bare_p95 if self.bare_p95 else 0.0


class SystemClock:
    """A clock that stands still for dates and runs for measuring."""

    def now(self) -> datetime:
        """The moment of the made-up drive."""
        return NOW

    def ticks(self) -> float:
        """Seconds that go forward."""
        return time.perf_counter()


def entries(count: int, seed: int = 1) -> Iterator[Entry]:
    """Yield made-up files, the same for the same seed; about 660 words each."""
    draw = random.Random(seed)
    names = [f"{stem}{ending}" for stem in _stems() for ending in ("son", "ton", "well", "ley")]
    start = int(datetime(2015, 1, 1, tzinfo=UTC).timestamp())
    for number in range(count):
        folder = draw.choice(FOLDERS)
        topic = draw.choice(OBJECTS).removeprefix("the ").removeprefix("a ").capitalize()
        title = f"{topic} {draw.choice(TAILS)} {draw.choice(names).capitalize()}"
        body = " ".join(_sentence(draw, names) for _ in range(55))
        kind = draw.choice((Kind.WORD, Kind.WORD, Kind.PDF, Kind.SHEET, Kind.MAIL))
        yield Entry(
            file=number,
            path=f"{folder}/{number // 500}/{title} v{number % 4}.{kind.value[:4]}",
            title=title,
            kind=kind,
            modified=(start + draw.randrange(370_000_000)) * 1_000_000_000,
            size=len(body),
            headings=title,
            body=body,
            author=draw.choice(names),
            backwater=is_backwater(folder),
        )


def _stems() -> Iterator[str]:
    consonants, vowels = "bdfghklmnprstw", "aeiou"
    for first in consonants:
        for vowel in vowels:
            for last in consonants:
                yield first + vowel + last


def _sentence(draw: random.Random, names: list[str]) -> str:
    parts = (draw.choice(SUBJECTS), draw.choice(VERBS), draw.choice(OBJECTS), draw.choice(TAILS))
    name = f" with {draw.choice(names).capitalize()}" if draw.random() < 0.4 else ""  # noqa: PLR2004
    return f"{' '.join(parts)}{name}, reference {draw.randrange(60_000)}.".capitalize()


def build(folder: Path, count: int) -> float:
    """Put count made-up files into an index; returns the seconds it took."""
    index = FullTextIndex.open(folder)
    batch: list[Entry] = []
    seconds = 0.0
    for entry in entries(count):
        batch.append(entry)
        if len(batch) == 500 or entry.file == count - 1:  # noqa: PLR2004
            started = time.perf_counter()
            index.put(batch)
            seconds += time.perf_counter() - started
            batch.clear()
    started = time.perf_counter()
    index.commit()
    index.close()
    return seconds + time.perf_counter() - started


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
        return lambda: self._search(made, sort)

    def _search(self, query: tantivy.Query, sort: str | None) -> list[object]:
        hits = self._searcher.search(query, 10, order_by_field=sort).hits
        field = "text_stemmed"
        marker = tantivy.SnippetGenerator.create(self._searcher, query, self._schema, field)
        documents = [self._searcher.doc(address) for _, address in hits]
        texts = [tantivy.Document(text_stemmed=body_of(document)) for document in documents]
        return [marker.snippet_from_doc(text).highlighted() for text in texts]


def measure(reader: FullTextReader, plain: Bare, rounds: int) -> list[Figure]:
    """Return the times of each kind of query; the first round only warms up."""
    figures = []
    for kind, texts in QUERIES.items():
        whole, bare = [], []
        for text in texts * (rounds + 1):
            query = Query(text, limit=10)
            whole.append(_timed(partial(_rows, reader, query)))
            bare.append(_timed(plain.prepared(query)))
        skip = len(texts)
        figures.append(Figure(kind, *_percentiles(whole[skip:]), *_percentiles(bare[skip:])))
    return figures


def _rows(reader: FullTextReader, query: Query) -> None:
    results = reader.find(query, {})
    reader.snippets(query, [hit.file for hit in results.hits])


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def _percentiles(times: list[float]) -> tuple[float, float]:
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def search_only(folder: Path, rounds: int) -> dict[str, object]:
    """Return the figures of a process that only searches, its memory included."""
    vocabulary = load()
    idle = psutil.Process().memory_info().rss
    reader = FullTextReader(folder, vocabulary, SystemClock())
    figures = measure(reader, Bare(folder), rounds)
    memory = psutil.Process().memory_full_info()
    return {
        "figures": [asdict(figure) | {"ratio": round(figure.ratio, 2)} for figure in figures],
        "rss_mb": memory.rss // 2**20,
        "own_mb": memory.uss // 2**20,
        "idle_mb": idle // 2**20,
    }


def run(documents: int, rounds: int, home: Path) -> dict[str, object]:
    """Build an index of that many files and search it from a process of its own."""
    seconds = build(home, documents)
    size = sum(file.stat().st_size for file in home.rglob("*") if file.is_file())
    command = [sys.executable, "-m", "benchmarks.search", "--only", str(home)]
    done = subprocess.run(
        [*command, "--rounds", str(rounds)], check=True, capture_output=True, text=True
    )
    found: dict[str, object] = json.loads(done.stdout)
    return {
        "documents": documents,
        "indexed_per_second": round(documents / seconds),
        "index_mb": size // 2**20,
        **found,
    }


def report(result: dict[str, object]) -> str:
    """Return the figures as a table."""
    lines = [
        f"{result['documents']} documents, {result['indexed_per_second']} indexed a second",
        (
            f"index {result['index_mb']} MB; searching takes {result['rss_mb']} MB, of which"
            f" {result['own_mb']} MB are its own"
        ),
        f"{'kind':<18}{'p50':>8}{'p95':>8}{'bare p50':>10}{'bare p95':>10}{'ratio':>7}",
    ]
    figures = result["figures"]
    lines += [
        f"{each['kind']:<18}{each['p50']:>8.1f}{each['p95']:>8.1f}"
        f"{each['bare_p50']:>10.1f}{each['bare_p95']:>10.1f}{each['ratio']:>7.2f}"
        for each in (figures if isinstance(figures, list) else [])
    ]
    return "\n".join(lines)


def main() -> None:
    """Measure and print a table, or write JSON."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--documents", type=int, default=20_000)
    options.add_argument("--rounds", type=int, default=10)
    options.add_argument("--json", type=Path)
    options.add_argument("--keep", type=Path, help="a folder for the index, kept afterwards")
    options.add_argument("--only", type=Path, help="search the index in this folder")
    chosen = options.parse_args()
    if chosen.only:
        print(json.dumps(search_only(chosen.only, chosen.rounds)))
        return
    home = chosen.keep or Path(tempfile.mkdtemp(prefix="librarian-bench-"))
    try:
        result = run(chosen.documents, chosen.rounds, home)
    finally:
        if not chosen.keep:
            shutil.rmtree(home, ignore_errors=True)
    if chosen.json:
        chosen.json.write_text(json.dumps(result, indent=2), encoding="utf-8")
    print(report(result))


if __name__ == "__main__":
    main()
