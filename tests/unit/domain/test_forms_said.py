"""How a question is spoken of, and where answers stand when rows go and come back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.forms.moving_rows import beside, without
from librarian.domain.forms.wording import before_answer, told_of

SPOTS = st.tuples(st.sampled_from(["child", "fam"]), st.integers(0, 5), st.just("name"))


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Your name", "Your name: this is open."),
        ("Do they agree?", "Do they agree? This is open."),
        ("Do they agree? (2)", "Do they agree? (2) This is open."),
    ],
)
def test_a_title_that_asks_needs_no_colon(title: str, said: str) -> None:
    # Given a title; when something is said of it; then it reads as people write
    assert told_of(title, "this is open.") == said


def test_a_title_that_asks_needs_no_colon_before_its_answer() -> None:
    # Given two titles; when an answer follows; then only the one that asks nothing has a colon
    assert before_answer("Your name") == "Your name:"
    assert before_answer("Do they agree?") == "Do they agree?"


@given(SPOTS, st.integers(0, 5))
def test_a_row_that_is_put_back_has_every_answer_where_it_was(
    spot: tuple[str, int, str], row: int
) -> None:
    # Given answers in rows, when a row of one repeat is taken out and put back
    left = without(spot, ("child",), row)

    # Then those of the row went with it, and all others stand where they stood
    if left is None:
        assert spot[:2] == ("child", row)
    else:
        assert beside(left, ("child",), row) == spot
