"""The team's words: acronyms and synonyms for searching, ages, themes and languages for filters.

A vocabulary is data; policies/vocabulary holds the one that ships, and a team can add its own.
"""

from dataclasses import dataclass
from functools import cached_property


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


@dataclass(frozen=True)
class Vocabulary:
    """All terms and topics; each acronym may have several terms, one for each meaning."""

    terms: tuple[Term, ...] = ()
    ages: tuple[Topic, ...] = ()
    themes: tuple[Topic, ...] = ()
    languages: tuple[Topic, ...] = ()

    @cached_property
    def by_acronym(self) -> dict[str, tuple[Term, ...]]:
        """The terms of each acronym, by its lower-case spelling."""
        found: dict[str, tuple[Term, ...]] = {}
        for term in self.terms:
            found[term.acronym.lower()] = (*found.get(term.acronym.lower(), ()), term)
        return found
