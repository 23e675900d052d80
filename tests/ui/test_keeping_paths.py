"""What business support do when they look after a drive, key by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.about import Care
from librarian.domain.errors import LibrarianError
from tests.support.document_fakes import FakeCaretaker, FakeRegistrar, some_tasks
from tests.support.find_people import NOW, PromptJobs
from ui.keeping import texts
from ui.keeping.view import KeepingView
from ui.keeping.view_model import KeepingViewModel
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
MINE = Care("Janet Bloom", "Team drive", ("Janet Bloom", "Malcolm Ade"), is_mine=True)


class Desk:
    """Somebody of business support before the page."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.registrar = FakeRegistrar()
        self.caretaker = FakeCaretaker()
        self.notices: list[str] = []
        self.complaints: list[str] = []
        self.left = False
        self.model = KeepingViewModel(
            PromptJobs(),
            lambda title, _: self.notices.append(title),
            lambda error: self.complaints.append(error.title),
            quiet_ms=0,
        )
        self.view = KeepingView(theme, lambda: NOW, self.model)
        self.view.left.connect(self._leave)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.model.setParent(self.view)

    def sit_down(self, caretaker: FakeCaretaker) -> None:
        self.caretaker = caretaker
        self.model.use(caretaker, self.registrar, "Team drive")
        with self.qtbot.waitExposed(self.view):
            self.view.show()
        self.model.load()
        self.view.begin()

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.focused, key)

    def types(self, words: str) -> None:
        QTest.keyClicks(self.focused, words)

    @property
    def focused(self) -> QWidget:
        focused: QWidget | None = self.view.focusWidget()
        return self.view if focused is None else focused

    def pushes(self, words: str) -> None:
        QApplication.processEvents()  # what was just added is shown then
        buttons = self.view.findChildren(QPushButton)
        [found] = [each for each in buttons if each.isVisible() and each.text() == words]
        QTest.mouseClick(found, Qt.MouseButton.LeftButton)

    def sees(self, words: str) -> bool:
        QApplication.processEvents()  # what was just added is shown then
        labels = self.view.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def field(self, name: str) -> QLineEdit:
        fields = self.view.findChildren(QLineEdit)
        [found] = [each for each in fields if each.isVisible() and each.accessibleName() == name]
        return found

    def _leave(self) -> None:
        self.left = True


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_what_will_be_written_is_said_before_anything_is(desk: Desk) -> None:
    # Given a drive that nobody looks after, when somebody comes to look after it
    desk.sit_down(FakeCaretaker())

    # Then they are told of the folder that will be there, and nothing was done
    assert desk.sees(".librarian")
    assert desk.field(texts.DRIVE_NAME).text() == "Team drive"
    assert desk.caretaker.deeds == []


def test_it_begins_with_a_name_and_a_second_person(desk: Desk) -> None:
    # Given a drive that nobody looks after
    desk.sit_down(FakeCaretaker())

    # When both names are given
    desk.types("Safeguarding")
    desk.press(Qt.Key.Key_Tab)
    desk.types("malcolm.ade")
    desk.press(Qt.Key.Key_Return)

    # Then it is looked after, and the page says by whom
    assert desk.caretaker.deeds == ["begin Safeguarding malcolm.ade"]
    assert desk.sees(texts.MINE)
    assert desk.sees("malcolm.ade")


def test_who_can_only_read_is_told_so(desk: Desk) -> None:
    # Given a person who cannot write on the drive, when they come
    desk.sit_down(FakeCaretaker(Care("Sam Okoro")))

    # Then they are told, and Enter begins nothing
    assert desk.sees(texts.CANNOT)
    desk.press(Qt.Key.Key_Return)
    assert desk.caretaker.deeds == []


def test_who_is_alone_is_asked_for_a_second_person(desk: Desk) -> None:
    # Given somebody who looks after a drive alone
    desk.sit_down(FakeCaretaker(Care("Janet Bloom", "Team drive", ("Janet Bloom",), is_mine=True)))
    assert desk.sees(texts.MINE_ALONE)

    # When they name somebody
    field = desk.field(texts.KEEPER)
    QTest.keyClicks(field, "priya.shah")
    QTest.keyClick(field, Qt.Key.Key_Return)

    # Then that is on record
    assert desk.caretaker.deeds == ["name priya.shah"]


def test_a_drive_whose_keepers_left_is_taken_over_with_a_reason(desk: Desk) -> None:
    # Given keepers who have done nothing for weeks
    desk.sit_down(FakeCaretaker(Care("Sam", "Team drive", ("Janet Bloom",), may_begin=True)))

    # When somebody takes over
    QTest.keyClicks(desk.field(texts.GONE_WHY), "Janet has retired")
    desk.pushes(texts.TAKE_OVER)

    # Then they look after it, for the reason they gave
    assert desk.caretaker.deeds == ["take over Janet has retired"]
    assert desk.sees(texts.MINE)


def test_forms_are_confirmed_one_at_a_time_with_one_key(desk: Desk) -> None:
    # Given three forms to confirm
    desk.sit_down(FakeCaretaker(MINE, some_tasks()))
    desk.pushes(texts.TASK_START)
    assert desk.sees("1 of 3")
    assert "not about them" in desk.view.confirming.comparison.toPlainText()

    # When the first is the one, the second is left, and of the third the second version is the one
    for key in (Qt.Key.Key_Y, Qt.Key.Key_L, Qt.Key.Key_N, Qt.Key.Key_Y):
        desk.press(key)
    assert desk.sees(texts.DONE)
    desk.pushes(texts.DONE_BACK)

    # Then two are confirmed, each with what was seen
    assert desk.registrar.deeds == [
        "compare version 1 version 3",
        "confirm Genogram guide - Guidance:  e",
        "compare  version 3",
        "compare  ",
        "confirm Core group minutes FINAL:  a",
    ]


def test_the_last_yes_can_be_taken_back(desk: Desk) -> None:
    # Given a yes
    desk.sit_down(FakeCaretaker(MINE, some_tasks()))
    desk.pushes(texts.TASK_START)
    desk.press(Qt.Key.Key_Y)
    assert desk.sees("1 confirmed")

    # When it is taken back and the task is left
    desk.press(Qt.Key.Key_U)
    assert desk.sees("1 of 3 · 0 confirmed")
    desk.press(Qt.Key.Key_Escape)

    # Then nothing was confirmed
    assert not any(deed.startswith("confirm") for deed in desk.registrar.deeds)


def test_who_stops_keeps_what_was_answered(desk: Desk) -> None:
    # Given a yes
    desk.sit_down(FakeCaretaker(MINE, some_tasks()))
    desk.pushes(texts.TASK_START)
    desk.press(Qt.Key.Key_Y)

    # When the person stops
    desk.press(Qt.Key.Key_Escape)

    # Then it is confirmed, and the overview is there again
    assert desk.registrar.deeds[-1] == "confirm Genogram guide - Guidance:  e"
    assert desk.sees(texts.MINE)
    assert not desk.left


def test_a_yes_that_is_refused_is_told_and_not_counted(desk: Desk) -> None:
    # Given a form that somebody changes meanwhile
    desk.sit_down(FakeCaretaker(MINE, some_tasks()))
    desk.pushes(texts.TASK_START)
    desk.press(Qt.Key.Key_Y)
    desk.registrar.refusal = LibrarianError("It was changed.", "Look again.")

    # When the person goes on
    desk.press(Qt.Key.Key_L)

    # Then they are told, and it does not count
    assert desk.complaints[0] == "It was changed."
    assert desk.sees("3 of 3 · 0 confirmed")


def test_who_leaves_the_page_has_answered(desk: Desk) -> None:
    # Given a yes that could still be taken back
    desk.sit_down(FakeCaretaker(MINE, some_tasks()))
    desk.pushes(texts.TASK_START)
    desk.press(Qt.Key.Key_Y)
    assert not any(deed.startswith("confirm") for deed in desk.registrar.deeds)

    # When another page is shown, or the window closed
    desk.view.hide()

    # Then it counts
    assert desk.registrar.deeds[-1] == "confirm Genogram guide - Guidance:  e"
