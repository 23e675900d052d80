"""Puts finished files into a folder, all of them or none, and never over anything.

They are written into a folder of another name first, which then gets its name in one step; a
crash leaves either everything or a folder that begins with `~`, which nobody reads.
"""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from uuid import uuid4

from librarian.adapters.drive_writing import told
from librarian.adapters.forms.inboxes import is_open_to_all
from librarian.domain.errors import LibrarianError

_MOST = 50


class FolderTray:
    """Hands packets over into one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def put(self, folder: str, files: Mapping[str, bytes], *, apart: bool = False) -> Path:
        """Write files by their paths into a new folder of this name, and return where it is.

        A name that is taken gets a number. Raises LibrarianError where nothing can be written;
        with `apart`, also where everybody may look, or on a drive that a team looks after.
        """
        if apart:
            self._check_apart()
        half = self._folder / f"~{uuid4().hex[:12]}.part"
        try:
            for name, content in files.items():
                _write(half / name, content)
            return self._named(half, folder)
        except OSError as error:
            raise LibrarianError(
                f"Nothing was written: {self._folder.name} does not take it.",
                "Choose a folder you may write to, with enough room.",
            ) from error
        finally:
            shutil.rmtree(half, ignore_errors=True)

    def _check_apart(self) -> None:
        place = self._folder.absolute()
        with told("this record"):
            place.mkdir(parents=True, exist_ok=True, mode=0o700)
            is_open = is_open_to_all(place)
        is_on_drive = any(
            (each / ".librarian" / "drive.json").exists() for each in (place, *place.parents)
        )
        if is_open or is_on_drive:
            why = "is on your team's drive" if is_on_drive else "is open to everybody"
            raise LibrarianError(
                f"Nothing was written: the folder “{place.name}” {why}.",
                "Choose a folder that only those can open who may read this record.",
            )

    def _named(self, half: Path, folder: str) -> Path:
        for number in range(1, _MOST):
            target = self._folder / (folder if number == 1 else f"{folder} ({number})")
            if not target.exists():
                return half.rename(target)
        raise LibrarianError(
            "This case has too many folders of today.", "Put the older ones away first."
        )


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
