"""The small moves that writing on a shared drive is made of, each safe against a crash and a race.

Bytes go into a file of another name in the same folder first, are forced to disk, and get their
name by a rename that never replaces anything. What Windows refuses because a program has the
file open is tried again a few times, then told.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, Final, TypeVar

from librarian.adapters.renaming import rename_exclusively
from librarian.domain.errors import DriveUnavailableError, LibrarianError

T = TypeVar("T")

PAUSES: Final = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds to wait before each new try."""

_IN_USE: Final = frozenset({5, 32, 33})
"""ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION."""
_NO_LINKS: Final = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_CLOSED: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_CHUNK: Final = 1 << 20


class Disk:
    """The moves, as this machine makes them; each is done or not done, never half."""

    def digest(self, path: Path) -> str | None:
        """The SHA-256 of a file's bytes; None where there is no such file."""
        try:
            with path.open("rb") as file:
                return _digest(file)
        except (FileNotFoundError, NotADirectoryError):
            return None

    def copy(self, source: Path, target: Path) -> str:
        """Copy bytes into a new file, force them to disk, and return their SHA-256."""
        with source.open("rb") as reading, target.open("xb") as writing:
            found = sha256()
            for chunk in _chunks(reading):
                found.update(chunk)
                writing.write(chunk)
            writing.flush()
            os.fsync(writing.fileno())
        return found.hexdigest()

    def rename_new(self, source: Path, target: Path) -> None:
        """Give a file of ours another name that nothing has; of two who try, one wins.

        Raises FileExistsError where the name is taken.
        """
        if sys.platform == "win32":
            patiently(lambda: os.rename(source, target))  # noqa: PTH104 - must not replace anything
            return
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError as error:
            if error.errno not in _NO_LINKS:
                raise
            os.close(os.open(target, os.O_CREAT | os.O_EXCL))
            source.replace(target)
        else:
            source.unlink()

    def rename_aside(self, source: Path, target: Path) -> None:
        """Give a file, whoever wrote it, a name that only we use: at once, with what is in it."""
        patiently(lambda: os.rename(source, target))  # noqa: PTH104 - must not replace anything

    def move(self, source: Path, target: Path) -> None:
        """Give anybody's file a name that nothing has, perhaps in another folder; copies nothing.

        Raises FileExistsError where the name is taken.
        """
        patiently(lambda: rename_exclusively(source, target))

    def unlink(self, path: Path) -> None:
        """Take a file away; also one that is read-only."""
        if sys.platform == "win32":
            with suppress(OSError):
                path.chmod(0o600)
        patiently(lambda: path.unlink(missing_ok=True))

    def make_folder(self, folder: Path) -> None:
        """Make a folder and those it lies in, where they are not there."""
        folder.mkdir(parents=True, exist_ok=True)

    def make_read_only(self, path: Path) -> None:
        """Let nobody change the file by accident; a file system without such marks does without."""
        with suppress(OSError):
            path.chmod(0o444)

    def sync_folder(self, folder: Path) -> None:
        """Have names in a folder on disk too, where the system can."""
        if sys.platform == "win32":
            return
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def part_of(target: Path) -> Path:
    """Return the name under which a file is written before it gets its own."""
    short = sha256(target.name.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return target.with_name(f"~librarian-{short}-part.tmp")


def patiently(work: Callable[[], T]) -> T:
    """Return what work returns; while another program has the file open, try again a few times."""
    for pause in PAUSES:
        try:
            return work()
        except OSError as error:
            if getattr(error, "winerror", None) not in _IN_USE:
                raise
        time.sleep(pause)
    return work()


@contextmanager
def told(what: str) -> Generator[None]:
    """Raise what goes wrong with a file in words that help; `what` is its name."""
    try:
        yield
    except OSError as error:
        raise in_words(error, what) from error


def in_words(error: OSError, what: str) -> LibrarianError:
    """Return what went wrong with a file, and what to do about it."""
    if getattr(error, "winerror", None) in _IN_USE:
        return LibrarianError(
            f"{what} is open in another program.", "Have it closed there, then try again."
        )
    if error.errno in _FULL:
        return LibrarianError(
            "The drive is full.", "Make room on it, or ask IT. Everything is as it was."
        )
    if error.errno in _CLOSED:
        return LibrarianError(
            f"You may not write {what} there.",
            "It may be read-only or open in another program. Close it, or ask IT for access.",
        )
    return DriveUnavailableError(
        f"The drive did not take {what}.", "Check the network or VPN, then try again."
    )


def _digest(file: BinaryIO) -> str:
    found = sha256()
    for chunk in _chunks(file):
        found.update(chunk)
    return found.hexdigest()


def _chunks(file: BinaryIO) -> Iterator[bytes]:
    while chunk := file.read(_CHUNK):
        yield chunk
