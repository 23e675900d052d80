"""A printed case summary as a source of known facts, in the three ways that systems print."""

from pathlib import Path

import docx
import pytest

from librarian.adapters.forms.cases_in_printouts import PrintoutCases, wording_from
from librarian.bootstrap.forms import OURS, form_room
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case
from tests.support.fakes import FakeClock

SUMMARY = """CASE SUMMARY
Printed on 12 November 2026
Case number: C-100245
Plan status: Child protection plan
Hazard: Yes
Hazard details: Large dog;
    ring before the visit.

Child 1
Name: Mia Rivers          DOB: 04/05/2016
Address: 14 Lime Walk
GP:
Child 2
Name: Leo Rivers
Date of birth: 20 Jan 2018

HOUSEHOLD
Name          Relationship    Date of birth    Phone
Jo Rivers     Mother          11/02/1991       07700 900111
Dan Teal      Father          23/07/1989       07700 900222

Professionals
Name\tRole\tTelephone
Sam Reed\tHealth visitor\t020 7946 0777

Prepared by the system. Colour of eyes: brown
"""


def found(text: str, number: str = "C-100245") -> Case:
    return PrintoutCases(text, wording_from(OURS / "printout.toml")).find(number)


def values(case: Case, kind: str) -> list[dict[str, object]]:
    return [{name: fact.value for name, fact in row.items()} for row in case.rows[kind]]


def test_labels_gaps_and_tables_are_understood_and_the_rest_left_out() -> None:
    # Given a summary that is printed in three ways, when it is read
    case = found(SUMMARY)

    # Then each fact is where it belongs, with the day of printing, and nothing is guessed
    assert values(case, "case") == [
        {
            "plan_status": "Child protection plan",
            "risk_flag": "Yes",
            "risk_detail": "Large dog; ring before the visit.",
        }
    ]
    assert values(case, "child") == [
        {"name": "Mia Rivers", "dob": "2016-05-04", "address": "14 Lime Walk"},
        {"name": "Leo Rivers", "dob": "2018-01-20"},
    ]
    assert [row["name"] for row in values(case, "person")] == ["Jo Rivers", "Dan Teal"]
    assert values(case, "person")[1]["dob"] == "1989-07-23"
    assert values(case, "professional")[0]["contact"] == "020 7946 0777"
    assert str(case.rows["child"][0]["name"].as_of) == "2026-11-12"


def test_a_case_summary_without_a_day_is_of_no_day() -> None:
    # Given a summary that does not say when it was printed, then its facts have no day: old ones
    # are asked about
    case = found("Case number: C-1\nChild\nName: Mia\nAddress: 1 Elm Walk", "C-1")
    assert case.rows["child"][0]["address"].as_of is None


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (SUMMARY.replace("C-100245", "C-999"), "another case"),
        ("Child\nName: Mia", "of which case"),
        ("Case number: C-100245\nnothing else", "not known"),
        ("x" * 5_000_000, "too long"),
        ("\x00\ud800\u202e=HYPERLINK()", "of which case"),
    ],
    ids=["another", "no number", "nothing", "five megabytes", "odd letters"],
)
def test_what_cannot_be_used_is_refused_in_words(text: str, word: str) -> None:
    with pytest.raises(LibrarianError, match=word) as refused:
        found(text)
    assert "Mia" not in str(refused.value)


def test_a_dropped_word_file_is_read_too(tmp_path: Path) -> None:
    # Given a summary as a Word file with a table
    document = docx.Document()
    document.add_paragraph("Case number: C-100245")
    document.add_paragraph("Children")
    table = document.add_table(rows=0, cols=2)
    for cells in (("Name", "Date of birth"), ("Mia Rivers", "4/5/2016")):
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    document.save(str(tmp_path / "summary.docx"))

    # When it is given as a source, then its facts are there
    case = form_room(tmp_path / "home", FakeClock()).case(tmp_path / "summary.docx", "C-100245")
    assert values(case, "child") == [{"name": "Mia Rivers", "dob": "2016-05-04"}]


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(LibrarianError, match="no text"):
        form_room(tmp_path / "home", FakeClock()).case(tmp_path / "photo.png", "C-1")
