"""Moves of managed files on the drive, step by step; each can be made again after a crash.

A file that is to be replaced or taken away is first renamed aside, then looked at: a rename takes
whatever a colleague saved a moment ago, and if that is not what was expected it gets its name
back. So no save can fall between a look and a move. Nothing is ever renamed over another file.
"""

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256 as hashed
from pathlib import Path, PurePosixPath
from typing import Final

from librarian.adapters.drive import long_path
from librarian.adapters.drive_writing import Disk, in_words, part_of, told
from librarian.application.history_ports import VersionStore
from librarian.domain.acts_steps import Place, Remove, Replace, Step
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.paths import folder_of, key, name_of

_MOST_NAMES: Final = 1000
_OTHERS: Final = stat.S_IRGRP | stat.S_IXGRP | stat.S_IROTH | stat.S_IXOTH


class FolderFiles:
    """The managed files of the drive whose top is this folder."""

    def __init__(self, root: Path, store: VersionStore, disk: Disk) -> None:
        self._disk = disk
        self._top = Path(long_path(root.absolute()))
        self._store = store

    def spelled(self, path: str) -> str | None:
        """The path as the drive spells it, compared by key; None where there is no such file."""
        exact = self._locate(path)
        with told(name_of(path)):
            if exact.is_file() and sys.platform != "win32":
                return path
            try:
                names = os.listdir(exact.parent)  # noqa: PTH208 - names alone, as spelled
            except (FileNotFoundError, NotADirectoryError):
                return None
        wanted = key(name_of(path))
        alike = sorted(name for name in names if key(name) == wanted)
        best = name_of(path) if name_of(path) in alike else next(iter(alike), None)
        if best is None or not exact.with_name(best).is_file():
            return None
        return str(PurePosixPath(folder_of(path)) / best)

    def folder(self, name: str) -> str:
        """A folder at the drive's top as the drive spells it; as given where there is none."""
        with told(name):
            names = sorted(each.name for each in self._top.iterdir() if each.is_dir())
        alike = [each for each in names if key(each) == key(name)]
        return name if name in alike or not alike else alike[0]

    def digest(self, path: str) -> str | None:
        """The SHA-256 of a file's bytes; None where there is no such file."""
        try:
            return self._disk.digest(self._locate(path))
        except OSError as error:
            if isinstance(error, PermissionError):
                raise LibrarianError(
                    f"{name_of(path)} cannot be read just now.",
                    "It may be open in another program. Close it, or ask IT for access.",
                ) from error
            raise in_words(error, name_of(path)) from error

    def carry_out(self, step: Step, token: str) -> None:
        """Make one move, or find that it is made."""
        with told(name_of(step.path)):
            match step:
                case Place(path, sha256, read_only):
                    self._place(self._locate(path), sha256, token, read_only=read_only)
                case Replace(path, old, new):
                    self._replace(self._locate(path), old, new, token)
                case Remove(path, sha256):
                    self._remove(self._locate(path), sha256, token)

    def undo(self, step: Step, token: str) -> None:
        """Take one move back, or find that it was not made; what is unexpected stays as it is."""
        with suppress(ChangedError):
            match step:
                case Place(path, sha256):
                    self.carry_out(Remove(path, sha256), token)
                case Replace(path, old, new):
                    self.carry_out(Replace(path, new, old), token)
                case Remove(path, sha256):
                    self.carry_out(Place(path, sha256), token)
        with told(name_of(step.path)):
            self._tidy(self._locate(step.path), token)

    def free_path(self, path: str, sha256: str) -> str:
        """A path like this one where nothing lies, or these very bytes."""
        place = PurePosixPath(path)
        for number in range(1, _MOST_NAMES):
            more = f" ({number})" if number > 1 else ""
            candidate = str(place.with_name(f"{place.stem}{more}{place.suffix}"))
            if self.digest(candidate) in (None, sha256):
                return candidate
        raise LibrarianError("There are too many files of this name.", "Tidy the archive first.")

    def is_narrower(self, path: str) -> bool:
        """Whether a file lies where fewer people may look than on the drive, if that is told.

        Windows tells its rights otherwise; there nothing is known here.
        """
        if sys.platform == "win32":
            return False
        with told(name_of(path)):
            open_to = self._top.stat().st_mode & _OTHERS
            folders = list(PurePosixPath(path).parents)[:-1]
            return any(
                open_to & ~self._locate(str(folder)).stat().st_mode & _OTHERS for folder in folders
            )

    def _place(self, target: Path, sha256: str, token: str, *, read_only: bool) -> None:
        found = self._disk.digest(target)
        if found is not None and found != sha256:
            raise _changed(target)
        if found is None:
            self._disk.make_folder(target.parent)
            with self._prepared(target, sha256, token) as half:
                self._named(half, target)
        else:
            self._disk.unlink(_beside(target, token, "new"))
        if read_only:
            self._disk.make_read_only(target)

    def _replace(self, target: Path, old: str, new: str, token: str) -> None:
        aside = _beside(target, token, "old")
        found = self._disk.digest(target)
        if found is None:
            found = self._returned(aside, target, old)
        if found == new:
            self._forget(aside)
            self._disk.unlink(_beside(target, token, "new"))
            return
        if found != old:
            raise _changed(target)
        with self._prepared(target, new, token) as half:
            with suppress(OSError):  # who may do what with it stays as it was
                half.chmod(stat.S_IMODE(target.stat().st_mode))
            self._set_aside(target, aside, old)
            try:
                self._named(half, target)
            except (ChangedError, OSError):
                self._return(aside, target)
                raise
        self._disk.unlink(aside)

    def _return(self, aside: Path, target: Path) -> None:
        """Give what was set aside its name back; where that is taken, its bytes are recorded."""
        try:
            self._disk.rename_new(aside, target)
        except FileExistsError:
            self._forget(aside)

    def _returned(self, aside: Path, target: Path, old: str) -> str | None:
        """What lies at target once what a crash left aside has its name back."""
        found = self._disk.digest(aside)
        if found is None:
            return None
        self._named(aside, target)
        return found if found == old else self._disk.digest(target)

    def _remove(self, target: Path, sha256: str, token: str) -> None:
        aside = _beside(target, token, "gone")
        if self._disk.digest(target) is None:
            left = self._disk.digest(aside)
            if left == sha256:
                self._disk.unlink(aside)
            elif left is not None:
                self._named(aside, target)
            return
        if self._disk.digest(target) != sha256 or not self._store.has(sha256):
            return  # a colleague went on with it: it stays
        self._set_aside(target, aside, sha256)
        self._disk.unlink(aside)
        self._disk.sync_folder(target.parent)

    def _set_aside(self, target: Path, aside: Path, expected: str) -> None:
        """Rename target to aside, and back again where its bytes are not the expected ones."""
        self._forget(aside)
        if aside.exists():
            raise _changed(target)
        self._disk.rename_aside(target, aside)
        if self._disk.digest(aside) != expected:
            self._named(aside, target)
            raise _changed(target)

    def _forget(self, aside: Path) -> None:
        """Take away what was left aside, if its bytes are recorded; anything else stays."""
        found = self._disk.digest(aside)
        if found and self._store.has(found):
            self._disk.unlink(aside)

    def _tidy(self, target: Path, token: str) -> None:
        """Take away what a broken act left under our own names; what is not recorded stays."""
        half = _beside(target, token, "new")
        for ours in (half, part_of(half)):
            self._disk.unlink(ours)
        for aside in (_beside(target, token, "old"), _beside(target, token, "gone")):
            self._forget(aside)

    @contextmanager
    def _prepared(self, target: Path, sha256: str, token: str) -> Iterator[Path]:
        """Recorded bytes beside target under another name, gone when the block ends."""
        half = _beside(target, token, "new")
        self._disk.unlink(half)
        self._store.copy_to(sha256, half)
        try:
            yield half
        finally:
            self._disk.unlink(half)
            self._disk.sync_folder(target.parent)

    def _named(self, source: Path, target: Path) -> None:
        """Give source the name of target, unless something lies there by now."""
        try:
            self._disk.rename_new(source, target)
        except FileExistsError as error:
            raise _changed(target) from error

    def _locate(self, path: str) -> Path:
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or {"..", ".librarian"} & set(parts) or "\\" in path:
            raise LibrarianError("This path does not lead to a file of the drive.", "Check it.")
        return self._top.joinpath(*parts)


def _beside(target: Path, token: str, what: str) -> Path:
    short = hashed(target.name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return target.with_name(f"~librarian-{token[:12]}-{short}-{what}.tmp")


def _changed(target: Path) -> ChangedError:
    return ChangedError(
        f"{target.name} is not what it was a moment ago.", "Look at it again, then decide."
    )
