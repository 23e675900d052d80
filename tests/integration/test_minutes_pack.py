"""A pack filled in with plain Word, or saved by another program, is read wherever it was typed.

`tests/cases/minutes_pack_libreoffice.docx` is the filled-in pack of the first test, saved by
LibreOffice as OpenDocument and from that as Word again: that takes all content controls away.
"""

import io
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from librarian.application.minutes.ports import Meeting
from librarian.application.minutes.taking_minutes import MinuteRoom
from librarian.domain.errors import LibrarianError
from tests.support.minute_makers import CASE, FIRST, a_room
from tests.support.sources import ROOT

SAVED_ELSEWHERE = ROOT / "tests/cases/minutes_pack_libreoffice.docx"
Word = Any


@pytest.fixture(name="room")
def made_room(tmp_path: Path) -> MinuteRoom:
    return a_room(tmp_path)


def second_meeting(room: MinuteRoom) -> Meeting:
    """The meeting after the first one, as it begins."""
    room.desk.save(replace(room.desk.begin(CASE), answers=FIRST))
    return room.desk.begin(CASE)


def row_of(word: Word, heads: tuple[str, ...], row: int) -> Word:
    """A row of the table whose head begins so; without heads of a table of labels."""
    for table in word.tables:
        if tuple(cell.text for cell in table.rows[0].cells[: len(heads)]) == heads:
            return table.rows[row]
    raise AssertionError(heads)


def type_in(cell: Word, text: str) -> None:
    """Type into the box of a cell, as Word does: the prompt goes."""
    control = next(cell._tc.iter(qn("w:sdt")))
    run = next(control.iter(qn("w:t")))
    run.text = text


def label_box(word: Word, label: str) -> Word:
    return next(
        row.cells[1]
        for table in word.tables
        for row in table.rows
        if len(row.cells) == 2 and row.cells[0].text == label
    )


def filled_in(pack: bytes) -> bytes:
    """What a teacher sends back: boxes filled, a row added, a line under a heading, a comment."""
    word: Word = docx.Document(io.BytesIO(pack))
    type_in(label_box(word, "Date of the meeting"), "Thursday 14th May 2026")
    action = row_of(word, ("No.", "Action"), 1)
    type_in(action.cells[5], "Partly done")
    type_in(action.cells[6], "She eats there three days a week.")
    came = row_of(word, ("Name", "Role"), 1)
    for cell, text in zip(came.cells, ("Joan Osei", "Health visitor", "Elm Health"), strict=False):
        type_in(cell, text)
    copied = deepcopy(came._tr)
    came._tr.getparent().append(copied)
    new = row_of(word, ("No.", "What will be done"), 1)
    type_in(new.cells[1], "Book the hearing test")
    new.cells[2].paragraphs[0].add_run(" Joan Osei")  # beside the box
    type_in(new.cells[3], "soon")
    for paragraph in word.paragraphs:
        if paragraph.text == "11 Actions":
            paragraph.insert_paragraph_before("Gran has the children on Fridays.")
    word.add_paragraph("The flat is damp.")
    target = io.BytesIO()
    word.save(target)
    return target.getvalue()


def check(room: MinuteRoom, meeting: Meeting, content: bytes) -> None:
    """Hold what was read against what the teacher wrote."""
    # When it is read back
    back = room.desk.read_back(meeting, content)
    answers: Any = back.meeting.answers

    # Then each thing stands where it belongs, whatever it was typed in
    assert answers["meeting"]["date"] == "2026-05-14"
    assert answers["last"][0]["state"] == "part"
    assert answers["last"][0]["difference"] == "She eats there three days a week."
    assert answers["last"][0]["id"] == "1.1"
    assert [row["name"] for row in answers["came"]] == ["Joan Osei", "Joan Osei"]
    assert answers["came"][1]["agency"] == "Elm Health"
    assert answers["action"] == [{"what": "Book the hearing test", "who": "Joan Osei"}]
    assert answers["working"]["strengths"] == "Gran has the children on Fridays."

    # and what could not be placed is told and kept, with where it stood
    told = {each.text: each.where for each in back.unplaced}
    assert told["soon"] == "11 Actions, By when"
    assert told["The flat is damp."] == "15 Sharing"
    assert len(told) == 2
    assert ("The flat is damp.", "15 Sharing") in room.desk.meeting(meeting.id).unplaced


def test_a_pack_filled_in_with_word_is_read_into_its_meeting(room: MinuteRoom) -> None:
    # Given the pack of a second meeting, filled in
    meeting = second_meeting(room)
    check(room, meeting, filled_in(room.desk.pack(meeting)))


def test_a_pack_that_another_program_saved_without_controls_is_read_too(room: MinuteRoom) -> None:
    # Given the same, saved by LibreOffice; no content control is left in it
    content = SAVED_ELSEWHERE.read_bytes()
    word: Word = docx.Document(io.BytesIO(content))
    assert not any(each.tag == qn("w:tag") for each in word.element.iter())
    check(room, second_meeting(room), content)


def test_a_pack_that_nobody_touched_changes_nothing(room: MinuteRoom) -> None:
    # Given a pack that comes back as it went
    meeting = second_meeting(room)
    back = room.desk.read_back(meeting, room.desk.pack(meeting))

    # Then the meeting is as it was, and nothing is left over
    assert back.unplaced == ()
    now: Any = back.meeting.answers
    assert now["last"] == [{**now["last"][0], "what": "Begin breakfast at school"}]
    assert now["meeting"] == meeting.answers["meeting"]


def test_what_a_pack_takes_the_place_of_is_told(room: MinuteRoom) -> None:
    # Given a meeting in which somebody wrote meanwhile
    meeting = second_meeting(room)
    pack = filled_in(room.desk.pack(meeting))
    told: Any = meeting.answers["meeting"]
    later = room.desk.save(
        replace(meeting, answers={**meeting.answers, "meeting": {**told, "date": "2026-05-13"}})
    )

    # When the pack comes back, then the day before is told, not lost
    back = room.desk.read_back(later, pack)
    assert ("2026-05-13", "meeting.date, before") in [(u.text, u.where) for u in back.unplaced]


def test_another_word_file_is_refused_and_changes_nothing(room: MinuteRoom) -> None:
    # Given a letter, and a file that is no Word file
    meeting = second_meeting(room)
    letter: Word = docx.Document()
    letter.add_paragraph("Dear all")
    target = io.BytesIO()
    letter.save(target)

    # When they are dropped, then each is refused with a remedy
    for content in (target.getvalue(), b"PK\x03\x04 broken", b"text"):
        with pytest.raises(LibrarianError):
            room.desk.read_back(meeting, content)
    assert room.desk.meeting(meeting.id).answers == meeting.answers
