"""The files of a drive before they are written: each path once, however people compare names."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import PurePosixPath
from typing import Final

from librarian.domain.paths import key

_LONGEST: Final = 150


@dataclass(frozen=True, slots=True)
class File:
    """One file to be written: its path on the drive, its bytes, when it was last changed."""

    path: str
    data: bytes
    when: datetime

    @property
    def folder(self) -> str:
        """The folder it lies in."""
        return self.path.rpartition("/")[0]

    @property
    def stem(self) -> str:
        """Its name without the extension."""
        return PurePosixPath(self.path).stem

    @property
    def extension(self) -> str:
        """Its extension, without the dot."""
        return PurePosixPath(self.path).suffix[1:]


@dataclass(slots=True)
class Shelf:
    """All files of a drive so far, and the folders that are empty."""

    files: list[File] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def put(self, folder: str, stem: str, extension: str, data: bytes, when: datetime) -> File:
        """Add a file; where the name is taken it gets a number, as Windows does it."""
        stem = stem[:_LONGEST].rstrip(" .")
        number = 0
        while True:
            name = f"{stem} ({number})" if number else stem
            path = f"{folder}/{name}.{extension}" if folder else f"{name}.{extension}"
            if key(path) not in self._taken:
                break
            number += 1
        self._taken.add(key(path))
        self.files.append(File(path, data, when))
        return self.files[-1]
