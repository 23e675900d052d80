"""A person in front of the Find page, over a made-up drive."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.support.find_fakes import MadeUpDrive
from tests.support.find_people import FixedClock, Person, PromptJobs, a_find_view_model
from ui.find.cards import Card
from ui.find.results_model import ROW, Row
from ui.find.view import FindView
from ui.kit.theme import Theme

LEFT = Qt.MouseButton.LeftButton


NO_KEY = Qt.KeyboardModifier.NoModifier


GUIDE = "Direct work/Genograms/Genogram guide - Guidance.docx"


TEMPLATE = "Direct work/Genograms/Genogram_template_v2.docx"


class Desk:
    """A person in front of the page."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.drive = MadeUpDrive()
        self.person = Person()
        self.find = a_find_view_model(PromptJobs(), self.person)
        self.view = FindView(theme, FixedClock(), self.find)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.find.setParent(self.view)

    def sit_down(self) -> None:
        self.find.use(self.drive.look, self.drive.act)
        with self.qtbot.waitExposed(self.view):
            self.view.show()
        self.view.begin()

    def types(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in held:
            modifiers |= modifier
        QTest.keyClick(self.focused, key, modifiers)

    @property
    def focused(self) -> QWidget:
        focused: QWidget | None = self.view.focusWidget()
        return self.view if focused is None else focused

    @property
    def rows(self) -> list[Row]:
        model = self.view.found.results.list.model()
        rows = (model.index(n, 0).data(ROW) for n in range(model.rowCount()))
        return [row for row in rows if isinstance(row, Row)]

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the page."""
        shown = (w for w in self.view.findChildren(QWidget) if w.isVisible())
        return any(
            words in widget.text()
            for widget in shown
            if isinstance(widget, QLabel | QAbstractButton)
        )

    def cards(self) -> list[str]:
        """What the cards of the start page say."""
        return [card.text() for card in self.view.start.findChildren(Card) if card.isVisible()]

    def button(self, words: str) -> QPushButton:
        buttons = self.view.findChildren(QPushButton)
        return next(each for each in buttons if each.text() == words and each.isVisible())

    def shows(self, kind: type[QWidget]) -> bool:
        return any(each.isVisible() for each in self.view.found.preview.findChildren(kind))
