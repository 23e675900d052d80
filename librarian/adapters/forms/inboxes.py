"""Services' inboxes: restricted folders, in which a packet is there whole or not at all.

A packet's files are written under a name that only we use, forced to disk, then moved to its own
name at once. A folder that the file system shows to be open to everybody is refused.
"""

import os
import shutil
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final
from uuid import uuid4

from librarian.adapters.accounts import tells_owners
from librarian.adapters.drive_writing import Disk, patiently, told
from librarian.domain.errors import DriveUnavailableError, LibrarianError

if sys.platform == "win32":
    from librarian.adapters.forms.open_folders_windows import is_open_on_windows

_LARGEST: Final = 64_000_000
_OURS: Final = "~"
_WHAT: Final = "the referral"


class Moves:
    """What is done on the file system, each move done or not done."""

    def __init__(self) -> None:
        self._disk = Disk()

    def make_folder(self, folder: Path) -> None:
        """Make a folder that is not there yet."""
        folder.mkdir()

    def write(self, path: Path, content: bytes) -> None:
        """Write a new file and have it on disk."""
        with path.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())

    def rename(self, source: Path, target: Path) -> None:
        """Give a folder its own name; one that is taken is not replaced."""
        patiently(lambda: os.rename(source, target))  # noqa: PTH104 - must not replace anything
        self._disk.sync_folder(target.parent)

    def rename_file(self, source: Path, target: Path) -> None:
        """Give a file its own name; one that is taken is not replaced."""
        self._disk.rename_new(source, target)

    def remove(self, folder: Path) -> None:
        """Take a folder away with all that is in it."""
        shutil.rmtree(folder)


class FolderInboxes:
    """Inboxes as folders of a share."""

    def __init__(self, moves: Moves | None = None) -> None:
        self._moves = moves or Moves()

    def check(self, folder: Path) -> None:
        """Raise where the folder is away, cannot be written, or is open to everybody."""
        try:
            is_there = folder.is_dir()
        except OSError:
            is_there = False
        if not is_there:
            raise _away(folder)
        if is_open_to_all(folder):
            raise LibrarianError(
                f"The inbox “{folder.name}” is open to everybody, so nothing was put there.",
                "Ask IT to restrict it to those who may read referrals, then try again.",
            )

    def place(self, folder: Path, name: str, files: Mapping[str, bytes]) -> None:
        """Write all files of a packet, in the place of whatever an earlier try left there."""
        if _inside(folder, name).exists():
            return
        part = _part(folder, name)
        with told(_WHAT):
            if part.exists():
                self._moves.remove(part)
            self._moves.make_folder(part)
            try:
                for file, content in files.items():
                    self._moves.write(_inside(part, file), content)
            except OSError:
                shutil.rmtree(part, ignore_errors=True)
                raise
        _share_like(folder, part)

    def is_placed(self, folder: Path, name: str) -> bool:
        """Whether a packet waits there for its own name."""
        if not folder.is_dir():
            raise _away(folder)
        return _part(folder, name).is_dir()

    def finish(self, folder: Path, name: str) -> None:
        """Give the packet its own name; where one of that name is there already, nothing."""
        part, target = _part(folder, name), _inside(folder, name)
        with told(_WHAT):
            if target.exists():
                self._moves.remove(part)
            else:
                self._moves.rename(part, target)

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names of the whole packets in a folder, in order."""
        try:
            found = [each.name for each in os.scandir(folder) if each.is_dir(follow_symlinks=False)]
        except OSError as error:
            raise _away(folder) from error
        return tuple(sorted(name for name in found if not name.startswith((_OURS, "."))))

    def files(self, folder: Path, name: str) -> tuple[str, ...]:
        """The names of a packet's files, in order."""
        try:
            packet = _inside(folder, name)
            found = [
                each.name for each in os.scandir(packet) if each.is_file(follow_symlinks=False)
            ]
        except OSError as error:
            raise _gone() from error
        return tuple(sorted(file for file in found if not file.startswith((_OURS, "."))))

    def read(self, folder: Path, name: str, file: str) -> bytes:
        """What one file of a packet holds."""
        path = _inside(_inside(folder, name), file)
        try:
            if path.is_symlink() or path.stat().st_size > _LARGEST:
                raise LibrarianError(
                    "A file of this referral is not what it should be.", "Ask whoever sent it."
                )
            return path.read_bytes()
        except OSError as error:
            raise _gone() from error

    def add(self, folder: Path, name: str, file: str, content: bytes) -> None:
        """Add a file to a packet, whole or not at all; one of that name is not replaced."""
        packet = _inside(folder, name)
        half = packet / f"{_OURS}{uuid4().hex[:12]}.tmp"
        with told("your answer"):
            try:
                self._moves.write(half, content)
                self._moves.rename_file(half, _inside(packet, file))
            except OSError:
                half.unlink(missing_ok=True)
                raise

    def remove(self, folder: Path, name: str) -> None:
        """Take a packet away for good, with all its files; what is begun is always ended."""
        packet, gone = _inside(folder, name), _part(folder, f"{name} gone")
        with told(_WHAT):
            self._moves.rename(packet, gone)
            self._moves.remove(gone)


def is_open_to_all(folder: Path) -> bool:
    """Tell whether everybody may look into a folder, as far as its file system tells."""
    if sys.platform == "win32":
        return is_open_on_windows(str(folder))
    if not tells_owners(folder):
        return False  # permissions are made up here; those of the server count
    return bool(stat.S_IMODE(folder.stat().st_mode) & stat.S_IRWXO)


def _share_like(folder: Path, part: Path) -> None:
    """Let those who may use the inbox use what is in it."""
    mode = stat.S_IMODE(folder.stat().st_mode) & 0o770
    with suppress(OSError):  # a file system without such marks does without
        for file in part.iterdir():
            file.chmod(mode & 0o660)
        part.chmod(mode)


def _inside(folder: Path, name: str) -> Path:
    if Path(name).name != name or name in (".", ".."):
        raise LibrarianError("This is no name of a referral.", "Choose one from the list.")
    return folder / name


def _part(folder: Path, name: str) -> Path:
    return folder / f"{_OURS}{sha256(name.encode()).hexdigest()[:12]}.part"


def _away(folder: Path) -> DriveUnavailableError:
    return DriveUnavailableError(
        f"The inbox “{folder.name}” cannot be reached.",
        "Check the network or VPN. If it stays so, ask IT whether the folder is there.",
    )


def _gone() -> LibrarianError:
    return LibrarianError(
        "This referral cannot be opened.", "It may have been put away. Look at the list again."
    )
