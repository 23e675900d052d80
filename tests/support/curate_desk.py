"""Somebody of business support before their page, for tests."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.about import Care
from librarian.application.tidying import Look
from tests.support.curate_fakes import FakeDisposals, FakeOverseer
from tests.support.document_fakes import FakeCaretaker
from tests.support.fake_tidier import FakeTidier
from tests.support.find_people import NOW, PromptJobs
from tests.support.window_user import push, reads
from ui.curate import texts
from ui.curate.view import CurateView, Ways
from ui.curate.view_model import CurateViewModel
from ui.kit.rows_table import RowsTable
from ui.kit.theme import Theme

MINE = Care("Janet Bloom", "Team drive", ("Janet Bloom",), is_mine=True)


class Desk:
    """Somebody of business support before the page."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.overseer = FakeOverseer()
        self.tidier = FakeTidier()
        self.disposals = FakeDisposals()
        self.said: list[str] = []
        self.went: list[str] = []
        self.messages: list[object] = []
        self.file: Path | None = None
        self.model = CurateViewModel(
            PromptJobs(),
            lambda title, _: self.said.append(title),
            lambda error: self.said.append(error.title),
            quiet_ms=0,
        )
        self.model.message_ready.connect(self.messages.append)
        ways = Ways(
            lambda: self.went.append("confirm"),
            self.went.append,
            lambda: self.file,
            lambda: self.went.append("rules"),
        )
        self.view = CurateView(theme, lambda: NOW, self.model, ways)
        self.model.setParent(self.view)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.qtbot = qtbot

    def sit_down(self, care: Care = MINE) -> None:
        self.model.use(FakeCaretaker(care), self.overseer, self.tidier, self.disposals)
        with self.qtbot.waitExposed(self.view):
            self.view.show()
        self.model.load()
        self.view.begin()

    def turns_to(self, part: str) -> None:
        tabs = self.view.tabs
        tabs.setCurrentIndex([tabs.tabText(n) for n in range(tabs.count())].index(part))
        self.view.begin()

    def pushes(self, name: str) -> None:
        push(self.view, name)

    def sees(self, words: str) -> bool:
        return reads(self.view, words)

    def field(self, name: str) -> QLineEdit:
        fields = self.view.findChildren(QLineEdit)
        [found] = [each for each in fields if each.isVisible() and each.accessibleName() == name]
        return found

    @property
    def focused(self) -> QWidget:
        focused: QWidget | None = self.view.focusWidget()
        return self.view if focused is None else focused


def look_at(desk: Desk, looks: tuple[Look, ...] = ()) -> RowsTable:
    """Sit down before what needs a look, with the keyboard in the table."""
    desk.tidier.found = looks or desk.tidier.found
    desk.sit_down()
    desk.turns_to(texts.LOOKS)
    return desk.view.looks.table
