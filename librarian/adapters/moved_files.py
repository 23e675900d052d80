"""Moves files of the drive by renames alone: nothing is copied, nothing replaced, times stay.

That a file is what was seen is told by size and time, as a scan does, and by its bytes where
those differ. It is looked at before the rename and after: what a colleague saved in between is
noticed, and the file gets its old name back.
"""

import os
import stat
from contextlib import suppress
from hashlib import sha256 as hashed
from pathlib import Path
from typing import Final

from librarian.adapters.drive import long_path
from librarian.adapters.drive_writing import Disk, told
from librarian.application.filing_ports import Look
from librarian.application.publishing import ARCHIVE
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.paths import folder_of, is_within, key, name_of
from librarian.domain.planning import QUARANTINE
from librarian.domain.plans import Change, ChangeKind

_MOST_NAMES: Final = 1000
_OURS: Final = (ARCHIVE, QUARANTINE)
_WRITING: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


class FolderMoves:
    """The files of the drive whose top is this folder."""

    def __init__(self, root: Path, disk: Disk) -> None:
        self._top = Path(long_path(root.absolute()))
        self._top_said = f"{self._top}{os.sep}"
        self._disk = disk

    def look(self, path: str) -> Look | None:
        """The file at path; None where there is none."""
        with told(name_of(path)):
            return _look(self._locate(path))

    def set_aside(self, change: Change, token: str) -> None:
        """Take the file of a change from its place, under a name that only we use."""
        source = self._locate(change.path)
        aside = _aside(source, token)
        with told(name_of(change.path)):
            if _look(aside) is None and not self._is_made(change, source):
                self._rename(change, source, aside)

    def move(self, change: Change, token: str) -> None:
        """Give the file of a change its new place; an archived one is read-only there."""
        place, target = self._locate(change.path), self._locate(change.to)
        aside = _aside(place, token)
        with told(name_of(change.path)):
            source = aside if _look(aside) else place
            if source is aside or not self._is_made(change, place):
                self._disk.make_folder(target.parent)
                self._rename(change, source, target)
            self._mark(change, target)

    def move_back(self, change: Change, token: str) -> None:
        """Give a file that was set aside its old place; if that is taken, one like it beside."""
        place = self._locate(change.path)
        aside = _aside(place, token)
        with told(name_of(change.path)):
            for number in range(1, _MOST_NAMES):
                if _look(aside) is None:
                    return
                more = f" ({number})" if number > 1 else ""
                with suppress(FileExistsError):
                    self._disk.move(aside, place.with_name(f"{place.stem}{more}{place.suffix}"))

    def give_time(self, change: Change) -> None:
        """Give the file of a change the time that it had when it was seen."""
        with suppress(OSError):  # a file system that keeps no such times does without
            os.utime(self._locate(change.path), ns=(change.modified, change.modified))

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file's bytes; None where there is no such file."""
        with told(name_of(path)):
            return self._disk.digest(self._locate(path))

    def destroy(self, path: str, sha256: str) -> None:
        """Take away a file in the archive or in quarantine, if its bytes are these."""
        if not any(is_within(key(path), key(ours)) for ours in _OURS):
            raise LibrarianError(f"{name_of(path)} is in use.", "Put it into the archive first.")
        found = self.digest(path)
        if found not in (None, sha256):
            raise ChangedError(f"{name_of(path)} was changed since.", "Look at it again.")
        with told(name_of(path)):
            self._disk.unlink(self._locate(path))
            self._disk.sync_folder(self._locate(path).parent)
        self._take_away(folder_of(path))

    def settle(self, changes: tuple[Change, ...]) -> None:
        """Have what was moved on disk too; take away folders of ours that are empty now."""
        left = {folder_of(each.path) for each in changes}
        for folder in left | {folder_of(each.to) for each in changes}:
            self._disk.sync_folder(self._locate(folder) if folder else self._top)
        for folder in left:
            self._take_away(folder)

    def _take_away(self, folder: str) -> None:
        while any(is_within(key(folder), key(ours)) for ours in _OURS):
            try:
                self._locate(folder).rmdir()
            except OSError:
                return  # something lies in it
            folder = folder_of(folder)

    def _rename(self, change: Change, source: Path, target: Path) -> None:
        before = self._expected(change, source)
        try:
            self._disk.move(source, target)
        except FileExistsError as error:
            raise ChangedError(
                f"There is a file {target.name} there already.", "Choose another name."
            ) from error
        after = _look(target)
        if after is None or (after.size, after.modified) != (before.size, before.modified):
            with suppress(FileExistsError):
                self._disk.move(target, source)
            raise _changed(change)

    def _expected(self, change: Change, source: Path) -> Look:
        found = _look(source)
        if found is None:
            raise ChangedError(f"{name_of(change.path)} is not there any more.", "Look again.")
        if not self._is_what_was_seen(change, found, source):
            raise _changed(change)
        return found

    def _is_made(self, change: Change, place: Path) -> bool:
        """Whether the file lies at its new place already; where two may be meant, bytes tell."""
        target = self._locate(change.to)
        found = _look(target)
        if found is None:
            return False
        if _look(place) is None:
            return self._is_what_was_seen(change, found, target)
        there = self._disk.digest(place)
        return there != change.sha256 and self._disk.digest(target) == change.sha256

    def _is_what_was_seen(self, change: Change, found: Look, place: Path) -> bool:
        if found.size != change.size:
            return False
        return found.modified == change.modified or self._disk.digest(place) == change.sha256

    def _mark(self, change: Change, target: Path) -> None:
        """Make what is archived read-only; give what comes back the rights it had."""
        if change.kind is ChangeKind.ARCHIVE:
            with suppress(OSError):
                target.chmod(stat.S_IMODE(target.stat().st_mode) & ~_WRITING)
        elif change.mode:
            with suppress(OSError):
                target.chmod(change.mode)

    def _locate(self, path: str) -> Path:
        parts = [part for part in path.split("/") if part not in {"", "."}]
        outside = ".librarian" in parts and not is_within(path, QUARANTINE)
        if not parts or path.startswith("/") or ".." in parts or outside:
            raise LibrarianError("This path does not lead to a file of the drive.", "Check it.")
        return Path(f"{self._top_said}{'/'.join(parts)}")


def _look(place: Path) -> Look | None:
    try:
        found = os.lstat(place)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return Look(found.st_size, found.st_mtime_ns, stat.S_IMODE(found.st_mode))


def _aside(place: Path, token: str) -> Path:
    short = hashed(place.name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return place.with_name(f"~librarian-{token[:12]}-{short}-moving.tmp")


def _changed(change: Change) -> ChangedError:
    return ChangedError(
        f"{name_of(change.path)} was changed since.",
        "Look at it again, then decide.",
    )
