"""What business support do on their page, as they would."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from librarian.application.overseeing import Today
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.events import DocumentsChanged
from tests.support.curate_desk import MINE, Desk
from tests.support.curate_fakes import FORM
from tests.support.ui_fakes import FakeDesk
from tests.support.window_user import library_of
from tests.ui.conftest import Opener
from ui.curate import texts
from ui.kit.theme import Theme
from ui.shell.rail import Rail

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_an_answer_goes_to_whoever_asked(desk: Desk) -> None:
    # Given a suggestion that waits
    desk.sit_down()

    # When it is answered by keyboard
    desk.pushes("Done …: Core group minutes - Form")
    QTest.keyClicks(desk.focused, "The box is there now")
    QTest.keyClick(desk.focused, Qt.Key.Key_Return)

    # Then the answer is on record with its words
    assert desk.overseer.deeds_done == ["answer w1 The box is there now"]
    assert desk.said == [texts.ANSWERED]


def test_a_form_that_is_still_right_is_said_with_one_key(desk: Desk) -> None:
    # Given a review that is overdue
    desk.sit_down()
    assert desk.sees("19 days overdue")

    # When business support say that it is still right, then that is on record
    desk.pushes("Still right: Thresholds - Guidance")
    assert desk.overseer.deeds_done == ["still right Guidance/Thresholds - Guidance.pdf"]


def test_who_asks_to_be_let_in_gets_a_message_for_it(desk: Desk) -> None:
    # Given somebody who cannot open a folder
    desk.sit_down()

    # When business support prepare the message, then it opens in the mail program
    desk.pushes("Message for IT: Court")
    assert desk.messages == [Path("/made-up/message.eml")]


def test_the_page_leads_to_what_is_to_be_decided_and_confirmed(desk: Desk) -> None:
    # Given forms to confirm, and one that was changed
    desk.sit_down()

    # When both are gone to, then the page leads there
    desk.pushes(texts.CONFIRM_START)
    desk.view.begin()
    QTest.keyClick(desk.focused, Qt.Key.Key_Return)
    assert desk.went == ["confirm", FORM]


def test_what_was_done_without_librarian_is_told_and_put_right(desk: Desk) -> None:
    # Given rules that were edited by hand, and a history that was tampered with
    desk.sit_down()
    told = desk.sees(texts.RULES_EDITED), desk.sees("What line 3 says was changed.")

    # When Business Support look at the rules, and have the history put right
    desk.pushes(f"{texts.RULES_EDITED_LOOK}: {texts.RULES_EDITED}")
    desk.pushes(texts.HISTORY_MEND)

    # Then they are led there, and it is done
    assert told == (True, True)
    assert desk.went == ["rules"]
    assert desk.overseer.deeds_done == ["mend history"]
    assert desk.said == [texts.HISTORY_MENDED]


def test_a_history_that_is_not_whole_here_is_told(desk: Desk) -> None:
    # Given a history of which this computer lacks a part
    desk.sit_down()
    desk.overseer.left = ("Lines are missing before line 2.",)

    # When it is checked, then it says what to do
    desk.pushes(texts.HISTORY_MEND)
    assert desk.said == [texts.HISTORY_LEFT]


def test_a_new_file_that_exists_already_is_told_and_shown(desk: Desk) -> None:
    # Given a file that came after a form was confirmed and says nearly the same
    desk.sit_down()
    assert desk.sees(texts.ALREADY_NEAR.split("{}", maxsplit=1)[0])

    # When it is shown, then the page leads there
    desk.pushes(f"{texts.SHOW}: My form")
    assert desk.went == ["Desktop/My form.docx"]


def test_owner_and_review_of_a_document_are_changed_beside_the_register(desk: Desk) -> None:
    # Given the register, with the keyboard on its first document
    desk.sit_down()
    desk.turns_to(texts.DOCUMENTS)
    desk.view.begin()

    # When another document is chosen, and given an owner and a day
    QTest.keyClick(desk.focused, Qt.Key.Key_Down)
    desk.field(texts.OWNER).setText("Practice lead")
    desk.field(texts.REVIEW).setText("1 June 2027")
    desk.pushes(texts.KEEP)

    # Then both are on record
    path = "Guidance/Thresholds - Guidance.pdf"
    assert desk.overseer.deeds_done == [
        f"review {path} 2027-06-01",
        f"assign {path} Practice lead//",
    ]


def test_what_is_no_day_is_said_and_nothing_is_kept(desk: Desk) -> None:
    # Given the register
    desk.sit_down()
    desk.turns_to(texts.DOCUMENTS)
    desk.view.begin()

    # When something is written that is no day
    desk.field(texts.REVIEW).setText("next spring")
    desk.pushes(texts.KEEP)

    # Then the person is told, and the keyboard is where it can be put right
    assert desk.said == ["“next spring” is not a day."]
    assert desk.overseer.deeds_done == []
    assert desk.focused is desk.field(texts.REVIEW)


def test_the_register_is_narrowed_and_saved(desk: Desk) -> None:
    # Given the register
    desk.sit_down()
    desk.turns_to(texts.DOCUMENTS)
    desk.file = Path("/made-up/register.csv")

    # When it is narrowed, and saved
    desk.view.documents.filter.setText("threshold")
    desk.pushes(texts.SAVE)

    # Then one document is left in the table, and the file was written
    assert desk.view.documents.table.model().rowCount() == 1
    assert desk.overseer.deeds_done == ["save register.csv"]


def test_a_folder_is_shown_to_all_and_taken_away(desk: Desk) -> None:
    # Given a folder that is shown to all
    desk.sit_down()

    # When another is named, and the first taken away
    desk.field(texts.SIGN_FOLDER).setText("Duty/Bundles")
    desk.field(texts.SIGN_WHOM).setText("Tom")
    QTest.keyClick(desk.field(texts.SIGN_WHOM), Qt.Key.Key_Return)
    desk.pushes("Take it away: Court")

    # Then both are on record
    assert desk.overseer.deeds_done == ["signpost Duty/Bundles Tom", "signpost Court"]


def test_what_cites_a_changed_law_is_looked_at_again(desk: Desk) -> None:
    # Given the register
    desk.sit_down()
    desk.turns_to(texts.DOCUMENTS)
    table = desk.view.documents.table.model()

    # When business support ask what cites something, and have it looked at
    desk.field(texts.CITES).setText("Thresholds")
    QTest.keyClick(desk.field(texts.CITES), Qt.Key.Key_Return)
    narrowed = table.rowCount()
    assert desk.sees("1 document cites “Thresholds”.")
    desk.pushes(texts.CITES_AGAIN)

    # Then only that document was shown and is due, and all are shown again
    assert narrowed == 1
    assert desk.overseer.deeds_done == ["again Guidance/Thresholds - Guidance.pdf"]
    assert table.rowCount() == 2


def test_everything_of_a_kind_is_planned_seen_and_done(desk: Desk) -> None:
    # Given what needs a look, narrowed to copies
    desk.sit_down()
    desk.turns_to(texts.LOOKS)
    desk.view.looks.show_rule("DUP01")

    # When all of it is chosen by keyboard, planned, and agreed to
    QTest.keyClick(desk.focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.pushes(texts.PLAN_THESE)
    assert desk.sees("2 changes")
    assert desk.sees("Is set aside, and can come back: Set aside")
    nothing_before = list(desk.tidier.done)
    desk.pushes(texts.MAKE)

    # Then nothing was done before, both were then, and what is left is another rule's
    assert nothing_before == []
    assert desk.tidier.done == ["apply Old/Copy of Safety plan.docx Malcolm/Safety plan (1).docx"]
    assert "2 changes made." in desk.said
    assert desk.view.looks.rows.shown == 1


def test_a_plan_that_is_not_wanted_changes_nothing(desk: Desk) -> None:
    # Given a plan with something that cannot be done by itself
    desk.sit_down()
    desk.turns_to(texts.LOOKS)
    QTest.keyClick(desk.focused, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.pushes(texts.PLAN_THESE)
    assert desk.sees(texts.CONFLICTS)

    # When the person thinks better of it, then nothing is done and the table is back
    desk.pushes(texts.NOT_NOW)
    assert desk.tidier.done == []
    assert desk.view.looks.table.isVisible()


def test_something_is_left_until_a_day_for_a_reason(desk: Desk) -> None:
    # Given one thing that needs a look
    desk.sit_down()
    desk.turns_to(texts.LOOKS)
    desk.view.looks.show_rule("PER01")

    # When it is left, with a reason and a day
    desk.field(texts.LEAVE_WHY).setText("It is a sample, all made up")
    desk.field(texts.LEAVE_UNTIL).setText("3 March 2027")
    QTest.keyClick(desk.field(texts.LEAVE_UNTIL), Qt.Key.Key_Return)

    # Then that is on record
    assert desk.tidier.done == ["leave l3 It is a sample, all made up 2027-03-03"]


def test_what_was_done_is_taken_back_from_the_history(desk: Desk) -> None:
    # Given the history
    desk.sit_down()
    desk.turns_to(texts.DEEDS)

    # When the last deed is undone, then that is done
    desk.pushes("Undo: Janet Bloom confirmed “Core group minutes - Form” v1.1")
    assert desk.tidier.done == ["undo 3"]


def test_a_quiet_day_is_said(desk: Desk) -> None:
    # Given nothing that waits, when business support come, then they are told so
    desk.overseer.now = Today(confirmed=46)
    desk.sit_down()
    assert desk.sees(texts.QUIET)


def test_while_the_drive_is_away_the_page_says_so_and_tries_again(desk: Desk) -> None:
    # Given a drive that is away
    desk.overseer.away = DriveUnavailableError("The drive does not answer.", "Check the VPN.")
    desk.sit_down()
    assert desk.sees("The drive does not answer.")

    # When it is back, and the person tries again
    desk.overseer.away = None
    desk.pushes(texts.TRY_AGAIN)

    # Then what waits is there
    assert desk.sees(texts.NEEDS)


def test_the_rail_shows_the_page_to_those_who_look_after_the_drive(
    opener: Opener, qtbot: QtBot
) -> None:
    # Given somebody who only reads
    fake = FakeDesk()
    window = opener.open_on_team_drive(fake)
    library = library_of(window, fake)
    rail = window.findChildren(Rail)[0]
    button = next(each for each in rail.findChildren(QWidget) if _is_named(each, texts.TITLE))
    assert not button.property("visible")

    # When they are named as one who looks after it
    library.caretaker.cared = MINE
    library.bus.publish(DocumentsChanged())

    # Then the page has its place in the rail
    qtbot.waitUntil(lambda: bool(button.property("visible")))


def _is_named(part: object, name: str) -> bool:
    return isinstance(part, QWidget) and part.accessibleName() == name


def test_a_rule_leads_to_what_it_found(desk: Desk) -> None:
    # Given rules that found something
    desk.sit_down()

    # When one of them is looked at, then only what it found is there
    desk.pushes(f"{texts.RULES_SHOW}: No copies")
    assert [look.code for look in desk.view.looks.chosen()] == ["DUP01", "DUP01"]
    assert desk.view.looks.rows.shown == 2
