"""The words that the index knows, and which of them a mistyped word is near to."""

import math
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import tantivy

from indexers.full_text.schema import analyser, singular, stemmed, written
from librarian.domain.words import are_near

_SHORTEST: Final = 4  # letters of a word that may hold a slip
_TWO_SLIPS: Final = 8  # letters of a word that may hold two
_MOST: Final = 3  # near words that are searched
_TITLES_COUNT: Final = 20  # a word in a title is this much likelier meant than one in a text
_LETTERS: Final = string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The terms of one state of the index."""

    searcher: tantivy.Searcher
    _stemmer: tantivy.TextAnalyzer = field(default_factory=lambda: analyser(stems=True))

    def stem(self, word: str) -> str:
        """Return the stem under which a word is kept; the word itself where it has none."""
        return next(iter(self._stemmer.analyze(singular(word))), word)

    def knows(self, word: str) -> bool:
        """Tell whether any file holds the word in any of its forms."""
        return self.searcher.doc_freq(stemmed("text"), self.stem(word)) > 0

    def files(self, word: str, field: str = "text") -> int:
        """Return how many files hold the word as it is written."""
        return self.searcher.doc_freq(written(field), word)

    def beginning(self, field: str, start: str, most: int | None) -> list[str]:
        """Return the commonest words of a field that begin so, commonest first."""
        return [term for term, _ in self.counted(field, start, most)]

    def counted(self, field: str, start: str, most: int | None) -> list[tuple[str, int]]:
        """Return the commonest words of a field that begin so, each with its number of files."""
        return self.searcher.terms_with_prefix(written(field), start, limit=most)

    def rarity(self, files: int) -> float:
        """Return how much tantivy makes of a word that so many files hold."""
        number = self.searcher.num_docs
        return math.log(1 + (max(number - files, 0) + 0.5) / (files + 0.5))

    def near(self, word: str, *, unfinished: bool = False) -> tuple[str, ...]:
        """Return the known words that this one is probably a slip of, likeliest first."""
        if len(word) < _SHORTEST or not word.isalpha():
            return ()
        found = self._one_slip(word)
        if not found and unfinished:
            found = self._begun_with_a_slip(word)
        if not found and len(word) >= _TWO_SLIPS:
            found = self._two_slips(word)
        return tuple(self._likeliest(found)) or self._run_together(word)

    def mended(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the words with each unknown one replaced by one that looks like it."""
        likely = [(word,) if self.knows(word) else self._alike(word) for word in words]
        for choice in range(_MOST):
            row = [near[min(choice, len(near) - 1)] for near in likely if near]
            if row:
                yield " ".join(row)

    def _alike(self, word: str) -> tuple[str, ...]:
        """Return known words of titles that a reader might take this one for."""
        slips = 1 + (len(word) >= _SHORTEST) + (len(word) >= _TWO_SLIPS)
        known = self.searcher.terms_with_prefix(written("label"), "")
        alike = {term for term, _ in known if len(term) > 1 and are_near(word, term, slips)}
        return self.near(word) or tuple(self._likeliest(alike))

    def _likeliest(self, words: set[str]) -> list[str]:
        def likely(word: str) -> int:
            return self.files(word, "label") * _TITLES_COUNT + self.files(word)

        return sorted(words, key=lambda word: (-likely(word), word))[:_MOST]

    def _one_slip(self, word: str) -> set[str]:
        return {other for other in slips(word) if self.files(other)}

    def _begun_with_a_slip(self, start: str) -> set[str]:
        return {
            term
            for other in slips(start)
            if other[:1] == start[:1]
            for term in self.beginning("label", other, 1)
        }

    def _two_slips(self, word: str) -> set[str]:
        candidates = self.searcher.terms_with_prefix(written("label"), word[:1])
        return {term for term, _ in candidates if are_near(word, term, 2)}

    def _run_together(self, word: str) -> tuple[str, ...]:
        """Return the two known words that were typed as one, if any."""
        least = 3
        pairs = (
            (word[:cut], word[cut:])
            for cut in range(least, len(word) - least + 1)
            if self.files(word[:cut], "label") and self.files(word[cut:], "label")
        )
        return next(((f"{one} {other}",) for one, other in pairs), ())


def slips(word: str) -> Iterator[str]:
    """Yield every word that lies one slip of the finger from this one."""
    for cut in range(len(word) + 1):
        head, tail = word[:cut], word[cut:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        if tail:
            yield head + tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
