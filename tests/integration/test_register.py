"""The register is written so that any spreadsheet reads it and computes nothing of it."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from librarian.adapters.register_files import write_register
from librarian.domain.errors import LibrarianError
from librarian.domain.register import HEADINGS, RegisterLine, harmless

LINE = RegisterLine(
    title="Core group minutes",
    version="v1.1",
    since=date(2026, 3, 3),
    owner="Team manager",
    deputy="",
    phone="+44 20 7946 0000",
    approver="janet",
    next_review=None,
    summary='=HYPERLINK("http://bad")',
    status="current",
    path="Forms/Core group minutes.docx",
)


def test_a_spreadsheet_holds_every_column_as_words(tmp_path: Path) -> None:
    # Given a register with a phone number and a note that begin like formulas
    target = write_register([LINE], tmp_path / "register.xlsx")

    # When it is read
    rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()

    # Then every cell is text
    assert tuple(rows[0]) == HEADINGS
    assert rows[1][1:6] == ["v1.1", "2026-03-03", "Team manager", "", "'+44 20 7946 0000"]
    assert rows[1][8].startswith("'=HYPERLINK")  # type: ignore[union-attr]


def test_comma_separated_text_is_read_back_as_it_was(tmp_path: Path) -> None:
    # Given the same as CSV
    target = write_register([LINE], tmp_path / "register.csv")

    # When it is read as Excel would
    with target.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))

    # Then there is a line for each document, and nothing beside it in the folder
    assert [next(iter(row)) for row in rows] == ["Title", "Core group minutes"]
    assert [each.name for each in tmp_path.iterdir()] == ["register.csv"]


def test_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    # Given a name that ends otherwise, when the register is written there, then it is refused
    with pytest.raises(LibrarianError, match="neither a spreadsheet"):
        write_register([LINE], tmp_path / "register.pdf")


@given(st.text())
def test_no_cell_begins_like_a_formula(text: str) -> None:
    # Given any text, when it is made harmless
    cell = harmless(text)

    # Then it begins like no formula, and says the same
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert cell.removeprefix("'") == text.removeprefix("'") or cell == f"'{text}"
