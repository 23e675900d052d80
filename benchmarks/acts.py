"""Approving and restoring a file of 5 MB, against a bare copy of it that is forced to disk."""

import argparse
import os
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

from benchmarks.figures import Figure
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.domain.files import Listed, Reading

_SIZE = 5_000_000
_ROUNDS = 9
_FORM = "Forms/Large form.pdf"
_TO_REACH = 8.0


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """The middle of some rounds of each, with what was looked inside known from a scan."""
    del arguments
    root = folder / "drive"
    (root / "Forms").mkdir(parents=True)
    desk = LocalDesk(folder / "home")
    desk.adopt(root, "Benchmark")
    random = Random(1)
    bare = median(_bare_copy(folder, random.randbytes(_SIZE)) for _ in range(_ROUNDS))
    with desk.catalogued(root) as drive:
        _save(drive, random.randbytes(_SIZE))
        drive.history.publisher.approve(_FORM)
        approving = median(_approved(drive, random.randbytes(_SIZE)) for _ in range(_ROUNDS))
        restoring = median(_restored(drive, f"v1.{turn % 2}") for turn in range(_ROUNDS))
    return [
        _figure("approve the next version of a 5 MB file", approving, bare),
        _figure("restore a version of a 5 MB file", restoring, bare),
    ]


def _bare_copy(folder: Path, data: bytes) -> float:
    source, target = folder / "source", folder / "target"
    source.write_bytes(data)
    started = perf_counter()
    with source.open("rb") as reading, target.open("wb") as writing:
        writing.write(reading.read())
        writing.flush()
        os.fsync(writing.fileno())
    return perf_counter() - started


def _save(drive: OpenDrive, data: bytes) -> None:
    """Have a colleague save the file, and a scan look inside."""
    place = drive.drive.locate(_FORM)
    place.write_bytes(data)
    digest = sha256(data).hexdigest()
    [file] = drive.catalogue.enter([Listed(_FORM, len(data), place.stat().st_mtime_ns)], 1)
    drive.catalogue.settle([(file, Reading(digest, digest, "application/pdf"))])


def _approved(drive: OpenDrive, data: bytes) -> float:
    _save(drive, data)
    started = perf_counter()
    drive.history.publisher.approve(_FORM)
    return perf_counter() - started


def _restored(drive: OpenDrive, label: str) -> float:
    document = drive.history.managed.home(_FORM)
    current = document.current if document else None
    if current:  # what a scan would have seen
        place = drive.drive.locate(_FORM)
        listed = Listed(_FORM, _SIZE, place.stat().st_mtime_ns)
        [file] = drive.catalogue.enter([listed], 1)
        reading = Reading(current.sha256, current.sha256, "application/pdf")
        drive.catalogue.settle([(file, reading)])
    started = perf_counter()
    drive.history.restorer.restore(_FORM, label)
    return perf_counter() - started


def _figure(name: str, took: float, bare: float) -> Figure:
    ratio = took / bare
    return Figure(
        name,
        took * 1000,
        "ms",
        f"a bare copy with fsync, {bare * 1000:.0f} ms",
        ratio,
        f"≤ {_TO_REACH:g} ×",
        ratio <= _TO_REACH,
    )
