"""Where the index lies: one folder for each generation, and a marker that names the one in use.

A generation that is damaged, or was made by an older program, is never mended: a new one begins,
and the caller puts everything into it again. Damage deep inside shows only when it is met, so
whoever meets it leaves a mark, and the next writer checks every byte.
"""

import json
import os
import shutil
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final
from zlib import crc32

import tantivy

from indexers.full_text.schema import REVISION, build_schema, register
from librarian.domain.errors import BusyError, LibrarianError

_MARKER: Final = "current"
_DOUBTED: Final = "doubted"
_FOOTER_END: Final = struct.Struct("<II")  # how long the footer is, and tantivy's magic number
_BYTES_AT_ONCE: Final = 1 << 20
_BUSY: Final = ("LockBusy", "Failed to acquire")


@contextmanager
def index_errors(folder: Path) -> Iterator[None]:
    """Raise what the index under folder does wrong as an error that a person can act on."""
    try:
        yield
    except BaseException as error:
        if not _is_failure(error):
            raise
        if any(sign in str(error) for sign in _BUSY):
            raise BusyError(
                "Another Librarian is working on the search index.",
                "Close it, or wait until it is done.",
            ) from error
        with suppress(OSError):
            (folder / _DOUBTED).touch()
        raise LibrarianError(
            "The search index does not answer.",
            "Check that this computer's disk has room, then look at the drive again:"
            " an index that is damaged is made anew.",
        ) from error


def _is_failure(error: BaseException) -> bool:
    """Tell what the index does wrong, panics of the library included, from all else."""
    return isinstance(error, (ValueError, OSError)) or type(error).__name__ == "PanicException"


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
    with index_errors(folder):
        tantivy.Index(build_schema(), path=str(place))
    return place


def make_current(folder: Path, generation: Path) -> None:
    """Have searches use this generation from now on, and clear the others away."""
    marker = folder / f"{_MARKER}.new"
    marker.write_text(
        json.dumps({"generation": generation.name, "revision": REVISION}), encoding="utf-8"
    )
    os.replace(marker, folder / _MARKER)  # noqa: PTH105 - the call that is known to be atomic
    (folder / _DOUBTED).unlink(missing_ok=True)
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
    """Tell whether a generation can be opened and searched; every byte counts once it failed."""
    try:
        searcher = opened(generation).searcher()
        hits = searcher.search(tantivy.Query.all_query(), 1).hits
        for _, address in hits:
            searcher.doc(address)
        doubted = generation.parent / _DOUBTED
        if doubted.exists():
            if not all(map(_is_whole, _segments(generation))):
                return False
            doubted.unlink()
    except BaseException as error:
        if not _is_failure(error):
            raise
        return False
    return True


def _segments(generation: Path) -> Iterator[Path]:
    """Yield the files that hold what is in use."""
    meta = json.loads((generation / "meta.json").read_text("utf-8"))
    used = {str(segment["segment_id"]).replace("-", "") for segment in meta["segments"]}
    return (place for place in generation.iterdir() if place.name.partition(".")[0] in used)


def _is_whole(place: Path) -> bool:
    """Tell whether a file holds the bytes that its own checksum was made of."""
    with place.open("rb") as file:
        end = file.seek(-_FOOTER_END.size, os.SEEK_END)
        length, _ = _FOOTER_END.unpack(file.read(_FOOTER_END.size))
        rest = file.seek(end - length)
        told = json.loads(file.read(length))
        file.seek(0)
        found = 0
        while rest and (part := file.read(min(rest, _BYTES_AT_ONCE))):
            found = crc32(part, found)
            rest -= len(part)
    return bool(told["crc"] == found)
