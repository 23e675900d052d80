"""What the status line tells: which drive, whether it answers, how fresh, how far the look is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from librarian.domain.clocks import moment
from librarian.domain.settings import Pace
from ui.shell import texts
from ui.shell.wording import ago, duration

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.ports import Clock
    from librarian.domain.events import Event, Progress, ScanFinished


class Reach(Enum):
    """Whether the drive answers."""

    NONE = auto()
    OPENING = auto()
    HERE = auto()
    AWAY = auto()


@dataclass(frozen=True, slots=True)
class Status:
    """All that the line shows; `share` is None while nobody knows how much there is."""

    drive: str = ""
    reach: Reach = Reach.NONE
    freshness: str = ""
    work: str = ""
    share: float | None = 0.0
    is_working: bool = False
    is_paused: bool = False


class StatusViewModel(QObject):
    """Follows events; `changed` says that the line is another, `said` what to read out."""

    changed = Signal()
    said = Signal(str)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._looked: datetime | None = None
        self._progress: Progress | None = None
        self._listing = False
        self._files = 0
        self._read = 0
        self._stopped = False
        self._looking = False
        self.status = Status()

    def expect(self, name: str) -> None:
        """The drive of this name is being opened."""
        self._forget()
        self._show(Status(name, Reach.OPENING))

    def open(self, name: str) -> None:
        """The drive of this name is open, and the first look at it begins."""
        self._forget()
        self._looking = True
        self._show(Status(name, Reach.HERE, is_paused=self.status.is_paused))

    def lose(self) -> None:
        """The drive could not be opened."""
        self._show(replace(self.status, reach=Reach.AWAY))

    def use_pace(self, pace: Pace) -> None:
        """Reading goes on at this pace."""
        self._show(replace(self.status, is_paused=pace is Pace.PAUSED))

    @Slot()
    def tick(self) -> None:
        """Time has passed: what was just now is a minute ago."""
        self._show(self.status)

    @Slot(object)
    def take(self, event: Event) -> None:
        """Learn from an event of the library."""
        from librarian.domain.events import (  # noqa: PLC0415 - not needed to begin to type
            DriveFound,
            DriveLost,
            IndexChanged,
            Noticed,
            Progress,
            ScanFinished,
            ScanStopped,
            Stage,
        )

        if isinstance(event, ScanFinished | ScanStopped | DriveLost | Noticed):
            self._looking = False
        match event:
            case Progress():
                self._progress, self._stopped = event, False
                self._listing = event.stage is Stage.LISTING
            case IndexChanged():
                self._files, self._read = event.files, event.read
            case ScanFinished():
                self._finish(event)
            case ScanStopped():
                self._progress, self._stopped = None, True
            case DriveLost():
                self._progress = None
                self._reach(Reach.AWAY, texts.LOST)
            case DriveFound():
                self._reach(Reach.HERE, texts.FOUND_AGAIN)
        self._show(self.status)

    def _finish(self, finished: ScanFinished) -> None:
        self._progress, self._stopped = None, False
        self._looked = moment(finished.at)
        self._files = finished.files
        self.said.emit(texts.ALL_DONE.format(f"{finished.files:,}"))

    def _reach(self, reach: Reach, words: str) -> None:
        if self.status.reach is not reach:
            self.status = replace(self.status, reach=reach)
            self.said.emit(words)

    def _forget(self) -> None:
        self._looked = self._progress = None
        self._files = self._read = 0
        self._stopped = self._looking = False

    def _show(self, status: Status) -> None:
        self.status = replace(
            status,
            freshness=self._freshness(),
            work=self._work(status),
            share=self._share(),
            is_working=self._is_working(),
        )
        self.changed.emit()

    def _is_working(self) -> bool:
        progress = self._progress
        if progress is None:
            return self._looking
        return self._listing or progress.done < (progress.total or 0)

    def _freshness(self) -> str:
        if self._looked is None:
            return ""
        return texts.LOOKED.format(ago(self._looked, self._clock.now()))

    def _share(self) -> float | None:
        progress = self._progress
        if progress is None or self._listing or not progress.total:
            return None if progress or self._looking else 0.0
        return self._inside(progress) / max(1, self._of(progress))

    def _work(self, status: Status) -> str:
        progress = self._progress
        if progress is None or not self._is_working():
            return texts.LOOKING if self._looking else self._at_rest()
        if self._listing:
            return texts.LISTED.format(f"{progress.done:,}") if progress.done else texts.LISTING
        inside = texts.INSIDE.format(f"{self._inside(progress):,}", f"{self._of(progress):,}")
        if status.is_paused or progress.paused:
            return f"{texts.PAUSED} · {inside}"
        return " · ".join([inside, *_speed(progress)])

    def _at_rest(self) -> str:
        if self._stopped:
            inside = texts.INSIDE.format(f"{self._read:,}", f"{self._files:,}")
            return f"{texts.STOPPED} · {inside}"
        return texts.FILES.format(f"{self._files:,}") if self._files else ""

    def _of(self, progress: Progress) -> int:
        return max(self._files, progress.total or 0)

    def _inside(self, progress: Progress) -> int:
        """Files looked inside, those of earlier looks included."""
        return self._of(progress) - (progress.total or 0) + progress.done


def _speed(progress: Progress) -> list[str]:
    words = []
    if progress.rate >= 1:
        words.append(texts.RATE.format(f"{progress.rate:,.0f}"))
    if progress.seconds_left is not None:
        words.append(texts.LEFT.format(duration(progress.seconds_left)))
    return words
