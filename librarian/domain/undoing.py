"""What is to be done so that a plan, a part of it or one decision is as if it had never been.

Files go back by the way they came; decisions do not count any more. What is still as it was left
can be undone at any time; what changed since is refused in words.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from librarian.domain.acts import (
    Act,
    Approved,
    Archived,
    Held,
    Intended,
    Moved,
    Published,
    Restored,
    Unheld,
)
from librarian.domain.acts_owners import FolderOwned, Owned, Reviewed
from librarian.domain.acts_plans import Agreed, Carried
from librarian.domain.documents import Done
from librarian.domain.ledger import Entry
from librarian.domain.paths import key
from librarian.domain.plans import Change, ChangeKind
from librarian.domain.plans_order import in_order

_VERSIONS = (Published, Approved, Restored, Archived, Moved)
_KINDRED: tuple[tuple[type[Act], ...], ...] = (
    _VERSIONS,
    (Held, Unheld),
    (Owned,),
    (Reviewed,),
    (FolderOwned,),
)
"""Acts that build on one another: none of these can be undone while a later one counts."""


@dataclass(frozen=True, slots=True)
class PlanMade:
    """A plan that came to its end, with the act that agreed to it and the one that ended it."""

    entry: Entry
    agreed: Agreed
    carried: Carried


def plan_behind(acts: Sequence[Done], entry: str) -> PlanMade | None:
    """Return the plan that an entry began or ended; None where it did neither."""
    for ended, act in acts:
        if isinstance(act, Carried) and entry in (ended.id, act.intent):
            for begun, agreed in acts:
                if begun.id == act.intent and isinstance(agreed, Agreed):
                    return PlanMade(ended, agreed, act)
    return None


def reversed_plan(
    made: PlanMade, acts: Sequence[Done], only: Collection[str] = ()
) -> tuple[Change, ...]:
    """Return what undoes a plan, or the changes of it that are about these paths.

    What was undone before is left out.
    """
    back, withdrawn = _undone(acts, made)
    entries = dict(made.carried.entries)
    found = []
    for number in reversed(made.carried.done):
        change = made.agreed.changes[number]
        if only and not {change.path, change.to} & set(only):
            continue
        entry = entries.get(number, "")
        reverse = _reverse(change, entry)
        if reverse and entry not in withdrawn and (reverse.path, reverse.to) not in back:
            found.append(reverse)
    mended = [each for each in found if each.kind is ChangeKind.RELINK]
    return (*mended, *in_order([each for each in found if each.kind is not ChangeKind.RELINK]))


def withdrawal(entry: Entry, act: Act) -> Change | None:
    """Return what undoes one decision; None where it is none that can be undone."""
    if not isinstance(act, tuple(kind for kinds in _KINDRED for kind in kinds)):
        return None
    path = getattr(act, "path", "") or getattr(act, "document", "")
    return Change(ChangeKind.WITHDRAW, path, value=entry.id, before=entry.kind, after="not counted")


def later_kindred(acts: Sequence[Done], entry: str, among: Collection[str]) -> Done | None:
    """Return a later act that builds on this one and is not undone with it, or None."""
    found = next((done for done in acts if done[0].id == entry), None)
    if found is None:
        return None
    begun, act = found
    kinds = next((each for each in _KINDRED if isinstance(act, each)), ())
    for later, other in acts:
        same = _subject(other) == _subject(act) and isinstance(other, kinds)
        if same and later.stamp > begun.stamp and later.id not in among:
            return later, other
    return None


def steps_of(acts: Sequence[Done], act: Act) -> tuple[str, Intended] | None:
    """Return the announced moves of an act with the entry that announced them, if it has any."""
    intent = getattr(act, "intent", "")
    for entry, other in acts:
        if intent and entry.id == intent and isinstance(other, Intended):
            return intent, other
    return None


def is_of(change: Change, act: Act) -> bool:
    """Return whether an act is the one that a change of a plan puts on record."""
    match act:
        case Approved():
            return change.kind is ChangeKind.APPROVE and act.sha256 == change.sha256
        case Restored():
            return change.kind is ChangeKind.RESTORE and act.path == change.path
        case Archived():
            return change.is_filing and act.to == change.to
        case Moved() | Published():
            return change.is_filing and act.path == change.to
        case _:
            return False


def archived_by_plans(acts: Sequence[Done]) -> frozenset[str]:
    """Return by key what plans put into the archive, and did not take back."""
    agreed = {entry.id: act for entry, act in acts if isinstance(act, Agreed)}
    found: set[str] = set()
    for _, act in acts:
        plan = agreed.get(act.intent) if isinstance(act, Carried) else None
        if plan is None or not isinstance(act, Carried):
            continue
        for number in act.done:
            change = plan.changes[number]
            found.discard(key(change.path))
            if change.kind is ChangeKind.ARCHIVE:
                found.add(key(change.to))
    return frozenset(found)


def _reverse(change: Change, entry: str) -> Change | None:
    turned = replace(
        change, before=change.after, after=change.before, finding="", aside=False, back=True
    )
    if change.is_filing:
        return replace(
            turned, kind=ChangeKind.MOVE, path=change.to, to=change.path, value=entry, other=""
        )
    if change.kind is ChangeKind.RELINK:
        return replace(turned, sha256=change.value, value=change.sha256)
    if not entry:
        return None
    return replace(turned, kind=ChangeKind.WITHDRAW, value=entry, other="")


def _undone(acts: Sequence[Done], made: PlanMade) -> tuple[set[tuple[str, str]], set[str]]:
    """What earlier undoing of a plan moved back, and which of its acts were withdrawn."""
    ours = {made.entry.id, made.carried.intent}
    agreed = {
        entry.id: act for entry, act in acts if isinstance(act, Agreed) and act.undoes in ours
    }
    back: set[tuple[str, str]] = set()
    withdrawn: set[str] = set()
    for _, act in acts:
        if isinstance(act, Carried):
            withdrawn.update(act.withdrawn)
            if act.intent in agreed:
                changes = agreed[act.intent].changes
                back |= {(changes[n].path, changes[n].to) for n in act.done}
    return back, withdrawn


def _subject(act: Act) -> str:
    return str(getattr(act, "document", "") or getattr(act, "path", ""))
