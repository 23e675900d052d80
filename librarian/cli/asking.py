"""What most commands ask first: which drive is meant, and which file on it."""

import argparse
from pathlib import Path

from librarian.bootstrap import LocalDesk
from librarian.domain.errors import LibrarianError

Answer = dict[str, object]


def drive_of(desk: LocalDesk, arguments: argparse.Namespace) -> Path:
    """Return the drive that a command is about: the one named, or the one last used.

    Raises LibrarianError where there is neither.
    """
    if arguments.drive:
        return Path(arguments.drive)
    last = desk.preferences.load().drive
    if not last:
        raise LibrarianError("No drive was chosen yet.", "Name one with --drive DIR.")
    return Path(last)


def relative(path: str, root: Path) -> str:
    """Return path relative to the drive with ``/``, whether it was typed so or in full."""
    given = Path(path)
    if given.is_absolute() and given.is_relative_to(root.absolute()):
        return given.relative_to(root.absolute()).as_posix()
    return given.as_posix()
