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
_CONFIGURATION = "topdirs = {top}\nskippedNames =\nindexstemminglanguages = english\n"


def measure(folder: Path, arguments: argparse.Namespace) -> Sequence[Figure]:
    """Both programs from nothing, start of their processes included."""
    corpus = arguments.corpus or folder / "drive"
    if arguments.corpus is None:
        make(corpus, 1)
    started = perf_counter()
    scan = [sys.executable, "-m", "ui", "scan", "--json", "--drive", str(corpus)]
    done = subprocess.run([*scan, "--home", str(folder / "home")], check=True, capture_output=True)
    took = perf_counter() - started
    answer = json.loads(done.stdout)
    files, with_text = answer["files"], answer["with_text"]
    ours = files / took
    theirs = _recoll(folder, corpus, files)
    ratio = ours / theirs[0] if theirs else None
    return [
        Figure(
            f"files indexed per second ({files:,} files)",
            ours,
            "files/s",
            "recollindex" if theirs else "recollindex (not installed here)",
            ratio,
            f"≥ {_TO_REACH:g} ×",
            ratio >= _TO_REACH if ratio else None,
        ),
        Figure(
            "files with text",
            with_text,
            "files",
            "recollindex" if theirs else "",
            with_text / theirs[1] if theirs else None,
            "≥ as many",
            with_text >= theirs[1] if theirs else None,
        ),
    ]


def _recoll(folder: Path, corpus: Path, files: int) -> tuple[float, int] | None:
    """Recoll's files per second and how many of them have text; None where it is missing."""
    program, query = shutil.which("recollindex"), shutil.which("recollq")
    if not program or not query:
        return None
    place = folder / "recoll"
    place.mkdir()
    (place / "recoll.conf").write_text(_CONFIGURATION.format(top=corpus.absolute()), "utf-8")
    environment = {**os.environ, "RECOLL_CONFDIR": str(place)}
    started = perf_counter()
    subprocess.run([program, "-c", str(place)], env=environment, check=True, capture_output=True)
    took = perf_counter() - started
    return files / took, _with_text(query, place, environment)


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
