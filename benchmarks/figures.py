"""A measured figure, and how a table of them is printed and kept."""

import json
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from os import cpu_count
from pathlib import Path
from statistics import quantiles
from time import perf_counter

P95 = 18  # of the 19 cuts that make twenty parts


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured, against what, and what was to be reached.

    `value` is in `unit`; `ratio` is value against the peer or limit named by `against`.
    """

    name: str
    value: float
    unit: str
    against: str = ""
    ratio: float | None = None
    to_reach: str = ""
    reached: bool | None = None


def seconds(work: Callable[[], object], rounds: int = 3) -> float:
    """The quickest of some rounds, in seconds: noise only ever adds."""
    return min(_once(work) for _ in range(rounds))


def p95(samples: Sequence[float]) -> float:
    """The 95th percentile of at least two samples."""
    return quantiles(samples, n=20)[P95]


def machine() -> str:
    """The machine that measured, in a line."""
    system = f"{platform.system()}, Python {platform.python_version()}"
    return f"{platform.machine()}, {cpu_count()} cores, {system}"


def table(figures: Sequence[Figure]) -> str:
    """The figures as a Markdown table."""
    rows = [
        "| figure | measured | against | ratio | to reach | reached |",
        "|---|---|---|---|---|---|",
    ]
    rows += [f"| {' | '.join(_cells(figure))} |" for figure in figures]
    return "\n".join(rows)


def keep(figures: Sequence[Figure], path: Path) -> None:
    """Write the figures as JSON."""
    document = {"machine": machine(), "figures": [asdict(figure) for figure in figures]}
    path.write_text(json.dumps(document, indent=1) + "\n", "utf-8")


def _cells(figure: Figure) -> tuple[str, ...]:
    ratio = "" if figure.ratio is None else f"{figure.ratio:.2f} ×"
    reached = {True: "yes", False: "**no**", None: ""}[figure.reached]
    return (
        figure.name,
        f"{figure.value:,.4g} {figure.unit}",
        figure.against,
        ratio,
        figure.to_reach,
        reached,
    )


def _once(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started
