"""Helps with spelling by what the computer itself offers; what is looked at is never written down.

Words that a person adds are known until the program ends and are kept nowhere: the first word that
people add is a child's name. A speller stays in the thread that made it.
"""

from collections.abc import Collection, Iterable
from typing import Final, Protocol

from librarian.domain.errors import LibrarianError
from librarian.domain.spelling import Place, judged, plain, without_ending
from librarian.domain.vocabulary import Vocabulary

MOST_SUGGESTIONS: Final = 6
_REMEMBERED: Final = 20_000
"""So many words are known to be right or wrong without asking; then it begins anew."""


class SpellingLostError(LibrarianError):
    """The computer's own spelling help stopped answering."""

    def __init__(self) -> None:
        super().__init__(
            "This computer’s spelling help has stopped.",
            "You can go on writing. It is tried again when you start Librarian the next time.",
        )


class Spelling(Protocol):
    """An English dictionary of the computer. Both raise SpellingLostError where it fails."""

    def knows(self, word: str) -> bool:
        """Whether it has this word; one that it cannot even spell is nobody's slip."""

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, the likeliest first."""


class Speller:
    """Tells which words are to be looked at, and what may have been meant."""

    def __init__(self, spelling: Spelling, field_words: Iterable[str]) -> None:
        self._spelling = spelling
        self._known = frozenset(field_words)
        self._added: set[str] = set()
        self._asked: dict[str, bool] = {}

    def unknown(self, text: str, names: Collection[str] = ()) -> tuple[Place, ...]:
        """The words of a text that nobody knows; `names`, in small letters, are known here."""
        return tuple(place for place in judged(text) if not self._knows(place.word, names))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Words that may have been meant, with the kind of apostrophe that was typed."""
        meant = self._spelling.suggestions(plain(word))[:MOST_SUGGESTIONS]
        if plain(word) != word:
            return tuple(each.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for each in meant)
        return meant

    def add(self, word: str) -> None:
        """Know a word until the program ends."""
        self._added.add(plain(word).casefold())

    def _knows(self, word: str, names: Collection[str]) -> bool:
        said = plain(word)
        return (
            self._has(said)
            or _is_among(said.casefold(), names)
            or _is_among(said.casefold(), self._added)
        )

    def _has(self, word: str) -> bool:
        if word not in self._asked:
            if len(self._asked) >= _REMEMBERED:
                self._asked.clear()
            self._asked[word] = self._is_of_the_field(word) or self._spelling.knows(word)
        return self._asked[word]

    def _is_of_the_field(self, word: str) -> bool:
        return _is_among(word, self._known) or _is_among(word.lower(), self._known)


def _is_among(word: str, known: Collection[str]) -> bool:
    return word in known or without_ending(word) in known


def words_of_the_field(vocabulary: Vocabulary, listed: Iterable[str]) -> frozenset[str]:
    """Return what is known here: acronyms as they are written, all else in small letters too."""
    phrases = [*listed, *(topic.name for topic in vocabulary.languages)]
    for term in vocabulary.terms:
        phrases += (term.acronym, term.meaning, *term.synonyms)
    for topic in (*vocabulary.ages, *vocabulary.themes, *vocabulary.languages):
        phrases += topic.words
    words = (plain(place.word) for phrase in phrases for place in judged(phrase))
    return frozenset(word if word.isupper() else word.lower() for word in words)
