"""Pages beside the rail's: settings and results lead to them, and Escape leads back."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.about import Care
from tests.support.document_fakes import some_tasks
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import library_of, press, shown
from tests.ui.conftest import Opener
from ui.document.view import DocumentView
from ui.find.view import FindView
from ui.keeping import texts as keeping_texts
from ui.keeping.view import KeepingView
from ui.settings import texts as settings_texts

CONTROL = Qt.KeyboardModifier.ControlModifier


def test_settings_lead_to_looking_after_the_drive_and_back(opener: Opener, qtbot: QtBot) -> None:
    # Given the settings
    window = opener.open_on_team_drive()
    window.go_to(settings_texts.KEY)

    # When looking after the drive is chosen there, and left again
    press(window, settings_texts.CARE_DO)
    qtbot.waitUntil(lambda: shown(window, KeepingView))
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)

    # Then the settings are there again
    assert window.page
    assert window.key == settings_texts.KEY


def test_a_result_leads_to_its_document_and_back_to_the_search(
    opener: Opener, qtbot: QtBot
) -> None:
    # Given a result
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    [find] = window.findChildren(FindView)
    QTest.keyClicks(find.box, "genogram guide")
    qtbot.waitUntil(lambda: find.found.results.list.model().rowCount() > 0)
    QTest.keyClick(find.box, Qt.Key.Key_Down)

    # When all about it is asked for, and left again
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_I, CONTROL)
    qtbot.waitUntil(lambda: shown(window, DocumentView))
    [document] = window.findChildren(DocumentView)
    qtbot.waitUntil(lambda: _focus(window) is document.editions)
    QTest.keyClick(document.editions, Qt.Key.Key_Escape)

    # Then the search is as it was
    assert library_of(window, desk).registrar.asked[0].endswith("Genogram guide - Guidance.docx")
    assert shown(window, FindView)
    assert find.box.text() == "genogram guide"


def test_who_begins_to_look_after_a_drive_is_named(opener: Opener, qtbot: QtBot) -> None:
    # Given a drive that nobody looks after
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    window.asides.look_after()
    [view] = window.findChildren(KeepingView)
    qtbot.waitUntil(view.start.isVisible)

    # When it is begun
    press(window, keeping_texts.BEGIN)

    # Then it is done with the folder's name, and the page says who looks after it
    qtbot.waitUntil(view.overview.isVisible)
    assert library_of(window, desk).caretaker.deeds == ["begin Team drive"]


def test_confirming_begins_at_once_and_leads_back(opener: Opener, qtbot: QtBot) -> None:
    # Given somebody who looks after the drive, at the start page
    desk = FakeDesk()
    window = opener.open_on_team_drive(desk)
    caretaker = library_of(window, desk).caretaker
    caretaker.cared = Care("Janet Bloom", "Team drive", ("Janet Bloom", "Tom"), is_mine=True)
    caretaker.tasks = some_tasks()
    window.focus_search()

    # When they choose to confirm their forms
    window.asides.confirm_forms()
    [view] = window.findChildren(KeepingView)

    # Then the first form is there without another press, and leaving leads back to the start
    qtbot.waitUntil(view.confirming.isVisible)
    focused = _focus(window)
    assert focused
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown(window, FindView))


def _focus(window: QWidget) -> QWidget | None:
    return QApplication.focusWidget() or window.focusWidget()
