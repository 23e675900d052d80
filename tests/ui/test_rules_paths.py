"""Anybody reads how the drive is kept, and prints it."""

from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from librarian.application.rulekeeping import HowWeKeepThisDrive, RuleStanding
from librarian.application.ruling import InForce
from librarian.domain.errors import DriveUnavailableError, LibrarianError
from policies.loading import default_rules
from tests.support.find_people import PromptJobs
from ui.kit.theme import Theme
from ui.rules import texts
from ui.rules.view import RulesView
from ui.rules.view_model import RulesViewModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def some_rules() -> HowWeKeepThisDrive:
    rules = tuple(default_rules())
    return HowWeKeepThisDrive(
        InForce(rules),
        tuple(RuleStanding(each, 3, 1) for each in rules if each.is_on),
        tuple(RuleStanding(each, 7) for each in rules if not each.is_on),
    )


@dataclass
class FakeRules:
    how: HowWeKeepThisDrive = field(default_factory=some_rules)
    refusal: LibrarianError | None = None

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
        self.model = RulesViewModel(PromptJobs(), self.complaints.append, quiet_ms=0)
        self.model.printed.connect(self.pages.append)
        self.view = RulesView(theme, self.model)
        self.model.setParent(self.view)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        with qtbot.waitExposed(self.view):
            self.view.show()

    def reads(self) -> None:
        self.model.use(self.rules)
        self.model.load()
        self.view.begin()

    def pushes(self, name: str) -> None:
        QApplication.processEvents()
        [found] = [
            each
            for each in self.view.findChildren(QPushButton)
            if each.isVisible() and name in (each.text(), each.accessibleName())
        ]
        found.setFocus()
        QTest.keyClick(found, Qt.Key.Key_Return)

    def sees(self, words: str) -> bool:
        QApplication.processEvents()
        labels = self.view.findChildren(QLabel)
        return any(words in each.text() for each in labels if each.isVisible())


@pytest.fixture
def reader(qtbot: QtBot, theme: Theme) -> Reader:
    return Reader(qtbot, theme)


def test_each_rule_says_what_it_asks_and_how_the_drive_stands(reader: Reader) -> None:
    # Given a drive with some rules
    # When somebody reads the page
    reader.reads()

    # Then each is there in words with how it stands, and those that are offered too
    assert reader.sees("15 things need a look. 0 of 5 rules are kept fully.")
    assert reader.sees("Each confirmed document has an owner, named within 14 days.")
    assert reader.sees("3 things need a look. 1 left for a while. Librarian suggests a change.")
    assert reader.sees("7 things would need a look.")
    assert not reader.sees("Somebody has to know when it is out of date")


def test_a_rule_tells_why_and_what_to_do_and_keeps_the_keyboard(reader: Reader) -> None:
    # Given the page
    reader.reads()

    # When somebody asks why there are owners
    reader.pushes(f"{texts.WHY}: Every document has an owner")

    # Then it says so, and the keyboard stays with this rule
    assert reader.sees("Somebody has to know when it is out of date")
    focused = reader.view.window().focusWidget()
    assert focused is not None
    assert focused.accessibleName() == f"{texts.LESS}: Every document has an owner"


def test_the_page_is_printed(reader: Reader) -> None:
    # Given the page
    reader.reads()

    # When somebody prints it
    reader.pushes(texts.PRINT)

    # Then the sheet is shown
    assert reader.pages == [Path("/made-up/How we keep this drive.pdf")]


def test_rules_that_somebody_edited_by_hand_are_told(reader: Reader) -> None:
    # Given rules whose file was edited by hand
    how = reader.rules.how
    reader.rules.how = replace(how, in_force=replace(how.in_force, edited=True))

    # When somebody reads the page, then it says that this does not count
    reader.reads()
    assert reader.sees(texts.EDITED)


def test_what_cannot_be_told_is_said_and_tried_again(reader: Reader) -> None:
    # Given a drive that is away
    reader.rules.refusal = DriveUnavailableError("The drive is away.", "Check the network.")
    reader.reads()
    away = reader.sees("The drive is away.")
    reader.rules.refusal = None

    # When somebody tries again
    reader.pushes(texts.TRY_AGAIN)

    # Then the rules are there
    assert away
    assert reader.sees(texts.TITLE)
