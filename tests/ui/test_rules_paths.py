"""Anybody reads how the drive is kept, and prints it."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from librarian.domain.errors import DriveUnavailableError
from tests.support.rules_desk import MINE, OWNER, Reader
from ui.kit.theme import Theme
from ui.rules import texts

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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


def test_who_only_reads_changes_nothing(reader: Reader) -> None:
    # Given somebody who does not look after the drive
    # When they read the page
    reader.reads()

    # Then no button changes a rule
    buttons = [each.text() for each in reader.view.findChildren(QPushButton)]
    assert texts.CHANGE not in buttons
    assert texts.SWITCH_ON not in buttons


def test_a_rule_is_set_after_what_would_change_was_seen(reader: Reader) -> None:
    # Given somebody of Business Support who changes the rule about owners
    reader.reads(MINE)
    reader.pushes(f"{texts.CHANGE}: {OWNER}")
    reader.chooses(texts.MODE, texts.MODES["enforce"])
    reader.writes("How many days it may have no owner", "30")

    # When they look what would change, and then set it
    reader.pushes(texts.TRY)
    seen = reader.sees("40 more things would need a look."), reader.sees(texts.by_itself(40))
    reader.pushes(texts.SET)

    # Then exactly that is in force, and the page of rules is back
    assert seen == (True, True)
    [done] = reader.rules.done
    assert done.startswith("OWN01 enforce Terms(days=30, offered='', deputy_needed=False)")
    assert reader.sees(texts.TITLE)


def test_what_was_tried_does_not_hold_for_what_is_written_after(reader: Reader) -> None:
    # Given a rule that is offered, with what would change shown
    reader.reads(MINE)
    reader.pushes(f"{texts.SWITCH_ON}: Names in plain words")
    reader.pushes(texts.TRY)

    # When it is set otherwise
    reader.chooses(texts.MODE, texts.MODES["enforce"])

    # Then it has to be tried again before it can be set
    assert not reader.sees("40 more things would need a look.")
    visible = [each.text() for each in reader.view.findChildren(QPushButton) if each.isVisible()]
    assert texts.SET not in visible


def test_what_does_not_fit_is_told_and_nothing_is_tried(reader: Reader) -> None:
    # Given a term that is a number
    reader.reads(MINE)
    reader.pushes(f"{texts.CHANGE}: {OWNER}")

    # When words are written there
    reader.writes("How many days it may have no owner", "a few")
    reader.pushes(texts.TRY)

    # Then it is told beside the field, where the keyboard is, and nothing can be set
    assert reader.sees(texts.NOT_A_NUMBER_REMEDY)
    assert reader.keyboard_at == "How many days it may have no owner"
    assert not reader.sees(texts.WOULD_CHANGE)
    reader.writes("How many days it may have no owner", "30")
    reader.pushes(texts.TRY)
    assert not reader.sees(texts.NOT_A_NUMBER_REMEDY)
    assert reader.sees(texts.WOULD_CHANGE)


def test_a_file_that_was_edited_by_hand_is_weighed_and_put_back(reader: Reader) -> None:
    # Given rules whose file was edited by hand
    how = reader.rules.how
    reader.rules.how = replace(how, in_force=replace(how.in_force, edited=True))
    reader.reads(MINE)

    # When Business Support look at it, as the keyboard offers, and put the rules back
    began = QApplication.focusWidget()
    assert isinstance(began, QPushButton)
    assert began.text() == texts.BY_HAND_LOOK
    QTest.keyClick(began, Qt.Key.Key_Return)
    told = reader.sees(texts.SAME)
    reader.pushes(texts.PUT_BACK)

    # Then what it would change was told first
    assert told
    assert reader.rules.done == ["put back"]


def test_escape_changes_nothing_and_leads_back_to_the_rule(reader: Reader) -> None:
    # Given a rule that is being set, while the drive changes
    reader.reads(MINE)
    reader.pushes(f"{texts.CHANGE}: {OWNER}")
    how = reader.rules.how
    kept = tuple(replace(each, found=4) for each in how.kept)
    reader.rules.how = replace(how, kept=kept)
    reader.model.load()

    # When Escape is pressed
    focused = reader.view.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)

    # Then nothing was set, the page tells how it stands now, and the keyboard is on that rule
    assert reader.rules.done == []
    assert reader.sees("20 things need a look.")
    at = reader.view.window().focusWidget()
    assert at is not None
    assert at.accessibleName() == f"{texts.WHY}: {OWNER}"
