"""Paths are kept as the drive spells them and compared by what two spellings share."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from librarian.domain import paths

ANY_PATH = st.text(st.characters(), max_size=30)  # lone surrogates, our escape sign, everything


@given(ANY_PATH)
def test_a_stored_path_comes_back_as_it_was(path: str) -> None:
    # Given any path a drive can hold
    # When it is stored
    stored = paths.stored(path)

    # Then it fits a database, and comes back
    stored.encode("utf-8")
    assert paths.restored(stored) == path


@given(ANY_PATH)
def test_a_printable_path_can_be_shown_anywhere(path: str) -> None:
    # Given any path
    # When it is made printable
    shown = paths.printable(path)

    # Then it is valid Unicode of the same length
    shown.encode("utf-8")
    assert len(shown) == len(path)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Forms/GENOGRAM.docx", "forms/genogram.DOCX"),
        ("Siân.docx", "Sia\u0302n.docx"),
        ("STRASSE.txt", "straße.txt"),
    ],
)
def test_spellings_of_one_path_share_a_key(one: str, other: str) -> None:
    # Given two spellings
    # When their keys are compared
    # Then they are the same path
    assert paths.key(one) == paths.key(other)


@pytest.mark.parametrize(
    "name",
    [".librarian", "~$Form.docx", "Thumbs.db", "x.TMP", ".~lock.a.odt#", "~WRL0001.tmp", "._a.pdf"],
)
def test_what_nobody_looks_for_is_passed_over(name: str) -> None:
    # Given a name that programs leave behind
    # When it is met
    # Then it is passed over
    assert paths.is_passed_over(name)


@pytest.mark.parametrize(
    "name", ["Form.docx", "~ old forms", ".net guide.pdf", "temp.docx", "$5.txt"]
)
def test_what_people_named_is_not_passed_over(name: str) -> None:
    # Given a name that a person chose
    # When it is met
    # Then it is kept
    assert not paths.is_passed_over(name)


def test_everything_lies_in_the_top_and_siblings_do_not_lie_in_each_other() -> None:
    # Given a path in a folder
    # When it is asked where it lies
    # Then in its folder and the top, and not in a folder whose name begins alike
    assert paths.is_within("Forms/a.docx", "Forms")
    assert paths.is_within("Forms/a.docx", "")
    assert not paths.is_within("Forms 2/a.docx", "Forms")
