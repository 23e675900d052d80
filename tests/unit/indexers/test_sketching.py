"""Sketches estimate how alike two texts are, the same in every process."""

import random

import pytest

from indexers.sketching import SHORTEST, sketch, words
from librarian.domain.sketches import MOST, likeness, values


def text(seed: int, length: int) -> list[str]:
    """Return made-up words."""
    chance = random.Random(seed)
    return [f"word{chance.randrange(5000)}" for _ in range(length)]


def shingles(found: list[str]) -> set[tuple[str, str, str]]:
    return set(zip(found, found[1:], found[2:], strict=False))


def true_likeness(one: list[str], other: list[str]) -> float:
    ours, theirs = shingles(one), shingles(other)
    return len(ours & theirs) / len(ours | theirs)


@pytest.mark.parametrize("length", [60, 300, 3000])
@pytest.mark.parametrize("changed", [0.02, 0.1, 0.4])
def test_the_estimate_is_near_the_truth(length: int, changed: float) -> None:
    # Given texts and copies in which a part was written anew
    off = []
    for seed in range(12):
        one, new = text(seed, length), text(seed + 100, int(length * changed))
        start = (length - len(new)) // 2
        other = [*one[:start], *new, *one[start + len(new) :]]

        # When their sketches are compared
        off.append(likeness(sketch(one), sketch(other)).shared - true_likeness(one, other))

    # Then the estimates lie around the truth
    assert abs(sum(off) / len(off)) < 0.06
    assert max(map(abs, off)) < 0.25


def test_different_texts_are_not_alike() -> None:
    assert likeness(sketch(text(1, 500)), sketch(text(2, 500))).contained < 0.05


def test_a_sketch_is_the_same_everywhere_and_always() -> None:
    # Given a text, when it is sketched
    made = sketch(
        words("Draw the family over three generations. " * 3 + "Ask who is missing, and why.")
    )

    # Then its sketch is what it was when this was written
    assert made[:12].hex() == "6944530e4e4bae102da2382e"


def test_a_sketch_holds_the_smallest_checksums_in_order() -> None:
    # Given a long text, when it is sketched
    found = values(sketch(text(1, 3000)))

    # Then the sketch is full and in order
    assert len(found) == MOST
    assert list(found) == sorted(set(found))


def test_a_text_of_very_few_words_has_none() -> None:
    assert sketch(["word"] * (SHORTEST - 1)) == b""


def test_words_are_compared_without_case_and_punctuation() -> None:
    assert words("Siân's PLAN—v2.") == ["siân", "s", "plan", "v2"]
