"""How the drive is kept, for the page that everybody reads; asked for on a lane of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from librarian.domain.errors import LibrarianError
from librarian.domain.events import DocumentsChanged, Event, ScanFinished
from ui.bridge.newest import Newest

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Jobs
    from librarian.application.rulekeeping import DriveRules, HowWeKeepThisDrive

LANE: Final = "rules"
QUIET_MS: Final = 1500


class RulesViewModel(QObject):
    """What the page shows; `changed` tells that it is another, `printed` where the page lies."""

    changed = Signal()
    failed = Signal(object)
    printed = Signal(object)

    def __init__(
        self,
        jobs: Jobs,
        complain: Callable[[LibrarianError], None],
        parent: QObject | None = None,
        quiet_ms: int = QUIET_MS,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._complain = complain
        self._rules: DriveRules | None = None
        self._is_shown = False
        self._asking = Newest(jobs, LANE, self._lack, self)
        self._soon = QTimer(self, singleShot=True, interval=quiet_ms)
        self._soon.timeout.connect(self.load)
        self.how: HowWeKeepThisDrive | None = None

    @property
    def has_drive(self) -> bool:
        """Whether there is a drive with rules."""
        return self._rules is not None

    def use(self, rules: DriveRules | None) -> None:
        """Tell of another drive from now on."""
        self._rules = rules
        self.how = None
        self.changed.emit()
        if self._is_shown:
            self.load()

    def load(self) -> None:
        """Ask how the drive stands."""
        self._is_shown = True
        if self._rules:
            self._asking.ask(self._rules.standing, self._take)

    def print_page(self) -> None:
        """Make the page to print; `printed` tells where it lies."""
        if self._rules:
            self._jobs.submit(LANE, self._rules.sheet, self._show_sheet, self._fail)

    @Slot(object)
    def take_event(self, event: Event) -> None:
        """The drive was looked at, or somebody decided something: look again soon."""
        is_news = isinstance(event, DocumentsChanged | ScanFinished)
        if is_news and self._is_shown and not self._soon.isActive():
            self._soon.start()

    def _take(self, how: HowWeKeepThisDrive) -> None:
        self.how = how
        self.changed.emit()

    def _show_sheet(self, place: Path) -> None:
        self.printed.emit(place)

    def _lack(self, error: Exception) -> None:
        if not isinstance(error, LibrarianError):
            raise error
        if self.how is None:
            self.failed.emit(error)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, LibrarianError):
            raise error
        self._complain(error)
