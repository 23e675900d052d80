"""Which document each hit belongs to, by what people decided first and by the files second.

A file that was changed after it was confirmed keeps its document; what it looks like since then
says nothing about others. So a form saved over another does not take that one's place.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from librarian.application.lineage_ports import Place
from librarian.application.managed import Standing
from librarian.application.ports import Record
from librarian.domain.lineage import Looks
from librarian.domain.names import plain_title
from librarian.domain.paths import key
from librarian.domain.searching import Hit, State

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


@dataclass(frozen=True, slots=True)
class Family:
    """One document among the results: all its files, and the path of the one to show."""

    name: str
    head: str | None
    """The path of the one to show; None where there is none, for all of it was put away."""
    places: Mapping[str, Place]
    edited: bool = False
    """Whether the one to show was changed after it was confirmed."""


class Gathering:
    """Puts hits together with everything else of their documents."""

    def __init__(
        self,
        *,
        families: Families,
        decided: Decided,
        records: Callable[[Sequence[int]], Sequence[Record]],
    ) -> None:
        self._families = families
        self._decided = decided
        self._records = records

    def edited(self, files: Sequence[int]) -> frozenset[int]:
        """Return those of these files that were changed after they were confirmed."""
        records = self._records(files) if files else ()
        return frozenset(record.file for record in records if self._is_edited(record))

    def _is_edited(self, record: Record) -> bool:
        reading = record.reading
        if reading is None:
            return False
        digests = (reading.sha256, reading.canonical)
        decided = self._decided.standing(record.listed.path, *digests)
        return bool(decided and decided.edited)

    def of(self, hits: Sequence[Hit]) -> dict[int, Family]:
        """Return the document that each hit belongs to, by file."""
        families: dict[int, Family] = {}
        told = self._families.families([hit.file for hit in hits])
        homes = [place.file for members in told.values() for place in members if self._home(place)]
        edited = self.edited(homes)
        for name, members in told.items():
            for group in _apart(members, edited):
                family = self._family(name, group, edited)
                families |= {place.file: family for place in group}
        for hit in hits:
            if hit.file not in families and (decided := self._decided.standing(hit.path)):
                families[hit.file] = _decided_family(decided, {}, edited)
        return families

    def _home(self, place: Place) -> bool:
        decided = self._decided.standing(place.path)
        return bool(decided and decided.at_home and decided.state is State.CURRENT)

    def _family(self, name: str, members: Sequence[Place], edited: frozenset[int]) -> Family:
        by_path = {key(place.path): place for place in members}
        standings = [s for place in members if (s := self._decided.standing(place.path))]
        if standings:
            home = min(standings, key=lambda each: (not each.at_home, each.state != State.CURRENT))
            return _decided_family(home, by_path, edited)
        head = next((place.path for place in members if place.file == place.head), None)
        latest = max(members, key=lambda place: (place.looks is Looks.NEWEST, place.order))
        return Family(name, head or latest.path, by_path)


def _apart(members: Sequence[Place], edited: frozenset[int]) -> Iterable[Sequence[Place]]:
    """Yield files of one document; those over which another was saved are not of that one."""
    changed = [place for place in members if place.file in edited]
    over = {
        _title(place)
        for place in changed
        for other in members
        if other.of == place.of and _title(other) != _title(place)
    }
    groups: dict[str, list[Place]] = {}
    for place in members:
        title = _title(place)
        groups.setdefault(title if title in over else "", []).append(place)
    return groups.values()


def _title(place: Place) -> str:
    return plain_title(place.path).casefold()


def _decided_family(
    decided: Standing, places: Mapping[str, Place], edited: frozenset[int]
) -> Family:
    document = decided.document
    shown = document.current or (document.drafts[-1] if document.drafts else None)
    head = (shown.path or document.path) if shown else None
    place = places.get(key(head)) if head else None
    return Family(document.id, head, places, edited=bool(place and place.file in edited))


def state_of(place: Place, family: Family) -> State:
    """Return where a file stands of which nobody has decided anything."""
    head = family.places.get(key(family.head)) if family.head else None
    if head is None or family.name == place.lineage:
        return _LOOKS[place.looks]
    if place.of == head.of:
        return State.LOOKS_NEWEST if family.edited else State.CURRENT
    return State.LOOKS_NEWEST if place.order > head.order else State.LOOKS_OLDER
