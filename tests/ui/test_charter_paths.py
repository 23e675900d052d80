"""The Charter page, as a person meets it: read, ask, sign, change, confirm."""

from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from librarian.application.charter.desk import CharterLook
from librarian.domain.errors import LibrarianError
from tests.support.charter_fakes import FakeCharter
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import library_of, press, press_keys
from tests.ui.conftest import Opener
from ui.charter.view import CharterView
from ui.shell.navigation import PLACES
from ui.shell.window import MainWindow

MONDAY = QDate(2026, 5, 4)


class Reader:
    """Somebody in front of the Charter page."""

    def __init__(self, opener: Opener, qtbot: QtBot, charter: FakeCharter) -> None:
        self.qtbot = qtbot
        self.charter = charter
        desk = FakeDesk()
        desk.prepare = lambda library: setattr(library, "charter", charter)
        self.window: MainWindow = opener.open_on_team_drive(desk)
        library_of(self.window, desk).charter = charter
        number = [place.key for place in PLACES].index("charter") + 1
        press_keys(self.window, f"Ctrl+{number}")
        page = self.window.page
        assert page
        assert isinstance(page.widget, CharterView)
        self.view = page.widget

    def waits_for(self, part: str) -> None:
        widget = getattr(self.view, part)
        self.qtbot.waitUntil(widget.isVisible)

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window.focusWidget(), key)


@pytest.fixture
def charter() -> FakeCharter:
    return FakeCharter()


@pytest.fixture
def reader(opener: Opener, qtbot: QtBot, charter: FakeCharter) -> Reader:
    made = Reader(opener, qtbot, charter)
    made.waits_for("reading")
    return made


def test_the_charter_is_one_key_away_and_says_whose_word_it_is(reader: Reader) -> None:
    # Given the charter, which one key has opened, when it is looked at
    said = reader.view.reading.sheet.toPlainText()

    # Then every section is there
    assert "Young people’s part in how we work" in said
    assert reader.view.reading.contents.count() == 13
    assert "12.30 pm to 5 pm" in said


def test_an_afternoon_gets_a_kind_no_to_be_pasted(reader: Reader) -> None:
    # Given somebody who wants the team in an afternoon
    reader.key(Qt.Key.Key_I)
    reader.waits_for("checker")
    checker = reader.view.checker
    checker.known.setChecked(True)
    checker.day.setDate(MONDAY)
    checker.time.setTime(QTime(14, 0))

    # When they copy the answer
    press(reader.window, "Copy")

    # Then it asks for the morning
    copied = QGuiApplication.clipboard().text()
    assert "Could it be between 9 am and 12.30 pm" in copied.replace(" to 12", " and 12")
    assert checker.time.time().toPython() == time(14)


def test_a_signature_is_copied_as_rich_and_plain_text(reader: Reader) -> None:
    # Given somebody's name
    reader.key(Qt.Key.Key_S)
    reader.waits_for("signature")
    reader.view.signature.name.setText("Amara Okafor")

    # When the signature is copied
    press(reader.window, "Copy signature")
    reader.qtbot.waitUntil(lambda: ("signed", "") in reader.charter.deeds)

    # Then both forms are there
    copied = QGuiApplication.clipboard().mimeData()
    assert "Amara Okafor" in copied.text()
    assert "font-weight:" in copied.html()
    assert "Amara Okafor" in copied.html()
    assert "https://www." in copied.text()


def test_a_change_is_put_forward_then_confirmed_as_it_was_read(reader: Reader) -> None:
    # Given Business Support, who change the first line
    reader.key(Qt.Key.Key_E)
    reader.waits_for("editor")
    fields = reader.view.editor.findChildren(QLineEdit)
    name = next(each for each in fields if each.accessibleName() == "What is the team called?")
    name.setText("Team North")
    reader.view.editor.note.setText("A shorter name")

    # When they put it forward, look at what it changes, and confirm it
    press(reader.window, "Put forward")
    reader.qtbot.waitUntil(lambda: reader.charter.known.draft is not None)
    reader.waits_for("reading")
    press(reader.window, "Confirm it")
    reader.waits_for("changes")
    press(reader.window, "Confirm it")
    reader.qtbot.waitUntil(lambda: reader.charter.known.draft is None)

    # Then what was read is what counts
    assert reader.charter.deeds == [("draft", "A shorter name"), ("approve", "two")]
    current = reader.charter.known.current
    assert current
    assert current.answers["team"] != {}
    reader.qtbot.waitUntil(reader.view.reading.isVisible)


def test_who_does_not_look_after_the_drive_is_not_offered_to_change_it(
    opener: Opener, qtbot: QtBot, charter: FakeCharter
) -> None:
    # Given a reader
    charter.known = replace(charter.known, may_change=False, renew_signature=True)
    reader = Reader(opener, qtbot, charter)
    reader.waits_for("reading")

    # When they press the key that changes, then nothing happens; they hear of their signature
    reader.key(Qt.Key.Key_E)
    assert reader.view.reading.isVisible()
    assert not any(each.text() == "Change" and each.isVisible() for each in buttons(reader))
    assert any(each.text() == "Copy the new one" and each.isVisible() for each in buttons(reader))


def test_a_drive_without_a_charter_offers_to_begin_one(
    opener: Opener, qtbot: QtBot, charter: FakeCharter
) -> None:
    # Given no charter
    charter.known = CharterLook(may_change=True, form=charter.known.form)
    reader = Reader(opener, qtbot, charter)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in reader.view.empty.choices()))

    # When Business Support begin one, then its form is there
    press(reader.window, "Begin a charter")
    reader.waits_for("editor")


def test_a_charter_that_cannot_be_read_says_why_and_offers_to_try_again(
    opener: Opener, qtbot: QtBot, charter: FakeCharter
) -> None:
    # Given a charter that cannot be read
    charter.refusal = LibrarianError("This file is no charter.", "Take an earlier one.")
    reader = Reader(opener, qtbot, charter)
    qtbot.waitUntil(lambda: any(each.isVisible() for each in reader.view.empty.choices()))

    # When it can be read again and is asked for
    charter.refusal = None
    press(reader.window, "Try again")

    # Then it is there
    reader.waits_for("reading")


def test_a_file_of_it_goes_where_the_person_says(reader: Reader, tmp_path: Path) -> None:
    # Given somebody who chooses a place
    reader.view._choose_file = lambda _, name: tmp_path / name

    # When they save the calendar hold
    reader.view.save("ics")

    # Then it was saved there
    reader.qtbot.waitUntil(lambda: ("save", "ics") in reader.charter.deeds)


def buttons(reader: Reader) -> list[QPushButton]:
    return list(reader.window.findChildren(QPushButton))
