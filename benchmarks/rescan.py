"""A scan of a drive on which nothing changed, against a bare walk over the same files."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from benchmarks.figures import Figure, seconds
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.domain.files import Listed, Reading

_PER_FOLDER = 100
_TO_REACH = 3.0


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Ratios at a hundredth, a tenth and all of the files asked for."""
    return [
        _measured(folder / str(files), files)
        for files in (arguments.files // 100, arguments.files // 10, arguments.files)
    ]


def make_drive(root: Path, files: int) -> None:
    """Make a drive of empty files, a hundred a folder, twenty folders a folder."""
    for number in range(files):
        folder = (
            root
            / f"Team {number // (_PER_FOLDER * 20):03}"
            / f"Shelf {number // _PER_FOLDER % 20:02}"
        )
        if number % _PER_FOLDER == 0:
            folder.mkdir(parents=True)
        (folder / f"A form of the team number {number} v2.docx").touch()


def settle(drive: OpenDrive) -> None:
    """Have everything known as looked inside, without the cost of looking."""
    with drive.writing("benchmark") as scanner:
        listed = [entry for entry in drive.drive.walk() if isinstance(entry, Listed)]
        files = drive.catalogue.enter(listed, 1)
        reading = Reading("0" * 64, "0" * 64, "text/plain")
        drive.catalogue.settle([(file, reading) for file in files])
        drive.catalogue.agreed(files)
        scanner.scan()


def _measured(place: Path, files: int) -> Figure:
    root = place / "drive"
    make_drive(root, files)
    with LocalDesk(place / "home").catalogued(root) as drive:
        settle(drive)
        bare = seconds(lambda: _bare_walk(str(root)))
        with drive.writing("benchmark") as scanner:
            ours = seconds(scanner.scan)
    return Figure(
        f"rescan, nothing changed, {files:,} files",
        ours,
        "s",
        "bare os.scandir + stat",
        ours / bare,
        f"≤ {_TO_REACH:g} ×",
        ours / bare <= _TO_REACH,
    )


def _bare_walk(root: str) -> int:
    count, pending = 0, [root]
    while pending:
        with os.scandir(pending.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    pending.append(entry.path)
                else:
                    entry.stat()
                    count += 1
    return count
