"""The engines that are compared: ours over a scanned drive, and Recoll where it is installed."""

import os
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from benchmarks.relevance.judging import DEPTH, Search
from librarian.bootstrap import LocalDesk
from librarian.domain.searching import Query

_CONFIGURATION: Final = """\
topdirs = "{top}"
indexstemminglanguages = english
noaspell = 1
"""


@contextmanager
def librarian(drive: Path, home: Path) -> Iterator[Search]:
    """Scan a drive and search it as somebody does who has typed the last letter."""
    with LocalDesk(home).catalogued(drive) as opened:
        with opened.writing("relevance") as scanner:
            scanner.scan()
        opened.finder.refresh()

        def search(text: str) -> Sequence[str]:
            return [hit.path for hit in opened.finder.find(Query(text, limit=DEPTH)).hits]

        yield search


def recoll(drive: Path, place: Path) -> Search | None:
    """Index a drive with Recoll and return its search; None where it is not installed."""
    program, asking = shutil.which("recollindex"), shutil.which("recollq")
    if not program or not asking:
        return None
    place.mkdir(parents=True)
    (place / "recoll.conf").write_text(_CONFIGURATION.format(top=drive.absolute()), "utf-8")
    path = os.pathsep.join(("/usr/bin", os.environ.get("PATH", "")))  # for its filters
    environment = {**os.environ, "RECOLL_CONFDIR": str(place), "PATH": path}
    subprocess.run([program, "-c", str(place)], env=environment, check=True, capture_output=True)
    root = f"file://{drive.absolute()}/"

    def search(text: str) -> Sequence[str]:
        command = [asking, "-c", str(place), "-n", str(DEPTH), "-F", "url", text]
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        urls = [_decoded(line) for line in done.stdout.splitlines()[2:] if line.strip()]
        return list(dict.fromkeys(url.removeprefix(root) for url in urls))

    return search


def _decoded(field: str) -> str:
    return b64decode(field.split(maxsplit=1)[0]).decode("utf-8", "surrogateescape")
