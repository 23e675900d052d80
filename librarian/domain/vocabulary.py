"""The team's words: acronyms and synonyms for searching, ages, themes and languages for filters.

A vocabulary is data; policies/vocabulary holds the one that ships, and a team can add its own.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from librarian.domain.words import STOP_WORDS, listed, words_of

Words = tuple[str, ...]

_LONGEST: Final = 7  # words of a phrase that is looked up
_SHARED: Final = 2  # a synonym that more terms share than this says too little to lead to them
_ASIDE: Final = re.compile(r"\([^)]*\)")
# Acronyms that are little words too: in small letters among others they mean the word.
_LITTLE: Final = STOP_WORDS | {"co"}
# Synonyms too common to lead back to the acronym they explain.
_COMMON: Final = listed(
    "abuse actions adaptations add admin adolescent adopted adults anxiety assault assessment"
    " attendance audit behaviour benefits breach bs capacity carer charity child childcare clerk"
    " closed college communication conduct council court cutting director directory disability"
    " disruption education equipment excluded fostering government guardian haven health helpline"
    " investigation manager mentor network nuisance nursery panel parenting placement plan police"
    " portal pregnancy prevention protocol register registration regulator review secure sentence"
    " support surgery suspended teenager therapy threshold training union wellbeing work worker"
    " worries"
)


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym with one of its meanings and other words people search it by."""

    acronym: str
    meaning: str
    synonyms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A filter value and the words that reveal it in titles, folders and text."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Other words for what was typed; `strength` (0–1) tells how surely they mean the same.

    A `loose` one is a synonym: worth a look in titles, not in running text.
    """

    shown: str
    words: Words
    strength: float
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Expanded:
    """The typed words from start up to stop, and the other words for them."""

    start: int
    stop: int
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A topic that some words reveal: where they start and stop, which topic it is."""

    start: int
    stop: int
    category: str
    name: str

    @property
    def length(self) -> int:
        """How many words it takes."""
        return self.stop - self.start


@dataclass(frozen=True)
class Vocabulary:
    """All terms and topics; each acronym may have several terms, one for each meaning.

    `warnings` say in plain words which lines of a team's own lists could not be used.
    """

    terms: tuple[Term, ...] = ()
    ages: tuple[Topic, ...] = ()
    themes: tuple[Topic, ...] = ()
    languages: tuple[Topic, ...] = ()
    warnings: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def by_acronym(self) -> dict[str, tuple[Term, ...]]:
        """The terms of each acronym, by its lower-case spelling."""
        found: dict[str, tuple[Term, ...]] = {}
        for term in self.terms:
            found[term.acronym.lower()] = (*found.get(term.acronym.lower(), ()), term)
        return found

    @cached_property
    def others(self) -> dict[Words, tuple[Other, ...]]:
        """Other words for each acronym, meaning and telling synonym, surest first."""
        found: dict[Words, dict[Words, Other]] = {}
        for said, other in self._pairs():
            if other.words and other.words != said:
                ours = found.setdefault(said, {})
                if other.words not in ours or ours[other.words].strength < other.strength:
                    ours[other.words] = other
        return {
            said: tuple(sorted(others.values(), key=lambda other: -other.strength))
            for said, others in found.items()
        }

    def _pairs(self) -> Iterator[tuple[Words, Other]]:
        shared = Counter(
            tuple(words_of(synonym)) for term in self.terms for synonym in term.synonyms
        )
        for term in self.terms:
            acronym = tuple(words_of(term.acronym))
            sure = 1 / len(self.by_acronym[term.acronym.lower()])
            for meaning in _meanings(term):
                yield acronym, Other(meaning, tuple(words_of(meaning)), sure)
                yield tuple(words_of(meaning)), Other(term.acronym, acronym, 0.8)
            for synonym in term.synonyms:
                said = tuple(words_of(synonym))
                yield acronym, Other(synonym, said, sure / 2, loose=True)
                if said not in self._barred and shared[said] <= _SHARED:
                    for meaning in _meanings(term):
                        yield said, Other(meaning, tuple(words_of(meaning)), 0.5, loose=True)
                    yield said, Other(term.acronym, acronym, 0.4, loose=True)

    @cached_property
    def _barred(self) -> frozenset[Words]:
        """Synonyms that do not lead back: too common, or holding their own acronym."""
        barred: set[Words] = {(word,) for word in _COMMON}
        for term in self.terms:
            own = set(words_of(term.acronym))
            barred |= {
                said
                for said in (tuple(words_of(synonym)) for synonym in term.synonyms)
                if own <= set(said)
            }
        return frozenset(barred)

    @cached_property
    def _revealing(self) -> dict[str, list[tuple[Words, str, str]]]:
        """What each first word may begin: the whole phrase, its category and topic."""
        found: dict[str, list[tuple[Words, str, str]]] = {}
        sorts = (("ages", self.ages), ("themes", self.themes), ("languages", self.languages))
        for category, topics in sorts:
            for topic in topics:
                # Names with numbers in them are ages, which are understood as numbers.
                named = [] if re.search(r"\d", topic.name) else [topic.name]
                for phrase in {tuple(words_of(said)) for said in (*named, *topic.words)} - {()}:
                    for first in _numbers_of(phrase[0]) if len(phrase) == 1 else phrase[:1]:
                        found.setdefault(first, []).append((phrase, category, topic.name))
        return found

    def mentions(self, words: Sequence[str]) -> tuple[Mention, ...]:
        """Return the topics that folded words reveal; of two of a kind the longer one counts."""
        revealing = self._revealing
        if revealing.keys().isdisjoint(words):
            return ()
        found = [
            Mention(start, start + len(phrase), category, name)
            for start, word in enumerate(words)
            for phrase, category, name in revealing.get(word, ())
            if len(phrase) == 1 or _is_said(phrase, words[start : start + len(phrase)])
        ]
        longest: dict[tuple[str, int], int] = {}
        for each in found:
            for place in range(each.start, each.stop):
                most = longest.get((each.category, place), 0)
                longest[each.category, place] = max(most, each.length)
        return tuple(each for each in found if longest[each.category, each.start] == each.length)

    def expand(self, typed: Sequence[str]) -> tuple[Expanded, ...]:
        """Return the other words for what was typed: for each word, and for the longest phrases."""
        folded = [words_of(word) for word in typed]
        found: list[Expanded] = []
        reached = 0
        for start in range(len(typed)):
            for stop in range(min(len(typed), start + _LONGEST), start, -1):
                if stop - start > 1 and start < reached:
                    continue
                said = tuple(word for words in folded[start:stop] for word in words)
                others = self._others_for(said) if said else ()
                if others and not _is_little(typed, start, stop):
                    found.append(Expanded(start, stop, others))
                    reached = max(reached, stop)
        return tuple(found)

    def _others_for(self, said: Words) -> tuple[Other, ...]:
        """Return the other words for what was said: as it is, in the singular, without dots."""
        singular = (*said[:-1], said[-1].removesuffix("s"))
        dotless = ("".join(said),) if len(said[0]) == 1 else said
        return next(filter(None, map(self.others.get, (said, singular, dotless))), ())


def _numbers_of(word: str) -> set[str]:
    """Return a word in the singular and the plural."""
    return {word, f"{word}s", word.removesuffix("s")}


def _is_said(phrase: Words, words: Sequence[str]) -> bool:
    if len(phrase) != len(words):
        return False
    return phrase[:-1] == tuple(words[:-1]) and words[-1] in _numbers_of(phrase[-1])


def _is_little(typed: Sequence[str], start: int, stop: int) -> bool:
    if stop - start > 1 or len(typed) == 1:
        return False
    return typed[start] in _LITTLE


def _meanings(term: Term) -> list[str]:
    """Return what an acronym stands for, without asides: "(Wales)", "Meeting / Discussion"."""
    plain = " ".join(_ASIDE.sub(" ", term.meaning).split())
    return plain.split(" / ")
