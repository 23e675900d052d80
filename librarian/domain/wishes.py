"""What readers wish, as folded from the acts: what waits, and what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass

from librarian.domain.acts import Approved, Restored, kind_of
from librarian.domain.acts_owners import Reviewed
from librarian.domain.acts_wishes import (
    AccessAsked,
    Answered,
    Asked,
    Reported,
    Suggested,
    Vouched,
    Wanted,
    Wishing,
)
from librarian.domain.documents import Done
from librarian.domain.ledger import Entry
from librarian.domain.paths import key


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asked for: `kind` is that of its act, such as ``asked`` or ``suggested``.

    `path` is empty where it is about no file or folder; `at` is in milliseconds since 1970.
    """

    entry: str
    kind: str
    path: str
    sha256: str
    who: str
    at: int
    note: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """How a wish was dealt with, by whom, when (milliseconds since 1970); `entry` is that act."""

    wish: Wish
    entry: str
    who: str
    at: int
    note: str


def wishes_of(acts: Sequence[Done]) -> tuple[tuple[Wish, ...], tuple[Reply, ...]]:
    """Return what waits and what was answered; acts come in the order in which they count.

    Confirming a version answers whoever asked which one is current; a review answers whoever said
    that the document is still right.
    """
    open_: dict[str, Wish] = {}
    replies: list[Reply] = []
    early: dict[str, tuple[Entry, Answered]] = {}
    for entry, act in acts:
        match act:
            case Asked() | Suggested() | Reported() | Wanted() | AccessAsked() | Vouched():
                open_[entry.id] = _wish(entry, act)
                if entry.id in early:  # the clocks of two desks differ
                    replies += _answered(open_, *early[entry.id])
            case Answered():
                early[act.wish] = entry, act
                replies += _answered(open_, entry, act)
            case Approved() | Restored():
                replies += _confirmed(open_, entry, act)
            case Reviewed():
                replies += _reviewed(open_, entry, act)
            case _:
                continue
    return tuple(open_.values()), tuple(replies)


def _wish(entry: Entry, act: Wishing) -> Wish:
    return Wish(
        entry=entry.id,
        kind=kind_of(act),
        path=getattr(act, "path", ""),
        document=getattr(act, "document", ""),
        sha256=getattr(act, "sha256", ""),
        who=entry.who,
        at=entry.stamp.milliseconds,
        note=act.note,
    )


def _answered(open_: dict[str, Wish], entry: Entry, act: Answered) -> list[Reply]:
    wish = open_.pop(act.wish, None)
    return [_reply(wish, entry, act.note)] if wish else []


def _confirmed(open_: dict[str, Wish], entry: Entry, act: Approved | Restored) -> list[Reply]:
    where = key(act.path)
    met = [each for each in open_.values() if each.kind == "asked" and key(each.path) == where]
    for wish in met:
        del open_[wish.entry]
    return [_reply(wish, entry, act.note) for wish in met]


def _reviewed(open_: dict[str, Wish], entry: Entry, act: Reviewed) -> list[Reply]:
    met = [each for each in open_.values() if each.document and each.document == act.document]
    for wish in met:
        del open_[wish.entry]
    return [_reply(wish, entry, "") for wish in met]


def _reply(wish: Wish, entry: Entry, note: str) -> Reply:
    return Reply(wish, entry.id, entry.who, entry.stamp.milliseconds, note)
