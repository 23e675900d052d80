"""The window on made-up drives: what each test of it begins with, and that its lanes end."""

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from librarian.domain.settings import Look
from tests.support.fakes import FakeClock
from tests.support.find_desk import Desk
from tests.support.ui_fakes import FakeDesk
from ui.bridge.jobs import ThreadJobs
from ui.kit.theme import Theme
from ui.shell.remembering import WindowMemory
from ui.shell.window import MainWindow, Surroundings

TEAM_DRIVE = Path("/made-up/Team drive")


@pytest.fixture(autouse=True, scope="session")
def frozen_so_far() -> None:
    """What all tests share is not looked through again each time garbage is collected."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """Free what a test leaves in this thread, never in one of the lanes: widgets die of that."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def looks(qapp: QApplication) -> Theme:
    """One theme for all, since an application has one look."""
    return Theme(qapp)


@pytest.fixture
def theme(looks: Theme) -> Theme:
    """The light look at usual size."""
    looks.use(Look.LIGHT, 100)
    return looks


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[ThreadJobs]:  # noqa: ARG001 - signals need it
    """Lanes that have to end with the test."""
    jobs = ThreadJobs()
    yield jobs
    assert jobs.shutdown(), "a lane did not end"


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    """A person in front of the Find page."""
    desk = Desk(qtbot, theme)
    yield desk
    desk.view.hide()


class Opener:
    """Opens windows as the program does, and remembers what a person would have chosen."""

    def __init__(self, qtbot: QtBot, theme: Theme, home: Path) -> None:
        self._qtbot = qtbot
        self._theme = theme
        self.home = home
        self.folder: Path | None = None
        self.windows: list[MainWindow] = []
        self._lanes: dict[MainWindow, ThreadJobs] = {}

    def open(
        self,
        desk: FakeDesk,
        drive: Path | None = None,
        sample: Callable[[object], Path] | None = None,
    ) -> MainWindow:
        """Show a window over desk and let it begin."""
        return self.open_with(lambda: desk, drive, sample)

    def open_with(
        self,
        open_desk: Callable[[], FakeDesk],
        drive: Path | None = None,
        sample: Callable[[object], Path] | None = None,
    ) -> MainWindow:
        """Show a window that opens its desk so, and let it begin."""
        memory = WindowMemory(self.home)
        jobs = ThreadJobs()
        around = Surroundings(
            jobs=jobs,
            theme=self._theme,
            clock=FakeClock(),
            memory=memory,
            home=self.home,
            choose_folder=self._choose,
        )
        expects = bool(drive or sample or memory.appearance.drive)
        window = MainWindow(around, expects_drive=expects)
        self.windows.append(window)
        self._lanes[window] = jobs
        self._qtbot.addWidget(window)
        with self._qtbot.waitSignal(window.painted):
            window.show()
        window.activateWindow()
        window.session.start(open_desk, drive, sample)
        return window

    def open_on_team_drive(self, desk: FakeDesk | None = None) -> MainWindow:
        """Show a window whose drive is open and looked at."""
        window = self.open(desk or FakeDesk(), TEAM_DRIVE)
        self._qtbot.waitUntil(lambda: bool(window.status.status.freshness))
        return window

    def memory(self) -> WindowMemory:
        """What the last window left to be remembered."""
        return WindowMemory(self.home)

    def lanes(self, window: MainWindow) -> ThreadJobs:
        """The lanes of a window."""
        return self._lanes[window]

    def _choose(self, _parent: QWidget, _title: str) -> Path | None:
        return self.folder


@pytest.fixture
def opener(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Iterator[Opener]:
    """Opens windows, and closes what they began."""
    opener = Opener(qtbot, theme, tmp_path)
    yield opener
    for window in opener.windows:
        window.close()
        window.session.close()
