"""Where a state of the window is made."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.support.ui_fakes import FakeDesk, FakeLibrary
from tests.support.window_user import library_of
from tests.ui.conftest import Opener
from ui.shell.window import MainWindow


@dataclass(frozen=True)
class Stage:
    """Where a state is made."""

    opener: Opener
    qtbot: QtBot

    def search(self, words: str, shows: type[QWidget]) -> MainWindow:
        """Type words, go down, and wait until such a part is to be seen."""
        window = self.opener.open_on_team_drive()
        before = set(self.visible(window, shows))
        QTest.keyClicks(window.focusWidget(), words)
        self.qtbot.waitUntil(lambda: bool(set(self.visible(window, shows)) - before))
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
        return window

    def on_a_drive(self) -> tuple[MainWindow, FakeLibrary]:
        """Open the made-up drive, to be prepared."""
        desk = FakeDesk()
        window = self.opener.open_on_team_drive(desk)
        return window, library_of(window, desk)

    def visible(self, window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
        return [part for part in window.findChildren(kind) if part.isVisible()]


State = Callable[[Stage], MainWindow]
