"""The Find page in the window: lanes that really run beside it, notices that really show."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from librarian.domain.errors import LibrarianError
from librarian.domain.events import IndexChanged
from tests.support.ui_fakes import FakeDesk, FakeLibrary
from tests.ui.conftest import TEAM_DRIVE, Opener
from ui.find.results_model import ROW, Row
from ui.find.text_view import TextView
from ui.find.view import FindView
from ui.shell.window import MainWindow

GUIDE = "Direct Work/Worksheets by age/Genogram guide - Guidance.docx"


class Sitting:
    """A person at the window, on the Find page."""

    def __init__(self, qtbot: QtBot, opener: Opener) -> None:
        self.qtbot = qtbot
        self.desk = FakeDesk()
        self.window: MainWindow = opener.open_on_team_drive(self.desk)
        views = self.window.findChildren(FindView)
        self.view: FindView = views[0]
        self.library: FakeLibrary = self.desk.libraries[TEAM_DRIVE]

    def types(self, text: str) -> None:
        QTest.keyClicks(self.view.box, text)

    def titles(self) -> list[str]:
        model = self.view.found.results.list.model()
        rows = [model.index(n, 0).data(ROW) for n in range(model.rowCount())]
        return [row.title for row in rows if isinstance(row, Row)]

    def finds(self, title: str) -> None:
        self.qtbot.waitUntil(lambda: title in self.titles())

    def sees(self, words: str) -> bool:
        labels = self.window.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())


@pytest.fixture
def sitting(qtbot: QtBot, opener: Opener) -> Sitting:
    return Sitting(qtbot, opener)


def test_type_see_and_open(sitting: Sitting) -> None:
    # Given a person who searched
    sitting.types("genogram guide")
    sitting.finds("Genogram guide - Guidance")

    # When they press Enter
    QTest.keyClick(sitting.view.box, Qt.Key.Key_Return)

    # Then the file is opened, and its words were marked in the preview
    sitting.qtbot.waitUntil(lambda: ("open", GUIDE) in sitting.library.porter.deeds)
    text = sitting.view.found.preview.findChild(TextView)
    assert text
    sitting.qtbot.waitUntil(lambda: "What this is for" in text.toPlainText())


def test_a_refusal_is_a_notice_and_nothing_stops(sitting: Sitting) -> None:
    # Given a file that is locked
    sitting.types("genogram guide")
    sitting.finds("Genogram guide - Guidance")
    sitting.library.porter.refusal = LibrarianError("Somebody has it open.", "Try later.")

    # When it is opened
    QTest.keyClick(sitting.view.box, Qt.Key.Key_Return)

    # Then a notice says so, and searching goes on
    sitting.qtbot.waitUntil(lambda: sitting.sees("Somebody has it open."))
    sitting.types(" - g")
    sitting.finds("Genogram guide - Guidance")


def test_the_index_may_change_while_somebody_types(sitting: Sitting) -> None:
    # Given a scan that publishes all the while
    for read in range(30):
        sitting.library.bus.publish(IndexChanged(files=60, read=read))

    # When somebody types
    sitting.types("core group minutes")

    # Then they find what they typed
    sitting.finds("Core group minutes template v3")
    assert sitting.library.finder.asked[-1] == "core group minutes"


def test_a_slash_goes_back_to_the_box_from_anywhere(sitting: Sitting) -> None:
    # Given the keyboard in the list
    sitting.types("genogram")
    sitting.finds("Genogram guide - Guidance")
    QTest.keyClick(sitting.view.box, Qt.Key.Key_Down)
    focused: QWidget | None = sitting.window.focusWidget()
    assert focused is sitting.view.found.results.list

    # When / is typed
    QTest.keyClicks(focused, "/")

    # Then the box has the keyboard and its words can be typed over
    sitting.qtbot.waitUntil(lambda: sitting.window.focusWidget() is sitting.view.box)
    assert sitting.view.box.selectedText() == "genogram"
