"""What a search comes to: clauses that score, limits that do not, and the query made of them."""

from collections.abc import Iterable, Sequence
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
class Row:
    """Words that mean something together: all of them will do, or any of the other ways."""

    clauses: tuple[Clause, ...]
    ways: tuple[Way, ...]

    def query(self) -> tantivy.Query:
        """Return the query of it."""
        return either([self.together(), *(way.query for way in self.ways)])

    def together(self) -> tantivy.Query:
        """Return the query that holds the words themselves."""
        return joined(self.clauses)


@dataclass(frozen=True, slots=True)
class Plan:
    """All parts and limits of a search; what else is searched for; which words were mended.

    `filters` are the limits that a person set beside the text, by name.
    """

    parts: tuple[Clause | Row, ...] = ()
    limits: tuple[tuple[tantivy.Occur, tantivy.Query], ...] = ()
    filters: tuple[tuple[str, tantivy.Query], ...] = ()
    also: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    names_language: bool = False
    names_kind: bool = False

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses, those of rows one by one: what is asked where most must do."""
        found: list[Clause] = []
        for part in self.parts:
            if isinstance(part, Row):
                found += [*part.clauses, Clause(part.ways, needed=False)]
            else:
                found.append(part)
        return tuple(found)

    @property
    def needed(self) -> int:
        """How many clauses there are that a hit must answer."""
        return sum(clause.needed for clause in self.clauses)

    def query(self, least: int | None = None, *, without: str = "") -> tantivy.Query:
        """Return the query of it all.

        With `least`, that many needed clauses will do; `without` leaves one filter out.
        """
        scored = joined(self.parts) if least is None else joined(self.clauses, least)
        limits = [*self.limits, *((Must, query) for name, query in self.filters if name != without)]
        return tantivy.Query.boolean_query(
            [(Must, scored), *((occur, unscored(query)) for occur, query in limits)]
        )


def joined(parts: Sequence[Clause | Row], least: int | None = None) -> tantivy.Query:
    """Return the query that all needed parts answer, or at least so many; the others add points.

    Where none is needed any will do, and where there is none, everything.
    """
    needed = [part.query() for part in parts if isinstance(part, Row) or part.needed]
    others = [part.query() for part in parts if isinstance(part, Clause) and not part.needed]
    if not needed:
        return either(others) if others else tantivy.Query.all_query()
    if least is not None:
        some = [(Should, query) for query in needed]
        wanted = [(Must, tantivy.Query.boolean_query(some, least))]
    else:
        wanted = [(Must, query) for query in needed]
    return tantivy.Query.boolean_query([*wanted, *((Should, query) for query in others)])


def either(queries: Iterable[tantivy.Query]) -> tantivy.Query:
    """Return a query that any of these answers, each adding to the score."""
    return tantivy.Query.boolean_query([(Should, query) for query in queries])


def unscored(query: tantivy.Query) -> tantivy.Query:
    """Return query without its points."""
    return tantivy.Query.const_score_query(query, 0.0)
