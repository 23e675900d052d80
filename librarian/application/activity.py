"""What was done on a drive, line by line and over time, for whoever looks after it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from librarian.application.managed import Managed
from librarian.domain.acts import Abandoned, Act, Intended
from librarian.domain.acts_away import GoneAway, SeenAway
from librarian.domain.acts_plans import Agreed, Carried
from librarian.domain.clocks import moment, nanoseconds
from librarian.domain.documents import Document, Done
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
    """How many changes were made, where it is a plan; agreed to, where it is not through."""
    left: int = 1
    """How much of it still counts: changes of a plan, or the one thing."""
    undoes: str = ""
    """What it took back, where it is an undoing."""


@dataclass(frozen=True, slots=True)
class HealthPoint:
    """How many documents had a confirmed current version when a day ended."""

    on: date
    confirmed: int


def deeds(managed: Managed, most: int = 200) -> tuple[Deed, ...]:
    """Return what was done, the last first; what was only begun is left out."""
    found: list[Deed] = []
    plans = _Plans(managed.acts)
    for entry, act in reversed(managed.acts):
        if len(found) == most:
            break
        if not isinstance(act, Intended | Abandoned | Carried | SeenAway | GoneAway):
            found.append(_deed(managed, entry, act, plans))
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


class _Plans:
    """How many changes of each plan were made, and how many of those were taken back."""

    def __init__(self, acts: Sequence[Done]) -> None:
        begun = {entry.id: act for entry, act in acts if isinstance(act, Agreed)}
        ends = {entry.id: act.intent for entry, act in acts if isinstance(act, Carried)}
        self._made = {act.intent: len(act.done) for _, act in acts if isinstance(act, Carried)}
        self._back = Counter[str]()
        self._gone = {each for _, act in acts if isinstance(act, Carried) for each in act.withdrawn}
        for token, act in begun.items():
            if act.undoes:
                self._back[ends.get(act.undoes, act.undoes)] += self.made(token, act)

    def made(self, token: str, act: Act) -> int:
        """How many changes were made; all that were agreed to while it is not through."""
        return self._made.get(token, len(act.changes)) if isinstance(act, Agreed) else 0

    def left(self, token: str, act: Act) -> int:
        """How much of it still counts."""
        if isinstance(act, Agreed):
            return max(0, self.made(token, act) - self._back[token])
        return int(token not in self._gone)


def _deed(managed: Managed, entry: Entry, act: Act, plans: _Plans) -> Deed:
    document = managed.document(getattr(act, "document", ""))
    return Deed(
        entry=entry.id,
        kind=entry.kind,
        when=moment(entry.stamp.milliseconds * 1_000_000),
        who=entry.who,
        path=getattr(act, "path", "") or (document.path if document else ""),
        label=getattr(act, "label", ""),
        note=getattr(act, "note", "") or getattr(act, "because", ""),
        changes=plans.made(entry.id, act),
        left=plans.left(entry.id, act),
        undoes=act.undoes if isinstance(act, Agreed) else "",
    )
