"""Copies of packets while somebody reads them: only for this person, gone at the next start."""

import os
import shutil
from pathlib import Path, PurePath

from librarian.adapters.drive_writing import told


class ReadingShelf:
    """One local folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, packet: str, file: str, content: bytes) -> Path:
        """Put a copy there that only this person can read. Raises LibrarianError."""
        place = self._folder / PurePath(packet).name
        path = place / PurePath(file).name
        with told("a copy to read"):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            path.unlink(missing_ok=True)
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o400)
            with os.fdopen(handle, "wb") as copy:
                copy.write(content)
        return path

    def clear(self) -> None:
        """Take all copies away that no program has open."""
        shutil.rmtree(self._folder, ignore_errors=True)
