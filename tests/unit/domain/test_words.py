"""Words are compared without what people do not mind: capitals, accents, seams in names."""

import pytest

from librarian.domain.words import are_near, name_words, places_of, without_version, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Siân’s Café", ["sian", "cafe"]),
        ("The child's plan", ["the", "child", "plan"]),
        ("Łódź smørrebrød", ["lodz", "smorrebrod"]),
        ("visit_record-v2", ["visit", "record", "v2"]),
        ("A&E", ["a", "e"]),
    ],
)
def test_words_are_folded(text: str, words: list[str]) -> None:
    # Given a text
    # When its words are taken
    # Then capitals, accents and possessives are gone
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("GenogramGuide_v2", "Genogram Guide GenogramGuide v2"),
        ("CPPlan", "CP Plan CPPlan"),
        ("Form12-s47", "Form 12 Form12 s47"),
        ("2024Budget", "2024 Budget 2024Budget"),
        ("plain name.here", "plain name here"),
    ],
)
def test_a_name_is_split_at_its_seams(name: str, words: str) -> None:
    # Given a file name written in one go
    # When it is made words
    # Then each part can be found, and the whole too
    assert name_words(name) == words


@pytest.mark.parametrize(
    "title",
    [
        "Visit record v2 FINAL",
        "Copy of visit record",
        "Visit record - Copy",
        "visit record 12.03.24",
        "Visit record 2024-03-12 draft",
        "Visit record v2.1",
    ],
)
def test_versions_of_a_title_have_the_same_words(title: str) -> None:
    # Given titles that only tell versions apart
    # When that is taken away
    # Then they are one
    assert without_version(title) == "visit record"


@pytest.mark.parametrize(
    ("one", "other", "most", "near"),
    [
        ("genogrm", "genogram", 1, True),
        ("saftey", "safety", 1, True),
        ("genogramm", "genogram", 1, True),
        ("genogrem", "genogram", 1, True),
        ("gengrm", "genogram", 1, False),
        ("gengrm", "genogram", 2, True),
        ("visit", "record", 2, False),
    ],
)
def test_slips_of_the_finger_are_counted(one: str, other: str, most: int, near: bool) -> None:
    # Given two words
    # When they are compared
    # Then they are near if no more slips than this lie between them
    assert are_near(one, other, most) is near


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Draw a Genogram.", ("genogram",), ["Genogram"]),
        ("three genograms", ("genogram",), ["genograms"]),
        ("a cinema and a CIN plan", ("cin",), ["CIN"]),
        ("Siân's plan", ("sian",), ["Siân"]),
        ("nothing here", ("genogram",), []),
        ("nothing asked", (), []),
        ("A child in need plan", ("plan", "Child in Need"), ["child in need", "plan"]),
        ("a child in a plan", ("child in need",), []),
        (
            "in-care, children's plan",
            ("in care", "children's plan"),
            ["in-care", "children's plan"],
        ),
        ("a b", ("",), []),
    ],
)
def test_words_are_found_where_they_stand(
    text: str, words: tuple[str, ...], found: list[str]
) -> None:
    assert [text[start:end] for start, end in places_of(text, words)] == found
