"""Makes each seed's drive and has every engine search it."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from benchmarks.figures import Figure
from benchmarks.relevance import engines
from benchmarks.relevance.judging import Judged, judged, score
from librarian.adapters.sample import make

TUNED: Final = 1
UNTUNED: Final = (2, 3, 5, 8, 13)

Results = Mapping[str, Mapping[int, list[Judged]]]
"""What each engine found for each seed."""


def measure(folder: Path, _arguments: argparse.Namespace) -> Sequence[Figure]:
    """Success and mean reciprocal rank at the seed tuned on, and at five nobody tuned for."""
    results = measured((TUNED, *UNTUNED), folder)
    return [
        figure
        for name, seeds in (("own seed", (TUNED,)), ("five other seeds", UNTUNED))
        for figure in _figures(results, name, seeds)
    ]


def measured(seeds: Sequence[int], folder: Path) -> dict[str, dict[int, list[Judged]]]:
    """Return how each engine's queries fared on each seed's drive."""
    found: dict[str, dict[int, list[Judged]]] = {"librarian": {}, "recoll": {}}
    for seed in seeds:
        print(f"seed {seed} …", file=sys.stderr)
        drive = folder / f"drive-{seed}"
        truth = make(drive, seed)
        with engines.librarian(drive, folder / f"home-{seed}") as search:
            found["librarian"][seed] = judged(search, truth)
        peer = engines.recoll(drive, folder / f"recoll-{seed}")
        if peer:
            found["recoll"][seed] = judged(peer, truth)
    return {engine: results for engine, results in found.items() if results}


def together(results: Results, engine: str, seeds: Sequence[int]) -> list[Judged]:
    """Return what an engine found for these seeds."""
    found = results.get(engine, {})
    return [each for seed in seeds for each in found.get(seed, [])]


def _figures(results: Results, name: str, seeds: Sequence[int]) -> Sequence[Figure]:
    ours = score(together(results, "librarian", seeds))
    peer = together(results, "recoll", seeds)
    theirs = score(peer) if peer else None
    return [
        Figure(
            f"{what}, {name}, {ours.queries} queries",
            value * scale,
            unit,
            f"Recoll {other * scale:.3g} {unit}" if other else "Recoll (not installed here)",
            value / other if other else None,
        )
        for what, unit, scale, value, other in (
            ("the right document first", "%", 100, ours.first, theirs and theirs.first),
            ("among three", "%", 100, ours.among_three, theirs and theirs.among_three),
            ("MRR", "", 1, ours.mean_reciprocal, theirs and theirs.mean_reciprocal),
        )
    ]
