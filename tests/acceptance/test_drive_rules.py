"""Business Support hold the drive against its rules, from the command line."""

import json
from pathlib import Path

from librarian.adapters.sample import truth_path
from tests.acceptance.conftest import Librarian

_SHAPE = {"id", "code", "severity", "subject", "message", "since", "proposed"}


def test_a_review_tells_what_needs_a_look_and_keeps_it_the_same(librarian: Librarian) -> None:
    # Given the scanned sample
    first = librarian.json("review")

    # When it is reviewed again
    again = librarian.json("review")

    # Then each finding has the agreed shape, and is the same one since the same moment
    assert first["findings"]
    assert all(set(each) == _SHAPE for each in first["findings"])
    assert again == first


def test_each_filled_in_form_is_told_without_a_word_of_it(librarian: Librarian) -> None:
    # Given the sample with filled-in forms among its blanks
    truth = json.loads(truth_path(Path(librarian.drive)).read_text("utf-8"))

    # When it is reviewed
    found = [each for each in librarian.json("review")["findings"] if each["code"] == "PER01"]

    # Then they are all named by place and kind, and nothing else is
    assert {each["subject"] for each in found} == set(truth["personal"])
    assert all(each["proposed"] == [] for each in found)
