"""`python -m benchmarks.relevance [--seeds 1 2 3] [--misses] [--json FILE]`: scores by kind."""

import argparse
import json
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.relevance.judging import Score, by_kind, score
from benchmarks.relevance.measuring import TUNED, UNTUNED, Results, measured, together

_RULE = "|---|---|---|---|---|---|"


def table(results: Results) -> str:
    """Return the scores as Markdown: by engine and seed, then by kind over all seeds."""
    lines = ["| engine | drive | queries | first | among three | MRR |", _RULE]
    for engine, seeds in results.items():
        lines += [_row(engine, f"seed {seed}", score(found)) for seed, found in seeds.items()]
        untuned = together(results, engine, [seed for seed in seeds if seed != TUNED])
        lines += [_row(engine, "untuned seeds together", score(untuned))] if untuned else []
    lines += ["", "| engine | kind | queries | first | among three | MRR |", _RULE]
    for engine, seeds in results.items():
        kinds = by_kind(together(results, engine, list(seeds)))
        lines += [_row(engine, kind, scored) for kind, scored in kinds.items()]
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
