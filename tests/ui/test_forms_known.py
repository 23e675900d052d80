"""What is known already is filled in by one key: the last referral, and a printed case summary."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QRadioButton
from pytestqt.qtbot import QtBot

from librarian.adapters.forms.drafts import EncryptedDrafts
from librarian.adapters.forms.key_holder import KeyHolder
from librarian.application.forms.filling import Last
from tests.support.fakes import FakeClock
from tests.support.form_desks import FakeBox, a_form_desk, a_team_desk
from tests.support.form_makers import answers
from tests.support.form_writer import Writer
from tests.support.walking import describe, focusable, name_of
from ui.forms import texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WHICH = "Which services do you want? "
LAST = Last(answers(need={"outcome": ["She sleeps"]}), date(2026, 10, 1))
SUMMARY = """CASE SUMMARY
Printed on 12 November 2026
Case number: C-100300

Child 1
Name: Mia Rivers          DOB: 04/05/2016
"""


@pytest.fixture
def writer(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Writer:
    desk = a_form_desk(FakeClock(), FakeBox(), last=lambda number: LAST if number[2:] else None)
    writer = Writer(qtbot, theme, tmp_path, None, desk)
    writer.pushes("Start: Referral to our services")
    return writer


def test_the_last_referral_is_brought_over_and_marked(writer: Writer) -> None:
    # Given the second referral for a family
    writer.writes(texts.CASE_NUMBER, "C-100245")

    # When the last one is brought over, and services are chosen only then
    writer.pushes(texts.LAST_DO)
    writer.ticks(f"{WHICH}Family group decision making")

    # Then what they ask is answered from it and marked so; agreement is not carried over
    writer.turns_to("What is needed")
    assert writer.sees("From your last referral, recorded 1 October 2026.")
    assert writer.model.now
    assert writer.model.now.value(("need", "outcome")) == ["She sleeps"]
    assert writer.model.now.value(("law", "agree")) is None


def test_a_case_summary_is_pasted(writer: Writer) -> None:
    # Given a case summary that somebody copied
    QApplication.clipboard().setText(SUMMARY)

    # When it is pasted with one key
    writer.pushes(texts.PASTE_DO)

    # Then what it says is filled in, and marked; of another case nothing is
    writer.turns_to("Children")
    assert writer.sees("From the case summary, recorded 12 November 2026.")
    writer.turns(Qt.Key.Key_PageUp)
    writer.turns(Qt.Key.Key_PageUp)
    writer.writes(texts.CASE_NUMBER, "C-999999")
    writer.pushes(texts.PASTE_DO)
    assert writer.said[-1].startswith("This case summary is of another case.")


def test_the_file_of_a_case_summary_is_dropped(writer: Writer, tmp_path: Path) -> None:
    # Given the file of a case summary
    file = tmp_path / "summary.txt"
    file.write_text(SUMMARY, "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])

    # When it is dropped on the first page
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    writer.view.filling.topic.case_bar.dropEvent(event)

    # Then what it says is filled in
    assert writer.model.now
    assert writer.model.now.value(("child", 0, "name")) == "Mia Rivers"


def test_a_form_is_shared_and_a_colleague_carries_on(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given somebody who shares a half-filled form with the team, and leaves it
    team = tmp_path / "Working folder"
    team.mkdir(mode=0o770)
    sam, priya = (a_team_desk(team, who, FakeClock()) for who in ("sam", "priya"))
    writer = Writer(qtbot, theme, tmp_path, None, sam)
    writer.pushes("Start: Referral to our services")
    writer.turns()
    writer.writes("Your name", "Sam Okoro")
    writer.pushes(texts.SHARE)
    assert writer.said[-1] == texts.SHARED
    writer.pushes(texts.LEAVE)

    # When a colleague opens the Forms page at another desk
    other = Writer(qtbot, theme, tmp_path, None, priya)
    assert other.sees("Who can open these: priya, sam.")
    other.pushes("Carry on: Referral to our services, sam wrote in it last, on 20 November 2026.")
    other.turns()

    # Then the answer is there, and both go on with one form
    assert other.model.now
    assert other.model.now.value(("ref", "name")) == "Sam Okoro"
    assert other.model.team.is_shared
    assert not writer.model.found.drafts


def test_two_in_one_form_choose_answer_by_answer(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a shared form that is open at two desks
    team = tmp_path / "Working folder"
    team.mkdir(mode=0o770)
    sam, priya = (a_team_desk(team, who, FakeClock()) for who in ("sam", "priya"))
    writer = Writer(qtbot, theme, tmp_path, None, sam)
    writer.pushes("Start: Supervision record")
    writer.model.answer(("ref", "name"), "Sam Okoro")
    writer.pushes(texts.SHARE)
    other = Writer(qtbot, theme, tmp_path, None, priya)
    other.pushes("Carry on: Supervision record, sam wrote in it last, on 20 November 2026.")

    # When both write in it, and hand it on
    other.model.answer(("ref", "role"), "Manager")
    other.model.team.hand_on()
    writer.model.answer(("ref", "role"), "Social worker")
    writer.model.team.hand_on()
    assert writer.said[-1] == "priya has gone on with this form in the team’s folder."
    assert writer.sees(texts.APART)

    # Then the second brings both together with the keyboard, answer by answer
    writer.pushes(texts.JOIN_DO)
    assert writer.sees("Manager")
    assert [describe(part) for part in focusable(writer.view) if not name_of(part)] == []
    writer.pushes(texts.JOIN)
    assert writer.said[-1] == "Choose for 1 answer first."
    theirs = next(b for b in writer.view.findChildren(QRadioButton) if "priya" in b.text())
    QTest.keyClick(writer.goes_to(theirs.accessibleName()), Qt.Key.Key_Space)
    writer.pushes(texts.JOIN)

    # and goes on with the one that is the team's again
    assert writer.said[-1] == texts.JOINED.format("priya")
    assert writer.model.now
    assert writer.model.now.value(("ref", "role")) == "Manager"
    assert writer.model.team.is_shared
    assert not writer.sees(texts.APART)
    assert not sam.drafts()


def test_a_shared_form_is_deleted_from_the_list_and_put_back(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a shared form in the list
    team = tmp_path / "Working folder"
    team.mkdir(mode=0o770)
    sam = a_team_desk(team, "sam", FakeClock())
    sam.hand_on(sam.begin("supervision").answer(("ref", "name"), "Sam Okoro"))
    writer = Writer(qtbot, theme, tmp_path, None, sam)
    line = "Supervision record, sam wrote in it last, on 20 November 2026."

    # When Delete is pressed, it asks in its place, and Enter at once keeps it
    writer.pushes(f"Delete: {line}")
    assert writer.sees(texts.DELETE_TEAM_ASK)
    QTest.keyClick(writer.focused, Qt.Key.Key_Return)
    assert not writer.sees(texts.DELETE_TEAM_ASK)
    writer.pushes(f"Delete: {line}")
    writer.pushes("Delete it: Supervision record")

    # Then it is deleted, says by whom and until when, and can be put back
    assert writer.sees("sam deleted it on 20 November 2026.")
    writer.pushes("Put it back: Supervision record")
    assert writer.said[-1] == texts.BACK_AGAIN
    assert writer.sees("sam wrote in it last")


def test_a_draft_of_an_older_passphrase_is_opened_with_it(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a draft that was locked with another passphrase than the one of now
    def key_of(words: str) -> bytes:
        return words.encode().ljust(32)[:32]

    now = EncryptedDrafts(tmp_path / "drafts", key_of("now"))
    before = a_form_desk(FakeClock(), EncryptedDrafts(tmp_path / "drafts", key_of("before")))
    before.keep(before.begin("supervision").answer(("ref", "name"), "Sam Okoro"))
    desk = a_form_desk(FakeClock(), now)
    desk.take_in = KeyHolder(lambda: key_of("now"), key_of, lambda: [tmp_path / "drafts"]).take_in

    # When the list is looked at, then it says so, and nobody is sent to a form that does not open
    writer = Writer(qtbot, theme, tmp_path, None, desk)
    assert writer.sees(texts.CLOSED)
    assert [describe(part) for part in focusable(writer.view) if not name_of(part)] == []

    # When the passphrase of before is typed, then the draft is there
    writer.writes(texts.OTHER_WORDS, "before")
    writer.pushes(texts.OPEN_OLDER)
    assert not writer.sees(texts.CLOSED)
    writer.pushes("Carry on: Supervision record")
    assert writer.model.now
    assert writer.model.now.value(("ref", "name")) == "Sam Okoro"


def test_what_is_old_is_shown_where_it_is_asked_about_and_rows_go_by_their_name(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a referral that was filled in from the case system, one address of it long ago
    writer = Writer(qtbot, theme, tmp_path, FakeBox())
    writer.pushes("Start: Referral to our services")
    writer.writes(texts.CASE_NUMBER, "C-100245")
    writer.pushes(texts.CASE_DO)
    writer.ticks(f"{WHICH}Family group decision making")

    # When the children are looked at, then each card says whose it is, also while that is typed
    writer.turns_to("Children")
    assert writer.sees("1 · Mia Rivers")
    QTest.keyClicks(writer.goes_to("Full name, and the name they like to be called (1)"), "Mia R")
    qtbot.waitUntil(lambda: writer.sees("1 · Mia R"))

    # and when the answers are checked, the old address stands there, to be judged
    writer.turns(Qt.Key.Key_Return)
    assert writer.sees(texts.STILL_OR_ANEW.format("14 Lime Walk"))
