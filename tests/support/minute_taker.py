"""A person in front of the Minutes page, who has a keyboard and hears names."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.support.fakes import FakeClock
from tests.support.find_people import PromptJobs
from tests.support.minute_makers import a_room
from ui.kit.theme import Theme
from ui.minutes.keys import install
from ui.minutes.view import MinutesView
from ui.minutes.view_model import MinutesViewModel


class Taker:
    """A person in front of the Minutes page."""

    def __init__(
        self,
        theme: Theme,
        home: Path,
        key: bytes | None = b"k" * 32,
        team: Path | None = None,
    ) -> None:
        self.home = home
        self.room = a_room(home, key=key, team=team)
        self.told: list[str] = []
        self.opened: list[Path] = []
        self.model = MinutesViewModel(PromptJobs(), lambda error: self.told.append(error.title))
        now = FakeClock().now
        folder = home / "out"
        self.view = MinutesView(theme, now, self.model, lambda _: folder, lambda _: None)
        self.view.told.connect(lambda title, _: self.told.append(title))
        self.view.open_wanted.connect(self.opened.append)
        install(self.view, self.view.taking, self.model)
        self.view.resize(1280, 760)
        self.view.show()
        self.view.activateWindow()
        self.model.use(lambda: self.room)
        self.model.load()
        self.view.begin()

    def press(self, name: str) -> None:
        """Press the button that says so, with the keyboard."""
        button = next(b for b in self.seen(QPushButton) if name in (b.text(), b.accessibleName()))
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)

    def key(self, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= each
        QTest.keyClick(self.focus(), key, held)

    def write(self, words: str) -> None:
        QTest.keyClicks(self.focus(), words)

    def focus(self) -> QWidget:
        QApplication.processEvents()
        focused: QWidget | None = self.view.focusWidget()
        return focused or self.view

    def seen(self, kind: type[Any]) -> list[Any]:
        QApplication.processEvents()  # what was added is shown by an event
        return [each for each in self.view.findChildren(kind) if each.isVisible()]

    def field(self, name: str) -> Any:
        return next(each for each in self.seen(QWidget) if each.accessibleName() == name)

    def says(self, words: str) -> bool:
        return any(words in text for text in self.words())

    def words(self) -> list[str]:
        return [str(each.text()) for each in self.seen(QWidget) if hasattr(each, "text")]
