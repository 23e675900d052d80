"""The ledger's segments on the drive: plain files, each created exclusively and only added to.

No file is ever written by two, none is locked, renamed or removed. Whatever ends in ``.jsonl`` is
read, since sync clients put copies of a file under names of their own.
"""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from secrets import token_hex
from typing import Final, TypeVar

from librarian.adapters.accounts import owner_of, tells_owners
from librarian.adapters.drive import long_path
from librarian.application.keeping_ledger_ports import Begun, Listed
from librarian.application.ports import Clock
from librarian.domain.errors import DriveUnavailableError, LibrarianError

T = TypeVar("T")

_ENDING: Final = ".jsonl"
_IN_USE: Final = frozenset({5, 32, 33})
"""ERROR_ACCESS_DENIED, _SHARING_VIOLATION and _LOCK_VIOLATION: virus scanners hold new files."""
_WAITS: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
_BINARY: Final = getattr(os, "O_BINARY", 0)


class FolderSegments:
    """The segments beneath one drive's `.librarian/ledger`."""

    def __init__(
        self, root: Path, clock: Clock, pause: Callable[[float], None] = time.sleep
    ) -> None:
        self._drive = Path(long_path(root.absolute()))
        self._top = self._drive / ".librarian" / "ledger"
        self._clock = clock
        self._pause = pause
        self._owners: bool | None = None

    def list(self) -> Sequence[Listed]:
        """Every segment of every desk, conflict copies of sync clients among them."""
        try:
            return sorted(self._listed())
        except OSError as error:
            raise _away(self._drive) from error

    def read(self, path: str, start: int, most: int) -> bytes:
        """At most so many bytes of a segment from start on."""
        try:
            with self._at(path).open("rb") as file:
                file.seek(start)
                return file.read(most)
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise _away(self._drive) from error

    def owner(self, path: str) -> str | None:
        """The account that owns the file, as far as the file system really tells."""
        if self._owners is None:
            self._owners = tells_owners(self._top)
        try:
            return owner_of(self._at(path)) if self._owners else None
        except OSError:
            return None

    def begin(self, desk: str) -> Begun:
        """Create a segment of our own, exclusively.

        Raises LibrarianError where this user may not write there.
        """
        name = f"{self._clock.now():%Y%m%dT%H%M%S%f}-{token_hex(4)}{_ENDING}"
        folder = self._top / desk
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / name
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY
            file = self._retried(lambda: os.open(path, flags, 0o666))
            try:
                modified = os.fstat(file).st_mtime_ns // 1_000_000
            finally:
                os.close(file)
            _settle(folder)
            _settle(folder.parent)
        except OSError as error:
            raise _refusal(error, self._drive) from error
        return Begun(f"{desk}/{name}", modified)

    def append(self, path: str, size: int, line: bytes) -> bool:
        """Add a line to our own segment and have it on disk; False where it has another size.

        It is closed again at once: sync clients leave open files alone.
        Raises LibrarianError where the drive does not take it.
        """
        flags = os.O_WRONLY | os.O_APPEND | _BINARY
        try:
            file = self._retried(lambda: os.open(self._at(path), flags))
        except FileNotFoundError:
            return False
        except OSError as error:
            raise _refusal(error, self._drive) from error
        try:
            if os.fstat(file).st_size != size:
                return False
            if os.write(file, line) != len(line):
                raise _full()
            os.fsync(file)
        except OSError as error:
            raise _refusal(error, self._drive) from error
        finally:
            os.close(file)
        return True

    def overwrite(self, path: str, start: int, line: bytes, old: bytes) -> bool:
        """Put a line in place of another of the same length; False where it cannot be."""
        try:
            with self._at(path).open("r+b") as file:
                file.seek(start)
                if len(line) != len(old) or file.read(len(old)) != old:
                    return False
                file.seek(start)
                file.write(line)
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            return False
        return True

    def _listed(self) -> Iterator[Listed]:
        for desk in self._entries(self._top):
            if desk.is_dir():
                for entry in self._entries(Path(desk.path)):
                    if _is_segment(entry):
                        yield _told(f"{desk.name}/{entry.name}", entry)
            elif _is_segment(desk):
                yield _told(desk.name, desk)

    def _entries(self, folder: Path) -> tuple[os.DirEntry[str], ...]:
        """What lies in a folder that may rightly be missing, but not with the whole drive."""
        try:
            with os.scandir(folder) as entries:
                return tuple(entries)
        except (FileNotFoundError, NotADirectoryError):
            if not self._drive.is_dir():
                raise
            return ()

    def _at(self, path: str) -> Path:
        return self._top.joinpath(*path.split("/"))

    def _retried(self, work: Callable[[], T]) -> T:
        for wait in _WAITS:
            try:
                return work()
            except OSError as error:
                if getattr(error, "winerror", None) not in _IN_USE:
                    raise
                self._pause(wait)
        return work()


def _is_segment(entry: os.DirEntry[str]) -> bool:
    is_named = entry.name.lower().endswith(_ENDING) and entry.name[0] not in ".~"
    return is_named and entry.is_file()


def _told(path: str, entry: os.DirEntry[str]) -> Listed:
    status = entry.stat()
    return Listed(path, status.st_size, status.st_mtime_ns)


def _settle(folder: Path) -> None:
    """Have a folder's new names on disk, where the system lets that be asked."""
    if sys.platform == "win32":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _away(root: Path) -> DriveUnavailableError:
    return DriveUnavailableError(
        f"The drive {root.name} does not answer.", "Check the network or VPN, then try again."
    )


def _full() -> LibrarianError:
    return LibrarianError(
        "The drive did not take it; it may be full.", "Ask IT to make room, then try again."
    )


def _refusal(error: OSError, root: Path) -> LibrarianError:
    if isinstance(error, PermissionError):
        return LibrarianError(
            "You may read this drive, but not write there.",
            "Ask Business Support, or IT for the right to write.",
        )
    return _full() if root.is_dir() else _away(root)
