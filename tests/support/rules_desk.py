"""Somebody before the page of drive rules, over rules that are made up."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from librarian.application.about import Care
from librarian.application.rulekeeping import HowWeKeepThisDrive, RuleStanding
from librarian.application.ruling import Checked, InForce
from librarian.domain.errors import LibrarianError
from librarian.domain.findings import Finding
from librarian.domain.principles import AnyRule, Scope
from librarian.domain.scope_choices import ScopeChoices, scope_choices
from policies.loading import default_rules
from tests.support.document_fakes import FakeCaretaker
from tests.support.find_people import PromptJobs
from tests.support.window_user import push, reads
from ui.kit.theme import Theme
from ui.rules.view import RulesView
from ui.rules.view_model import RulesViewModel


def some_rules() -> HowWeKeepThisDrive:
    rules = tuple(default_rules())
    return HowWeKeepThisDrive(
        InForce(rules),
        tuple(RuleStanding(each, 3, 1) for each in rules if each.is_on),
        tuple(RuleStanding(each, 7) for each in rules if not each.is_on),
    )


MINE = Care("Janet Bloom", "Team drive", ("Janet Bloom",), is_mine=True)
GONE = Scope(folders=("Gone",))
OWNER = "Every document has an owner"


@dataclass
class FakeRules:
    how: HowWeKeepThisDrive = field(default_factory=some_rules)
    refusal: LibrarianError | None = None
    done: list[str] = field(default_factory=list)

    def scope_choices(self) -> ScopeChoices:
        if self.refusal:
            raise self.refusal
        return scope_choices(
            ("Forms/Assessments/Plan FINAL.docx", "Games/Old/Bingo.pdf", "Games/Old guide.docx")
        )

    def try_rule(self, rule: AnyRule) -> Checked:
        found = Finding(rule.code, "Forms/Plan FINAL.docx", "", "Its name holds “final”.")
        return Checked((), appear=(found,) * 40, by_itself=40 if rule.mode == "enforce" else 0)

    def set_rule(self, rule: AnyRule, note: str, seen: str) -> None:
        self.done.append(f"{rule.code} {rule.mode} {rule.terms} {rule.scope} “{note}” {seen}")

    def try_file(self) -> Checked:
        return Checked((), digest="d1")

    def take_over(self, seen: str) -> None:
        self.done.append(f"take over {seen}")

    def put_back(self) -> None:
        self.done.append("put back")

    def standing(self) -> HowWeKeepThisDrive:
        if self.refusal:
            raise self.refusal
        return self.how

    def sheet(self) -> Path:
        return Path("/made-up/How we keep this drive.pdf")


class Reader:
    """Somebody before the page."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.rules = FakeRules()
        self.complaints: list[LibrarianError] = []
        self.pages: list[object] = []
        self.model = RulesViewModel(
            PromptJobs(), self.complaints.append, lambda _title, _remedy: None, quiet_ms=0
        )
        self.model.printed.connect(self.pages.append)
        self.view = RulesView(theme, self.model)
        self.model.setParent(self.view)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        with qtbot.waitExposed(self.view):
            self.view.show()

    def reads(self, care: Care | None = None) -> None:
        self.model.use(self.rules, FakeCaretaker(care))
        self.model.load()
        self.view.begin()

    def pushes(self, name: str) -> None:
        push(self.view, name)

    def sees(self, words: str) -> bool:
        return reads(self.view, words)

    def sees_box(self, words: str) -> bool:
        QApplication.processEvents()
        boxes = self.view.findChildren(QCheckBox)
        return any(words in each.text() for each in boxes if each.isVisible())

    @property
    def keyboard_at(self) -> str:
        focused = QApplication.focusWidget()
        return focused.accessibleName() if focused else ""

    def ticks(self, name: str) -> None:
        [box] = [e for e in self.view.findChildren(QCheckBox) if e.accessibleName() == name]
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)

    def presses(self, *keys: Qt.Key) -> None:
        for each in keys:
            QTest.keyClick(QApplication.activePopupWidget() or self.view.focusWidget(), each)
        QApplication.processEvents()

    def chooses(self, name: str, words: str) -> None:
        [box] = [
            each
            for each in self.view.findChildren(QComboBox)
            if each.isVisible() and each.accessibleName() == name
        ]
        box.setCurrentText(words)

    def writes(self, name: str, words: str) -> None:
        [line] = [
            each
            for each in self.view.findChildren(QLineEdit)
            if each.isVisible() and each.accessibleName() == name
        ]
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, words)
