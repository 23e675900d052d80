"""For whom a document is, is recognised as tests/cases/recognition.tsv says."""

import pickle
from pathlib import Path

import pytest

from librarian.domain.recognition import recognise
from librarian.domain.vocabulary import Topic, Vocabulary
from policies.vocabulary import load

CASES = [
    line.split("\t")
    for line in (Path(__file__).parents[2] / "cases/recognition.tsv")
    .read_text("utf-8")
    .splitlines()
    if line and not line.startswith("#")
]


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load()


@pytest.mark.parametrize(("title", "folder", "text", "expected"), CASES)
def test_ages_themes_and_languages_are_recognised(
    vocabulary: Vocabulary, title: str, folder: str, text: str, expected: str
) -> None:
    # Given a document's title, folder and text
    # When it is looked at
    found = recognise(vocabulary, title=title, folder=folder, text=text)

    # Then it is known for whom it is, and nothing is made up
    assert (
        " | ".join(", ".join(each) for each in (found.ages, found.themes, found.languages)).split()
        == expected.split()
    )


def test_a_theme_mentioned_in_passing_in_a_long_text_is_not_its_theme(
    vocabulary: Vocabulary,
) -> None:
    # Given a long text that comes to speak of anger five times
    text = "The plan says who does what and when it is done. " * 200 + "anger " * 5

    # When it is looked at
    found = recognise(vocabulary, title="Plan", folder="", text=text)

    # Then it is not about anger
    assert found.themes == ()


def test_a_vocabulary_travels_to_a_worker_process_and_recognises_there() -> None:
    # Given a vocabulary that was used already
    ours = Vocabulary(themes=(Topic("Anger", ("cross",)),))
    recognise(ours, title="cross", folder="", text="")

    # When it is sent to another process
    theirs = pickle.loads(pickle.dumps(ours))  # noqa: S301 - our own bytes

    # Then it recognises the same
    assert recognise(theirs, title="Feeling cross", folder="", text="").themes == ("Anger",)
