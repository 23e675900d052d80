"""One state of the index: what is found in it, with which score, and why."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import tantivy

from indexers.full_text.dictionary import Dictionary
from indexers.full_text.limits import Limits
from indexers.full_text.matching import Matcher
from indexers.full_text.plans import Clause, Must, Plan, Way, either, unscored
from indexers.full_text.ranking import EVEN, Factors, Trait, factors, reasons, weighed
from indexers.full_text.schema import body_of, shown
from indexers.full_text.ways import Ways
from indexers.query_language import Asked
from librarian.domain import paths
from librarian.domain.clocks import moment
from librarian.domain.facets import Facets
from librarian.domain.kinds import Kind
from librarian.domain.searching import Age, Counts, Filters, Hit, Why
from librarian.domain.vocabulary import Vocabulary

_CANDIDATES: Final = 100
_COUNTED: Final = {
    "kinds": "kind",
    "folders": "top",
    "ages": "age",
    "themes": "theme",
    "languages": "language",
}
_MOST_VALUES: Final = 200

Found = tuple[float, tantivy.DocAddress]


@dataclass(frozen=True, slots=True)
class View:
    """Searches one state of the index."""

    schema: tantivy.Schema
    dictionary: Dictionary
    vocabulary: Vocabulary

    @property
    def _searcher(self) -> tantivy.Searcher:
        return self.dictionary.searcher

    def plan(self, asked: Asked, filters: Filters, now: int) -> Plan:
        """Return the plan of a search, made at this moment."""
        ways = Ways(self.schema, self.dictionary)
        return Matcher(ways, Limits(self.schema, now), self.vocabulary).plan(asked, filters)

    def find(
        self, plan: Plan, limit: int, opened: Mapping[int, int]
    ) -> tuple[tuple[Hit, ...], int]:
        """Return the best hits, best first, and how many there are in all."""
        if not plan.parts:
            latest = self._searcher.search(plan.query(), limit, order_by_field="modified")
            hits = [self._hit(address, 0.0) for _, address in latest.hits]
            hits.sort(key=lambda hit: (-hit.modified.timestamp(), hit.path))
            return tuple(hits), _count(latest)
        found, _ = self._search(plan, max(limit, _CANDIDATES))
        best = sorted(self._weighed(plan, found.hits, opened), key=lambda each: each[:2])[:limit]
        hits = [self._hit(address, -score) for score, _, address in best]
        hits.sort(key=lambda hit: (-hit.score, hit.path))
        return tuple(_latest_of_even(hits)), _count(found)

    def settled(self, plan: Plan) -> tantivy.Query:
        """Return the query that a plan comes to: all of it, or the most that finds anything."""
        _, least = self._search(plan, 1)
        return plan.query(least)

    def _search(self, plan: Plan, limit: int) -> tuple[tantivy.SearchResult, int | None]:
        """Return the best candidates, and how many of the needed clauses were asked to do.

        None tells that all of them were met somewhere; else most must do, else any.
        """
        found = self._searcher.search(plan.query(), limit)
        for least in (plan.needed - 1, 1):
            if not found.hits and 0 < least < plan.needed:
                found = self._searcher.search(plan.query(least), limit)
                if found.hits:
                    return found, least
        return found, None

    def _weighed(
        self, plan: Plan, found: Sequence[Found], opened: Mapping[int, int]
    ) -> Iterator[tuple[float, int, tantivy.DocAddress]]:
        """Yield each candidate's score (negative, to sort by), its file and where it lies."""
        addresses = [address for _, address in found]
        facts = self._facts(plan, addresses, opened)
        for (points, address), (file, multiplied) in zip(found, facts, strict=True):
            yield -round(weighed(points, multiplied), 4), file, address

    def _facts(
        self, plan: Plan, addresses: list[tantivy.DocAddress], opened: Mapping[int, int]
    ) -> Iterator[tuple[int, Factors]]:
        """Yield each candidate's file, and what its points are multiplied by; loads no document."""
        # A trait that was asked for tells against no file.
        asked = Trait(0)
        asked |= Trait.FOREIGN if plan.names_language else Trait(0)
        asked |= Trait.MAIL if plan.names_kind else Trait(0)
        columns = (self._searcher.fast_field_values(name, addresses) for name in ("file", "traits"))
        against = int(~asked)
        for file, traits in zip(*columns, strict=True):
            number = int(file or 0)
            yield number, factors(int(traits or 0) & against, opened.get(number, 0))

    def _hit(self, address: tantivy.DocAddress, score: float) -> Hit:
        document = self._searcher.doc(address)
        file, path, title, kind, modified, size, personal, ages, themes, languages = shown(document)
        return Hit(
            file=file,
            path=paths.restored(path),
            title=title,
            kind=Kind(kind),
            modified=moment(modified),
            size=size,
            score=score,
            personal=personal,
            facets=Facets(tuple(ages), tuple(themes), tuple(languages)),
        )

    def counts(self, plan: Plan, limits: Limits) -> Counts:
        """Return how many results each filter would leave, the other filters standing."""
        _, least = self._search(plan, 1)
        chosen = {name for name, _ in plan.filters}
        spans = {age.value: limits.changed(limits.span(age)) for age in Age}
        found: dict[str, Any] = {}
        free = [name for name in _COUNTED if name not in chosen]
        for group in (free, *([name] for name in _COUNTED if name in chosen)):
            query = plan.query(least, without=group[0] if group else "")
            found |= self._values(query, group)
        within = plan.query(least, without="changed")
        found["changed"] = tuple(
            (age, _count(self._searcher.search(_both(within, span), 1)))
            for age, span in spans.items()
        )
        return Counts(**found)

    def _values(
        self, query: tantivy.Query, names: Sequence[str]
    ) -> dict[str, tuple[tuple[str, int], ...]]:
        wanted = {
            name: {"terms": {"field": _COUNTED[name], "size": _MOST_VALUES}} for name in names
        }
        if not wanted:
            return {}
        counted: dict[str, Any] = self._searcher.aggregate(query, wanted)
        return {
            name: tuple((str(each["key"]), int(each["doc_count"])) for each in value["buckets"])
            for name, value in counted.items()
        }

    def explain(self, plan: Plan, file: int, opened: Mapping[int, int]) -> tuple[Why, ...]:
        """Return what a file's score is made of; nothing where it is no hit."""
        this = self._only(file)
        hits = self._searcher.search(_both(self.settled(plan), this), 1).hits
        if not hits:
            return ()
        met = (
            Why(way.what, points)
            for way in self._ways(plan, this)
            if (points := self._points(way.query, this))
        )
        [(_, multiplied)] = self._facts(plan, [hits[0][1]], opened)
        return reasons(tuple(met), multiplied)

    def _ways(self, plan: Plan, this: tantivy.Query) -> Iterator[Way]:
        """Yield the ways that count for a file: those of a row only where all of it is met."""
        _, least = self._search(plan, 1)
        for part in plan.parts if least is None else plan.clauses:
            if isinstance(part, Clause):
                yield from part.ways
            else:
                if self._searcher.search(_both(part.together(), this), 1).hits:
                    yield from (way for clause in part.clauses for way in clause.ways)
                yield from part.ways

    def _points(self, query: tantivy.Query, this: tantivy.Query) -> float:
        hits = self._searcher.search(_both(query, this), 1).hits
        return float(hits[0][0]) if hits else 0.0

    def bodies(self, files: Sequence[int]) -> Iterator[tuple[int, str]]:
        """Yield each of these files that has a text, with it."""
        query = either(self._only(file) for file in files)
        hits = self._searcher.search(query, max(1, len(files)), count=False).hits
        for _, address in hits:
            document = self._searcher.doc(address)
            body = body_of(document)
            if body:
                yield shown(document)[0], body

    def among(self, plan: Plan, files: Collection[int]) -> frozenset[int]:
        """Return those of these files that answer all of a plan."""
        these = either(self._only(file) for file in files)
        hits = self._searcher.search(_both(plan.query(), these), len(files), count=False).hits
        columns = self._searcher.fast_field_values("file", [address for _, address in hits])
        return frozenset(int(file or 0) for file in columns)

    def matches(self, plan: Plan) -> bool:
        """Tell whether any file answers all of a plan."""
        return bool(self._searcher.search(plan.query(), 1, count=False).hits)

    def _only(self, file: int) -> tantivy.Query:
        return tantivy.Query.term_query(self.schema, "file", file, "basic")


def _latest_of_even(hits: Sequence[Hit]) -> Iterator[Hit]:
    """Yield hits in order; of those that answer about equally well, the last changed first."""
    even: list[Hit] = []
    for hit in hits:
        if even and hit.score < even[0].score * EVEN:
            yield from sorted(even, key=lambda each: -each.modified.timestamp())
            even = []
        even.append(hit)
    yield from sorted(even, key=lambda each: -each.modified.timestamp())


def _both(scored: tantivy.Query, limit: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(Must, scored), (Must, unscored(limit))])


def _count(result: tantivy.SearchResult) -> int:
    return int(result.count)  # type: ignore[attr-defined]  # its stubs leave it out
