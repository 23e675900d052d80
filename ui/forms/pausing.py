"""Looks through a form once typing pauses, beside the window: the letter typed never waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from librarian.domain.errors import LibrarianError
from ui.bridge.newest import Newest

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.sheet import Looked, Sheet
    from librarian.application.ports import Jobs

LANE: Final = "forms looked through"
PAUSE_MS: Final = 250


class Pausing(QObject):
    """Waits until typing pauses; `done` hears what follows from the newest sheet alone."""

    def __init__(
        self,
        jobs: Jobs,
        done: Callable[[Looked], None],
        failed: Callable[[LibrarianError], None],
        parent: QObject,
        pause_ms: int = PAUSE_MS,
    ) -> None:
        super().__init__(parent)
        self._done = done
        self._asking = Newest(jobs, LANE, failed, self)
        self._sheet: Sheet | None = None
        self._pause = QTimer(self, singleShot=True, interval=pause_ms)
        self._pause.timeout.connect(self._ask)

    @property
    def is_open(self) -> bool:
        """Whether something was typed that was not looked through yet."""
        return self._sheet is not None

    def wait_with(self, sheet: Sheet) -> None:
        """Look through this sheet once nothing more is typed."""
        self._sheet = sheet
        self._pause.start()

    def forget(self) -> None:
        """Look through nothing that was typed before now."""
        self._sheet = None
        self._pause.stop()
        self._asking.forget()

    def _ask(self) -> None:
        from librarian.application.forms.sheet import look_at  # noqa: PLC0415 - not needed to type

        if self._sheet is not None:
            self._asking.ask(partial(look_at, self._sheet), self._take)

    def _take(self, looked: Looked) -> None:
        if looked.sheet is self._sheet:  # else more was typed meanwhile, and another pause comes
            self._sheet = None
            self._done(looked)
