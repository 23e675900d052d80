"""Gentle checks point at what a reader could not use, and leave good minutes alone."""

import tomllib
from typing import Any

import pytest

from librarian.domain.minutes.gentle_checks import reading_age, remarks
from tests.support.sources import ROOT

CASES = tomllib.loads((ROOT / "tests/cases/minutes_checks.toml").read_text("utf-8"))["case"]
ACRONYMS = {"CAMHS": "Child and Adolescent Mental Health Services"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["box"])[:60])
def test_each_box_gets_the_remarks_it_deserves(case: dict[str, Any]) -> None:
    assert [each.check for each in remarks(case["box"], ACRONYMS)] == case["checks"]


def test_a_remark_names_the_row_and_what_may_help() -> None:
    # Given two actions, of which the second has no one person
    given = {
        "action": [
            {"what": "Ring the school", "who": "J. Patel", "due": "2026-05-01"},
            {"what": "Ring CAMHS", "who": "everyone", "due": "2026-05-01"},
        ]
    }

    # When they are looked at
    owner, acronym = remarks(given, ACRONYMS)

    # Then the second is named, and the acronym is spelled out
    assert owner.where == "action.1"
    assert "Child and Adolescent Mental Health Services (CAMHS)" in acronym.remedy


def test_plain_sentences_are_for_younger_readers_than_long_ones() -> None:
    assert reading_age("The cat sat on the mat. It was warm.") < 9
    assert reading_age("Multidisciplinary intervention necessitates reconsideration.") > 20
    assert reading_age("") == 0
