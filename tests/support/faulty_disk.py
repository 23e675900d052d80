"""A disk that fails, or ends the process, at a chosen move; and lets colleagues save in between."""

import errno
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from librarian.adapters.drive_writing import Disk


class KilledError(BaseException):
    """The process dies here: nothing after it runs, not even what tidies up."""


class FaultyDisk(Disk):
    """Counts moves; at the chosen one `fault` is called, which may raise."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.fault: Callable[[], None] = die
        self.is_dead = False
        self.lasting = False

    def after(
        self, moves: int | None, fault: Callable[[], None] = lambda: None, *, lasting: bool = False
    ) -> None:
        """Let so many moves go well, then call fault, once or from then on; None for never."""
        self.left, self.fault, self.is_dead, self.lasting = moves, fault, False, lasting

    def step(self) -> None:
        """One move is about to be made."""
        if self.is_dead:
            raise KilledError
        if self.left is None:
            return
        if self.left == 0:
            self.left = 0 if self.lasting else None
            self._strike()
        else:
            self.left -= 1

    def _strike(self) -> None:
        try:
            self.fault()
        except KilledError:
            self.is_dead = True
            raise

    def copy(self, source: Path, target: Path) -> str:
        try:
            self.step()
        except (KilledError, OSError):
            half = source.read_bytes()[:1]
            if not target.exists():
                target.write_bytes(half)
            raise
        data = source.read_bytes()
        with target.open("xb") as file:
            file.write(data)  # not forced to disk: no test pulls the plug
        return sha256(data).hexdigest()

    def sync_folder(self, folder: Path) -> None:
        del folder

    def rename_new(self, source: Path, target: Path) -> None:
        self.step()
        super().rename_new(source, target)

    def rename_aside(self, source: Path, target: Path) -> None:
        self.step()
        super().rename_aside(source, target)

    def move(self, source: Path, target: Path) -> None:
        self.step()
        super().move(source, target)

    def unlink(self, path: Path) -> None:
        self.step()
        super().unlink(path)

    def make_folder(self, folder: Path) -> None:
        self.step()
        super().make_folder(folder)

    def make_read_only(self, path: Path) -> None:
        self.step()
        super().make_read_only(path)


def die() -> None:
    """End the process."""
    raise KilledError


def failing(number: int) -> Callable[[], None]:
    """Return a fault of the world."""

    def fail() -> None:
        raise OSError(number, "a fault tried on purpose")

    return fail


FAULTS: dict[str, Callable[[], None]] = {
    "killed": die,
    "disk full": failing(errno.ENOSPC),
    "locked": failing(errno.EACCES),
    "drive away": failing(errno.EIO),
    "read-only": failing(errno.EROFS),
}
