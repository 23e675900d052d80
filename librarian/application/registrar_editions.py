"""The versions of one document as lines of its timeline: confirmed ones, and those that look so."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from librarian.application.about import CopyPlace, Edition
from librarian.application.ports import Catalogue, Record
from librarian.domain.clocks import moment
from librarian.domain.documents import Document, Status, Version
from librarian.domain.lineage import Edition as Inferred
from librarian.domain.lineage import Lineage, Looks
from librarian.domain.paths import key
from librarian.domain.searching import State

CHANGED_AFTER = "It was changed after it was confirmed."
_STATES = {
    Status.DRAFT: State.DRAFT,
    Status.APPROVED: State.CURRENT,
    Status.SUPERSEDED: State.SUPERSEDED,
    Status.ARCHIVED: State.ARCHIVED,
}
_LOOKS = {
    Looks.ONLY: State.ONLY,
    Looks.NEWEST: State.LOOKS_NEWEST,
    Looks.OLDER: State.LOOKS_OLDER,
    Looks.DRAFT: State.DRAFT,
    Looks.UNSURE: State.LOOKS_NEWEST,
}


@dataclass(frozen=True, slots=True)
class Editions:
    """All versions, the newest first, and the place of the one to use."""

    all: tuple[Edition, ...]
    head: int = 0
    edited: bool = False


def inferred_editions(lineage: Lineage | None, path: str, catalogue: Catalogue) -> Editions:
    """Return the versions of a document about which nobody has decided anything."""
    if lineage is None:
        record = catalogue.record(path)
        return Editions((_alone(record),) if record else ())
    newest_first = tuple(reversed(lineage.editions))
    found = [_inferred(each, _LOOKS[each.looks], catalogue) for each in newest_first]
    return Editions(tuple(found), len(found) - 1 - lineage.head)


def confirmed_editions(
    document: Document,
    lineage: Lineage | None,
    catalogue: Catalogue,
    has: Callable[[str], bool],
) -> Editions:
    """Return the versions that people decided about, and files that nobody has decided about."""
    record = catalogue.record(document.path)
    edit = _edit(document, record)
    recorded = [_confirmed(each, has(each.sha256)) for each in reversed(document.versions)]
    later, earlier = _undecided(document, lineage, catalogue)
    found = (*([edit] if edit else []), *later, *recorded, *earlier)
    current = next((n for n, each in enumerate(found) if each.state is State.CURRENT), None)
    return Editions(found, current or 0, edited=edit is not None)


def copies_of(
    lineage: Lineage | None, path: str, document: Document | None = None
) -> tuple[CopyPlace, ...]:
    """Return where the same version lies as well; what is on record as another is no copy."""
    if lineage is None:
        return ()
    where = key(path)
    others = {key(each.path) for each in document.versions if each.path} if document else set()
    for edition in lineage.editions:
        places = [CopyPlace(edition.path), *(CopyPlace(c.path, c.why) for c in edition.copies)]
        if any(key(place.path) == where for place in places):
            return tuple(p for p in places if key(p.path) != where and key(p.path) not in others)
    return ()


def _confirmed(version: Version, has: bool) -> Edition:
    return Edition(
        path=version.path,
        sha256=version.sha256,
        state=_STATES[version.status],
        when=moment(version.since * 1_000_000),
        label=version.label,
        who=version.who,
        note=version.note,
        recorded=has,
    )


def _edit(document: Document, record: Record | None) -> Edition | None:
    """What lies in the current version's place, where it is another."""
    current, reading = document.current, record.reading if record else None
    if record is None or reading is None or current is None:
        return None
    if current.matches(reading.sha256, reading.canonical):
        return None
    return Edition(
        path=record.listed.path,
        sha256=reading.sha256,
        state=State.DRAFT,
        when=moment(record.listed.modified),
        why=CHANGED_AFTER,
        is_change=True,
    )


def _undecided(
    document: Document, lineage: Lineage | None, catalogue: Catalogue
) -> tuple[Sequence[Edition], Sequence[Edition]]:
    """Files that look later and files that look older than the current one, the newest first."""
    if lineage is None:
        return (), ()
    decided = {key(each.path) for each in document.versions if each.path} | {key(document.path)}
    digests = {each.sha256 for each in document.versions}
    mine = next(
        (n for n, each in enumerate(lineage.editions) if key(document.path) in _paths(each)),
        len(lineage.editions),
    )
    later, earlier = list[Edition](), list[Edition]()
    for place, each in reversed(list(enumerate(lineage.editions))):
        state = State.LOOKS_NEWEST if place > mine else State.LOOKS_OLDER
        if each.looks is Looks.DRAFT:
            state = State.DRAFT
        shown = _inferred(each, state, catalogue)
        if not decided & set(_paths(each)) and shown.sha256 not in digests:
            (later if place > mine else earlier).append(shown)
    return later, earlier


def _paths(edition: Inferred) -> Iterator[str]:
    yield key(edition.path)
    yield from (key(copy.path) for copy in edition.copies)


def _inferred(edition: Inferred, state: State, catalogue: Catalogue) -> Edition:
    record = catalogue.record(edition.path)
    reading = record.reading if record else None
    return Edition(
        path=edition.path,
        sha256=reading.sha256 if reading else "",
        state=state,
        when=moment(record.listed.modified if record else 0),
        label=edition.label,
        why=edition.why,
    )


def _alone(record: Record) -> Edition:
    return Edition(
        path=record.listed.path,
        sha256=record.reading.sha256 if record.reading else "",
        state=State.ONLY,
        when=moment(record.listed.modified),
    )
