"""Handing files to people: open, print, star, fill in a copy. The original is never changed.

Of a document that somebody looks after, people get the approved version, with a notice where the
drive's file is another by now; and where a copy came from is remembered.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from librarian.application.belongings import Belongings
from librarian.application.copies import Copies
from librarian.application.managed_serving import Lender
from librarian.application.ports import Bus, Desktop, Drive
from librarian.domain.events import Noticed
from librarian.domain.names import clean_name

_AMONG_BLANKS: Final = "Your copy lies on the shared drive, where forms are blank."
_NOT_TO_STAY: Final = "Filled in, it belongs on the child’s record or in your own folder."


class Porter:
    """Does with a file what a person asks; each act checks first that the file can be read."""

    def __init__(
        self,
        drive: Drive,
        desktop: Desktop,
        belongings: Belongings,
        opened: Callable[[], None],
        *,
        lender: Lender | None = None,
        copies: Copies | None = None,
        bus: Bus | None = None,
    ) -> None:
        self._drive = drive
        self._desktop = desktop
        self._belongings = belongings
        self._on_opened = opened
        self._lender = lender
        self._copies = copies
        self._bus = bus

    def open(self, path: str) -> None:
        """Open the file in its own program, and remember that it was opened."""
        self._desktop.open(self._served(path))
        self._note(path)

    def open_folder(self, path: str) -> None:
        """Show the file in its folder."""
        self._desktop.open_folder(self._readable(path))

    def print(self, path: str) -> None:
        """Send the file to the printer through its own program."""
        self._desktop.print(self._served(path))

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
        if self._lender:
            self._tell(self._lender.save(path, target))
        else:
            self._drive.copy_out(path, target)
        if self._copies:
            self._copies.note(path, target)
        if target.absolute().is_relative_to(self._drive.root):
            self._tell(_AMONG_BLANKS, _NOT_TO_STAY)
        self._desktop.open(target)
        self._note(path)
        return target

    def _served(self, path: str) -> Path:
        """The file to open for path: the approved one, whatever happened to it on the drive."""
        served = self._lender.serve(path) if self._lender else None
        if served is None or not served.notice:
            return self._readable(path)
        self._tell(served.notice)
        return served.place

    def _tell(self, notice: str, remedy: str = "") -> None:
        if notice and self._bus:
            self._bus.publish(Noticed(notice, remedy))

    def _readable(self, path: str) -> Path:
        self._drive.check_readable(path)
        return self._drive.locate(path)

    def _note(self, path: str) -> None:
        self._belongings.note_opening(path)
        self._on_opened()
