"""The drive's rules as files under `.librarian/rules`, their contents in the version store."""

import os
from hashlib import sha256
from pathlib import Path
from typing import Final

from librarian.adapters.drive import long_path
from librarian.adapters.drive_writing import patiently, told
from librarian.application.history_ports import VersionStore
from librarian.domain.errors import LibrarianError

_LARGEST: Final = 1 << 20


class LocalRuleFolder:
    """One file of rules; `kept` is where this computer keeps what was published."""

    def __init__(self, root: Path, name: str, file: str, store: VersionStore, kept: Path) -> None:
        rules = Path(long_path(root.absolute())) / ".librarian" / "rules"
        self._folder = rules / name
        self._manifest = rules / f"{name}.manifest"
        self._file = file
        self._store = store
        self._kept = kept

    def read(self, folder: Path | None) -> bytes | None:
        """The rule file in a folder, or in the drive's own where none is named."""
        place = folder / self._file if folder and folder.is_dir() else folder
        try:
            with (place or self._folder / self._file).open("rb") as file:
                return file.read(_LARGEST)
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise LibrarianError(
                "The rules cannot be read.", "Check that you may open the folder."
            ) from error

    def published(self, sha256: str) -> str | None:
        """The text that was published with this digest; None where it is lost."""
        place = self._kept / sha256
        try:
            if not place.is_file():
                self._kept.mkdir(parents=True, exist_ok=True)
                self._store.copy_to(sha256, place)
            text = place.read_bytes()
        except (LibrarianError, OSError):
            return None
        return text.decode("utf-8-sig") if self.digest(text) == sha256 else None

    def publish(self, text: bytes) -> str:
        """Keep the text where everybody reads it, and return its digest."""
        digest = self.digest(text)
        with told("the rules"):
            self._folder.mkdir(parents=True, exist_ok=True)
            place = self._folder / self._file
            _write(place, text)
            self._store.put(place, digest)
            _write(self._manifest, f"{digest} {self._file}\n".encode())
        return digest

    def digest(self, text: bytes) -> str:
        """The digest of a text."""
        return sha256(text).hexdigest()


def keep_sheet(place: Path, page: bytes) -> Path:
    """Keep a page to be printed, and return where it lies."""
    with told("the page"):
        place.parent.mkdir(parents=True, exist_ok=True)
        _write(place, page)
    return place


def _write(place: Path, data: bytes) -> None:
    """Write a file whole, then give it its name."""
    half = place.with_suffix(".half")
    with half.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    patiently(lambda: half.replace(place))
