"""Core groups from meeting to meeting: carried, finished, confirmed, issued; nothing told on."""

import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from icalendar import Calendar
from pypdf import PdfReader

from librarian.adapters.minutes.kept_letters import forget_old_letters
from librarian.application.minutes.issuing import RECORD
from librarian.application.minutes.ports import Meeting
from librarian.bootstrap.forms import OURS
from librarian.domain.errors import LibrarianError
from librarian.domain.minutes.guide import guide_of
from tests.support.fakes import FakeClock
from tests.support.form_makers import text_of
from tests.support.minute_makers import CASE, FIRST, a_room


def test_the_guide_has_a_line_and_two_examples_for_each_of_fifteen_sections() -> None:
    # Given the guide that ships, when it is read
    guide = guide_of((OURS / "minutes" / "guide.md").read_text("utf-8"))

    # Then each section has its line, a good example and a poor one
    assert len(guide.sections) == 15
    assert all(each.line and each.good and each.poor for each in guide.sections)
    assert any("999" in point for point in guide.points)


def test_two_meetings_in_a_row_with_a_crash_in_between(tmp_path: Path) -> None:
    # Given a first meeting, finished
    room = a_room(tmp_path)
    first = replace(room.desk.begin(CASE), answers=FIRST)
    written = room.finish(first, tmp_path / "out")
    assert written.folder
    assert written.letter
    assert b"Mia" not in written.letter.name.encode()

    # and a second that was begun when the computer died
    second = room.desk.begin(CASE)
    answers: Any = dict(second.answers)
    answers["last"][0] |= {"state": "part", "difference": "She is awake in lessons."}
    room.desk.save(replace(second, answers=answers))

    # When the program starts again
    again = a_room(tmp_path).desk

    # Then what was written is there, with the action and its number from last time
    kept = again.meeting(second.id)
    action: Any = kept.answers["last"]
    assert action[0]["id"] == "1.1"
    assert action[0]["difference"] == "She is awake in lessons."
    assert [step.meeting for step in again.history(CASE)["1.1"]] == [1, 2]

    # and none of it stands in plain on the disk
    assert not any(b"breakfast" in each.read_bytes() for each in tmp_path.glob("minutes/*"))


def test_the_page_of_actions_and_the_next_date_are_ready_at_once(tmp_path: Path) -> None:
    # Given a meeting, when it is finished
    room = a_room(tmp_path)
    written = room.finish(replace(room.desk.begin(CASE), answers=FIRST), tmp_path / "out")

    # Then the page has each action with one person and a day, and the calendar has the next date
    assert written.folder
    names = {each.suffix: each for each in written.folder.iterdir()}
    page = "".join(each.extract_text() for each in PdfReader(names[".pdf"]).pages)
    assert all(word in page for word in ("1.1", "Begin breakfast", "Jaya Patel", "20 April 2026"))
    [event] = Calendar.from_ical(names[".ics"].read_bytes()).walk("VEVENT")
    assert str(event["SUMMARY"]) == f"Core group {CASE}"
    assert str(event.decoded("DTSTART")) == "2026-05-14"


def test_the_pdfs_are_tagged_with_title_language_headings_and_tables(tmp_path: Path) -> None:
    # Given a finished meeting, when the structure of each PDF is walked by another library
    room = a_room(tmp_path)
    copies = room.issuer.copy_for(Meeting("m0", CASE, FIRST), RECORD)
    pdfs = {each.name: each.content for each in copies.made if each.name.endswith(".pdf")}
    pdfs["paper.pdf"] = room.desk.paper(Meeting("m0", CASE, FIRST))
    assert len(pdfs) == 3
    for name, content in pdfs.items():
        (tmp_path / name).write_bytes(content)
        reader = PdfReader(tmp_path / name)
        root: Any = reader.trailer["/Root"]

        # Then each says its language and title, and has headings and header cells in its tree
        assert root["/Lang"] == "en-GB"
        assert root["/MarkInfo"]["/Marked"]
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert reader.metadata
        assert reader.metadata.title
        roles = list(roles_of(root["/StructTreeRoot"]))
        assert {"/H1", "/H2", "/Table", "/TH", "/TD"} <= set(roles), name


def test_the_councils_own_template_keeps_its_header(tmp_path: Path) -> None:
    # Given a council's letterhead with a header of its own
    letterhead = docx.Document()
    letterhead.sections[0].header.paragraphs[0].text = "Elmshire Council"
    letterhead.add_paragraph("Type here")
    (tmp_path / "letterheads").mkdir()
    letterhead.save(str(tmp_path / "letterheads" / "minutes.docx"))

    # When the minutes are written
    written = a_room(tmp_path).draft(Meeting("m0", CASE, FIRST), tmp_path / "out")

    # Then they stand under that header, and its sample text is gone
    assert written.folder
    [word] = written.folder.glob("*.docx")
    made = docx.Document(str(word))
    assert made.sections[0].header.paragraphs[0].text == "Elmshire Council"
    words = text_of(word.name, word.read_bytes())
    assert "Begin breakfast" in words
    assert "Type here" not in words


def test_messages_go_after_a_day(tmp_path: Path) -> None:
    # Given a message of today and one of last week
    now = FakeClock().now()
    for name, days in (("new.eml", 0), ("old.eml", 7)):
        (tmp_path / name).write_text("To:", "utf-8")
        at = (now - timedelta(days=days)).timestamp()
        os.utime(tmp_path / name, (at, at))

    # When old ones are forgotten, then only the new one stays
    assert forget_old_letters(tmp_path, now) == 1
    assert [each.name for each in tmp_path.iterdir()] == ["new.eml"]


@pytest.mark.parametrize("harm", ["cut off", "changed", "unreadable", "no draft at all"])
def test_a_damaged_file_costs_only_its_own_meeting(tmp_path: Path, harm: str) -> None:
    # Given two meetings, of which one file is damaged
    desk = a_room(tmp_path).desk
    whole, torn = desk.begin(CASE), desk.begin("C-100999")
    file = tmp_path / "minutes" / f"{torn.id}.draft"
    harmed(file, harm)

    # When the list is asked for, then the other is there, and of this one it is told what to do
    desk = a_room(tmp_path).desk
    assert [each.id for each in desk.meetings()] == [whole.id]
    [damaged] = desk.damaged()
    assert damaged.id == torn.id
    assert damaged.remedy
    assert (damaged.kept is not None) == (harm in ("cut off", "changed"))
    assert desk.begin(CASE).answers["meeting"]
    with pytest.raises(LibrarianError, match="cannot be opened"):
        desk.meeting(torn.id)

    # and when it is deleted, it is gone
    desk.forget(torn.id)
    assert desk.damaged() == ()


def harmed(file: Path, harm: str) -> None:
    """Do such harm to a file."""
    content = file.read_bytes()
    if harm == "unreadable":
        file.unlink()
        file.symlink_to(file)
        return
    spoilt = {
        "cut off": content[:-30],
        "changed": content[:-1] + bytes([content[-1] ^ 1]),
        "no draft at all": b"\0" * 99,
    }
    file.write_bytes(spoilt[harm])


def test_without_a_key_nothing_is_begun(tmp_path: Path) -> None:
    with pytest.raises(LibrarianError, match="no place for the key"):
        a_room(tmp_path, key=None).desk.begin(CASE)


def roles_of(element: Any) -> Any:
    element = element.get_object() if hasattr(element, "get_object") else element
    if isinstance(element, list):
        for each in element:
            yield from roles_of(each)
    elif isinstance(element, dict):
        if "/S" in element:
            yield str(element["/S"])
        yield from roles_of(element.get("/K", []))
