"""Finds the links that a plan would break, and mends those that can be mended safely.

Links lie in the team's Word, Excel and PowerPoint files and in shortcuts. What holds personal
data, is looked after as a document, or lies where few may look is never rewritten: no copy of it
may be kept, or its confirmed bytes would change. Such links are told, with what to do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256 as hashed
from pathlib import Path
from typing import Final
from uuid import uuid4

from librarian.application.history_ports import ManagedFiles, VersionStore
from librarian.application.managed import Managed
from librarian.application.ports import Catalogue, Known, Record, Store
from librarian.application.publishing import is_archived
from librarian.domain.errors import ChangedError, LibrarianError
from librarian.domain.files import FileState
from librarian.domain.links import moved_links
from librarian.domain.paths import extension_of, key, name_of, restored, stored
from librarian.domain.plans import Change, ChangeKind, Conflict, Plan, plan_of

_PUT_AWAY: Final = frozenset({ChangeKind.ARCHIVE, ChangeKind.SET_ASIDE})
_LINK: Final = "link"
_NAME: Final = "links 2"
"""Of what was read; another number where links are found that were not before."""


@dataclass(frozen=True, slots=True)
class LinkReading:
    """How links are read and rewritten: by a file's bytes and its extension."""

    links_in: Callable[[bytes, str], tuple[str, ...]]
    relinked: Callable[[bytes, str, Mapping[str, str]], bytes | None]
    linked: frozenset[str]
    largest: int


class LinkMender:
    """Knows the links inside the files of one drive; `cache` may be thrown away."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        managed: Managed,
        files: ManagedFiles,
        store: VersionStore,
        locate: Callable[[str], Path],
        reading: LinkReading,
        cache: Store,
        scratch: Path,
    ) -> None:
        self._catalogue = catalogue
        self._managed = managed
        self._files = files
        self._store = store
        self._locate = locate
        self._reading = reading
        self._cache = cache
        self._scratch = scratch

    def widen(self, plan: Plan) -> Plan:
        """The plan with the links mended that its moves would break; others are told."""
        filed = [each for each in plan.changes if each.is_filing]
        if not filed:
            return plan
        places = {each.path: each.to for each in filed}
        leads = {each.path: _lead(each, places) for each in filed}
        away = {each.path for each in filed if each.kind in _PUT_AWAY}
        known = self._catalogue.known()
        spelled = {key(path): path for path in known}
        changes: list[Change] = []
        conflicts: list[Conflict] = []
        for path, links in self._links(known).items():
            if path in away or is_archived(path):
                continue
            found = moved_links(
                path, links, places=places, leads=leads, known=lambda each: spelled.get(key(each))
            )
            mended = self._mended(path, places.get(path, path), found) if found else None
            if isinstance(mended, Change):
                changes.append(mended)
            elif mended:
                conflicts.append(mended)
        return plan_of((*plan.changes, *changes), (*plan.conflicts, *conflicts))

    def record(self, change: Change) -> None:
        """Keep the bytes of a file, and those with its links mended, in the version store.

        Raises ChangedError where the file is not what was seen.
        """
        place = self._locate(change.path)
        data = _bytes(place)
        if data is None or hashed(data).hexdigest() not in (change.sha256, change.value):
            raise ChangedError(f"{name_of(change.path)} was changed since.", "Look at it again.")
        if self._store.has(change.sha256) and self._store.has(change.value):
            return
        now = dict(zip(change.before.split("\n"), change.after.split("\n"), strict=True))
        new = self._reading.relinked(data, extension_of(change.path), now)
        if new is None or hashed(new).hexdigest() != change.value:
            raise LibrarianError(
                f"The links in {name_of(change.path)} cannot be mended.", "Mend them by hand."
            )
        self._store.put(place, change.sha256)
        self._put(new, change.value)

    def _put(self, data: bytes, sha256: str) -> None:
        half = self._scratch / f"{uuid4().hex}.half"
        self._scratch.mkdir(parents=True, exist_ok=True)
        try:
            half.write_bytes(data)
            self._store.put(half, sha256)
        finally:
            half.unlink(missing_ok=True)

    def _mended(
        self, path: str, place: str, found: Mapping[str, tuple[str, str]]
    ) -> Change | Conflict:
        """What mends the links of a file, or why that must be left to a person."""
        names = ", ".join(sorted({name_of(target) for _, target in found.values()}))
        told = f"It has a link to {names}, which would lead nowhere. "
        record = self._catalogue.record(path)
        why = self._why_not(record)
        if why or record is None or record.reading is None:
            return Conflict(path, told + why, kind=_LINK)
        data = _bytes(self._locate(path))
        now = {written: new for written, (new, _) in found.items()}
        mended = self._reading.relinked(data, extension_of(path), now) if data else None
        if data is None or hashed(data).hexdigest() != record.reading.sha256 or mended is None:
            return Conflict(path, f"{told}Mend it by hand.", kind=_LINK)
        return Change(
            ChangeKind.RELINK,
            place,
            sha256=record.reading.sha256,
            size=record.listed.size,
            modified=record.listed.modified,
            value=hashed(mended).hexdigest(),
            before="\n".join(now),
            after="\n".join(now.values()),
        )

    def _why_not(self, record: Record | None) -> str:
        if record is None or record.reading is None:
            return "It has not been read yet."
        path = record.listed.path
        if record.reading.personal:
            return "It seems to be filled in; whoever keeps it must mend it."
        if self._managed.at(path):
            return "It is a document that you look after: put forward a version with the new link."
        if self._files.is_narrower(path):
            return "It lies where few may look; whoever keeps it must mend it."
        return ""

    def _links(self, known: Mapping[str, Known]) -> dict[str, Sequence[str]]:
        """The links of every file that has some; files that did not change are not read again."""
        before = self._cache.load(_NAME)
        after: dict[str, object] = {}
        found: dict[str, Sequence[str]] = {}
        for path, each in known.items():
            if not self._may_link(path, each):
                continue
            kept = before.get(stored(path))
            links = _kept(kept, each)
            if links is None:
                links = self._read(path)
            after[stored(path)] = [each.size, each.modified, [stored(link) for link in links]]
            if links:
                found[path] = links
        if after != before:
            self._cache.save(_NAME, after)
        return found

    def _may_link(self, path: str, known: Known) -> bool:
        if known.state is not FileState.PRESENT or known.size > self._reading.largest:
            return False
        return extension_of(path) in self._reading.linked

    def _read(self, path: str) -> Sequence[str]:
        record = self._catalogue.record(path)
        if record is None or record.listed.online_only:
            return ()  # looking into it would fetch it
        data = _bytes(self._locate(path))
        return self._reading.links_in(data, extension_of(path)) if data else ()


def _lead(change: Change, places: Mapping[str, str]) -> str:
    """Where links to a file are to lead: to the one that stays, where it is put away."""
    if change.kind in _PUT_AWAY and change.other:
        return places.get(change.other, change.other)
    return change.to


def _kept(kept: object, known: Known) -> Sequence[str] | None:
    match kept:
        case [int(size), int(modified), list(links)] if (size, modified) == known[1:3]:
            return [restored(str(link)) for link in links]
        case _:
            return None


def _bytes(place: Path) -> bytes | None:
    try:
        return place.read_bytes()
    except OSError:
        return None
