"""Small JSON documents of this user in one local folder, written whole or not at all."""

import json
import os
from collections.abc import Mapping
from itertools import count
from pathlib import Path

from librarian.domain.errors import LibrarianError


class JsonStore:
    """Keeps each document in a file of its own; a damaged one is set aside, never overwritten."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str) -> dict[str, object]:
        """The document, or an empty one where there is none that can be understood.

        Raises LibrarianError where the computer does not let it be read.
        """
        path = self._path(name)
        try:
            document = json.loads(path.read_bytes())
        except FileNotFoundError:
            return {}
        except ValueError:
            document = None
        except OSError as error:
            raise LibrarianError(
                "Your settings could not be read.", "Close Librarian everywhere, and open it again."
            ) from error
        if isinstance(document, dict):
            return document
        path.replace(_free(path))
        return {}

    def save(self, name: str, document: Mapping[str, object]) -> None:
        """Write the document beside the old one, then in its place.

        Raises LibrarianError where the disk does not take it.
        """
        path = self._path(name)
        half = path.with_suffix(".half")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with half.open("w", encoding="utf-8") as file:
                json.dump(document, file, ensure_ascii=True, indent=1)
                file.flush()
                os.fsync(file.fileno())
            half.replace(path)
        except OSError as error:
            raise LibrarianError(
                "Your settings could not be kept.", "Check that the disk is not full."
            ) from error

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.json"


def _free(path: Path) -> Path:
    """A name beside path for what is damaged, which nothing has."""
    names = (path.with_suffix(f".damaged{number or ''}") for number in count())
    return next(name for name in names if not name.exists())
