"""What was done on a drive, line by line and over time, for whoever looks after it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from librarian.application.managed import Managed
from librarian.domain.acts import Abandoned, Act, Intended
from librarian.domain.acts_away import GoneAway, SeenAway
from librarian.domain.acts_plans import Agreed, Carried
from librarian.domain.clocks import moment, nanoseconds
from librarian.domain.documents import Document
from librarian.domain.ledger import Entry


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that was done: `kind` is that of its act, `entry` the record that tells of it.

    `path` is the file or folder that it is about, empty where it is about none.
    """

    entry: str
    kind: str
    when: datetime
    who: str
    path: str
    label: str = ""
    note: str = ""
    changes: int = 0
    """How many changes were agreed to, where it is a plan."""


@dataclass(frozen=True, slots=True)
class HealthPoint:
    """How many documents had a confirmed current version when a day ended."""

    on: date
    confirmed: int


def deeds(managed: Managed, most: int = 200) -> tuple[Deed, ...]:
    """Return what was done, the last first; what was only begun is left out."""
    found: list[Deed] = []
    for entry, act in reversed(managed.acts):
        if len(found) == most:
            break
        if not isinstance(act, Intended | Abandoned | Carried | SeenAway | GoneAway):
            found.append(_deed(managed, entry, act))
    return tuple(found)


def health(documents: Sequence[Document], until: datetime, weeks: int = 26) -> list[HealthPoint]:
    """Return a point for each of the last weeks, the oldest first, the last being now."""
    return [
        HealthPoint(at.date(), sum(_was_confirmed(each, at) for each in documents))
        for at in _moments(until, weeks)
    ]


def _moments(until: datetime, weeks: int) -> Iterator[datetime]:
    for back in range(weeks - 1, -1, -1):
        yield until - timedelta(weeks=back)


def _was_confirmed(document: Document, at: datetime) -> bool:
    return document.in_force(nanoseconds(at) // 1_000_000) is not None


def _deed(managed: Managed, entry: Entry, act: Act) -> Deed:
    document = managed.document(getattr(act, "document", ""))
    return Deed(
        entry=entry.id,
        kind=entry.kind,
        when=moment(entry.stamp.milliseconds * 1_000_000),
        who=entry.who,
        path=getattr(act, "path", "") or (document.path if document else ""),
        label=getattr(act, "label", ""),
        note=getattr(act, "note", "") or getattr(act, "because", ""),
        changes=len(act.changes) if isinstance(act, Agreed) else 0,
    )
