"""Files looked inside and made searchable per second, against recollindex on the same files."""

import argparse
import ctypes
import json
import os
import shutil
import subprocess
import sys
from base64 import b64decode
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from benchmarks.figures import Figure
from librarian.adapters.sample import make

_TO_REACH = 6.0
_TIMES = 5
"""How many copies of the files show how both programs grow."""
_CHILD_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER (linux/prctl.h)."""
_NO_PEER = "recollindex (not installed here)"
_CONFIGURATION = "topdirs = {top}\nskippedNames =\nindexstemminglanguages = english\n"


@dataclass(frozen=True, slots=True)
class _Run:
    """What a program made of the files: how many have text, and the seconds it took.

    `worked` counts the processor's seconds of all its processes, whatever else ran beside them.
    """

    with_text: int
    took: float
    worked: float


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Both programs from nothing, start of their processes included; then on five times as much."""
    corpus = arguments.corpus or folder / "sample"
    if arguments.corpus is None:
        make(corpus, 1)
    grown = folder / "grown"
    for copy in range(_TIMES):
        shutil.copytree(corpus, grown / str(copy))
    return [*_compared(folder / "once", corpus), *_compared(folder / "more", grown)]


def _compared(place: Path, drive: Path) -> Sequence[Figure]:
    """Both programs on the same files."""
    place.mkdir()
    files, ours = _ours(place, drive)
    theirs = _recoll(place, drive)
    if theirs is None:
        return [
            Figure(f"files indexed per second ({files:,})", files / ours.took, "files/s", _NO_PEER)
        ]
    ratio, text = theirs.took / ours.took, ours.with_text / theirs.with_text
    return [
        Figure(
            f"files indexed per second ({files:,} files)",
            files / ours.took,
            "files/s",
            f"recollindex, {files / theirs.took:.1f} files/s",
            ratio,
            f"≥ {_TO_REACH:g} ×",
            ratio >= _TO_REACH,
        ),
        Figure(
            f"the processor's time for each of {files:,} files",
            ours.worked / files * 1000,
            "ms",
            f"recollindex, {theirs.worked / files * 1000:.1f} ms",
            theirs.worked / ours.worked,
        ),
        Figure(
            f"files with text, of {files:,}",
            ours.with_text,
            "files",
            f"recollindex, {theirs.with_text}",
            text,
            "≥ as many",
            text >= 1,
        ),
    ]


def _ours(folder: Path, drive: Path) -> tuple[int, _Run]:
    """Return how many files there are, and what we made of them."""
    scan = [sys.executable, "-m", "ui", "scan", "--json", "--drive", str(drive)]
    said, took, worked = _run([*scan, "--home", str(folder / "home")], os.environ)
    answer = json.loads(said)
    return answer["files"], _Run(answer["with_text"], took, worked)


def _recoll(folder: Path, drive: Path) -> _Run | None:
    """What Recoll makes of the same files; None where it is missing."""
    program, query = shutil.which("recollindex"), shutil.which("recollq")
    if not program or not query:
        return None
    place = folder / "recoll"
    place.mkdir()
    (place / "recoll.conf").write_text(_CONFIGURATION.format(top=drive.absolute()), "utf-8")
    # Its filters are scripts for the system's own Python, which has the libraries they need.
    path = os.pathsep.join(("/usr/bin", os.environ.get("PATH", "")))
    environment = {**os.environ, "RECOLL_CONFDIR": str(place), "PATH": path}
    _, took, worked = _run([program, "-c", str(place)], environment)
    return _Run(_with_text(query, place, environment), took, worked)


def _run(command: Sequence[str], environment: Mapping[str, str]) -> tuple[str, float, float]:
    """Return what a program said, the seconds it took, and those of the processor."""
    _adopt_orphans()
    before, started = os.times(), perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0
    ) as program:
        said, complaints = program.communicate()
    took = perf_counter() - started
    if program.returncode:
        raise subprocess.CalledProcessError(program.returncode, command, said, complaints)
    with suppress(ChildProcessError):
        while True:  # what outlives the program for a moment worked for it too; nobody else's
            os.waitpid(-program.pid, 0)
    after = os.times()
    worked = after.children_user + after.children_system
    return said.decode("utf-8"), took, worked - before.children_user - before.children_system


def _adopt_orphans() -> None:
    """Have processes whose parent ended become our children, so that their work is counted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_CHILD_SUBREAPER, 1, 0, 0, 0)


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
