"""Who looks after a drive: a fold over the acts that name, remove and replace curators.

The same acts give the same curators in whatever order they arrive. An act of somebody who had no
right to it at its moment changes nothing and is told.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from librarian.domain.curators_accounts import same_account
from librarian.domain.ledger import Entry, Stamp, in_order

ADOPTED: Final = "adopted"
ADDED: Final = "curator_added"
REMOVED: Final = "curator_removed"
TAKEN_OVER: Final = "taken_over"
KINDS: Final = frozenset({ADOPTED, ADDED, REMOVED, TAKEN_OVER})

QUIET_DAYS: Final = 28
"""Curators who did nothing for so long count as gone: people leave without saying so."""

_DAY: Final = 86_400_000

LastAct = Callable[[Sequence[str], Stamp], int | None]
"""When any of these people last did anything before a stamp, in milliseconds since 1970."""


@dataclass(frozen=True, slots=True)
class Adopted:
    """A drive that is looked after: its lasting id, its name, who looked after it at first.

    The first of the curators is the founder.
    """

    id: str
    name: str
    curators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """From when to when somebody was a curator; None is from the first, and until now."""

    name: str
    since: Stamp | None = None
    until: Stamp | None = None

    def holds_at(self, stamp: Stamp) -> bool:
        """Whether an act with this stamp lies within."""
        began = self.since is None or self.since < stamp
        return began and (self.until is None or stamp < self.until)


@dataclass(frozen=True, slots=True)
class Refused:
    """An act that changed nothing, and why."""

    entry: Entry
    why: str


@dataclass(frozen=True, slots=True)
class TakeOver:
    """Somebody became curator without being named, and the reason that everybody sees."""

    who: str
    because: str
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Curators:
    """Who looks after the drive, at each moment; nobody on a drive that nobody adopted."""

    spans: tuple[Span, ...] = ()
    refused: tuple[Refused, ...] = ()
    take_overs: tuple[TakeOver, ...] = ()
    rivals: tuple[str, ...] = ()
    """Who else began to look after this drive, at the same time and elsewhere."""

    @property
    def names(self) -> tuple[str, ...]:
        """Those who look after it now."""
        return tuple(span.name for span in self.spans if span.until is None)

    def is_curator(self, who: str) -> bool:
        """Whether this account looks after the drive now."""
        return any(same_account(name, who) for name in self.names)

    def had_right(self, who: str, stamp: Stamp) -> bool:
        """Whether this account looked after the drive when it wrote an act with this stamp."""
        return any(span.holds_at(stamp) and same_account(span.name, who) for span in self.spans)

    @property
    def questions(self) -> tuple[str, ...]:
        """What those who look after the drive are asked, in words."""
        asked = [
            f"{rival} began to look after this drive too. Should they go on, together with you?"
            " Then add them."
            for rival in self.rivals
            if not self.is_curator(rival)
        ]
        if len(self.names) == 1:
            asked.append(
                f"Only {self.names[0]} looks after this drive."
                " Name a second person, so that it never stands alone."
            )
        return tuple(asked)


def quiet_since(names: Sequence[str], stamp: Stamp, last_act: LastAct) -> bool:
    """Tell whether nobody of these did anything in the weeks before stamp."""
    last = last_act(names, stamp) if names else None
    return last is None or stamp.milliseconds - last > QUIET_DAYS * _DAY


def fold(founding: Adopted, entries: Iterable[Entry], last_act: LastAct) -> Curators:
    """Return who looked after the drive at each moment, as founding and these acts have it."""
    acts = in_order(entry for entry in entries if entry.kind in KINDS)
    founders = _founders(founding, acts)
    state = _Fold(founding.id, founders, last_act, [Span(name) for name in founders])
    for act in acts:
        state.take(act)
    return Curators(
        tuple(state.spans),
        tuple(state.refused),
        tuple(state.take_overs),
        tuple(dict.fromkeys(state.rivals)),
    )


def _founders(founding: Adopted, acts: Iterable[Entry]) -> tuple[str, ...]:
    """The founder and the keepers named at the founding: as recorded, where it is recorded.

    The marker could be edited by hand. A record that agrees with it comes first.
    """
    recorded = [
        named
        for act in acts
        if act.kind == ADOPTED and _text(act, "drive") == founding.id
        for named in [_texts(act, "curators")]
        if named and same_account(named[0], act.who)
    ]
    if not recorded or founding.curators in recorded:
        return founding.curators
    return recorded[0]


@dataclass(slots=True)
class _Fold:
    drive: str
    founders: tuple[str, ...]
    last_act: LastAct
    spans: list[Span]
    refused: list[Refused] = field(default_factory=list)
    take_overs: list[TakeOver] = field(default_factory=list)
    rivals: list[str] = field(default_factory=list)

    def take(self, entry: Entry) -> None:
        """Carry out an act, or put it with the refused."""
        if entry.kind == ADOPTED:
            self._take_founding(entry)
        elif entry.kind == TAKEN_OVER:
            self._take_over(entry)
        elif not self._is_curator(entry.who):
            self._refuse(entry, f"{entry.who} did not look after this drive then.")
        elif not _text(entry, "name"):
            self._refuse(entry, "It names nobody.")
        elif entry.kind == ADDED:
            self._add(_text(entry, "name"), entry.stamp)
        else:
            self._remove(_text(entry, "name"), entry.stamp)

    def _take_founding(self, entry: Entry) -> None:
        if _text(entry, "drive") != self.drive:
            self.rivals.append(entry.who)
        elif _texts(entry, "curators") != self.founders:
            self._refuse(entry, "Somebody looked after this drive already.")

    def _take_over(self, entry: Entry) -> None:
        names = [span.name for span in self.spans if span.until is None]
        if not quiet_since(names, entry.stamp, self.last_act):
            self._refuse(entry, f"{' and '.join(names)} still looked after this drive.")
        elif not _text(entry, "because").strip():
            self._refuse(entry, "It gives no reason.")
        else:
            self._add(entry.who, entry.stamp)
            self.take_overs.append(TakeOver(entry.who, _text(entry, "because"), entry.stamp))

    def _is_curator(self, who: str) -> bool:
        return any(span.until is None and same_account(span.name, who) for span in self.spans)

    def _add(self, name: str, stamp: Stamp) -> None:
        if not self._is_curator(name):
            self.spans.append(Span(name, stamp))

    def _remove(self, name: str, stamp: Stamp) -> None:
        self.spans = [
            Span(span.name, span.since, stamp)
            if span.until is None and same_account(span.name, name)
            else span
            for span in self.spans
        ]

    def _refuse(self, entry: Entry, why: str) -> None:
        self.refused.append(Refused(entry, why))


def _text(entry: Entry, field_name: str) -> str:
    value = (entry.payload or {}).get(field_name)
    return value if isinstance(value, str) else ""


def _texts(entry: Entry, field_name: str) -> tuple[str, ...]:
    values = (entry.payload or {}).get(field_name)
    if not isinstance(values, (list, tuple)):
        return ()
    return tuple(value for value in values if isinstance(value, str))
