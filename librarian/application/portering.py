"""Handing files to people: open, print, star, fill in a copy. The original is never changed."""

from collections.abc import Callable
from pathlib import Path

from librarian.application.belongings import Belongings
from librarian.application.ports import Desktop, Drive
from librarian.domain.names import clean_name


class Porter:
    """Does with a file what a person asks; each act checks first that the file can be read."""

    def __init__(
        self,
        drive: Drive,
        desktop: Desktop,
        belongings: Belongings,
        opened: Callable[[], None],
    ) -> None:
        self._drive = drive
        self._desktop = desktop
        self._belongings = belongings
        self._on_opened = opened

    def open(self, path: str) -> None:
        """Open the file in its own program, and remember that it was opened."""
        self._desktop.open(self._readable(path))
        self._note(path)

    def open_folder(self, path: str) -> None:
        """Show the file in its folder."""
        self._desktop.open_folder(self._readable(path))

    def print(self, path: str) -> None:
        """Send the file to the printer through its own program."""
        self._desktop.print(self._readable(path))

    def star(self, path: str, *, on: bool) -> None:
        """Put a star on the file, or take it away."""
        self._belongings.star(path, on=on)

    def full_path(self, path: str) -> str:
        """The path as other programs take it."""
        return str(self._drive.locate(path))

    def suggested_copy(self, path: str, folder: Path) -> Path:
        """A free, clean name for a copy of the file in folder."""
        name = Path(clean_name(path))
        candidates = (
            folder / (f"{name.stem} {number}{name.suffix}" if number > 1 else name.name)
            for number in range(1, 10_000)
        )
        return next(candidate for candidate in candidates if not candidate.exists())

    def fill_in_copy(self, path: str, target: Path) -> Path:
        """Copy the file to target, which must not exist yet, open the copy and return it."""
        self._drive.copy_out(path, target)
        self._desktop.open(target)
        self._note(path)
        return target

    def _readable(self, path: str) -> Path:
        self._drive.check_readable(path)
        return self._drive.locate(path)

    def _note(self, path: str) -> None:
        self._belongings.note_opening(path)
        self._on_opened()
