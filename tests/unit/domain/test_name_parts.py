"""The parts of a name are told in the order in which they stand, as they are written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.name_marks import read_name
from librarian.domain.name_parts import NamePart, parts_of, wrong_parts
from librarian.domain.name_patterns import Part
from policies.principles.dat01_dates import PRINCIPLE as DATES
from policies.principles.lab01_version_labels import PRINCIPLE as LABELS
from policies.principles.nam01_names import PRINCIPLE as NAMES
from tests.support.views import a_case_view


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        (
            "Copy of Core_group_minutes v2.1 JB FINAL.docx",
            [
                (Part.COPY, "Copy of"),
                (Part.TITLE, "Core group minutes"),
                (Part.VERSION, "v2.1"),
                (Part.INITIALS, "JB"),
                (Part.STATUS, "FINAL"),
                (Part.UNDERSCORES, "_"),
                (Part.ENDING, ".docx"),
            ],
        ),
        (
            "03.11.26 Team meeting (1).docx",
            [
                (Part.DATE, "03.11.26"),
                (Part.TITLE, "Team meeting"),
                (Part.COPY, "(1)"),
                (Part.ENDING, ".docx"),
            ],
        ),
        ("Safety plan - DRAFT", [(Part.TITLE, "Safety plan"), (Part.STATUS, "DRAFT")]),
        (
            "Visit 4.3.26 SO.doc",
            [(Part.TITLE, "Visit 4.3.26 SO"), (Part.DATE, "4.3.26"), (Part.ENDING, ".doc")],
        ),
        ("Rota.xlsx", [(Part.TITLE, "Rota"), (Part.ENDING, ".xlsx")]),
    ],
)
def test_a_name_is_told_part_by_part(name: str, parts: list[tuple[Part, str]]) -> None:
    assert parts_of(f"Forms/{name}") == tuple(NamePart(*part) for part in parts)


def test_what_a_finding_says_of_a_name_is_read_from_its_detail() -> None:
    assert wrong_parts("underscores,initials") == (Part.UNDERSCORES, Part.INITIALS)
    assert wrong_parts("label") == (Part.VERSION,)
    assert wrong_parts("older") == ()


def test_rules_about_names_say_which_parts_are_wrong() -> None:
    # Given a file with every fault that a name can have
    name = "Copy of Core_group_minutes 03.11.2026 v2 JB FINAL.docx"
    view = a_case_view({"files": [{"path": f"Forms/{name}", "says": "words"}]})

    # When each rule about names looks at it
    told = {
        rule.code: wrong_parts(found.detail)
        for rule in (NAMES, DATES, LABELS)
        for found in rule.review(view)
    }

    # Then what it says can be told part by part
    everything = (Part.UNDERSCORES, Part.INITIALS, Part.STATUS, Part.COPY)
    assert told == {"NAM01": everything, "DAT01": (Part.DATE,), "LAB01": (Part.VERSION,)}


@given(st.text("abv1_ -().JB", min_size=1, max_size=16).map(lambda stem: f"{stem}.docx"))
def test_every_mark_that_counts_is_told_as_a_part(name: str) -> None:
    said = read_name(name)
    kinds = {kind for kind, _ in said.taken}
    assert (Part.VERSION in kinds) >= bool(said.version)
    assert (Part.STATUS in kinds) == bool(said.marks)
    assert (Part.COPY in kinds) == bool(said.copies or said.conflict)
    assert (Part.INITIALS in kinds) == bool(said.initials)
