"""Names are taken apart as tests/cases/names.tsv says."""

from pathlib import Path

import pytest

from librarian.domain.name_marks import read_name

_COLUMNS = 9


def cases() -> list[list[str]]:
    lines = (Path(__file__).parents[2] / "cases/names.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return [row + [""] * (_COLUMNS - len(row)) for row in rows]


@pytest.mark.parametrize("row", cases(), ids=lambda row: row[0])
def test_a_name_tells_what_people_and_computers_added(row: list[str]) -> None:
    # Given a name as teams leave it
    name, *expected = row

    # When it is taken apart
    told = read_name(f"Some folder/{name}")

    # Then each mark is found, and the title is what is left
    assert [
        told.title,
        ".".join(map(str, told.version)),
        ", ".join(sorted(told.marks)),
        str(told.ordinal or ""),
        str(told.copies or ""),
        "yes" if told.conflict else "",
        ", ".join(dated.in_words() for dated in told.dates),
        told.initials,
    ] == expected


def test_there_are_cases_for_every_pattern() -> None:
    # Given the cases, when they are counted, then there are as many as patterns deserve
    assert len(cases()) >= 150


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("GenogramGuideV3.docx", "genogram_guide - OLD 2.doc"),
        ("Team risk register 2023-24.ods", "team risk register May 2021.ods"),
        ("Copy of Parents' guide v2 (1).pdf", "PARENTS GUIDE 07.03.24.docx"),
    ],
)
def test_names_of_one_title_have_the_same_core(one: str, other: str) -> None:
    # Given two names that differ only in marks, letters and dates
    # When both are taken apart, then their titles have the same words
    assert read_name(one).core == read_name(other).core
