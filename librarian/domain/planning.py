"""From what was proposed to what can be done: a pure function, with every conflict in words.

Nothing is decided by luck: where two files want one place, neither gets it, and a person is told.
Where a file wants the place of one that leaves, it waits for it; files that swap places go round
by a place of their own.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePosixPath
from typing import Final, Protocol

from librarian.domain.actions import (
    Action,
    Approve,
    Archive,
    AssignOwner,
    Dispose,
    Filing,
    Hold,
    Move,
    Relink,
    Restore,
    SetAside,
    SetReview,
)
from librarian.domain.documents import Document
from librarian.domain.file_names import why_refused
from librarian.domain.paths import folder_of, is_within, key, name_of
from librarian.domain.plans import Change, ChangeKind, Conflict, Plan, plan_of
from librarian.domain.plans_order import in_order

QUARANTINE: Final = ".librarian/quarantine"

_CHOOSE: Final = "Two different things could be done with it. Choose one of them."
_MOST_NAMES: Final = 1000
_NOBODY: Final = "nobody"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An action, and the id of the finding that proposes it; empty where a person does."""

    action: Action
    finding: str = ""


@dataclass(frozen=True, slots=True)
class SeenFile:
    """A file as it was seen last: spelled as the drive does, with what is in it."""

    path: str
    sha256: str
    canonical: str
    size: int
    modified: int


class Facts(Protocol):
    """What planning asks of the drive, as known at one moment."""

    archive: str
    """The folder of what is not used any more, as the drive spells it."""

    def seen(self, path: str) -> SeenFile | None:
        """The file at path, compared by key; None where none is known to be there."""

    def is_taken(self, path: str) -> bool:
        """Whether anything lies at path or at a spelling of it, a folder too."""

    def is_file(self, path: str) -> bool:
        """Whether a file is known to lie at path, compared by key."""

    def document(self, path: str) -> Document | None:
        """The document that the file at path belongs to, as people have decided."""

    def due(self, document: Document) -> date | None:
        """The day until which a document is to be looked at again."""


class _RefusedError(Exception):
    """A proposal that cannot be done; says why in words."""


def planned(proposals: Iterable[Proposal], facts: Facts) -> Plan:
    """Return what can be done of these proposals, in order, and what cannot be, and why."""
    changes: list[Change] = []
    conflicts: list[Conflict] = []
    for each in dict.fromkeys(proposals):
        try:
            changes.append(_change(each, facts))
        except _RefusedError as refused:
            conflicts.append(_conflict(each, str(refused)))
    changes = _once(changes, conflicts)
    changes = _with_free_names(changes, facts)
    return plan_of(in_order(_without_collisions(changes, facts, conflicts)), conflicts)


def _change(proposal: Proposal, facts: Facts) -> Change:
    action = proposal.action
    match action:
        case Move() | Archive() | SetAside():
            return _filed(action, proposal.finding, facts)
        case Relink(path, before, now):
            seen = _seen(path, facts)
            return _of(ChangeKind.RELINK, seen, proposal.finding, before, now)
        case Dispose():
            raise _RefusedError("Two people must agree before it is destroyed: see “To destroy”.")
        case _:
            return _stated(action, proposal.finding, facts)


def _filed(action: Filing, finding: str, facts: Facts) -> Change:
    seen = _seen(action.path, facts)
    document = facts.document(seen.path)
    if document and document.held:
        raise _RefusedError(f"{document.title} is not to be moved or removed.")
    if not seen.sha256:
        raise _RefusedError("Librarian has not looked inside it yet.")
    if isinstance(action, Move):
        change = _moved(seen, action.to, facts)
    elif isinstance(action, Archive):
        change = _archived(seen, action, facts, document)
    else:
        change = _set_aside(seen, action.keeps, facts, document)
    return replace(change, before=change.path, after=change.to, finding=finding)


def _moved(seen: SeenFile, to: str, facts: Facts) -> Change:
    if to == seen.path:
        raise _RefusedError("It has this name already.")
    if is_within(key(seen.path), key(facts.archive)):
        raise _RefusedError("What is in the archive stays as it is.")
    why = why_refused(to)
    if why:
        raise _RefusedError(why)
    renamed = folder_of(seen.path) == folder_of(to)
    kind = ChangeKind.RENAME if renamed else ChangeKind.MOVE
    return replace(_of(kind, seen), to=to)


def _archived(seen: SeenFile, action: Archive, facts: Facts, document: Document | None) -> Change:
    if is_within(key(seen.path), key(facts.archive)):
        raise _RefusedError("It is in the archive already.")
    _check_not_current(seen, document)
    to = f"{facts.archive}/{seen.path}"
    return replace(_of(ChangeKind.ARCHIVE, seen), to=to, value=action.because, other=action.instead)


def _set_aside(seen: SeenFile, keeps: str, facts: Facts, document: Document | None) -> Change:
    _check_not_current(seen, document)
    to = f"{QUARANTINE}/{seen.path}"
    if not keeps:  # it is no copy, but something left behind
        return replace(_of(ChangeKind.SET_ASIDE, seen), to=to)
    kept = facts.seen(keeps)
    if kept is None or key(kept.path) == key(seen.path):
        raise _RefusedError("The file that is to stay in its place is not there.")
    if seen.canonical != kept.canonical and seen.sha256 != kept.sha256:
        raise _RefusedError(f"It does not say the same as {name_of(kept.path)} any more.")
    return replace(_of(ChangeKind.SET_ASIDE, seen), to=to, other=kept.path)


def _check_not_current(seen: SeenFile, document: Document | None) -> None:
    if document and document.current and key(document.path) == key(seen.path):
        raise _RefusedError("It is the confirmed version. Confirm another one in its place first.")


def _stated(
    action: Approve | Restore | AssignOwner | SetReview | Hold, finding: str, facts: Facts
) -> Change:
    document = facts.document(action.path)
    match action:
        case Approve(path):
            seen = _seen(path, facts)
            label = document.current.label if document and document.current else "not confirmed"
            return _of(ChangeKind.APPROVE, seen, finding, label, "confirmed")
        case AssignOwner(path, owner, deputy):
            before = document.owner if document and document.owner else _NOBODY
            change = Change(ChangeKind.OWNER, path, value=owner, other=deputy)
            return replace(change, before=before, after=owner or _NOBODY, finding=finding)
        case _ if document is None or document.current is None:
            raise _RefusedError("Nobody has confirmed it yet.")
        case Restore(path, version):
            change = Change(ChangeKind.RESTORE, path, value=version)
            return replace(change, before=document.current.label, after=version, finding=finding)
        case SetReview(path, due):
            day, was = due.isoformat(), facts.due(document)
            change = Change(ChangeKind.REVIEW, path, value=day, after=day, finding=finding)
            return replace(change, before=was.isoformat() if was else "")
        case Hold(path, because):
            change = Change(ChangeKind.HOLD, path, value=because, finding=finding)
            return replace(change, before="held" if document.held else "not held", after="held")


def _seen(path: str, facts: Facts) -> SeenFile:
    seen = facts.seen(path)
    if seen is None:
        raise _RefusedError("It is not there any more.")
    return seen


def _of(
    kind: ChangeKind, seen: SeenFile, finding: str = "", before: str = "", after: str = ""
) -> Change:
    return Change(
        kind=kind,
        path=seen.path,
        sha256=seen.sha256,
        size=seen.size,
        modified=seen.modified,
        before=before,
        after=after,
        finding=finding,
    )


def _once(changes: Sequence[Change], conflicts: list[Conflict]) -> list[Change]:
    """Each file goes to one place; where two are wished for, a person must choose, told once."""
    wished: dict[str, set[str]] = {}
    for each in changes:
        if each.is_filing:
            wished.setdefault(key(each.path), set()).add(key(each.to))
    kept: list[Change] = []
    met: set[tuple[str, str]] = set()
    told: set[str] = set()
    for each in changes:
        if each.is_filing and len(wished[key(each.path)]) > 1:
            if key(each.path) not in told:
                told.add(key(each.path))
                conflicts.append(_refused(each, _CHOOSE))
        elif not each.is_filing or (key(each.path), key(each.to)) not in met:
            met.add((key(each.path), key(each.to)))
            kept.append(each)
    return kept


def _with_free_names(changes: Sequence[Change], facts: Facts) -> list[Change]:
    """What goes into the archive or is set aside gets a name there that nothing has."""
    given: set[str] = set()
    found = []
    for each in changes:
        if each.kind in (ChangeKind.ARCHIVE, ChangeKind.SET_ASIDE):
            to = _free(each.to, given, facts)
            given.add(key(to))
            found.append(replace(each, to=to, after=to))
        else:
            found.append(each)
    return found


def _free(path: str, given: set[str], facts: Facts) -> str:
    place = PurePosixPath(path)
    for number in range(1, _MOST_NAMES):
        more = f" ({number})" if number > 1 else ""
        candidate = str(place.with_name(f"{place.stem}{more}{place.suffix}"))
        if key(candidate) not in given and not facts.is_taken(candidate):
            return candidate
    return path


def _without_collisions(
    changes: Sequence[Change], facts: Facts, conflicts: list[Conflict]
) -> list[Change]:
    """The changes whose places will be free; what one of them cannot do may stop another."""
    kept = list(changes)
    while True:
        leaving = {key(each.path) for each in kept if each.is_filing}
        wanted = Counter(key(each.to) for each in kept if each.is_filing)
        staying = []
        for each in kept:
            why = _collision(each, leaving, wanted, facts) if each.is_filing else ""
            if why:
                conflicts.append(_refused(each, why))
            else:
                staying.append(each)
        if len(staying) == len(kept):
            return kept
        kept = staying


def _collision(change: Change, leaving: set[str], wanted: Counter[str], facts: Facts) -> str:
    target = key(change.to)
    if wanted[target] > 1:
        return f"Another file is to be called {name_of(change.to)} in the same place."
    if target not in leaving and facts.is_taken(change.to):
        return f"There is a file {name_of(change.to)} there already."
    folder = folder_of(change.to)
    while folder:
        if facts.is_file(folder) or wanted[key(folder)]:
            return f"{name_of(folder)} is a file; nothing can be put into it."
        folder = folder_of(folder)
    return ""


def _conflict(proposal: Proposal, why: str) -> Conflict:
    name = type(proposal.action).__name__.lower()
    return Conflict(proposal.action.path, why, proposal.finding, name)


def _refused(change: Change, why: str) -> Conflict:
    return Conflict(change.path, why, change.finding, str(change.kind))
