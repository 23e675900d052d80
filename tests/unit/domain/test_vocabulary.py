"""Acronyms and their meanings lead to each other, and little words stay little words."""

import pytest

from librarian.domain.vocabulary import Term, Vocabulary

WORDS = Vocabulary(
    terms=(
        Term("CP", "Child Protection", ("safeguarding", "section 47")),
        Term("CP", "Care Plan"),
        Term("CIN", "Child in Need", ("section 17", "CiN plan")),
        Term("IS", "Independent Supporter"),
        Term("FT", "Family Time", ("contact", "supervised contact")),
        Term("STRAT", "Strategy Discussion / Strategy Meeting"),
        Term("LAC review", "Looked After Child review (old)"),
    )
)


@pytest.mark.parametrize(
    ("typed", "others"),
    [
        ("cp", ["Child Protection", "Care Plan", "safeguarding", "section 47"]),
        ("CPs", ["Child Protection", "Care Plan", "safeguarding", "section 47"]),
        ("c.p.", ["Child Protection", "Care Plan", "safeguarding", "section 47"]),
        ("child protection", ["CP"]),
        ("contact form", ["Family Time", "FT"]),
        ("strat", ["Strategy Discussion", "Strategy Meeting"]),
        ("lac review invite", ["Looked After Child review"]),
        ("is", ["Independent Supporter"]),
        ("what is it", []),
        ("what IS it", ["Independent Supporter"]),
        ("form", []),
    ],
)
def test_other_words_are_known_for_what_is_typed(typed: str, others: list[str]) -> None:
    # Given what a person typed
    words = typed.split()

    # When other words for it are looked up
    found = [other.shown for expanded in WORDS.expand(words) for other in expanded.others]

    # Then they are these, surest first
    assert found == others


def test_a_meaning_of_two_counts_half() -> None:
    # Given an acronym with two meanings and one with one
    # When each is looked up
    [ambiguous] = WORDS.expand(["cp"])
    [certain] = WORDS.expand(["cin"])

    # Then each of the two meanings is half as sure
    assert ambiguous.others[0].strength == certain.others[0].strength / 2


def test_a_synonym_that_holds_its_acronym_does_not_lead_back_to_it() -> None:
    # Given "CiN plan" among the synonyms of CIN
    # When it is typed
    found = WORDS.expand(["cin", "plan"])

    # Then only the acronym itself leads anywhere
    assert [(each.start, each.stop) for each in found] == [(0, 1)]
