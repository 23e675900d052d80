"""Files looked inside and made searchable per second, against recollindex on the same files."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Figure
from librarian.adapters.sample import make

_TO_REACH = 6.0
_TIMES = (1, 5)
_CONFIGURATION = "topdirs = {top}\nskippedNames =\nindexstemminglanguages = english\n"


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Both programs from nothing, start of their processes included: one corpus, and many of it."""
    corpus = arguments.corpus or folder / "sample"
    if arguments.corpus is None:
        make(corpus, 1)
    return [figure for times in _TIMES for figure in _measured(folder / str(times), corpus, times)]


def _measured(place: Path, corpus: Path, times: int) -> Sequence[Figure]:
    """Index so many corpora side by side: with one, starting is a good part of the time."""
    drive = place / "drive"
    for number in range(times):
        shutil.copytree(corpus, drive / f"Team {number + 1}", copy_function=shutil.copyfile)
    files, with_text, took = _ours(place, drive)
    theirs = _recoll(place, drive)
    ours = files / took
    ratio = ours / (files / theirs[1]) if theirs else None
    peer = f"recollindex, {files / theirs[1]:.1f}" if theirs else "recollindex (not installed here)"
    return [
        Figure(
            f"files indexed per second ({files:,} files)",
            ours,
            "files/s",
            peer,
            ratio,
            f"≥ {_TO_REACH:g} ×",
            ratio >= _TO_REACH if ratio else None,
        ),
        Figure(
            f"files with text, of {files:,}",
            with_text,
            "files",
            f"recollindex, {theirs[0]:,}" if theirs else "",
            with_text / theirs[0] if theirs else None,
            "≥ as many",
            with_text >= theirs[0] if theirs else None,
        ),
    ]


def _ours(place: Path, drive: Path) -> tuple[int, int, float]:
    """Return how many files there are, how many have text, and the seconds it took."""
    started = perf_counter()
    scan = [sys.executable, "-m", "ui", "scan", "--json", "--drive", str(drive)]
    done = subprocess.run([*scan, "--home", str(place / "home")], check=True, capture_output=True)
    took = perf_counter() - started
    answer = json.loads(done.stdout)
    return answer["files"], answer["with_text"], took


def _recoll(folder: Path, drive: Path) -> tuple[int, float] | None:
    """How many files Recoll has text from, and the seconds it took; None where it is missing."""
    program, query = shutil.which("recollindex"), shutil.which("recollq")
    if not program or not query:
        return None
    place = folder / "recoll"
    place.mkdir()
    (place / "recoll.conf").write_text(_CONFIGURATION.format(top=drive.absolute()), "utf-8")
    # Its filters are scripts for the system's own Python, which has the libraries they need.
    path = os.pathsep.join(("/usr/bin", os.environ.get("PATH", "")))
    environment = {**os.environ, "RECOLL_CONFDIR": str(place), "PATH": path}
    started = perf_counter()
    subprocess.run([program, "-c", str(place)], env=environment, check=True, capture_output=True)
    took = perf_counter() - started
    return _with_text(query, place, environment), took


def _with_text(query: str, place: Path, environment: dict[str, str]) -> int:
    """How many files Recoll has text from: for each document it knows the size of its text."""
    listing = subprocess.run(
        [query, "-c", str(place), "-n", "0-1000000", "-F", "url dbytes", "mime:*"],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    lines = (line.split() for line in listing.stdout.splitlines()[2:])
    fields = ([b64decode(field).decode("utf-8", "replace") for field in line] for line in lines)
    return len({url for url, size in (each for each in fields if len(each) == 2) if int(size) > 0})  # noqa: PLR2004
