"""Queries with what they should find, and how well a search engine does by them."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Final

QUERIES: Final = Path(__file__).parent / "queries.tsv"
DEPTH: Final = 10  # hits that anybody looks at

Search = Callable[[str], Sequence[str]]
"""Takes what is typed, returns paths, best first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A query as somebody would type it, its kind, and the documents that would do."""

    text: str
    kind: str
    documents: frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A query and the rank of the first hit that would do, from 1; 0 where none of ten would."""

    asked: Asked
    rank: int


@dataclass(frozen=True, slots=True)
class Score:
    """How many queries find what they should: first, among three; and the mean of 1/rank."""

    queries: int
    first: float
    among_three: float
    mean_reciprocal: float


def queries() -> list[Asked]:
    """Return all queries: after a head, a line for each with text, kind, documents;documents."""
    _, *lines = QUERIES.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.strip()]
    return [Asked(text, kind, frozenset(documents.split(";"))) for text, kind, documents in rows]


def answers(truth: Path) -> dict[str, frozenset[str]]:
    """Return the paths of each document's versions and copies, by its id."""
    documents = json.loads(truth.read_text("utf-8"))["documents"]
    return {
        document["id"]: frozenset(
            each["path"] for each in (*document["versions"], *document["copies"])
        )
        for document in documents
    }


def judged(search: Search, truth: Path) -> list[Judged]:
    """Return how each query fares whose documents this drive has."""
    known = answers(truth)
    found = []
    for asked in queries():
        wanted = frozenset().union(*(known.get(each, frozenset()) for each in asked.documents))
        if wanted:
            hits = search(asked.text)[:DEPTH]
            found.append(Judged(asked, _rank(hits, wanted)))
    return found


def _rank(hits: Sequence[str], wanted: frozenset[str]) -> int:
    return next((rank for rank, hit in enumerate(hits, start=1) if hit in wanted), 0)


def score(results: Iterable[Judged]) -> Score:
    """Return how well these queries did together."""
    ranks = [result.rank for result in results]
    return Score(
        len(ranks),
        fmean(rank == 1 for rank in ranks),
        fmean(0 < rank <= 3 for rank in ranks),  # noqa: PLR2004 - that is what it is called
        fmean(1 / rank if rank else 0.0 for rank in ranks),
    )


def by_kind(results: Iterable[Judged]) -> dict[str, Score]:
    """Return the score of each kind of query."""
    kinds: dict[str, list[Judged]] = {}
    for result in results:
        kinds.setdefault(result.asked.kind, []).append(result)
    return {kind: score(group) for kind, group in sorted(kinds.items())}
