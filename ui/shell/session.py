"""The life of a desk behind the window: opened in a lane, one drive at a time, closed at the end.

All that may block runs in a lane: `desk` opens and keeps settings, `keeper` looks at the drive.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from librarian.domain.settings import Pace, Settings
from ui.bridge.events import EventBridge
from ui.bridge.jobs import ThreadJobs
from ui.kit.notices import Notice
from ui.shell.wording import cases_words

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.library import Desk, Library

RETRY_MS: Final = 30_000
CLOSE_SECONDS: Final = 5.0
LANE: Final = "desk"
CASES: Final = "case system"
"""A lane of its own: a database far away may take its time."""

Edit = Callable[[Settings], Settings]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A drive that could not be opened, and why."""

    root: Path
    error: Exception


class Session(QObject):
    """Opens the desk and its drives, keeps settings, and tells the window what came of it."""

    settings_changed = Signal(object)
    drive_wanted = Signal()
    opening = Signal(str)
    opened = Signal(object, object)
    refused = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        jobs: ThreadJobs,
        notify: Callable[[Notice], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._notify = notify
        self._desk: Desk | None = None
        self._library: Library | None = None
        self._events: EventBridge | None = None
        self._pace_before = Pace.FULL
        self._wish: Callable[[], None] | None = None
        self._again = QTimer(self, singleShot=True, interval=RETRY_MS)
        self._again.timeout.connect(self.try_again)
        self._refusal: Refusal | None = None
        self.settings = Settings()
        self.wants_drive = False
        """Whether there is nothing to open until a person chooses a drive."""

    @property
    def library(self) -> Library | None:
        """The drive that is open, if any."""
        return self._library

    @property
    def events(self) -> EventBridge | None:
        """The events of the drive that is open."""
        return self._events

    @property
    def refusal(self) -> Refusal | None:
        """The drive that could not be opened, while none is open."""
        return self._refusal

    def start(
        self,
        open_desk: Callable[[], Desk],
        drive: Path | None,
        sample: Callable[[Desk], Path] | None,
    ) -> None:
        """Open the desk, then this drive, or the sample, or the drive last used."""
        self._jobs.submit(
            LANE,
            lambda: _with_settings(open_desk()),
            partial(self._on_desk, drive, sample),
            self.failed.emit,
        )

    def open_drive(self, root: Path) -> None:
        """Open the drive at root; the one that is open stays until that worked."""
        if self._library is not None and self._library.root == root:
            self.look_again()
            return
        self._open(root.name or str(root), lambda _: root, root)

    def open_sample(self, make: Callable[[Desk], Path] | None = None) -> None:
        """Make the sample drive where it is not there yet, and open it."""
        self._open("", make or (lambda desk: desk.ready_sample()), Path())

    def try_again(self) -> None:
        """Try once more to open the drive that could not be reached."""
        self._again.stop()
        if self._library is None and self._refusal is not None:
            self.open_drive(self._refusal.root)
        elif self._library is not None:
            self.look_again()

    def ask_for_access(self, done: Callable[[Path], None]) -> None:
        """Write a message for a person who cannot open the drive; done gets where it lies."""
        desk, refusal = self._desk, self._refusal
        if desk is not None and refusal is not None:
            work = partial(desk.ask_for_access, refusal.root)
            self._jobs.submit(LANE, work, done, self._complain)

    def _complain(self, error: Exception) -> None:
        self._notify(Notice.of(error))

    def look_again(self) -> None:
        """Look at the whole drive again."""
        if self._library is not None:
            self._library.keeper.look_again()

    def accept_losses(self) -> None:
        """Look again, and take files that are not found for gone."""
        if self._library is not None:
            self._library.keeper.look_again(accept_losses=True)

    def stop_looking(self) -> None:
        """Stop the look that runs now."""
        if self._library is not None:
            self._library.keeper.cancel()

    def pause(self) -> None:
        """Look inside no more files until `go_on`."""
        if self.settings.pace is not Pace.PAUSED:
            self._pace_before = self.settings.pace
        self.change(lambda settings: replace(settings, pace=Pace.PAUSED))

    def go_on(self) -> None:
        """Look inside files again, as hard as before the pause."""
        pace = self._pace_before
        self.change(lambda settings: replace(settings, pace=pace))

    def change(self, edit: Edit) -> None:
        """Change settings at once, and keep them."""
        self.settings = edit(self.settings)
        self.settings_changed.emit(self.settings)
        if self._desk is not None:
            self._jobs.submit(LANE, partial(_keep, self._desk, edit), self._kept)

    def forget(self, drive: str) -> None:
        """Take drive out of the list of drives used before."""
        self.change(lambda settings: _without(settings, drive))

    def use_cases(self, source: Path) -> None:
        """Fill in forms from this case system from now on, if it answers."""
        if self._desk is not None:
            work = partial(self._desk.try_cases, source)
            self._jobs.submit(CASES, work, partial(self._on_cases, source), self._complain)

    def find_words(self, found: Callable[[Path], None]) -> None:
        """Make the folder of the team's own words where it is missing, and give it to found."""
        if self._desk is not None:
            self._jobs.submit(LANE, partial(_made_folder, self._desk.words), found)

    def close(self) -> None:
        """End all work; takes a few seconds at most."""
        self._again.stop()
        library = self._library
        if library is not None and self._events is not None:
            self._events.mute()
            library.keeper.stop()
        self._jobs.shutdown(CLOSE_SECONDS)
        if library is not None:
            closing = Thread(target=library.close, name="closing", daemon=True)
            closing.start()
            closing.join(CLOSE_SECONDS)

    def _open(self, name: str, find_root: Callable[[Desk], Path], root: Path) -> None:
        self._again.stop()
        self.wants_drive = False
        self.opening.emit(name)
        desk = self._desk
        if desk is None:
            self._wish = partial(self._open, name, find_root, root)
            return
        self._jobs.submit(
            LANE,
            lambda: desk.open(find_root(desk)),
            self._on_opened,
            partial(self._on_refused, root),
        )

    def _on_desk(
        self,
        drive: Path | None,
        sample: Callable[[Desk], Path] | None,
        answer: tuple[Desk, Settings],
    ) -> None:
        self._desk, self.settings = answer
        self.settings_changed.emit(self.settings)
        if drive is None and self.settings.drive:
            drive = Path(self.settings.drive)
        if self._wish is not None:
            self._wish()
        elif sample is not None:
            self.open_sample(sample)
        elif drive is not None:
            self.open_drive(drive)
        else:
            self._ask_for_drive()

    def _ask_for_drive(self) -> None:
        self.wants_drive = True
        self.drive_wanted.emit()

    def _on_opened(self, library: Library) -> None:
        self._leave()
        self._refusal = None
        self._library = library
        self._events = EventBridge(library.bus, self)
        self.opened.emit(library, self._events)
        self._jobs.submit("keeper", library.keeper.run, self._kept)
        if self._desk is not None:
            use = partial(self._desk.preferences.use_drive, str(library.root))
            self._jobs.submit(LANE, use, self._on_drives)

    def _on_refused(self, root: Path, error: Exception) -> None:
        if self._library is not None or root == Path():
            self._notify(Notice.of(error))
            if self._library is None:
                self._ask_for_drive()
            else:
                self.opened.emit(self._library, self._events)
            return
        self._refusal = Refusal(root, error)
        self._again.start()
        self.refused.emit(self._refusal)

    def _on_drives(self, kept: Settings) -> None:
        self.settings = replace(self.settings, drive=kept.drive, drives=kept.drives)
        self.settings_changed.emit(self.settings)

    def _on_cases(self, source: Path, kinds: tuple[str, ...]) -> None:
        self.change(lambda settings: replace(settings, case_source=str(source)))
        self._notify(Notice(*cases_words(source, kinds)))

    def _leave(self) -> None:
        """Let go of the drive that is open; it closes in its lane."""
        if self._library is None or self._events is None:
            return
        self._events.mute()
        self._library.keeper.stop()
        self._jobs.submit(LANE, self._library.close, self._kept)

    def _kept(self, answer: object) -> None:
        """Nothing is left to do once settings are kept, a drive is closed, a keeper is home."""


def _with_settings(desk: Desk) -> tuple[Desk, Settings]:
    return desk, desk.preferences.load()


def _made_folder(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _keep(desk: Desk, edit: Edit) -> None:
    desk.preferences.save(edit(desk.preferences.load()))


def _without(settings: Settings, drive: str) -> Settings:
    others = tuple(known for known in settings.drives if known != drive)
    last = "" if settings.drive == drive else settings.drive
    return replace(settings, drives=others, drive=last)
