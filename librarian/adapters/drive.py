"""A shared drive as a folder of this machine: listed with os.scandir, never written to.

Copes with what shares hold: names that are not UTF-8, paths over 260 characters on Windows,
link and junction loops, folders closed to this user, and a drive that goes away half-way.
"""

import errno
import os
import shutil
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from librarian.application.ports import Listing
from librarian.domain.errors import DriveUnavailableError, LibrarianError
from librarian.domain.files import Closed, Listed
from librarian.domain.leftovers import left_kind
from librarian.domain.paths import is_passed_over

_ONLINE_ONLY: Final = 0x0040_0000 | 0x0004_0000 | 0x0000_1000
"""FILE_ATTRIBUTE_RECALL_ON_DATA_ACCESS, _RECALL_ON_OPEN and _OFFLINE (Windows SDK, winnt.h)."""

_DRIVE_AWAY: Final = frozenset(
    {
        errno.EIO,
        errno.ENODEV,
        errno.ENXIO,
        errno.ESTALE,
        errno.ETIMEDOUT,
        errno.EHOSTDOWN,
        errno.EHOSTUNREACH,
        errno.ENETDOWN,
        errno.ENETUNREACH,
        errno.ENOTCONN,
        errno.ECONNRESET,
        errno.ECONNABORTED,
    }
)
_WINDOWS_DRIVE_AWAY: Final = frozenset({21, 53, 55, 59, 64, 67, 121, 1231, 1232, 1236})
"""ERROR_NOT_READY, _BAD_NETPATH, _DEV_NOT_EXIST, _UNEXP_NET_ERR, _NETNAME_DELETED, …"""
_LATEST: Final = 2**63 - 1
"""The last nanosecond that databases can keep, in the year 2262; some files claim a later one."""


@dataclass(slots=True)
class _Links:
    """Which linked folders a walk went into: each once, and never in a circle."""

    top: str
    met: set[str] = field(default_factory=set)

    def is_new(self, target: str) -> bool:
        """Whether to follow a link to target; what lies on the drive has its own place."""
        inside = any(_lies_in(target, place) for place in (self.top, *self.met))
        if inside or _lies_in(self.top, target):
            return False
        self.met.add(target)
        return True


@dataclass(slots=True)
class _Found:
    """What one folder's listing has shown so far."""

    prefix: str
    files: list[Listed] = field(default_factory=list)
    folders: list[str] = field(default_factory=list)
    closed: list[Closed] = field(default_factory=list)
    left: list[Listed] = field(default_factory=list)
    """What programs left behind: passed over, and remembered."""

    def sort_in(self, entries: Iterable[os.DirEntry[str]], links: _Links) -> None:
        """Add entries to files or folders; what cannot be asked about is closed."""
        for entry in entries:
            name = entry.name
            if is_passed_over(name):
                if left_kind(name):
                    self._note_left(entry)
                continue
            try:
                if entry.is_file():  # most are
                    self.files.append(_listed(self.prefix + name, entry.stat()))
                elif entry.is_dir():
                    self._sort_in_folder(entry, links)
            except FileNotFoundError:
                pass  # it went away since it was listed, or is a link to nowhere
            except OSError as error:
                if error.errno != errno.ELOOP:  # a link in a circle leads nowhere too
                    self.closed.append(
                        Closed(self.prefix + name, "This cannot be opened just now.")
                    )

    def _note_left(self, entry: os.DirEntry[str]) -> None:
        with suppress(OSError):  # most of it comes and goes
            if entry.is_file(follow_symlinks=False):
                self.left.append(_listed(self.prefix + entry.name, entry.stat()))

    def _sort_in_folder(self, entry: os.DirEntry[str], links: _Links) -> None:
        if not _is_link(entry) or links.is_new(os.path.realpath(entry.path)):
            self.folders.append(self.prefix + entry.name)


class FolderDrive:
    """The drive whose top is this folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._top = long_path(root.absolute())
        self._left: dict[str, Sequence[Listed]] | None = None

    def left_behind(self) -> Sequence[Listed] | None:
        """What programs left behind; None before a whole look at the drive."""
        if self._left is None:
            return None
        return [each for some in self._left.copy().values() for each in some]

    def walk(self, folder: str = "") -> Iterator[Listed | Closed]:
        """Every file beneath folder that is not passed over, and every folder that is closed.

        Raises DriveUnavailableError where the drive's top cannot be listed at all.
        """
        if not self.is_there():
            raise _unavailable(self.root)
        links = _Links(os.path.realpath(self._top))
        pending = [folder]
        left: dict[str, Sequence[Listed]] = {}
        while pending:
            listing = self._list(pending.pop(), links, left)
            if isinstance(listing, Closed):
                yield listing
                if listing.lost:
                    return
            else:
                yield from listing.files
                if listing.closed:
                    yield from listing.closed
                pending.extend(listing.folders)
        if not folder:
            self._left = left

    def list(self, folder: str) -> Listing | Closed:
        """What lies directly in folder."""
        left: dict[str, Sequence[Listed]] = {}
        listing = self._list(folder, _Links(os.path.realpath(self._top)), left)
        if self._left is not None and isinstance(listing, Listing):
            self._left[folder] = left.get(folder, ())
        return listing

    def is_there(self) -> bool:
        """Whether the drive's top can be listed just now."""
        try:
            with os.scandir(self._top):
                return True
        except OSError:
            return False

    def locate(self, path: str) -> Path:
        """The absolute path the operating system opens, long paths included."""
        return Path(self._absolute(path))

    def is_online_only(self, path: str) -> bool:
        """Whether to read this file would fetch it from the cloud; asking fetches nothing."""
        try:
            return _listed(path, self.locate(path).stat()).online_only
        except OSError:
            return False  # whoever reads it next learns what is wrong

    def check_readable(self, path: str) -> None:
        """Raise LibrarianError with a remedy where this file cannot be opened just now."""
        try:
            with self.locate(path).open("rb") as file:
                file.read(1)
        except OSError as error:
            raise self._refusal(error) from error

    def copy_out(self, path: str, target: Path) -> None:
        """Copy a file to target, whole or not at all; never over anything.

        The bytes go into a file of another name first, so that half a copy never bears the name.
        """
        self.check_readable(path)
        half = target.with_name(f"~{target.name}.part")
        try:
            shutil.copyfile(self.locate(path), half)
            target.open("xb").close()
            half.replace(target)
        except FileExistsError as error:
            raise LibrarianError(
                f"{target.name} is there already.", "Choose another name."
            ) from error
        except OSError as error:
            raise LibrarianError(
                "The copy could not be saved there.", "Choose a folder you may write to."
            ) from error
        finally:
            half.unlink(missing_ok=True)

    def _list(
        self, folder: str, links: _Links, left: dict[str, Sequence[Listed]]
    ) -> Listing | Closed:
        """What lies in folder; what programs left there goes into `left`."""
        found = _Found(f"{folder}/" if folder else "")
        try:
            with os.scandir(self._absolute(folder)) as entries:
                found.sort_in(entries, links)
        except OSError as error:
            return self._closed(folder, error)
        if found.left:
            left[folder] = found.left
        return Listing(tuple(found.files), tuple(found.folders), tuple(found.closed))

    def _closed(self, folder: str, error: OSError) -> Closed:
        if _is_away(error) or not self.is_there():
            return Closed(folder, "The drive stopped answering.", lost=True)
        if isinstance(error, (FileNotFoundError, NotADirectoryError)):
            return Closed(folder, "This folder is no longer there.", gone=True)
        if isinstance(error, PermissionError):
            return Closed(folder, "You may not open this folder.")
        return Closed(folder, "This folder cannot be listed just now.")

    def _refusal(self, error: OSError) -> DriveUnavailableError:
        if _is_away(error) or not self.is_there():
            return _unavailable(self.root)
        if isinstance(error, FileNotFoundError):
            return DriveUnavailableError(
                "This file is no longer there.",
                "It may have been moved or renamed. Look at the drive again, then search for it.",
            )
        if isinstance(error, PermissionError):
            return DriveUnavailableError(
                "You may not open this file just now.",
                "Someone may have it open, or you may need access. Ask Business Support.",
            )
        return DriveUnavailableError("This file cannot be read just now.", "Try again in a moment.")

    def _absolute(self, path: str) -> str:
        return f"{self._top}{os.sep}{path.replace('/', os.sep)}" if path else self._top


_as_listed: Final = partial(tuple.__new__, Listed)
"""Makes a Listed of a tuple, in half the time that its own way takes."""


def _listed(path: str, status: os.stat_result) -> Listed:
    modified = status.st_mtime_ns
    if not -_LATEST <= modified <= _LATEST:
        modified = max(-_LATEST, min(modified, _LATEST))
    if sys.platform == "win32":
        online_only = bool(status.st_file_attributes & _ONLINE_ONLY)
        return _as_listed((path, status.st_size, modified, online_only))
    return _as_listed((path, status.st_size, modified, False))


def long_path(path: Path) -> str:
    """Return path as Windows takes it beyond 260 characters; elsewhere as it is."""
    text = str(path)
    if sys.platform == "win32" and not text.startswith("\\\\?\\"):
        return "\\\\?\\UNC" + text[1:] if text.startswith("\\\\") else "\\\\?\\" + text
    return text


def _lies_in(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _is_link(entry: os.DirEntry[str]) -> bool:
    if sys.platform == "win32":
        tag = entry.stat(follow_symlinks=False).st_reparse_tag
        return tag in (stat.IO_REPARSE_TAG_MOUNT_POINT, stat.IO_REPARSE_TAG_SYMLINK)
    return entry.is_symlink()


def _is_away(error: OSError) -> bool:
    return error.errno in _DRIVE_AWAY or getattr(error, "winerror", None) in _WINDOWS_DRIVE_AWAY


def _unavailable(root: Path) -> DriveUnavailableError:
    return DriveUnavailableError(
        f"The drive {root.name} does not answer.", "Check the network or VPN, then try again."
    )
