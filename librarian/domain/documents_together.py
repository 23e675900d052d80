"""All documents of a drive from all acts: which ids mean the same one, what waits, who wishes what.

Two desks that begin the same document at once give it two ids. The earlier stands for both;
what either did is kept.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from librarian.domain.acts import Act, Approved, Intended, Joined, Published
from librarian.domain.acts_owners import FolderOwned
from librarian.domain.acts_plans import Agreed, Carried, DisposeAsked, Disposed, DisposeDropped
from librarian.domain.acts_wishes import Signposted
from librarian.domain.documents import Document, Done, folded, in_time
from librarian.domain.ledger import Entry
from librarian.domain.paths import folder_of, key
from librarian.domain.vouching import vouched
from librarian.domain.wishes import Reply, Wish, wishes_of

_BOTH: Final = (
    "Two people confirmed different versions of {title} at the same time. Both are kept."
    " Look at them, and confirm the one that counts."
)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An act that was begun, and neither done nor taken back so far."""

    entry: Entry
    intended: Intended


@dataclass(frozen=True, slots=True)
class UnfinishedPlan:
    """A plan that was agreed, and did not come to its end so far."""

    entry: Entry
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only those who look after the drive can decide."""

    document: str
    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Documents:
    """Every document of a drive, and what waits for a person."""

    by_id: Mapping[str, Document] = field(default_factory=dict)
    unfinished: tuple[Unfinished, ...] = ()
    wishes: tuple[Wish, ...] = ()
    replies: tuple[Reply, ...] = ()
    signposts: Mapping[str, str] = field(default_factory=dict)
    """Folders that are shown to all, each with whom to ask to be let in."""
    folder_owners: Mapping[str, FolderOwned] = field(default_factory=dict)
    """The last word on who owns a folder, by its path."""
    unfinished_plans: tuple[UnfinishedPlan, ...] = ()
    to_destroy: Mapping[str, tuple[Entry, DisposeAsked]] = field(default_factory=dict)
    """What somebody asked to have destroyed, by the entry; another must agree."""

    @property
    def questions(self) -> tuple[Question, ...]:
        """What those who look after the drive are asked, by path."""
        asked = [
            Question(each.id, each.path, _BOTH.format(title=each.title))
            for each in self.by_id.values()
            if each.rivals
        ]
        return tuple(sorted(asked, key=lambda question: (key(question.path), question.document)))


def together(done: Iterable[Done]) -> Documents:
    """Return all documents as these acts have made them, in whatever order they come."""
    acts = counting(in_time(done))
    names = same_documents(acts)
    acts = vouched(acts, names)
    groups: dict[str, list[Done]] = {}
    for entry, act in acts:
        document = getattr(act, "document", "")
        if document and not isinstance(act, Joined):
            groups.setdefault(names.get(document, document), []).append((entry, act))
    by_id = {name: folded(name, group) for name, group in groups.items()}
    folders = {act.path: act for _, act in acts if isinstance(act, FolderOwned)}
    kept = {name: _owned(each, folders) for name, each in by_id.items() if each.path}
    wishes, replies = wishes_of(acts)
    return Documents(
        kept,
        _unfinished(acts),
        wishes,
        replies,
        _signposts(acts),
        folders,
        _unfinished_plans(acts),
        _to_destroy(acts),
    )


def counting(acts: Sequence[Done]) -> Sequence[Done]:
    """Return the acts without those that were undone; they stay on record all the same."""
    undone = {each for _, act in acts if isinstance(act, Carried) for each in act.withdrawn}
    if not undone:
        return acts
    intents = {getattr(act, "intent", "") for entry, act in acts if entry.id in undone}
    return [
        (entry, act)
        for entry, act in acts
        if entry.id not in undone and not (entry.id in intents and isinstance(act, Intended))
    ]


def same_documents(acts: Sequence[Done]) -> dict[str, str]:
    """Return the id that stands for each id; acts come in the order in which they count.

    Ids are one document's where both began at one path and neither knew of the other, or where
    somebody joined them.
    """
    stands: dict[str, str] = {}
    begun: dict[str, list[str]] = {}
    for _, act in acts:
        if isinstance(act, Joined):
            one, other = _root(stands, act.document), _root(stands, act.into)
            if one != other:
                stands[one] = other
            continue
        document = getattr(act, "document", "")
        if not document or document in stands:
            continue
        stands[document] = document
        path, beside = _beginning(act)
        if not path:
            continue
        here = begun.setdefault(key(path), [])
        unknown = [each for each in here if each not in beside]
        if unknown:
            stands[document] = _root(stands, unknown[0])
        here.append(document)
    return {document: _root(stands, document) for document in stands}


def _root(stands: dict[str, str], document: str) -> str:
    while stands.setdefault(document, document) != document:
        document = stands[document]
    return document


def _beginning(act: Act) -> tuple[str, tuple[str, ...]]:
    if isinstance(act, (Published, Approved)):
        return act.path, act.beside
    return "", ()


def _unfinished(acts: Sequence[Done]) -> tuple[Unfinished, ...]:
    ended = {getattr(act, "intent", "") for _, act in acts}
    return tuple(
        Unfinished(entry, act)
        for entry, act in acts
        if isinstance(act, Intended) and entry.id not in ended
    )


def _unfinished_plans(acts: Sequence[Done]) -> tuple[UnfinishedPlan, ...]:
    ended = {act.intent for _, act in acts if isinstance(act, Carried)}
    return tuple(
        UnfinishedPlan(entry, act)
        for entry, act in acts
        if isinstance(act, Agreed) and entry.id not in ended
    )


def _to_destroy(acts: Sequence[Done]) -> dict[str, tuple[Entry, DisposeAsked]]:
    """What waits for a second person; of two who ask the same, the first counts."""
    ended = {act.asked for _, act in acts if isinstance(act, Disposed | DisposeDropped)}
    return {
        entry.id: (entry, act)
        for entry, act in acts
        if isinstance(act, DisposeAsked) and entry.id not in ended
    }


def _signposts(acts: Sequence[Done]) -> dict[str, str]:
    """The folders that are shown to all, as the last word on each says."""
    said = {act.path: act.whom for _, act in acts if isinstance(act, Signposted)}
    return {path: whom for path, whom in said.items() if whom}


def folder_owner(folders: Mapping[str, FolderOwned], path: str) -> FolderOwned | None:
    """Return who owns the nearest folder of path that has an owner; path may be that folder."""
    while True:
        found = folders.get(path)
        if (found and found.owner) or not path:
            return found if found and found.owner else None
        path = folder_of(path)


def _owned(document: Document, folders: Mapping[str, FolderOwned]) -> Document:
    """The document with its owner, or that of the nearest folder that has one."""
    found = None if document.owner else folder_owner(folders, folder_of(document.path))
    if found is None:
        return document
    return replace(document, owner=found.owner, deputy=found.deputy, phone=found.phone)
