"""Two files side by side, of which one needs a look: asked for, awaited, stopped; no widgets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from librarian.domain.errors import LibrarianError
from ui.bridge.newest import Newest
from ui.curate import looks_texts as texts
from ui.kit import comparing

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Jobs
    from librarian.application.tidying import Look, Tidier

LANE: Final = "comparing"


@dataclass(frozen=True, slots=True)
class Beside:
    """Two files side by side, ready to draw."""

    before: str
    after: str
    changes: int
    rows: tuple[str, ...]


class BesideViewModel(QObject):
    """Asks for one comparison at a time; only the newest counts."""

    changed = Signal()

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tidier: Tidier | None = None
        self._asking = Newest(jobs, LANE, self._fail, self)
        self.look: Look | None = None
        self.beside: Beside | None = None
        self.trouble: LibrarianError | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether a comparison is awaited."""
        return self._asking.is_open

    def use(self, tidier: Tidier | None) -> None:
        """Compare files of another drive from now on."""
        self._tidier = tidier
        self.stop()

    def ask(self, look: Look) -> None:
        """Put what a look is about beside its other file."""
        if self._tidier and look.other:
            self.look, self.beside, self.trouble = look, None, None
            self._asking.ask(partial(_beside, self._tidier, look), self._take)
            self.changed.emit()

    def again(self) -> None:
        """Ask once more for what could not be had."""
        if self.look:
            self.ask(self.look)

    def stop(self) -> None:
        """Want nothing side by side any more."""
        self._asking.forget()
        self.look, self.beside, self.trouble = None, None, None
        self.changed.emit()

    def _take(self, beside: Beside) -> None:
        self.beside = beside
        self.changed.emit()

    def _fail(self, error: LibrarianError) -> None:
        self.trouble = error
        self.changed.emit()


def _beside(tidier: Tidier, look: Look) -> Beside:
    comparison = tidier.compare(look)
    return Beside(
        texts.this_one(look),
        texts.other_name(look),
        comparison.changes,
        tuple(comparing.rows(comparison)),
    )
