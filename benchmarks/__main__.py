"""`python run.py bench [NAME …] [--files N] [--corpus DIR] [--json FILE]`: a table and JSON."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import (
    acts,
    changes,
    forms,
    indexing,
    ledger,
    lineage,
    lineage_truth,
    packets,
    plans,
    rescan,
    review,
    review_truth,
    search,
    spelling,
    window,
)
from benchmarks.figures import Figure, keep, machine, table
from benchmarks.relevance import measuring as relevance

Benchmark = Callable[[Path, argparse.Namespace], Sequence[Figure]]

BENCHMARKS: dict[str, Benchmark] = {
    "acts": acts.measure,
    "window": window.measure,
    "changes": changes.measure,
    "rescan": rescan.measure,
    "indexing": indexing.measure,
    "search": search.measure,
    "relevance": relevance.measure,
    "ledger": ledger.measure,
    "lineage": lineage.measure,
    "lineage_truth": lineage_truth.measure,
    "review": review.measure,
    "review_truth": review_truth.measure,
    "packets": packets.measure,
    "plans": plans.measure,
    "forms": forms.measure,
    "spelling": spelling.measure,
}


def main(argv: Sequence[str]) -> int:
    """Run the named benchmarks, or all; print a table and keep JSON where asked."""
    parser = argparse.ArgumentParser(prog="python run.py bench")
    parser.add_argument("names", nargs="*", choices=[[], *BENCHMARKS], metavar="NAME")
    parser.add_argument("--files", type=int, default=100_000, help="size of made drives")
    parser.add_argument("--corpus", type=Path, help="a folder of real files (else: the sample)")
    parser.add_argument("--json", type=Path, help="keep the figures there")
    arguments = parser.parse_args(argv)
    # What is installed has its modules compiled; a shell that forbids it must not slow us down.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    figures: list[Figure] = []
    for name in arguments.names or BENCHMARKS:
        print(f"{name} …", file=sys.stderr)
        with TemporaryDirectory() as folder:
            figures += BENCHMARKS[name](Path(folder), arguments)
    print(f"{machine()}\n\n{table(figures)}")
    if arguments.json:
        keep(figures, arguments.json)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
