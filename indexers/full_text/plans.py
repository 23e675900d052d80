"""What a search comes to: clauses that score, limits that do not, and the query made of them."""

from collections.abc import Iterable
from dataclasses import dataclass

import tantivy

Must = tantivy.Occur.Must
Should = tantivy.Occur.Should
MustNot = tantivy.Occur.MustNot


@dataclass(frozen=True, slots=True)
class Way:
    """One way to answer a part of what was asked, said in words, and its query."""

    what: str
    query: tantivy.Query


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of what was asked: any way will do, and each way met adds to the score."""

    ways: tuple[Way, ...]
    needed: bool = True

    def query(self) -> tantivy.Query:
        """Return the query that any of the ways answers."""
        return either(way.query for way in self.ways)


@dataclass(frozen=True, slots=True)
class Plan:
    """All clauses and limits of a search; what else is searched for; which words were mended.

    `filters` are the limits that a person set beside the text, by name.
    """

    clauses: tuple[Clause, ...] = ()
    limits: tuple[tuple[tantivy.Occur, tantivy.Query], ...] = ()
    filters: tuple[tuple[str, tantivy.Query], ...] = ()
    also: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()

    @property
    def needed(self) -> int:
        """How many clauses a hit must answer."""
        return sum(clause.needed for clause in self.clauses)

    def query(self, least: int | None = None, *, without: str = "") -> tantivy.Query:
        """Return the query of it all.

        With `least`, that many needed clauses will do; `without` leaves one filter out.
        """
        needed = [clause.query() for clause in self.clauses if clause.needed]
        others = [clause.query() for clause in self.clauses if not clause.needed]
        if not needed:
            needed, others = ([either(others)] if others else [tantivy.Query.all_query()]), []
        wanted = [(Must, query) for query in needed]
        if least is not None:
            some = [(Should, query) for query in needed]
            wanted = [(Must, tantivy.Query.boolean_query(some, least))]
        limits = [*self.limits, *((Must, query) for name, query in self.filters if name != without)]
        return tantivy.Query.boolean_query(
            [
                *wanted,
                *((Should, query) for query in others),
                *((occur, unscored(query)) for occur, query in limits),
            ]
        )


def either(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    """Return a query that any of these answers, each adding to the score."""
    return tantivy.Query.boolean_query([(Should, query) for query in queries])


def unscored(query: tantivy.Query) -> tantivy.Query:
    """Return query without its points."""
    return tantivy.Query.const_score_query(query, 0.0)
