"""A snippet shows the piece of a text that tells why it was found."""

from pathlib import Path

import pytest

from librarian.domain.searching import Query
from tests.support.indexed import an_entry, an_index

FILLER = "Nothing to see here at all. " * 40


@pytest.mark.parametrize(
    ("body", "typed", "marked"),
    [
        ("A safety plan for home.", "safety plan", ["safety", "plan"]),
        ("The referral was made.", "referrals", ["referral"]),
        ("Families decide.", "family ", ["Families"]),
        ("Draw a genogram.", "geno", ["genogram"]),
        ("Draw a genogram.", "genogrm", ["genogram"]),
        ("Ask Siân – she knows.", "sian", ["Siân"]),
        ("This child in need has a plan.", "cin ", ["child in need"]),
        ("This child in need has a plan.", '"in need"', ["in need"]),
        ("Formulate the forms.", "f?rms", ["forms"]),
        ("Nothing of it.", "author:nobody", []),
    ],
)
def test_what_was_met_is_marked(tmp_path: Path, body: str, typed: str, marked: list[str]) -> None:
    # Given a file with a text
    entry = an_entry("Note.docx", body)
    reader = an_index(tmp_path, entry)

    # When somebody who typed this sees it
    snippet = reader.snippets(Query(typed), [entry.file])[entry.file]

    # Then the words met are marked
    assert [snippet.text[start:stop] for start, stop in snippet.marks] == marked


def test_the_piece_with_most_of_the_words_is_shown(tmp_path: Path) -> None:
    # Given a long text with one word early and all of them late
    body = f"A plan. {FILLER} Here the safety plan is signed. {FILLER}"
    entry = an_entry("Long.docx", body)
    reader = an_index(tmp_path, entry)

    # When somebody who asked for all of them sees it
    snippet = reader.snippets(Query("safety plan signed "), [entry.file])[entry.file]

    # Then the late piece is shown, short, and marked where the words are
    assert [snippet.text[a:b] for a, b in snippet.marks] == ["safety", "plan", "signed"]
    assert len(snippet.text) < 200
    assert snippet.text.startswith("… ")


def test_without_a_mark_the_first_words_are_shown(tmp_path: Path) -> None:
    # Given a file found by its name
    entry = an_entry("Genogram.docx", f"Draw the family. {FILLER}")
    reader = an_index(tmp_path, entry)

    # When it is seen
    snippet = reader.snippets(Query("genogram"), [entry.file])[entry.file]

    # Then its text shows from the start
    assert snippet.text.startswith("Draw the family.")
    assert snippet.marks == ()


def test_a_file_without_text_has_no_snippet(tmp_path: Path) -> None:
    # Given a file whose text is withheld
    entry = an_entry("Filled in.docx", personal=True)
    reader = an_index(tmp_path, entry)

    # When snippets are asked for
    found = reader.snippets(Query("filled"), [entry.file])

    # Then there is none
    assert found == {}
