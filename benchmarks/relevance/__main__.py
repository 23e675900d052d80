"""`python -m benchmarks.relevance [--seeds 1 2 3] [--misses] [--json FILE]`."""

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.relevance import engines
from benchmarks.relevance.judging import Judged, Score, by_kind, judged, score
from librarian.adapters.sample import make

TUNED: Final = 1
UNTUNED: Final = (2, 3, 5, 8, 13)

Results = Mapping[str, Mapping[int, list[Judged]]]
"""What each engine found for each seed."""


def measured(seeds: Sequence[int], folder: Path) -> dict[str, dict[int, list[Judged]]]:
    """Return how each engine's queries fared on each seed's drive."""
    found: dict[str, dict[int, list[Judged]]] = {"librarian": {}, "recoll": {}}
    for seed in seeds:
        print(f"seed {seed} …", file=sys.stderr)
        drive = folder / f"drive {seed}"
        truth = make(drive, seed)
        with engines.librarian(drive, folder / f"home {seed}") as search:
            found["librarian"][seed] = judged(search, truth)
        peer = engines.recoll(drive, folder / f"recoll {seed}")
        if peer:
            found["recoll"][seed] = judged(peer, truth)
    return {engine: results for engine, results in found.items() if results}


def table(results: Results) -> str:
    """Return the scores as Markdown: by engine and seed, then by kind over all seeds."""
    lines = [
        "| engine | drive | queries | first | among three | MRR |",
        "|---|---|---|---|---|---|",
    ]
    for engine, seeds in results.items():
        lines += [_row(engine, f"seed {seed}", score(found)) for seed, found in seeds.items()]
        untuned = [each for seed, found in seeds.items() if seed != TUNED for each in found]
        if untuned:
            lines.append(_row(engine, "untuned seeds together", score(untuned)))
    lines += [
        "",
        "| engine | kind | queries | first | among three | MRR |",
        "|---|---|---|---|---|---|",
    ]
    for engine, seeds in results.items():
        together = [each for found in seeds.values() for each in found]
        lines += [_row(engine, kind, scored) for kind, scored in by_kind(together).items()]
    return "\n".join(lines)


def misses(results: Results) -> str:
    """Return each of our queries that did not find its document first."""
    return "\n".join(
        f"seed {seed}: {each.rank or '-':>2}  {each.asked.kind:<12} {each.asked.text}"
        for seed, found in results["librarian"].items()
        for each in found
        if each.rank != 1
    )


def document(results: Results) -> dict[str, object]:
    """Return the scores as JSON takes them."""
    return {
        engine: {str(seed): asdict(score(found)) for seed, found in seeds.items()}
        for engine, seeds in results.items()
    }


def _row(engine: str, what: str, scored: Score) -> str:
    shares = (scored.first, scored.among_three)
    cells = (*(f"{share:.1%}" for share in shares), f"{scored.mean_reciprocal:.3f}")
    return f"| {engine} | {what} | {scored.queries} | {' | '.join(cells)} |"


def main() -> None:
    """Make each seed's drive, search it, and print the tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, nargs="+", default=[TUNED, *UNTUNED])
    options.add_argument("--misses", action="store_true", help="name what was not first")
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    with TemporaryDirectory() as folder:
        results = measured(chosen.seeds, Path(folder))
    print(table(results))
    if chosen.misses:
        print(misses(results))
    if chosen.json:
        chosen.json.write_text(json.dumps(document(results), indent=1), "utf-8")


if __name__ == "__main__":
    main()
