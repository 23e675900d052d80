"""What a person may choose, as the Settings page shows it; nothing is asked twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from librarian.domain.settings import Look, Pace, Settings

if TYPE_CHECKING:  # what happens on a drive comes after the window is shown
    from librarian.domain.events import Event

Edit = Callable[[Settings], Settings]


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the page can have done elsewhere."""

    change: Callable[[Edit], None]
    use_drive: Callable[[Path], None]
    use_sample: Callable[[], None]
    choose_folder: Callable[[], None]
    forget: Callable[[str], None]
    look_again: Callable[[], None]
    accept_losses: Callable[[], None]
    use_cases: Callable[[Path], None]
    open_words: Callable[[], None]
    open_reports: Callable[[], None]


@dataclass(frozen=True, slots=True)
class KnownDrive:
    """A drive in the list: its name, its path, and whether it is the one that is open."""

    name: str
    path: str
    is_open: bool


class SettingsViewModel(QObject):
    """Shows settings as they are and changes them at once; `changed` asks for a new look."""

    changed = Signal()

    def __init__(self, settings: Settings, deeds: Deeds, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._deeds = deeds
        self._doubted = ""

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    @property
    def doubted(self) -> str:
        """What the last look would not believe, in words; empty where it believed all."""
        return self._doubted

    @property
    def drives(self) -> tuple[KnownDrive, ...]:
        """The drives used before, the one that is open first."""
        open_now = self._settings.drive
        known = [open_now, *self._settings.drives] if open_now else list(self._settings.drives)
        return tuple(
            KnownDrive(Path(path).name or path, path, path == open_now)
            for path in dict.fromkeys(known)
        )

    @Slot(object)
    def show(self, settings: Settings) -> None:
        """Show these settings: they were changed here or elsewhere."""
        self._settings = settings
        self.changed.emit()

    @Slot(object)
    def take(self, event: Event) -> None:
        """Learn whether there are losses to be doubted, and when that is over."""
        from librarian.domain.events import LossesDoubted, ScanFinished  # noqa: PLC0415 - not needed to begin to type

        if isinstance(event, LossesDoubted):
            self._doubted = event.title
            self.changed.emit()
        elif isinstance(event, ScanFinished) and event.missing:
            self._believe()

    def choose_look(self, look: Look) -> None:
        """Use these colours."""
        self._change(lambda settings: replace(settings, look=look))

    def choose_text_size(self, per_cent: int) -> None:
        """Use this size of text."""
        self._change(lambda settings: replace(settings, text_size=per_cent))

    def choose_pace(self, pace: Pace) -> None:
        """Look inside files at this pace."""
        self._change(lambda settings: replace(settings, pace=pace))

    def choose_minutes(self, minutes: int) -> None:
        """Look again every so many minutes."""
        self._change(lambda settings: replace(settings, rescan_minutes=minutes))

    def choose_spelling(self, *, on: bool) -> None:
        """Mark words that may be spelled wrong, or none."""
        self._change(lambda settings: replace(settings, spelling=on))

    def use_drive(self, path: str) -> None:
        """Open another of the drives used before."""
        self._deeds.use_drive(Path(path))

    def use_sample(self) -> None:
        """Open the sample drive."""
        self._deeds.use_sample()

    def choose_folder(self) -> None:
        """Ask for another folder, and open it."""
        self._deeds.choose_folder()

    def forget(self, path: str) -> None:
        """Take a drive out of the list."""
        self._deeds.forget(path)

    def look_again(self) -> None:
        """Look at the whole drive again."""
        self._deeds.look_again()

    def accept_losses(self) -> None:
        """Take for gone what the last look could not find."""
        self._deeds.accept_losses()
        self._believe()

    def use_cases(self, source: Path) -> None:
        """Try a case system, and fill in forms from it if it answers."""
        self._deeds.use_cases(source)

    def use_no_cases(self) -> None:
        """Fill in forms from no case system any more."""
        self._change(lambda settings: replace(settings, case_source=""))

    def open_words(self) -> None:
        """Show the folder of the team's own words."""
        self._deeds.open_words()

    def open_reports(self) -> None:
        """Show the folder of reports."""
        self._deeds.open_reports()

    def _change(self, edit: Edit) -> None:
        if edit(self._settings) != self._settings:
            self._deeds.change(edit)

    def _believe(self) -> None:
        if self._doubted:
            self._doubted = ""
            self.changed.emit()
