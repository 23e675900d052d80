"""Anything a person can type is answered; nothing raises, and the answer holds together."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from indexers.full_text import FullTextReader
from librarian.domain.searching import Query
from tests.support.indexed import an_entry, an_index

TOKENS = st.sampled_from(
    [
        *('"', "(", ")", "-", "*", "?", " ", "\t", "'", "’", "\\", "/", ":", "^2", "~", "[", "]"),
        *("AND", "OR", "NOT", "TO", "+", "%", "\0", "\ud800", "é", "e\u0301", "中文", "🙂", "…"),
        *("type:", "folder:", "author:", "after:", "before:", "title:", "in:", "re:", "http://x"),
        *("last month", "2024", "31/02/2026", "3 weeks ago", "under 7", "ages 5-", "KS2", "Year 6"),
        *("cin", "cp plan", "genogram", "genogrm", "safety", "is", "the", "child in need", "feel*"),
    ]
)
TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(TOKENS, max_size=12).map("".join),
    st.lists(TOKENS, max_size=12).map(" ".join),
)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> FullTextReader:
    return an_index(
        tmp_path_factory.mktemp("index"),
        an_entry("Forms/Genogram guide.docx", "Draw the family."),
        an_entry("Forms/Child in need plan.docx", "A plan for safety."),
        an_entry("Old/Feelings 5-7.pdf", "How do you feel?"),
    )


@given(text=TYPED, typing=st.booleans())
@example(text="0 OR '", typing=False)
def test_whatever_is_typed_is_answered(reader: FullTextReader, text: str, typing: bool) -> None:
    # Given anything at all in the search box
    query = Query(text, typing=typing)

    # When everything is asked of the index that the window asks
    results = reader.find(query, {})
    files = [hit.file for hit in results.hits]
    snippets = reader.snippets(query, files)
    reader.counts(query)
    reader.words(query)
    reader.near(text)

    # Then the answers hold together
    assert results.total >= len(files)
    assert len(set(files)) == len(files)
    assert [hit.score for hit in results.hits] == sorted(
        (hit.score for hit in results.hits), reverse=True
    )
    for snippet in snippets.values():
        assert all(0 <= start < stop <= len(snippet.text) for start, stop in snippet.marks)
    for hit in results.hits:
        points = sum(why.points for why in reader.explain(query, hit.file, {}))
        assert points == pytest.approx(hit.score, rel=1e-2, abs=1e-2)
