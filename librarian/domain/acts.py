"""What can be done with documents, as the payloads of entries: frozen values, to and from JSON.

The ledger keeps a payload without looking into it; only this module knows what its keys mean. A
payload that cannot be understood, or was erased, is no act and changes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from librarian.domain.acts_away import GoneAway, SeenAway
from librarian.domain.acts_missing import FoundAgain, Missed
from librarian.domain.acts_owners import FolderOwned, Owned, Reviewed
from librarian.domain.acts_plans import (
    Agreed,
    Carried,
    DisposeAsked,
    Disposed,
    DisposeDropped,
    agreed_from,
    agreed_payload,
    carried_from,
    carried_payload,
)
from librarian.domain.acts_rules import RulesPublished, Waived
from librarian.domain.acts_steps import Step, step_from, step_payload
from librarian.domain.acts_wishes import (
    AccessAsked,
    Answered,
    Asked,
    Reported,
    Signposted,
    Suggested,
    Vouched,
    Wanted,
)
from librarian.domain.ledger import Entry, Json


@dataclass(frozen=True, slots=True)
class Published:
    """A content was recorded as a draft of a document; `path` is where it lay then.

    `beside` names the documents that had this path before, where this one begins anew.
    """

    document: str
    path: str
    sha256: str
    canonical: str
    label: str
    note: str = ""
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Approved:
    """A content became the current one at `path`, and the one before it was archived.

    `before` is the entry that made that one current, as the approver knew it; `archived` is
    where it lies now. `taken_from` is the draft's path. `intent` is the entry that announced it.
    """

    document: str
    path: str
    sha256: str
    canonical: str
    label: str
    note: str = ""
    before: str = ""
    archived: str = ""
    taken_from: str = ""
    beside: tuple[str, ...] = ()
    intent: str = ""


@dataclass(frozen=True, slots=True)
class Restored:
    """Recorded bytes became the current ones again; the fields mean what they mean above."""

    document: str
    path: str
    sha256: str
    canonical: str
    label: str
    note: str = ""
    before: str = ""
    archived: str = ""
    intent: str = ""


@dataclass(frozen=True, slots=True)
class Archived:
    """A file that is not the current one was put into the archive, at `to`."""

    document: str
    path: str
    to: str
    sha256: str
    canonical: str
    label: str = ""
    note: str = ""
    intent: str = ""


@dataclass(frozen=True, slots=True)
class Moved:
    """The current file of a document lies at another path now."""

    document: str
    path: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """Two records turned out to be one document; `document` goes on as `into`."""

    document: str
    into: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A document must stay as it is, whatever the principles say, until it is let go."""

    document: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unheld:
    """A document is no longer held."""

    document: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Intended:
    """An act that moves files is about to be done: its kind, its payload and its steps."""

    kind: str
    act: Mapping[str, Json]
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Abandoned:
    """An intended act was taken back; everything is as it was before."""

    intent: str
    why: str = ""


Act = (
    Published
    | Approved
    | Restored
    | Archived
    | Moved
    | Joined
    | Held
    | Unheld
    | Owned
    | FolderOwned
    | Reviewed
    | RulesPublished
    | Waived
    | Asked
    | Suggested
    | Reported
    | Wanted
    | AccessAsked
    | Vouched
    | Answered
    | Signposted
    | Missed
    | FoundAgain
    | SeenAway
    | GoneAway
    | Agreed
    | Carried
    | DisposeAsked
    | Disposed
    | DisposeDropped
    | Intended
    | Abandoned
)

_TYPES: Final[Mapping[str, type[Act]]] = {
    each.__name__.lower(): each
    for each in (
        Published,
        Approved,
        Restored,
        Archived,
        Moved,
        Joined,
        Held,
        Unheld,
        Owned,
        FolderOwned,
        Reviewed,
        RulesPublished,
        Waived,
        Asked,
        Suggested,
        Reported,
        Wanted,
        AccessAsked,
        Vouched,
        Answered,
        Signposted,
        Missed,
        FoundAgain,
        SeenAway,
        GoneAway,
        Agreed,
        Carried,
        DisposeAsked,
        Disposed,
        DisposeDropped,
        Intended,
        Abandoned,
    )
}
_NEEDED: Final[Mapping[type[Act], str]] = {
    **dict.fromkeys((Asked, Suggested, Reported, AccessAsked, Signposted, FolderOwned), "path"),
    Archived: "path",
    SeenAway: "path",
    GoneAway: "path",
    RulesPublished: "manifest",
    Waived: "finding",
    Wanted: "note",
    Answered: "wish",
    Abandoned: "intent",
    DisposeAsked: "path",
    Disposed: "asked",
    DisposeDropped: "asked",
}
"""What an act means nothing without, where that is not the document."""
KINDS: Final = frozenset(_TYPES)
ANYBODYS: Final = frozenset({"asked", "suggested", "reported", "wanted", "accessasked", "vouched"})
"""What everybody who may write on the drive may do; the rest is for those who look after it."""


def kind_of(act: Act) -> str:
    """Return the kind of entry that an act is kept as."""
    return type(act).__name__.lower()


def payload_of(act: Act) -> dict[str, Json]:
    """Return what the ledger keeps of an act; what is empty is left out."""
    if isinstance(act, Agreed):
        return agreed_payload(act)
    if isinstance(act, Carried):
        return carried_payload(act)
    found = {each.name: _kept(getattr(act, each.name)) for each in fields(act)}
    return {name: value for name, value in found.items() if value not in ("", [])}


def act_of(entry: Entry) -> Act | None:
    """Return the act an entry tells of; None where it is erased, of another kind or damaged."""
    if entry.payload is None:
        return None
    return act_from(entry.kind, entry.payload)


def act_from(kind: str, payload: Mapping[str, Json]) -> Act | None:
    """Return the act of this kind that a payload tells of, or None where it is damaged."""
    made = _TYPES.get(kind)
    if made is None:
        return None
    if made is Intended:
        return _intended(payload)
    if made is Agreed:
        return agreed_from(payload)
    if made is Carried:
        return carried_from(payload)
    values: dict[str, object] = {}
    for each in fields(made):
        value = payload.get(each.name, () if each.name == "beside" else "")
        if each.name == "beside":
            values[each.name] = _texts(value)
        elif isinstance(value, str):
            values[each.name] = value
        else:
            return None
    needed = _NEEDED.get(made, "document")
    return made(**values) if values[needed] else None  # type: ignore[arg-type] # checked above


def _intended(payload: Mapping[str, Json]) -> Intended | None:
    kind, act, steps = payload.get("kind"), payload.get("act"), payload.get("steps")
    if not isinstance(kind, str) or not isinstance(act, Mapping):
        return None
    if isinstance(steps, str) or not isinstance(steps, (list, tuple)):
        return None
    found = [step_from(step) if isinstance(step, Mapping) else None for step in steps]
    known = tuple(step for step in found if step is not None)
    return Intended(kind, act, known) if len(known) == len(found) else None


def _kept(value: object) -> Json:
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, tuple):
        return [each if isinstance(each, str) else step_payload(each) for each in value]
    return value if isinstance(value, str) else str(value)


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, (list, tuple)):
        return ()
    return tuple(each for each in value if isinstance(each, str))
