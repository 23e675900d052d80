"""Writes a sample drive to disk, and only where nothing of anybody else's can be lost."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from librarian.adapters.sample.making import Maker
from librarian.adapters.sample.shelf import File
from librarian.adapters.sample.truth import MADE_BY
from librarian.domain.clocks import nanoseconds
from librarian.domain.errors import LibrarianError


def truth_path(at: Path) -> Path:
    """Return where the truth about the sample drive at this folder is kept: beside it."""
    return at.with_name(f"{at.name}.truth.json")


def make(at: Path, seed: int) -> Path:
    """Make the sample drive of that seed in the folder at; return the path of its truth.

    A sample drive that is there already is made anew; anything else that is there is refused.
    """
    with _failures(at):
        _clear(at)
        maker = Maker(seed)
        maker.make()
        at.mkdir(parents=True, exist_ok=True)
        for file in maker.shelf.files:
            _write(at, file)
        for folder in maker.shelf.empty:
            (at / folder).mkdir(parents=True, exist_ok=True)
        truth = json.dumps(maker.truth.as_json(), ensure_ascii=False, indent=1)
        truth_path(at).write_text(truth, "utf-8")
        return truth_path(at)


def is_made(at: Path, seed: int) -> bool:
    """Tell whether the sample drive of that seed lies at this folder, however it was used since."""
    if not at.is_dir() or not any(at.iterdir()):
        return False
    with _failures(at):
        return _truth(at).get("seed") == seed


@contextmanager
def _failures(at: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise LibrarianError(
            f"The sample drive could not be made in {at}.",
            "Check that you may write there and that the disk is not full.",
        ) from error


def _write(at: Path, file: File) -> None:
    path = at / file.path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.data)
    os.utime(path, ns=(nanoseconds(file.when), nanoseconds(file.when)))


def _clear(at: Path) -> None:
    """Take away the files of a sample drive that was made here; what others added stays."""
    if not at.exists() or not any(at.iterdir()):
        return
    truth = _truth(at)
    folders = {at / folder for folder in truth["empty_folders"]}
    for path in map(Path, _paths(truth)):
        if not path.is_absolute() and ".." not in path.parts:
            (at / path).unlink(missing_ok=True)
            folders |= {at / folder for folder in path.parents if folder.name}
    for folder in sorted(folders, key=lambda folder: len(folder.parts), reverse=True):
        if folder.is_dir() and folder.is_relative_to(at) and not any(folder.iterdir()):
            folder.rmdir()


def _truth(at: Path) -> dict[str, Any]:
    """Return what is kept beside the drive at this folder, which must be one of ours."""
    try:
        truth = json.loads(truth_path(at).read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        truth = None
    if not isinstance(truth, dict) or truth.get("made by") != MADE_BY:
        raise LibrarianError(
            f"There are files in {at} already.",
            "Choose an empty folder; a sample drive is never made over other files.",
        )
    return truth


def _paths(truth: dict[str, Any]) -> Iterator[str]:
    for document in truth["documents"]:
        yield from (entry["path"] for entry in document["versions"] + document["copies"])
    yield from (entry["path"] for entry in truth["broken"])
    yield from truth["personal"]
    yield from truth["passed_over"]
