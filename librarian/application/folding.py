"""Folds versions and copies under the one to use, so that an older version never ranks above it.

What people decided comes first; what only looks so comes second, and is told apart. Archived and
superseded files are shown only to those who ask for all versions.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final, Protocol

from librarian.application.lineage_ports import Place
from librarian.application.managed import Standing
from librarian.application.ports import Record
from librarian.domain.clocks import moment
from librarian.domain.files import Facets
from librarian.domain.kinds import kind_of
from librarian.domain.lineage import Looks
from librarian.domain.names import plain_title, shown_title
from librarian.domain.paths import extension_of, key
from librarian.domain.searching import Hit, Query, Results, State

_MORE: Final = 10
"""Twice as many hits as wanted and some more are looked at first: many are folded away."""
_LOOKS: Final = {
    Looks.NEWEST: State.LOOKS_NEWEST,
    Looks.OLDER: State.LOOKS_OLDER,
    Looks.DRAFT: State.DRAFT,
    Looks.ONLY: State.ONLY,
    Looks.UNSURE: State.ONLY,
}


class Families(Protocol):
    """Where files stand among the versions of their documents, as far as anybody can tell."""

    def families(self, files: Collection[int]) -> Mapping[str, Sequence[Place]]:
        """Where all files of the documents of these files stand, by document."""


class Decided(Protocol):
    """What people decided about files."""

    def standing(self, path: str, sha256: str = "", canonical: str = "") -> Standing | None:
        """Where the file at path stands; None where nobody has decided anything.

        Its digests tell whether it is what was confirmed.
        """


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


@dataclass(frozen=True, slots=True)
class _Family:
    """One document among the results: all its files, and the path of the one to show."""

    name: str
    head: str | None
    """The path of the one to show; None where there is none, for all of it was put away."""
    places: Mapping[str, Place]


class Folding:
    """Gives hits their state and folds them; `records` fetches a head that did not answer."""

    def __init__(
        self,
        *,
        families: Families,
        decided: Decided,
        records: Callable[[Sequence[int]], Sequence[Record]],
        fitting: Callable[[Query, Collection[int]], Collection[int]] = all_fit,
    ) -> None:
        """`fitting` tells which files the limits of a query let through."""
        self._families = families
        self._decided = decided
        self._records = records
        self._fitting = fitting

    def find(self, query: Query, search: Callable[[Query], Results]) -> Results:
        """Return the answer of search with versions and copies folded."""
        if query.all_versions:
            return self._all(search(query))
        looked = 2 * query.limit + _MORE
        while True:
            found = search(replace(query, limit=looked))
            folded, hidden = self._fold(query, found.hits)
            complete = found.total <= len(found.hits) or len(found.hits) < looked
            if len(folded) >= query.limit or complete:
                hits = self._with_edits(folded[: query.limit])
                return replace(found, query=query, hits=hits, total=found.total - hidden)
            looked *= 2

    def _with_edits(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return hits, with those marked that were changed after they were confirmed."""
        confirmed = [hit.file for hit in hits if hit.by and hit.state is State.CURRENT]
        records = self._records(confirmed) if confirmed else ()
        edited = {record.file for record in records if self._is_edited(record)}
        return tuple(replace(hit, edited=True) if hit.file in edited else hit for hit in hits)

    def _is_edited(self, record: Record) -> bool:
        reading = record.reading
        if reading is None:
            return False
        digests = (reading.sha256, reading.canonical)
        decided = self._decided.standing(record.listed.path, *digests)
        return bool(decided and decided.edited)

    def _all(self, found: Results) -> Results:
        """Every file on its own, yet none above the head of its document."""
        families = self._families_of(found.hits)
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
        families = self._families_of(hits)
        groups: dict[str, list[Hit]] = {}
        for hit in hits:
            family = families.get(hit.file)
            if family and family.head is None:
                continue
            groups.setdefault(family.name if family else f"file {hit.file}", []).append(hit)
        first = dict(islice(groups.items(), query.limit))
        heads = self._missing_heads(query, first, families)
        shown = [
            self._headed(group, families.get(group[0].file), heads) for group in first.values()
        ]
        return shown, len(hits) - len(groups)

    def _headed(
        self, group: Sequence[Hit], family: _Family | None, missing: Mapping[str, Record]
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

    def _folded(self, head: Hit, told: Sequence[Hit], family: _Family) -> tuple[Hit, ...]:
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
        self, query: Query, groups: Mapping[str, Sequence[Hit]], families: Mapping[int, _Family]
    ) -> dict[str, Record]:
        """Return the heads that only lack the words of the query, by key."""
        wanted: list[int] = []
        for group in groups.values():
            family = families.get(group[0].file)
            if family is None or family.head is None:
                continue
            place = family.places.get(key(family.head))
            if place and all(hit.file != place.file for hit in group):
                wanted.append(place.file)
        fitting = list(self._fitting(query, wanted)) if wanted else []
        return {key(record.listed.path): record for record in self._records(fitting)}

    def _families_of(self, hits: Sequence[Hit]) -> dict[int, _Family]:
        """Return the document that each hit belongs to, by file."""
        families: dict[int, _Family] = {}
        for name, members in self._families.families([hit.file for hit in hits]).items():
            family = self._family(name, members)
            families |= {place.file: family for place in members}
        for hit in hits:
            if hit.file not in families and (decided := self._decided.standing(hit.path)):
                families[hit.file] = _decided_family(decided, {})
        return families

    def _family(self, name: str, members: Sequence[Place]) -> _Family:
        by_path = {key(place.path): place for place in members}
        standings = [s for place in members if (s := self._decided.standing(place.path))]
        if standings:
            home = min(standings, key=lambda each: (not each.at_home, each.state != State.CURRENT))
            return _decided_family(home, by_path)
        head = next((place.path for place in members if place.file == place.head), None)
        return _Family(name, head or members[0].path, by_path)

    def _told(self, hit: Hit, family: _Family | None) -> Hit:
        """Return a hit with what is known of its version."""
        decided = self._decided.standing(hit.path)
        if decided:
            return replace(
                hit,
                state=decided.state,
                document=decided.document.id,
                label=decided.label,
                by=decided.by,
                since=decided.at,
                edited=decided.edited,
            )
        place = family.places.get(key(hit.path)) if family else None
        if family is None or place is None:
            return hit
        return replace(
            hit,
            state=_state(place, family),
            document=family.name,
            label=place.label,
            why=(place.why,),
            question=place.question,
        )


def _latest(told: Sequence[Hit], family: _Family) -> Hit:
    """Return the latest of the versions that answered, since the one to use is not asked for."""

    def order(hit: Hit) -> tuple[int, float]:
        place = family.places.get(key(hit.path))
        return (place.order if place else -1, hit.score)

    return max(told, key=order)


def _decided_family(decided: Standing, places: Mapping[str, Place]) -> _Family:
    document = decided.document
    shown = document.current or (document.drafts[-1] if document.drafts else None)
    return _Family(document.id, (shown.path or document.path) if shown else None, places)


def _state(place: Place, family: _Family) -> State:
    """Return where a file stands of which nobody has decided anything."""
    head = family.places.get(key(family.head)) if family.head else None
    if head is None or family.name == place.lineage:
        return _LOOKS[place.looks]
    if place.of == head.of:
        return State.CURRENT
    return State.LOOKS_NEWEST if place.order > head.order else State.LOOKS_OLDER


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
