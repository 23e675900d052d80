"""Somebody before the page of one document, for tests."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.document_fakes import (
    GUIDE,
    FakeRegistrar,
)
from tests.support.find_people import FixedClock, PromptJobs
from ui.document.view import DocumentView
from ui.document.view_model import DocumentViewModel, Handing
from ui.kit.theme import Theme

CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A person who looks at a document."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.registrar = FakeRegistrar()
        self.opened: list[str] = []
        self.messages: list[Path] = []
        self.notices: list[str] = []
        self.complaints: list[str] = []
        self.left = False
        self.model = DocumentViewModel(
            PromptJobs(),
            lambda title, _: self.notices.append(title),
            lambda error: self.complaints.append(error.title),
            quiet_ms=0,
        )
        self.view = DocumentView(theme, FixedClock(), self.model, lambda: Path("/home/janet"))
        self.view.left.connect(self._leave)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.model.setParent(self.view)

    def sit_down(self, registrar: FakeRegistrar | None = None) -> None:
        self.registrar = registrar or self.registrar
        hand = Handing(
            open=self.opened.append,
            open_folder=self.opened.append,
            full_path=lambda path: f"/drive/{path}",
            show_message=self.messages.append,
        )
        self.model.use(self.registrar, hand)
        with self.qtbot.waitExposed(self.view):
            self.view.show()
        self.model.look_at(GUIDE)
        self.view.begin()

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focused: QWidget | None = self.view.focusWidget()
        QTest.keyClick(self.view if focused is None else focused, key, held)

    def types(self, words: str) -> None:
        focused: QWidget | None = self.view.focusWidget()
        QTest.keyClicks(self.view if focused is None else focused, words)

    def pushes(self, words: str) -> None:
        [found] = [each for each in self.buttons() if each.text() == words]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def offers(self) -> set[str]:
        return {each.text() for each in self.buttons()}

    def buttons(self) -> list[QPushButton]:
        QApplication.processEvents()  # what was just added is shown then
        return [each for each in self.view.findChildren(QPushButton) if each.isVisible()]

    def sees(self, words: str) -> bool:
        QApplication.processEvents()  # what was just added is shown then
        labels = self.view.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def _leave(self) -> None:
        self.left = True
