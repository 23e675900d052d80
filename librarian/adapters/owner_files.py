"""Who has a document open, told by the small file that Office or LibreOffice puts beside it.

Office's ``~$`` file holds the user's name twice: with one byte a letter, its length first, and as
UTF-16 further on (from byte 54 in Word's, 55 in Excel's and PowerPoint's). LibreOffice's
``.~lock.NAME#`` is a line of names parted by commas. Both stay behind after a crash, so they are
a sign and no proof.
"""

import os
from pathlib import Path
from typing import Final

from librarian.application.history_ports import OpenBy
from librarian.application.ports import Clock, Drive
from librarian.domain.clocks import nanoseconds

OLD: Final = 12 * 3600 * 1_000_000_000
"""Nanoseconds; nobody works on a document for so long at a stretch."""

_LONGEST: Final = 53
_WIDE_AT: Final = (54, 55)
_MOST: Final = 4096
_WORDS_BEGINNING: Final = 2


class DriveOwnerFiles:
    """The signs that programs leave beside the files of a drive."""

    def __init__(self, drive: Drive, clock: Clock) -> None:
        self._drive = drive
        self._clock = clock

    def who_has_open(self, path: str) -> OpenBy | None:
        """Who seems to have the file at path open; None where there is no sign."""
        place = self._drive.locate(path)
        for candidate in _candidates(place):
            try:
                since = os.stat(candidate).st_mtime_ns  # noqa: PTH116 - thousands in a row
                with open(candidate, "rb") as file:  # noqa: PTH123 - see above
                    data = file.read(_MOST)
            except OSError:
                continue  # not there, or held by the program itself: no sign to read
            age = nanoseconds(self._clock.now()) - since
            return OpenBy(owner_named(data, os.path.basename(candidate)), since, age > OLD)  # noqa: PTH119 - see above
        return None


def owner_named(data: bytes, name: str) -> str:
    """Return the user that an owner file names; empty where it names nobody."""
    if name.startswith(".~lock."):
        return _plain(data.decode("utf-8", "replace").split(",")[0])
    for at in _WIDE_AT:
        length = int.from_bytes(data[at : at + 2], "little")
        wide = data[at + 2 : at + 2 + 2 * length]
        if 0 < length <= _LONGEST and len(wide) == 2 * length:
            found = _plain(wide.decode("utf-16-le", "replace"))
            if found and "\N{REPLACEMENT CHARACTER}" not in found:
                return found
    length = data[0] if data else 0
    return _plain(data[1 : 1 + min(length, _LONGEST)].decode("cp1252", "replace"))


def _plain(name: str) -> str:
    kept = "".join(letter for letter in name if letter.isprintable()).strip()
    return kept if any(letter.isalnum() for letter in kept) else ""


def _candidates(place: Path) -> list[str]:
    """Where the owner file of a document may lie.

    Word leaves out the first letters of a longer name, so that the names get no longer.
    """
    folder, name = os.path.split(place)
    shortened = {0, max(0, min(len(place.stem) - 6, _WORDS_BEGINNING))}
    names = [f"~${name[cut:]}" for cut in sorted(shortened, reverse=True)]
    return [f"{folder}{os.sep}{each}" for each in (*names, f".~lock.{name}#")]
