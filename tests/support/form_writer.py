"""Somebody who fills in forms with the keyboard alone, and hears what a screen reader says."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.forms.form_desk import Finished, LocalFormDesk
from tests.support.fakes import FakeClock
from tests.support.find_people import PromptJobs
from tests.support.form_desks import FakeBox, a_form_desk
from ui.forms import texts
from ui.forms.done_view import DoneDeeds
from ui.forms.view import FormsView
from ui.forms.view_model import FormsViewModel
from ui.kit.theme import Theme

MOST_TABS = 150


class Writer:
    """A person before the Forms page, over the forms that ship."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        folder: Path,
        box: FakeBox | None,
        desk: LocalFormDesk | None = None,
    ) -> None:
        self.folder = folder
        self.said: list[str] = []
        self.copied: list[str] = []
        self.finished: list[Finished] = []
        self.desk = desk or a_form_desk(FakeClock(), box)
        self.model = FormsViewModel(
            PromptJobs(),
            lambda title, _: self.said.append(title),
            lambda error: self.said.append(f"{error.title} {error.remedy}"),
            keep_ms=0,
            pause_ms=0,
        )
        deeds = DoneDeeds(
            lambda _: None, lambda title, _: self.copied.append(title), self._again, lambda: None
        )
        self.view = FormsView(theme, self.model, lambda: folder, deeds)
        self.model.setParent(self.view)
        self.model.finished.connect(self.finished.append)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.model.use(lambda: self.desk)
        with qtbot.waitExposed(self.view):
            self.view.show()
        self.model.load()
        self.view.begin()

    def goes_to(self, name: str) -> QWidget:
        """Press Tab until a screen reader says this name."""
        QApplication.processEvents()
        for _ in range(MOST_TABS):
            here = self.focused
            if here.accessibleName() == name or here.property("text") == name:
                return here
            QTest.keyClick(here, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never comes to {name}.")

    def writes(self, name: str, words: str) -> None:
        """Type into the field of this name."""
        QTest.keyClicks(self.goes_to(name), words)

    def ticks(self, *names: str) -> None:
        """Press Space on each of these."""
        for name in names:
            QTest.keyClick(self.goes_to(name), Qt.Key.Key_Space)

    def pushes(self, name: str) -> None:
        """Press Enter on the button of this name."""
        QTest.keyClick(self.goes_to(name), Qt.Key.Key_Return)

    def turns(self, key: Qt.Key = Qt.Key.Key_PageDown) -> None:
        """Turn the page with Ctrl and a key."""
        QTest.keyClick(self.focused, key, Qt.KeyboardModifier.ControlModifier)

    def turns_to(self, title: str) -> None:
        """Go on, page by page, until this one."""
        while self.title != title:
            assert not self.model.is_checking, f"There is no page {title}."
            self.turns()

    @property
    def title(self) -> str:
        """What stands over the page that is shown."""
        now = self.model.now
        assert now is not None
        if self.model.is_checking:
            return texts.CHECK
        return now.topics[self.model.page].title

    @property
    def focused(self) -> QWidget:
        """Where the keyboard is."""
        focused: QWidget | None = self.view.focusWidget()
        return self.view if focused is None else focused

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the page."""
        QApplication.processEvents()
        labels = self.view.findChildren(QLabel)
        return any(words in each.text() for each in labels if each.isVisible())

    def _again(self) -> None:
        self.view.show_list()
