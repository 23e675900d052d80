"""Answers are said in words, and no letter gets through that files or screens cannot carry."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.forms.formats import is_case_number, is_nhs_number
from librarian.domain.forms.reading import questions_of
from librarian.domain.forms.wording import clean, worded


@pytest.mark.parametrize(
    ("schema", "value", "said"),
    [
        ({"type": "string", "format": "date"}, "2026-03-04", "4 March 2026"),
        ({"type": "string", "format": "date"}, "soon", "soon"),
        ({"type": "boolean"}, True, "Yes"),
        ({"type": "boolean"}, False, "No"),
        ({"oneOf": [{"const": "cp", "title": "Child protection"}]}, "cp", "Child protection"),
        ({"type": "array", "items": {"type": "string"}}, ["a", "b"], "a\nb"),
        ({"type": "number"}, 3, "3"),
        ({"type": "string"}, None, ""),
    ],
)
def test_an_answer_is_said_in_words(schema: dict[str, object], value: object, said: str) -> None:
    # Given a question, when its answer is put in words, then they are those on paper
    [question] = questions_of({"properties": {"x": schema}})
    assert worded(question, value) == said


@given(st.text(alphabet=st.characters()))
def test_cleaned_text_can_stand_anywhere(text: str) -> None:
    # Given any text, when it is cleaned, then it can be written, and cleaning again changes nothing
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned
    assert not set(cleaned) & {"\x00", "\x0b", "\x0c", "\r", "\ufffe", "\u202e"}


@pytest.mark.parametrize(
    ("number", "right"),
    [
        ("943 476 5919", True),
        ("9434765919", True),
        ("943 476 5918", False),
        ("94347659", False),
        ("٩٤٣٤٧٦٥٩١٩", False),
        ("", False),
    ],
)
def test_an_nhs_number_has_a_check_digit(number: str, right: bool) -> None:
    assert is_nhs_number(number) is right


@pytest.mark.parametrize(
    ("number", "right"),
    [("C-100245", True), ("100245", True), ("Mia Rivers", False), ("../x1", False), ("12", False)],
)
def test_a_case_number_is_no_name_and_no_path(number: str, right: bool) -> None:
    assert is_case_number(number) is right
