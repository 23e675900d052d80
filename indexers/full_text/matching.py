"""Turns what was asked into a plan: what each word may mean, and what else may answer it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import tantivy

from indexers.full_text import wishes
from indexers.full_text.limits import Limits
from indexers.full_text.plans import Clause, Must, MustNot, Plan, Way, either, unscored
from indexers.full_text.ways import Ways, tokens
from indexers.query_language import (
    All,
    Asked,
    Changed,
    Either,
    In,
    OfKind,
    Part,
    Pattern,
    Phrase,
    Without,
    Word,
)
from librarian.domain.searching import Filters
from librarian.domain.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Matcher:
    """Plans searches over one state of the index, at one moment."""

    ways: Ways
    limits: Limits
    vocabulary: Vocabulary

    def plan(self, asked: Asked, filters: Filters) -> Plan:
        """Return the plan of a search."""
        run = [part for part in asked if isinstance(part, Word) and part.where is In.ALL]
        wished = wishes.wish(self.ways, self.vocabulary, run)
        rest = [part for part in asked if part not in run]
        scored = [part for part in rest if not isinstance(part, OfKind | Changed | Without)]
        parts = [
            *wished.parts,
            *(Clause(tuple(self.answers(part))) for part in scored),
            *(Clause(tuple(self._as_written(part)), needed=False) for part in scored),
        ]
        return Plan(
            tuple(part for part in parts if part.ways),
            tuple(self._limits(rest)),
            tuple(self.limits.chosen(filters)),
            also=wished.also,
            corrected=wished.corrected,
            names_language=wished.names_language or bool(filters.languages),
            names_kind=bool(filters.kinds) or any(isinstance(part, OfKind) for part in rest),
        )

    def _limits(self, parts: Sequence[Part]) -> Iterator[tuple[tantivy.Occur, tantivy.Query]]:
        for part in parts:
            if isinstance(part, OfKind | Changed):
                yield Must, self.query(part)
            elif isinstance(part, Without):
                yield MustNot, self.query(part.part)

    def answers(self, part: Part) -> Iterator[Way]:
        """Yield the ways to answer a part."""
        match part:
            case Word(text, where, unfinished):
                yield from self.ways.typed(text, where, unfinished=unfinished)
            case Phrase(text, where):
                yield from self.ways.phrase(tokens(text), where)
            case Pattern(text, where):
                yield from self.ways.pattern(text, where)
            case Either(parts):
                for inner in parts:
                    yield from self.answers(inner)
            case _:
                yield Way("what was asked together", self.query(part))

    def _as_written(self, part: Part) -> Iterator[Way]:
        """Yield the ways to hold the very words of a phrase, of which any form will do."""
        if isinstance(part, Phrase) and part.where is In.ALL:
            for word in tokens(part.text):
                yield from self.ways.as_written(word)

    def query(self, part: Part) -> tantivy.Query:
        """Return the query for a part by itself."""
        match part:
            case OfKind(kind):
                return self.limits.kind(kind)
            case Changed():
                return self.limits.changed(part)
            case All(parts):
                return tantivy.Query.boolean_query([self._within(inner) for inner in parts])
            case Without():
                return tantivy.Query.boolean_query([_anything(), self._within(part)])
            case Word() | Phrase() | Pattern() | Either():
                return either(way.query for way in self.answers(part))
            case _:
                return unscored(tantivy.Query.all_query())

    def _within(self, part: Part) -> tuple[tantivy.Occur, tantivy.Query]:
        if isinstance(part, Without):
            return MustNot, self.query(part.part)
        return Must, self.query(part)


def _anything() -> tuple[tantivy.Occur, tantivy.Query]:
    return Must, unscored(tantivy.Query.all_query())
