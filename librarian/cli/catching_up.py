"""After an act: the catalogue follows what moved, so that the next command finds it there."""

from collections.abc import Iterable

from librarian.bootstrap.drives import OpenDrive
from librarian.cli.bar import Bar
from librarian.domain.errors import BusyError


def catch_up(drive: OpenDrive, folders: Iterable[str], bar: Bar) -> None:
    """Look at folders in which files were moved, unless an open Librarian does already."""
    try:
        with drive.writing("a look at what was moved") as scanner:
            scanner.look_at(frozenset(folders), accept_losses=True)
            scanner.read_new()
    except BusyError:
        bar.say("The open Librarian looks at the drive again by itself.")
