"""Where the index lies: one folder for each generation, and a marker that names the one in use.

A generation that is damaged, or was made by an older program, is never mended: a new one begins,
and the caller puts everything into it again.
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import tantivy

from indexers.full_text.schema import REVISION, build_schema, register
from librarian.domain.errors import BusyError, LibrarianError

_MARKER: Final = "current"
_BUSY: Final = ("LockBusy", "Failed to acquire")


@contextmanager
def index_errors() -> Iterator[None]:
    """Raise what the index does wrong as an error that a person can act on."""
    try:
        yield
    except (ValueError, OSError) as error:
        if any(sign in str(error) for sign in _BUSY):
            raise BusyError(
                "Another Librarian is working on the search index.",
                "Close it, or wait until it is done.",
            ) from error
        raise LibrarianError(
            "The search index does not answer.",
            "Check that this computer's disk has room, then start Librarian again.",
        ) from error


def current(folder: Path) -> Path | None:
    """Return the generation in use, or None where there is none that this program can use."""
    try:
        marker = json.loads((folder / _MARKER).read_text("utf-8"))
        generation, revision = str(marker["generation"]), marker["revision"]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    place = folder / generation
    return place if revision == REVISION and place.is_dir() else None


def start(folder: Path) -> Path:
    """Return a new, empty generation that is not in use yet."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = [int(place.name) for place in folder.iterdir() if place.name.isdigit()]
    place = folder / str(max(numbers, default=0) + 1)
    place.mkdir()
    with index_errors():
        tantivy.Index(build_schema(), path=str(place))
    return place


def make_current(folder: Path, generation: Path) -> None:
    """Have searches use this generation from now on, and clear the others away."""
    marker = folder / f"{_MARKER}.new"
    marker.write_text(
        json.dumps({"generation": generation.name, "revision": REVISION}), encoding="utf-8"
    )
    os.replace(marker, folder / _MARKER)  # noqa: PTH105 - the call that is known to be atomic
    for place in folder.iterdir():
        if place.name.isdigit() and place != generation:
            # A reader elsewhere may still hold it; what stays is cleared away another time.
            shutil.rmtree(place, ignore_errors=True)


def opened(generation: Path) -> tantivy.Index:
    """Return the index of a generation; ValueError where it is damaged."""
    index = register(tantivy.Index.open(str(generation)))
    index.config_reader("manual")
    return index


def is_sound(generation: Path) -> bool:
    """Tell whether a generation can be opened and searched."""
    try:
        searcher = opened(generation).searcher()
        hits = searcher.search(tantivy.Query.all_query(), 1).hits
        for _, address in hits:
            searcher.doc(address)
    except (ValueError, OSError):
        return False
    return True
