"""What is known already is filled in by one key: the last referral, and a printed case summary."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from librarian.application.forms.filling import Last
from tests.support.fakes import FakeClock
from tests.support.form_desks import FakeBox, a_form_desk, a_team_desk
from tests.support.form_makers import answers
from tests.support.form_writer import Writer
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
