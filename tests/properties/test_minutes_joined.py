"""Two people write in the same minutes: no word is lost, and nothing withheld comes out."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from librarian.domain.minutes.joining import joined, without_row

WORDS = st.sampled_from(["", "damp", "tea", "late", "calm"])
ROWS = st.lists(st.dictionaries(st.sampled_from(["fact", "who"]), WORDS), max_size=3)
ANSWERS = st.fixed_dictionaries(
    {}, optional={"news": ROWS, "came": ROWS, "family": st.dictionaries(st.just("view"), WORDS)}
)


def texts(value: Any) -> set[str]:
    if isinstance(value, dict):
        return set().union(*map(texts, value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(texts, value))
    return {value} if value else set()


@given(ANSWERS, ANSWERS, ANSWERS)
def test_no_word_of_either_is_lost(agreed: Any, earlier: Any, later: Any) -> None:
    made = joined(agreed, earlier, later)
    new = (texts(earlier) | texts(later)) - texts(agreed)
    assert new <= texts(made.answers) | {text for text, _ in made.unplaced}


@given(ANSWERS, ANSWERS)
def test_where_only_one_wrote_their_words_stand(agreed: Any, changed: Any) -> None:
    assert texts(joined(agreed, agreed, changed).answers) == texts(changed)
    assert texts(joined(agreed, changed, agreed).answers) == texts(changed)


@given(ROWS, ROWS, ROWS, st.integers(0, 2), st.booleans())
def test_a_row_that_was_withheld_stays_withheld(
    agreed: Any, earlier: Any, later: Any, number: int, by_earlier: bool
) -> None:
    # Given a row with words of its own that one of two people withholds
    ours = earlier if by_earlier else later
    ours = [*ours[:number], {"fact": "secret"}, *ours[number:]]
    at = ours.index({"fact": "secret"})
    held = {"news": ours, "withheld": [{"what": f"news.{at}", "reader": "Dan"}]}
    sides = [held, {"news": later}] if by_earlier else [{"news": earlier}, held]

    # When both are joined
    made: Any = joined({"news": agreed}, *sides).answers

    # Then wherever those words stand, that row or its whole list is withheld
    what = {row["what"] for row in made["withheld"]}
    found = [n for n, row in enumerate(made["news"]) if "secret" in texts(row)]
    assert "news" in what or {f"news.{n}" for n in found} <= what


@given(ROWS.filter(bool), st.data())
def test_what_is_withheld_goes_on_meaning_its_row(found: Any, data: Any) -> None:
    gone = data.draw(st.integers(0, len(found) - 1))
    at = data.draw(st.integers(0, len(found) - 1))
    marked = [{**row, "id": str(n)} for n, row in enumerate(found)]
    answers = {"news": marked, "withheld": [{"what": f"news.{at}", "reader": "Dan"}]}
    left: Any = without_row(answers, "news", gone)
    meant = [left["news"][int(row["what"].partition(".")[2])]["id"] for row in left["withheld"]]
    assert meant == ([] if at == gone else [str(at)])
