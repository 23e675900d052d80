"""A document as its acts have made it: what is current, what was before, what waits for a person.

A pure function of the set of acts, sorted by stamp: in whatever order they arrive, late, twice
or from two desks at once, every desk comes to the same. Of two people who approve at once both
are kept; the later stamp is current, and those who look after the drive are asked.
"""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from librarian.domain.acts import Act, Approved, Archived, Held, Moved, Published, Restored, Unheld
from librarian.domain.acts_missing import FoundAgain, Missed
from librarian.domain.acts_owners import Owned, Reviewed
from librarian.domain.clocks import moment
from librarian.domain.document_types import Months, due_after, type_of
from librarian.domain.ledger import Entry
from librarian.domain.names import plain_title

Done = tuple[Entry, Act]
"""An entry that counts, and what it tells."""


class Status(StrEnum):
    """Where a version stands."""

    DRAFT = "draft"
    APPROVED = "approved"
    SUPERSEDED = "superseded"
    ARCHIVED = "archived"


@dataclass(frozen=True, slots=True)
class Version:
    """One content of a document, for one stretch of time; a restored one reigns again.

    `since` and `until` are in milliseconds since 1970; an open end is None. `path` is where the
    file lies: empty where only the version store has it. `entry` is the act that made it so.
    """

    entry: str
    label: str
    status: Status
    sha256: str
    canonical: str
    path: str
    since: int
    until: int | None
    who: str
    note: str

    def matches(self, sha256: str, canonical: str) -> bool:
        """Whether a file with these digests has this content, rewritten by a sync client or not."""
        return self.sha256 == sha256 or bool(canonical and self.canonical == canonical)


@dataclass(frozen=True, slots=True)
class Document:
    """What people mean by a form or a guide; `path` is where its current version lies for life.

    `approved` holds every reign in order, the last is current. `paths` are all it ever had.
    `rivals` are the entries of two who approved at once, until somebody decides. `review_set` is
    the day that somebody set for the next review of the version that is current; `looked` is when
    somebody last said that it is still right, `missing_since` when a complete scan did not find
    its file, in milliseconds since 1970.
    """

    id: str
    path: str
    approved: tuple[Version, ...] = ()
    drafts: tuple[Version, ...] = ()
    put_away: tuple[Version, ...] = ()
    paths: tuple[str, ...] = ()
    held: bool = False
    rivals: tuple[str, ...] = ()
    owner: str = ""
    deputy: str = ""
    phone: str = ""
    review_set: date | None = None
    looked: int = 0
    missing_since: int | None = None

    def due(self, months: Months) -> date | None:
        """The day until which it is to be looked at again; None while nothing is current.

        Where nobody set one, it follows from when it was confirmed and from its type.
        """
        if self.review_set or not self.current:
            return self.review_set
        since = moment(self.current.since * 1_000_000).date()
        return due_after(since, months(type_of(self.path)))

    @property
    def current(self) -> Version | None:
        """The version that counts; None while there are only drafts."""
        return self.approved[-1] if self.approved else None

    @property
    def title(self) -> str:
        """What people call it."""
        return plain_title(self.path)

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every reign and every draft, in the order of time."""
        return tuple(
            sorted((*self.approved, *self.put_away, *self.drafts), key=lambda each: each.since)
        )

    def recorded(self, wanted: str) -> Version | None:
        """The latest version with this label, or whose hash begins so; None where there is none."""
        named = [each for each in self.versions if each.label.lower() == wanted.strip().lower()]
        hashed = [each for each in self.versions if wanted and each.sha256.startswith(wanted)]
        found = named or (hashed if len({each.sha256 for each in hashed}) == 1 else [])
        return found[-1] if found else None

    def in_force(self, at: int) -> Version | None:
        """The version that was current at a moment, in milliseconds since 1970."""
        for each in reversed(self.approved):
            if each.since <= at and (each.until is None or at < each.until):
                return each
        return None


def folded(document: str, done: Iterable[Done]) -> Document:
    """Return the document that these acts have made; they may come in any order, or twice."""
    result = Document(document, "")
    finished: set[str] = set()
    for entry, act in in_time(done):
        intent = getattr(act, "intent", "")
        if intent and intent in finished:
            continue
        finished.add(intent)
        result = _after(result, entry, act)
    return result


def in_time(done: Iterable[Done]) -> Sequence[Done]:
    """Return each entry once, in the order in which they count."""
    each = {entry.id: (entry, act) for entry, act in done}
    return sorted(each.values(), key=lambda item: (item[0].stamp, item[0].id))


def _after(document: Document, entry: Entry, act: Act) -> Document:
    match act:
        case Published():
            return _with_draft(document, entry, act)
        case Approved() | Restored():
            return _with_reign(document, entry, act)
        case Archived():
            return _with_archived(document, entry, act)
        case Moved():
            return replace(_moved(document, act.path), missing_since=None)
        case _:
            return _looked_after(document, entry, act)


def _looked_after(document: Document, entry: Entry, act: Act) -> Document:
    """The document after an act that leaves its versions as they are."""
    match act:
        case Reviewed():
            return replace(_reviewed(document, act), looked=entry.stamp.milliseconds)
        case Missed():
            return replace(document, missing_since=entry.stamp.milliseconds)
        case Held() | Unheld():
            return replace(document, held=isinstance(act, Held))
        case FoundAgain():
            return replace(document, missing_since=None)
        case Owned(_, owner, deputy, phone):
            return replace(document, owner=owner, deputy=deputy, phone=phone)
        case _:
            return document


def _with_draft(document: Document, entry: Entry, act: Published) -> Document:
    current = document.current
    if current and current.sha256 == act.sha256:
        return document
    draft = _version(entry, act, Status.DRAFT, act.path)
    others = tuple(each for each in document.drafts if each.sha256 != act.sha256)
    home = document.path or act.path
    return replace(document, path=home, paths=_once(*document.paths, home), drafts=(*others, draft))


def _with_reign(document: Document, entry: Entry, act: Approved | Restored) -> Document:
    before = document.current
    if before and before.sha256 == act.sha256:  # confirmed again, or by two people at once
        decided = before.entry == act.before
        moved = document if act.path == document.path else _moved(document, act.path)
        return replace(moved, rivals=() if decided else document.rivals)
    known = before is None or before.entry == act.before
    earlier = tuple(_ended(each, entry, act) for each in document.approved)
    return replace(
        document,
        path=act.path,
        paths=_once(*document.paths, act.path),
        approved=(*earlier, _version(entry, act, Status.APPROVED, act.path)),
        drafts=tuple(each for each in document.drafts if each.sha256 != act.sha256),
        rivals=() if known or before is None else (before.entry, entry.id),
        review_set=None,
        missing_since=None,
    )


def _reviewed(document: Document, act: Reviewed) -> Document:
    with suppress(ValueError):
        return replace(document, review_set=date.fromisoformat(act.due))
    return document


def _ended(version: Version, entry: Entry, act: Approved | Restored) -> Version:
    """The version before, now that another is current; it lies in the archive where it was put."""
    until = entry.stamp.milliseconds if version.until is None else version.until
    if version.entry == act.before and act.archived:
        return replace(version, until=until, status=Status.ARCHIVED, path=act.archived)
    if version.until is None:
        return replace(version, until=until, status=Status.SUPERSEDED, path="")
    return version


def _moved(document: Document, path: str) -> Document:
    current = tuple(replace(each, path=path) for each in document.approved[-1:])
    return replace(
        document,
        path=path,
        paths=_once(*document.paths, path),
        approved=(*document.approved[:-1], *current),
    )


def _with_archived(document: Document, entry: Entry, act: Archived) -> Document:
    away = _version(entry, act, Status.ARCHIVED, act.to)
    return replace(
        document,
        put_away=(*document.put_away, away),
        drafts=tuple(each for each in document.drafts if each.sha256 != act.sha256),
    )


def _version(
    entry: Entry, act: Published | Approved | Restored | Archived, status: Status, path: str
) -> Version:
    return Version(
        entry=entry.id,
        label=act.label,
        status=status,
        sha256=act.sha256,
        canonical=act.canonical,
        path=path,
        since=entry.stamp.milliseconds,
        until=None,
        who=entry.who,
        note=act.note,
    )


def _once(*paths: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path for path in paths if path))
