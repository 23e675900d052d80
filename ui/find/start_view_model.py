"""The page before anything is typed: starred, recent, new or changed, and the team's shelves."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.domain.errors import LibrarianError
from ui.bridge.newest import Newest
from ui.find.services import Looking

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Care
    from librarian.application.finding import Start
    from librarian.application.ports import Jobs
    from librarian.application.wishing import ShutFolder

QUIET_MS: Final = 3000


class StartViewModel(QObject):
    """What a person may want before they ask for anything."""

    changed = Signal()
    care_changed = Signal()

    def __init__(
        self,
        jobs: Jobs,
        failed: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._look: Looking | None = None
        self._asking = Newest(jobs, "start", failed, self)
        self._noting = Newest(jobs, "start", failed, self)
        self._caring = Newest(jobs, "start", failed, self)
        self._shutting = Newest(jobs, "start", failed, self)
        self._noted = False
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.load)
        self.start: Start | None = None
        self.care: Care | None = None
        self.shut: tuple[ShutFolder, ...] = ()

    def use(self, look: Looking) -> None:
        """Show what there is on another drive from now on."""
        self._look = look
        self._noted = False
        self.start, self.shut = None, ()
        self.changed.emit()
        self.load()

    def load(self) -> None:
        """Ask what there is; `changed` tells when it came."""
        if self._look:
            self._asking.ask(self._look.start, self._take)
            self._caring.ask(self._look.care, self._take_care)
            self._shutting.ask(self._look.shut_folders, self._take_shut)

    def refresh(self) -> None:
        """Something was found on the drive: ask again soon, and at most once in a while."""
        if not self._soon.isActive():
            self._soon.start()

    def seen(self) -> None:
        """A person has seen what is new: the next time begins from here."""
        if self._look and not self._noted and self.start is not None:
            self._noted = True
            self._noting.ask(self._look.note_look, _nothing)

    def _take_care(self, care: Care | None) -> None:
        if care != self.care:
            self.care = care
            self.care_changed.emit()

    def _take_shut(self, shut: tuple[ShutFolder, ...]) -> None:
        if shut != self.shut:
            self.shut = shut
            self.changed.emit()

    def _take(self, start: Start) -> None:
        if start != self.start:
            self.start = start
            self.changed.emit()


def _nothing(_answer: None) -> None:
    """Nobody waits for this."""
