"""What is done with one file: open, print, star, copy its path, fill in a copy of it.

Each act runs in a lane of its own, since a share may take half a minute to answer; what came of
it is told in a notice.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from librarian.domain.errors import LibrarianError
from ui.find import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Sent
    from librarian.application.ports import Jobs
    from ui.find.services import Acting

T = TypeVar("T")
LANE: Final = "acts"

Notify = Callable[[str, str], None]
ChoosePlace = Callable[[Path], Path | None]
"""Asks a person where to put a copy, given a suggestion; None where they changed their mind."""


class ActingViewModel(QObject):
    """Does with a file what a person asks, and says what came of it."""

    opened = Signal(str)
    starred_changed = Signal()
    star_kept = Signal()
    path_copied = Signal(str)
    message_ready = Signal(object)
    """A message to be sent by the person lies at this place."""

    def __init__(
        self,
        jobs: Jobs,
        *,
        notify: Notify,
        failed: Callable[[LibrarianError], None],
        choose_place: ChoosePlace,
        copies_folder: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._act: Acting | None = None
        self._jobs = jobs
        self._notify = notify
        self._failed = failed
        self._choose_place = choose_place
        self._copies_folder = copies_folder
        self.starred: frozenset[str] = frozenset()

    def use(self, act: Acting) -> None:
        """Work with files of another drive from now on."""
        self._act = act

    def open(self, path: str) -> None:
        """Open the file in its own program."""
        if self._act:
            self._do(partial(self._act.open, path), partial(self._note_opening, path))

    def open_folder(self, path: str) -> None:
        """Show the file in its folder."""
        if self._act:
            self._do(partial(self._act.open_folder, path), self._be_content)

    def print(self, path: str) -> None:
        """Send the file to the printer."""
        if self._act:
            self._do(partial(self._act.print, path), self._tell_printing)

    def copy_path(self, path: str) -> None:
        """Give the file's full path to the clipboard."""
        if self._act:
            self._do(partial(self._act.full_path, path), self._hand_over)

    def ask_to_confirm(self, path: str) -> None:
        """Ask Business Support whether this is the current version."""
        if self._act:
            self._do(partial(self._act.ask_to_confirm, path), self._tell_asked)

    def want(self, words: str) -> None:
        """Ask Business Support for a document that was not found."""
        if self._act:
            self._do(partial(self._act.want, words), self._tell_asked)

    def ask_access(self, folder: str) -> None:
        """Ask to be let into a folder."""
        if self._act:
            self._do(partial(self._act.ask_access, folder), self._tell_asked)

    def set_starred(self, paths: frozenset[str]) -> None:
        """These are the starred files."""
        if paths != self.starred:
            self.starred = paths
            self.starred_changed.emit()

    def toggle_star(self, path: str) -> None:
        """Put a star on the file, or take it away; it shows at once and goes if that fails."""
        if self._act:
            on = path not in self.starred
            self.set_starred(self.starred ^ {path})
            work = partial(self._act.star, path, on=on)
            self._do(work, self._note_star, partial(self._take_star_back, path))

    def fill_in_copy(self, path: str) -> None:
        """Ask for a place, put a copy there under a clean name, and open it."""
        if self._act:
            work = partial(self._act.suggested_copy, path, self._copies_folder)
            self._do(work, partial(self._place_copy, self._act, path))

    def _place_copy(self, act: Acting, path: str, suggestion: Path) -> None:
        target = self._choose_place(suggestion)
        if target:
            self._copies_folder = target.parent
            self._do(partial(act.fill_in_copy, path, target), partial(self._tell_copied, path))

    def _tell_copied(self, path: str, target: Path) -> None:
        self._notify(texts.COPIED, texts.copied_to(target))
        self.opened.emit(path)

    def _tell_asked(self, sent: Sent) -> None:
        self._notify(texts.MAIL_READY if sent.message else texts.ASKED_NOW, "")
        if sent.message:
            self.message_ready.emit(sent.message)

    def _tell_printing(self, _answer: None) -> None:
        self._notify(texts.PRINTING, "")

    def _note_opening(self, path: str, _answer: None) -> None:
        self.opened.emit(path)

    def _note_star(self, _answer: None) -> None:
        self.star_kept.emit()

    def _take_star_back(self, path: str, error: LibrarianError) -> None:
        self.set_starred(self.starred ^ {path})
        self._failed(error)

    def _hand_over(self, path: str) -> None:
        self.path_copied.emit(path)
        self._notify(texts.PATH_COPIED, path)

    def _be_content(self, _answer: None) -> None:
        """What opened is all there is to see."""

    def _do(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        self._jobs.submit(LANE, work, done, failed or self._failed)
