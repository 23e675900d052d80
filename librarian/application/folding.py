"""Folds versions and copies under the one to use, so that an older version never ranks above it.

What people decided comes first; what only looks so comes second, and is told apart. Archived and
superseded files are shown only to those who ask for all versions.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from librarian.application.folding_counts import Named, Search, counted, total
from librarian.application.folding_families import (
    Decided,
    Families,
    Family,
    Gathering,
    state_of,
)
from librarian.application.lineage_ports import Place
from librarian.application.managed import Standing
from librarian.application.ports import Record
from librarian.domain.clocks import moment
from librarian.domain.facets import Facets
from librarian.domain.kinds import kind_of
from librarian.domain.names import plain_title, shown_title
from librarian.domain.paths import extension_of, key
from librarian.domain.searching import Counts, Hit, Query, Results, State

_PUT_AWAY: Final = frozenset({State.SUPERSEDED, State.ARCHIVED})
_MORE: Final = 10
"""Twice as many hits as wanted and some more are looked at first: many are folded away."""


class NothingDecided:
    """A drive that nobody looks after."""

    def standing(self, path: str, sha256: str = "", canonical: str = "") -> Standing | None:
        """None: nobody decided anything."""
        del path, sha256, canonical
        return None


def all_fit(query: Query, files: Collection[int]) -> Collection[int]:
    """All files: what a query comes to that has no limits."""
    del query
    return files


class Folding:
    """Gives hits their state and folds them; `records` fetches a head that did not answer."""

    def __init__(
        self,
        *,
        families: Families,
        decided: Decided,
        records: Callable[[Sequence[int]], Sequence[Record]],
        fitting: Callable[[Query, Collection[int]], Collection[int]] = all_fit,
        archived: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """`fitting` tells which files the limits of a query let through.

        `archived` tells whether a plan put the file at a path into the archive; such files are
        found on request, by asking for all versions.
        """
        self._families = Gathering(families=families, decided=decided, records=records)
        self._decided = decided
        self._records = records
        self._fitting = fitting
        self._archived = archived

    def find(self, query: Query, search: Search) -> Results:
        """Return the answer of search with versions and copies folded."""
        if query.all_versions:
            return self._all(search(query))
        looked = 2 * query.limit + _MORE
        while True:
            found = search(replace(query, limit=looked))
            folded, hidden = self._fold(query, found.hits)
            complete = found.total <= len(found.hits) or len(found.hits) < looked
            if len(folded) >= query.limit or complete:
                hits = self._with_edits(_in_order(folded[: query.limit]))
                return replace(found, query=query, hits=hits, total=found.total - hidden)
            looked *= 2

    def counts(self, query: Query, search: Search, of_files: Counts) -> Counts:
        """Return how many results each filter would leave; the index counted files."""
        return counted(query, search, of_files, self._named, self._fitting)

    def total(self, query: Query, search: Search) -> int | None:
        """Return how many results a query has in all; None where they are too many to look at."""
        return total(query, search, self._named)

    def _named(self, hits: Sequence[Hit]) -> Named:
        families = self._families.of(hits)
        named = ((hit.file, self._name(hit, families.get(hit.file))) for hit in hits)
        return {file: name for file, name in named if name}

    def _name(self, hit: Hit, family: Family | None) -> str:
        """What a hit is shown under; empty where it is not shown."""
        if (family and family.head is None) or self._is_all_archived(hit, family):
            return ""
        return family.name if family else f"file {hit.file}"

    def _with_edits(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return hits, with those marked that were changed after they were confirmed."""
        confirmed = [hit.file for hit in hits if hit.by and hit.state is State.CURRENT]
        edited = self._families.edited(confirmed)
        return tuple(replace(hit, edited=True) if hit.file in edited else hit for hit in hits)

    def _all(self, found: Results) -> Results:
        """Every file on its own, yet none above the head of its document."""
        families = self._families.of(found.hits)
        told = [self._told(hit, families.get(hit.file)) for hit in found.hits]
        by_path = {key(hit.path): hit for hit in told}
        ordered: dict[int, Hit] = {}
        for hit in told:
            family = families.get(hit.file)
            head = by_path.get(key(family.head)) if family and family.head else None
            for each in (head, hit):
                if each:
                    ordered.setdefault(each.file, each)
        return replace(found, hits=tuple(ordered.values()))

    def _fold(self, query: Query, hits: Sequence[Hit]) -> tuple[list[Hit], int]:
        """Return a hit for each of the first documents, and how many hits are folded away."""
        families = self._families.of(hits)
        groups: dict[str, list[Hit]] = {}
        for hit in hits:
            name = self._name(hit, families.get(hit.file))
            if name:
                groups.setdefault(name, []).append(hit)
        first = dict(islice(groups.items(), query.limit))
        heads = self._missing_heads(query, first, families)
        shown = [
            self._headed(group, families.get(group[0].file), heads) for group in first.values()
        ]
        return shown, len(hits) - len(groups)

    def _headed(
        self, group: Sequence[Hit], family: Family | None, missing: Mapping[str, Record]
    ) -> Hit:
        """Return the head of a group of hits with the others folded under it."""
        if family is None or family.head is None:
            return group[0]
        where = key(family.head)
        told = [self._told(hit, family) for hit in group]
        head = next((hit for hit in told if key(hit.path) == where), None)
        if head is None and where in missing:
            head = self._told(_as_hit(missing[where]), family)
        if head is None:
            head = _latest(told, family)
        best = max(hit.score for hit in group)
        return replace(head, score=best, folded=self._folded(head, told, family))

    def _folded(self, head: Hit, told: Sequence[Hit], family: Family) -> tuple[Hit, ...]:
        """Return the other versions and copies, the latest first, whether they answered or not."""
        answered = {hit.file: hit for hit in told}
        under = sorted(family.places.values(), key=lambda place: (-place.order, place.path))
        rest = {
            place.file: answered[place.file]
            if place.file in answered
            else self._told(_of_place(place), family)
            for place in under
        }
        each = rest | answered
        return tuple(hit for file, hit in each.items() if file != head.file)

    def _missing_heads(
        self, query: Query, groups: Mapping[str, Sequence[Hit]], families: Mapping[int, Family]
    ) -> dict[str, Record]:
        """Return the heads that only lack the words of the query, by key.

        Limits leave a head out only where something else may be shown in its place.
        """
        wanted: dict[int, bool] = {}
        for group in groups.values():
            family = families.get(group[0].file)
            if family is None or family.head is None:
                continue
            place = family.places.get(key(family.head))
            if place and all(hit.file != place.file for hit in group):
                wanted[place.file] = all(map(self._is_put_away, group))
        fitting = self._fitting(query, list(wanted)) if wanted else ()
        needed = [file for file, alone in wanted.items() if alone or file in fitting]
        return {key(record.listed.path): record for record in self._records(needed)}

    def _is_all_archived(self, hit: Hit, family: Family | None) -> bool:
        """Whether a hit was archived by a plan, and all other files of its document too."""
        paths = [place.path for place in family.places.values()] if family else []
        return self._archived(hit.path) and all(map(self._archived, paths))

    def _is_put_away(self, hit: Hit) -> bool:
        decided = self._decided.standing(hit.path)
        return decided is not None and decided.state in _PUT_AWAY

    def _told(self, hit: Hit, family: Family | None) -> Hit:
        """Return a hit with what is known of its version."""
        decided = self._decided.standing(hit.path)
        if decided:
            return replace(
                hit,
                state=decided.state,
                document=decided.document.id,
                label=decided.label,
                by=decided.by,
                why=(decided.version.note,) if decided.version.note else (),
                since=decided.at,
                edited=decided.edited,
            )
        place = family.places.get(key(hit.path)) if family else None
        if self._archived(hit.path):
            return replace(hit, state=State.ARCHIVED)
        if family is None or place is None:
            return hit
        return replace(
            hit,
            state=state_of(place, family),
            document=family.name,
            label=place.label,
            why=(place.why,),
            question=place.question,
        )


def _in_order(hits: Sequence[Hit]) -> Sequence[Hit]:
    """Return hits as they are; where no words were asked for, by when what is shown was changed."""
    if any(hit.score for hit in hits):
        return hits
    return sorted(hits, key=lambda hit: -hit.modified.timestamp())


def _latest(told: Sequence[Hit], family: Family) -> Hit:
    """Return the latest of the versions that answered, since the one to use is not asked for."""

    def order(hit: Hit) -> tuple[bool, bool, int, float]:
        place = family.places.get(key(hit.path))
        is_draft, is_away = hit.state is State.DRAFT, hit.state in _PUT_AWAY
        return not is_away, not is_draft, place.order if place else -1, hit.score

    return max(told, key=order)


def _of_place(place: Place) -> Hit:
    """Return a version or copy that did not answer itself."""
    return Hit(
        file=place.file,
        path=place.path,
        title=shown_title(place.path),
        kind=kind_of(extension_of(place.path)),
        modified=moment(place.modified),
        size=place.size,
        score=0.0,
    )


def _as_hit(record: Record) -> Hit:
    """Return a head that did not answer itself: one of its versions did."""
    listed = record.listed
    reading = record.reading
    return Hit(
        file=record.file,
        path=listed.path,
        title=plain_title(listed.path),
        kind=kind_of(extension_of(listed.path)),
        modified=moment(listed.modified),
        size=listed.size,
        score=0.0,
        personal=bool(reading and reading.personal),
        facets=reading.facets if reading else Facets(),
    )
