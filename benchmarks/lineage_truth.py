"""How well documents, their versions and the current one are told, on drives that know the truth.

The rules were tuned on one seed; five others were never looked at while they were made.
"""

import argparse
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from benchmarks.figures import Figure
from librarian.adapters.sample import truth_path
from librarian.bootstrap import LocalDesk
from librarian.domain.lineage import Lineage

TUNED = 1
UNTUNED = (11, 23, 37, 41, 59)
_PAIRS = 0.97
_CURRENT = 0.97

_Pairs = set[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """How lineages compare with the truth of one drive; `failures` tell each miss in words."""

    precision: float
    recall: float
    current: float
    exact: float
    asked: int
    documents: int
    failures: tuple[str, ...]

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of pairs."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """F1 of pairs and the share of right current versions, for each seed."""
    del arguments
    return [figure for seed in (TUNED, *UNTUNED) for figure in _figures(seed, judged(folder, seed))]


def judged(folder: Path, seed: int) -> Judged:
    """Make the drive of a seed, look at it, and judge what was told of its documents."""
    desk = LocalDesk(folder / f"home {seed}")
    root = desk.make_sample(folder / f"drive {seed}", seed)
    with desk.catalogued(root) as drive:
        with drive.writing("benchmark") as scanner:
            scanner.scan(accept_losses=True)
        lineages = list(drive.genealogist.lineages())
    return judge(lineages, json.loads(truth_path(root).read_text("utf-8")))


def judge(lineages: Iterable[Lineage], truth: Mapping[str, Any]) -> Judged:
    """Compare lineages with the truth of a drive."""
    told = {path: each for each in lineages for path in _files(each)}
    families: dict[str, list[str]] = {}
    for path, each in told.items():
        families.setdefault(each.id, []).append(path)
    documents: list[Mapping[str, Any]] = truth["documents"]
    true = _pairs(_all_paths(document) for document in documents)
    found = _pairs(families.values())
    verdicts = [_verdict(document, told) for document in documents]
    right = [verdict for verdict in verdicts if verdict in ("exact", "copy")]
    return Judged(
        precision=len(true & found) / len(found),
        recall=len(true & found) / len(true),
        current=len(right) / len(documents),
        exact=verdicts.count("exact") / len(documents),
        asked=sum(each.newest is None for each in {id(one): one for one in told.values()}.values()),
        documents=len(documents),
        failures=(
            *(f"not seen as one: {one} | {other}" for one, other in sorted(true - found)),
            *(f"taken for one: {one} | {other}" for one, other in sorted(found - true)),
            *(verdict for verdict in verdicts if verdict not in ("exact", "copy")),
        ),
    )


def _verdict(document: Mapping[str, Any], told: Mapping[str, Lineage]) -> str:
    current = document["current"]
    lineage = told.get(current)
    newest = lineage.newest if lineage else None
    if newest is None:
        return f"not told which is current: {current}"
    if newest.path == current:
        return "exact"
    same = {copy["path"] for copy in document["copies"] if copy["of"] == current}
    return "copy" if newest.path in same else f"{newest.path} instead of {current}"


def _files(lineage: Lineage) -> list[str]:
    return [
        path
        for edition in lineage.editions
        for path in (edition.path, *(copy.path for copy in edition.copies))
    ]


def _all_paths(document: Mapping[str, Any]) -> list[str]:
    return [each["path"] for each in (*document["versions"], *document["copies"])]


def _pairs(groups: Iterable[Collection[str]]) -> _Pairs:
    return {pair for group in groups for pair in combinations(sorted(group), 2)}


def _figures(seed: int, found: Judged) -> Sequence[Figure]:
    tuned = "tuned" if seed == TUNED else "never tuned for"
    return (
        Figure(
            f"same document or not, F1 of pairs, seed {seed} ({tuned})",
            found.f1,
            "",
            f"precision {found.precision:.4f}, recall {found.recall:.4f}",
            None,
            f"≥ {_PAIRS}",
            found.f1 >= _PAIRS,
        ),
        Figure(
            f"current version right, seed {seed} ({tuned})",
            found.current,
            "",
            f"{found.documents} documents, {found.asked} asked",
            None,
            f"≥ {_CURRENT}",
            found.current >= _CURRENT,
        ),
    )
