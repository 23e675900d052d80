"""A plan of 5,000 renames: made, carried out and taken back, against as many bare os.rename."""

import argparse
import os
import tracemalloc
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from time import perf_counter
from typing import Final

from benchmarks.figures import Figure
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.domain.actions import Move
from librarian.domain.files import Listed, Reading
from librarian.domain.planning import Proposal
from librarian.domain.plans import Plan

_COUNT: Final = 5_000
_FOLDERS: Final = 50
_SIZE: Final = 20_000
_TO_REACH: Final = 20.0
_MEMORY_TO_REACH: Final = 100.0
_MEGA: Final = 1e6


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Bare renames first, there and back; then the same as a plan, and with memory traced."""
    del arguments
    root = folder / "drive"
    paths = _files(root)
    bare = _bare(root, paths)
    desk = LocalDesk(folder / "home")
    desk.adopt(root, "Benchmark")
    with desk.catalogued(root) as drive:
        _see(drive, paths)
        proposals = [Proposal(Move(path, _other(path))) for path in paths]
        started = perf_counter()
        plan = drive.history.planner.plan(proposals)
        planning = perf_counter() - started
        making, undoing = _there_and_back(drive, plan)
        tracemalloc.start()
        _there_and_back(drive, plan)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    return [
        Figure(f"plan {_COUNT:,} renames", planning * 1000, "ms"),
        _figure(f"make a plan of {_COUNT:,} renames", making, bare),
        _figure("take it back", undoing, bare),
        Figure(
            "memory for that, at most",
            peak / _MEGA,
            "MB",
            to_reach=f"≤ {_MEMORY_TO_REACH:g} MB",
            reached=peak / _MEGA <= _MEMORY_TO_REACH,
        ),
    ]


def _files(root: Path) -> list[str]:
    paths = [f"Folder {n % _FOLDERS}/File {n}.txt" for n in range(_COUNT)]
    for number, path in enumerate(paths):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(f"{number:08}".encode() * (_SIZE // 8))
    return paths


def _other(path: str) -> str:
    return path.replace("File", "Form")


def _bare(root: Path, paths: Sequence[str]) -> float:
    started = perf_counter()
    for path in paths:
        os.rename(root / path, root / _other(path))  # noqa: PTH104 - what is compared with
    took = perf_counter() - started
    for path in paths:
        (root / _other(path)).rename(root / path)
    return took


def _see(drive: OpenDrive, paths: Sequence[str]) -> None:
    """Have the catalogue know every file, as after a scan."""
    listed, readings = [], []
    for path in paths:
        place = drive.drive.locate(path)
        found = place.stat()
        listed.append(Listed(path, found.st_size, found.st_mtime_ns))
        digest = sha256(place.read_bytes()).hexdigest()
        readings.append(Reading(digest, digest, "text/plain"))
    files = drive.catalogue.enter(listed, 1)
    drive.catalogue.settle(list(zip(files, readings, strict=True)))


def _there_and_back(drive: OpenDrive, plan: Plan) -> tuple[float, float]:
    started = perf_counter()
    made = drive.history.contractor.apply(plan)
    making = perf_counter() - started
    started = perf_counter()
    undone = drive.history.contractor.undo(made.entry)
    undoing = perf_counter() - started
    if (made.done, undone.done) != (_COUNT, _COUNT):
        raise RuntimeError(f"{made.done} were made and {undone.done} undone.")
    return making, undoing


def _figure(name: str, took: float, bare: float) -> Figure:
    ratio = took / bare
    return Figure(
        name,
        took * 1000,
        "ms",
        f"bare os.rename, {bare * 1000:.0f} ms",
        ratio,
        f"≤ {_TO_REACH:g} ×",
        ratio <= _TO_REACH,
    )
