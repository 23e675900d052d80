"""The ages, themes and languages that typed words reveal, by where they stand among the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from librarian.domain.recognition import ages_between, ages_said
from librarian.domain.vocabulary import Mention, Vocabulary
from librarian.domain.words import words_of


@dataclass(frozen=True, slots=True)
class Revealed:
    """A filter's values that the words from start up to stop reveal."""

    start: int
    stop: int
    category: str
    names: tuple[str, ...]

    @property
    def soft(self) -> bool:
        """Whether the words themselves need not stand in a file: few say "under 7"."""
        return self.category == "ages"


def revealed(vocabulary: Vocabulary, typed: Sequence[str]) -> list[Revealed]:
    """Return what the typed words reveal."""
    found: dict[tuple[int, int, str], set[str]] = {}
    for mention in (*_said(vocabulary, typed), *_ages(vocabulary, typed)):
        place = mention.start, mention.stop, mention.category
        found.setdefault(place, set()).add(mention.name)
    return [Revealed(*place, tuple(sorted(names))) for place, names in found.items()]


def _said(vocabulary: Vocabulary, typed: Sequence[str]) -> Iterator[Mention]:
    places = [place for place, word in enumerate(typed) for _ in words_of(word)]
    folded = [part for word in typed for part in words_of(word)]
    for mention in vocabulary.mentions(folded):
        start, stop = places[mention.start], places[mention.stop - 1] + 1
        yield Mention(start, stop, mention.category, mention.name)


def _ages(vocabulary: Vocabulary, typed: Sequence[str]) -> Iterator[Mention]:
    """Yield the age groups that typed numbers mean, by the words that the numbers stand in."""
    ends = list(accumulate(len(word) + 1 for word in typed))
    for begin, end, low, high in ages_said(" ".join(typed)):
        start = sum(stop <= begin for stop in ends)
        stop = sum(last < end for last in ends) + 1
        for name in ages_between(vocabulary, low, high):
            yield Mention(start, stop, "ages", name)
