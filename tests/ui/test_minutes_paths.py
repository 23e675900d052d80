"""Minutes in the window: begun, written, interrupted, checked, finished, confirmed; by keyboard."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from librarian.domain.forms.wording import in_day
from tests.integration.test_minutes_pack import filled_in
from tests.support.fakes import FakeClock
from tests.support.minute_makers import CASE, FIRST
from tests.support.minute_taker import Taker
from ui.kit.theme import Theme
from ui.minutes import texts
from ui.minutes.agenda import STEPS
from ui.minutes.taking_view import END, WORKER

_MOST_TABS = 50


@pytest.fixture
def taker(theme: Theme, tmp_path: Path) -> Iterator[Taker]:
    taker = Taker(theme, tmp_path)
    yield taker
    delete(taker.view)  # dozens of them would be dressed anew with each test


def begun(taker: Taker, answers: dict[str, Any] | None = None) -> None:
    """The second meeting of a case is open."""
    first = taker.room.desk.begin(CASE)
    taker.room.desk.save(replace(first, answers=answers or FIRST))
    taker.model.begin(CASE)


def test_minutes_that_cannot_be_opened_are_listed_and_deleted_on_a_second_press(
    taker: Taker,
) -> None:
    # Given two meetings, of which one file was cut off
    whole, torn = taker.room.desk.begin(CASE), taker.room.desk.begin("C-100999")
    file = taker.home / "minutes" / f"{torn.id}.draft"
    file.write_bytes(file.read_bytes()[:-9])
    taker.model.load()
    assert [each.id for each in taker.model.meetings or ()] == [whole.id]
    title = f"Minutes that cannot be opened ({texts.FILE.format(torn.id)})"

    # When it is deleted, then that is asked a second time, where the keyboard stands
    taker.press(f"{texts.DELETE}: {title}")
    assert file.exists()
    assert taker.focus().accessibleName() == f"{texts.DELETE_SURE}: {title}"
    taker.key(Qt.Key.Key_Space)
    assert not file.exists()
    assert not taker.says(texts.DAMAGED)


def test_minutes_of_an_older_passphrase_are_opened_with_it(theme: Theme, tmp_path: Path) -> None:
    # Given minutes that were locked with another passphrase than that of now
    before = Taker(theme, tmp_path, key=b"the words of before".ljust(32))
    kept = before.room.desk.begin(CASE)
    delete(before.view)
    taker = Taker(theme, tmp_path)
    assert taker.says(texts.OTHER_WORDS_WHAT)

    # When that one is typed, then they are in the list, and nothing is said to be lost
    for _ in range(_MOST_TABS):
        if taker.focus().accessibleName() != texts.OTHER_WORDS:
            taker.key(Qt.Key.Key_Tab)
    assert taker.focus().accessibleName() == texts.OTHER_WORDS
    taker.write("the words of before")
    taker.key(Qt.Key.Key_Return)
    assert [each.id for each in taker.model.meetings or ()] == [kept.id]
    assert not taker.says(texts.DAMAGED)
    delete(taker.view)


def test_a_new_minute_taker_gets_from_the_start_to_the_first_box_by_keyboard(taker: Taker) -> None:
    # Given somebody who has never done this
    taker.press(texts.FIRST_TIME)
    assert taker.says(texts.START_TITLE)
    taker.press(texts.START_DONE)

    # When they type a case number
    taker.write(CASE)
    taker.key(Qt.Key.Key_Return)

    # Then they stand in the first box, with the guide beside it, and write
    taker.write("Jaya Patel")
    assert taker.says("Usual people. Dad absent.")
    assert taker.model.rows("came") == [{"name": "Jaya Patel"}]


def test_one_key_moves_on_through_all_boxes(taker: Taker) -> None:
    begun(taker)
    for title, _ in STEPS[1 : END + 1]:
        taker.key(Qt.Key.Key_F8)
        assert taker.says(title)
    assert taker.view.taking.step == END
    taker.key(Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert taker.view.taking.step == END - 1


def test_what_was_typed_is_there_after_the_laptop_died(
    taker: Taker, qtbot: QtBot, theme: Theme
) -> None:
    # Given words that were typed, and half a second
    begun(taker)
    taker.view.taking.go(2)
    taker.field("Their own words 1").setFocus()
    taker.write("I like tea")
    meeting = taker.model.meeting
    assert meeting
    qtbot.waitUntil(lambda: "I like tea" in str(taker.room.desk.meeting(meeting.id).answers))

    # When another window begins, as after a crash, then they are in their box
    again = Taker(theme, taker.home)
    again.press(f"{texts.OPEN}: {CASE}: Core group 2, 14 May 2026 · Draft")
    again.view.taking.go(2)
    assert again.field("Their own words 1").toPlainText() == "I like tea"
    delete(again.view)


def test_people_of_last_time_are_put_down_in_one_click(taker: Taker) -> None:
    begun(taker)
    taker.press(texts.SAME_PEOPLE)
    assert [row["name"] for row in taker.model.rows("came")] == ["Jaya Patel", "Dan Rivers"]
    assert not any("here" in row for row in taker.model.rows("came"))


def test_an_action_a_worry_and_a_disagreement_are_written_down_from_anywhere(taker: Taker) -> None:
    # Given somebody in the first box, when each comes up
    begun(taker)
    held = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    for key, words in ((Qt.Key.Key_A, "Ring"), (Qt.Key.Key_W, "Damp"), (Qt.Key.Key_D, "Flat")):
        taker.key(key, *held)
        assert taker.focus().accessibleName() == texts.QUICK_PLACE
        taker.write(words)
        taker.key(key, *held)

    # Then each stands in its list, and it was said where
    assert taker.model.rows("action") == [{"what": "Ring"}]
    assert taker.model.rows("news")[-1] == {"fact": "Damp"}
    assert taker.model.rows("dispute") == [{"about": "Flat"}]
    assert len(taker.told) == 3


def test_boxes_for_names_show_dots_on_a_shared_screen(taker: Taker) -> None:
    begun(taker)
    taker.press(texts.SAME_PEOPLE)
    taker.view.taking._hide.click()
    assert taker.field("Name 1").echoMode() is QLineEdit.EchoMode.Password
    assert taker.field("Role 1").echoMode() is QLineEdit.EchoMode.Normal


def test_a_remark_at_the_end_leads_to_its_box(taker: Taker) -> None:
    # Given an action from last time that nobody spoke of
    begun(taker)
    taker.view.taking.go(END)
    assert taker.says("It is not said whether this was done.")

    # When its button is pressed, then the keyboard is in that row
    remark = "It is not said whether this was done. Begin breakfast at school"
    taker.press(f"{texts.GO_THERE}: {remark}")
    assert taker.view.taking.step == 1
    assert taker.focus().accessibleName() == "Action 1"


def test_finishing_makes_the_page_of_actions_and_an_email(taker: Taker) -> None:
    # Given a second meeting, when it is finished
    begun(taker)
    taker.view.taking.go(END)
    taker.press(texts.MAKE_ACTIONS)

    # Then both can be opened, and the actions can be copied
    taker.press(texts.OPEN_PAGE)
    taker.press(texts.OPEN_LETTER)
    assert [path.suffix for path in taker.opened] == ["", ".eml"]
    taker.press(texts.COPY_ACTIONS)
    assert "1.1\tBegin breakfast at school\tJaya Patel" in QApplication.clipboard().text()


def test_a_proposed_day_is_taken_with_one_press(taker: Taker) -> None:
    begun(taker)
    taker.model.answer(("meeting", "date"), "2026-05-14")
    taker.view.taking.go(END)
    assert taker.says(texts.SHARE_BY.format("Thursday 21 May 2026"))
    taker.press(f"{texts.USE_DAY}: {texts.CORE.format('Thursday 25 June 2026')}")
    assert taker.model.answers["dates"]["core"] == "2026-06-25"


def test_a_pack_that_is_dropped_is_read_and_what_fits_no_box_is_shown(
    taker: Taker, tmp_path: Path
) -> None:
    # Given a pack that came back, beside a picture
    begun(taker)
    meeting = taker.model.meeting
    assert meeting
    file = tmp_path / "pack.docx"
    file.write_bytes(filled_in(taker.room.desk.pack(meeting)))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl.fromLocalFile(str(tmp_path / "x.png"))])

    # When both are dropped on the page
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    taker.view.dropEvent(event)

    # Then the pack is read, that is said, and the rest can be copied and ticked off
    assert taker.model.rows("last")[0]["state"] == "part"
    assert taker.told[-1].endswith("2 could not be placed.")
    taker.view.taking.go(END)
    taker.press(f"{texts.COPY}: The flat is damp.")
    assert QApplication.clipboard().text() == "The flat is damp."
    taker.press(f"{texts.TICK_OFF}: The flat is damp.")
    assert not taker.says("The flat is damp.")


def test_the_social_worker_withholds_confirms_and_gives_out(taker: Taker) -> None:
    # Given minutes, and a part that one reader must not see
    begun(taker)
    taker.model.open(taker.room.desk.meetings(CASE)[1])
    taker.view.taking.go(WORKER)
    part, reader = taker.field(texts.PART), taker.field(texts.READER)
    part.setCurrentIndex(part.findData("family"))
    reader.setCurrentIndex(reader.findText("Dan Rivers"))
    taker.press(texts.WITHHOLD_DO)
    assert taker.says("The family's view from Dan Rivers")

    # When they confirm and give out
    taker.press(texts.CONFIRM_DO)
    assert taker.says(texts.CONFIRMED.format("A. Okafor"))
    taker.press(texts.ISSUE_DO)

    # Then there is a folder for each reader, and one for the record
    taker.press(texts.OPEN_FOLDER)
    assert sorted(each.name for each in taker.opened[0].iterdir()) == [
        "reader 1",
        "reader 2",
        "record",
    ]

    # and a message for each reader
    taker.press(f"{texts.READER_MAIL}: Dan Rivers")
    assert taker.opened[1].suffix == ".eml"


def test_the_social_worker_sends_comments_back_with_the_pack(taker: Taker) -> None:
    # Given minutes in which something is not right yet
    begun(taker)
    taker.view.taking.go(WORKER)
    taker.field(texts.COMMENTS_FIELD).setFocus()
    taker.write("Which lessons?")

    # When the e-mail is prepared, then it is opened, and the words stay until somebody leaves
    taker.press(texts.COMMENTS_DO)
    assert [path.suffix for path in taker.opened] == [".eml"]
    assert "Which lessons?" in taker.opened[0].read_text("utf-8")
    assert taker.field(texts.COMMENTS_FIELD).toPlainText() == "Which lessons?"


def test_a_colleague_carries_on_at_another_desk(theme: Theme, tmp_path: Path) -> None:
    # Given two people of a team, and minutes that one of them has begun
    folder = tmp_path / "Working folder"
    folder.mkdir(mode=0o770)
    worker = Taker(theme, tmp_path / "worker", b"w" * 32, folder)
    taker = Taker(theme, tmp_path / "taker", team=folder)
    taker.model.begin(CASE)
    taker.write("Jaya Patel")

    # When the first keeps them in the team's folder
    taker.view.taking.go(END)
    assert taker.says(texts.TEAM_PEOPLE.format("taker, worker"))
    taker.press(texts.TEAM_DO)
    assert taker.told == [texts.TEAM_NOW]
    assert taker.says(texts.SAVED_THERE)

    # Then the second finds them, goes on and confirms
    worker.model.load()
    day = in_day(FakeClock().now().date())
    worker.press(f"{texts.OPEN}: {CASE}: Core group 1, {day} · Draft · {texts.IN_TEAM}")
    assert worker.field("Name 1").text() == "Jaya Patel"
    worker.field("Role 1").setFocus()
    worker.write("Teacher")
    worker.view.taking.go(WORKER)
    worker.field(texts.CONFIRM_NAME).setText("A. Okafor")
    worker.press(texts.CONFIRM_DO)

    # and the first sees so, and can read but not write
    taker.model.hand_on()
    assert taker.told[-1] == texts.JOINED.format("worker")
    taker.view.taking.go(0)
    assert taker.says(texts.CLOSED)
    assert taker.field("Role 1").text() == "Teacher"
    assert taker.field("Role 1").isReadOnly()
    for each in (worker, taker):
        delete(each.view)


def test_without_a_place_for_a_key_a_passphrase_is_asked(theme: Theme, tmp_path: Path) -> None:
    # Given a computer without a keyring
    taker = Taker(theme, tmp_path, key=None)
    assert taker.says("no place for the key")

    # When a person chooses a passphrase and begins, and another comes with a wrong one
    taker.write("open sesame")
    taker.key(Qt.Key.Key_Return)
    taker.write(CASE)
    taker.key(Qt.Key.Key_Return)
    assert taker.model.meeting
    delete(taker.view)
    other = Taker(theme, tmp_path, key=None)
    other.write("guess")
    other.key(Qt.Key.Key_Return)

    # Then only the first one sees the minutes
    assert other.says("no place for the key")
    assert other.model.meetings is None
    assert len(other.told) == 1
    delete(other.view)


def test_whoever_listens_hears_the_name_of_every_control(taker: Taker) -> None:
    # Given a meeting, when the controls of each step that take the keyboard are listed
    begun(taker)
    nameless = []
    for step in range(len(STEPS)):
        taker.view.taking.go(step)
        controls = [each for each in taker.seen(QWidget) if takes_keyboard(each)]
        nameless += [(step, e) for e in controls if not (e.accessibleName() or text_of(e))]

    # Then each has a name
    assert nameless == []


def takes_keyboard(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def text_of(widget: QWidget) -> str:
    return str(widget.text()) if isinstance(widget, QPushButton) else ""
