"""How a referral stands between whoever sent it and the service: a fold over entries of the ledger.

An entry holds a number, the case's number, the service, a state and days; never a name, and never
a word of what was asked or answered. Everybody may write these entries: a service's staff do not
look after the drive. Only the sender's own entries begin a referral or send it, and never the
sender's own sign it off, send it back or refuse it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from librarian.domain.curators_accounts import same_account
from librarian.domain.ledger import Entry, Json, in_order


class State(StrEnum):
    """Where a referral stands."""

    TO_SIGN = "to_sign"
    RETURNED = "returned"
    REFUSED = "refused"
    SIGNED = "signed"
    TO_SEND = "to_send"
    SENT = "sent"
    RECEIVED = "received"
    ASKED = "asked"
    ANSWERED = "answered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CLOSED = "closed"


class Waits(StrEnum):
    """On whom a referral waits."""

    MANAGER = "manager"
    SENDER = "sender"
    SERVICE = "service"
    NOBODY = "nobody"


_PREFIX: Final = "referral_"
KINDS: Final = frozenset(f"{_PREFIX}{state}" for state in State)
"""The kinds of entry that are folded here."""
ANSWER_DAYS: Final = 14
"""How long a service has, where it says nothing else."""

_BEGINNINGS: Final = frozenset({State.TO_SIGN, State.TO_SEND, State.SENT})
_SENDERS: Final = _BEGINNINGS | {State.ANSWERED}
_BY_SERVICE: Final = frozenset({State.RECEIVED, State.ASKED, State.ACCEPTED, State.DECLINED})
_BY_MANAGER: Final = frozenset({State.SIGNED, State.RETURNED, State.REFUSED})
_END: Final = frozenset({State.CLOSED})
WITH_MANAGER: Final = frozenset({State.TO_SIGN, State.RETURNED})
"""Where it is not decided yet whether it is signed off."""
_NEXT: Final[Mapping[State, frozenset[State]]] = {
    State.TO_SIGN: _BY_MANAGER | {State.TO_SEND, State.SENT} | _END,
    State.RETURNED: _BY_MANAGER - {State.RETURNED}
    | {State.TO_SIGN, State.TO_SEND, State.SENT}
    | _END,
    State.REFUSED: _END,
    State.SIGNED: frozenset({State.TO_SEND, State.SENT}) | _END,
    State.TO_SEND: frozenset({State.SENT}) | _BY_SERVICE | _END,
    State.SENT: _BY_SERVICE | _END,
    State.RECEIVED: _BY_SERVICE - {State.RECEIVED} | _END,
    State.ASKED: frozenset({State.ANSWERED, State.ACCEPTED, State.DECLINED}) | _END,
    State.ANSWERED: _BY_SERVICE - {State.RECEIVED} | _END,
    State.ACCEPTED: frozenset({State.DECLINED}) | _END,
    State.DECLINED: frozenset({State.ACCEPTED}) | _END,
    State.CLOSED: frozenset(),
}
_WAITS: Final[Mapping[State, Waits]] = {
    State.TO_SIGN: Waits.MANAGER,
    State.RETURNED: Waits.SENDER,
    State.REFUSED: Waits.SENDER,
    State.SIGNED: Waits.SENDER,
    State.TO_SEND: Waits.SENDER,
    State.SENT: Waits.SERVICE,
    State.RECEIVED: Waits.SERVICE,
    State.ASKED: Waits.SENDER,
    State.ANSWERED: Waits.SERVICE,
}
_DAYS: Final[Mapping[State, int]] = {
    State.TO_SIGN: 5,
    State.RETURNED: 5,
    State.REFUSED: 5,
    State.SIGNED: 1,
    State.TO_SEND: 1,
    State.ASKED: 5,
}
"""How long people have where it is not the service that has to answer."""


@dataclass(frozen=True, slots=True)
class Step:
    """A state that a referral came into: on which day, by whose entry."""

    state: State
    day: date
    who: str


@dataclass(frozen=True, slots=True)
class Referral:
    """One referral to one service, from its first entry to its latest."""

    id: str
    case: str
    service: str
    steps: tuple[Step, ...]
    answer_by: date | None = None

    @property
    def sender(self) -> str:
        """The account that sent it."""
        return self.steps[0].who

    @property
    def state(self) -> State:
        """Where it stands."""
        return self.steps[-1].state

    @property
    def since(self) -> date:
        """Since when it stands there."""
        return self.steps[-1].day

    @property
    def begun(self) -> date:
        """The day it was handed over, or meant to be."""
        return self.steps[0].day

    @property
    def waits_on(self) -> Waits:
        """Who has to do something now."""
        return _WAITS.get(self.state, Waits.NOBODY)

    @property
    def is_acknowledged(self) -> bool:
        """Whether it has been said what becomes of it, by the service or by who signs it off."""
        return self.state in (State.ACCEPTED, State.DECLINED, State.REFUSED, State.CLOSED)

    @property
    def due(self) -> date | None:
        """Until when somebody has to do something; None where nobody has to."""
        if self.waits_on is Waits.NOBODY:
            return None
        if self.waits_on is not Waits.SERVICE:
            return self.since + timedelta(days=_DAYS[self.state])
        if self.state is State.ANSWERED or self.answer_by is None:
            return self.since + timedelta(days=ANSWER_DAYS)
        return self.answer_by

    def is_overdue(self, today: date) -> bool:
        """Whether somebody ought to have done something by now."""
        return self.due is not None and self.due < today


def kind_of(state: State) -> str:
    """Return the kind of the entry that says a referral is in this state."""
    return f"{_PREFIX}{state}"


def payload_of(
    referral: str, case: str, service: str, day: date, answer_by: date | None = None
) -> dict[str, Json]:
    """Return all that the ledger is told of a referral."""
    told: dict[str, Json] = {
        "referral": referral,
        "case": case,
        "service": service,
        "day": day.isoformat(),
    }
    return told | ({"answer_by": answer_by.isoformat()} if answer_by else {})


def referrals_of(entries: Iterable[Entry]) -> tuple[Referral, ...]:
    """Return every referral, as these entries have it in whatever order they come."""
    groups: dict[str, list[Entry]] = {}
    for entry in in_order(each for each in entries if each.kind in KINDS):
        referral = _text(entry, "referral")
        if referral and _day(entry, "day"):
            groups.setdefault(referral, []).append(entry)
    found = (_folded(referral, group) for referral, group in groups.items())
    return tuple(referral for referral in found if referral)


def overdue_first(referrals: Iterable[Referral], today: date) -> tuple[Referral, ...]:
    """Return referrals as they need somebody: overdue, then open, then done; the oldest first."""

    def place(referral: Referral) -> tuple[bool, bool, date, str]:
        due = referral.due
        return not referral.is_overdue(today), due is None, due or referral.since, referral.id

    return tuple(sorted(referrals, key=place))


def _folded(referral: str, entries: Sequence[Entry]) -> Referral | None:
    first = next((each for each in entries if _state(each) in _BEGINNINGS), None)
    if first is None:
        return None
    steps = [_step(first)]
    answer_by = _day(first, "answer_by")
    for entry in entries:
        step = _step(entry)
        if step.state not in _NEXT[steps[-1].state] or not _may(step, first.who):
            continue
        steps.append(step)
        answer_by = _day(entry, "answer_by") or answer_by
    case, service = _text(first, "case"), _text(first, "service")
    return Referral(referral, case, service, tuple(steps), answer_by)


def _may(step: Step, sender: str) -> bool:
    is_sender = same_account(step.who, sender)
    if step.state in _BY_MANAGER:  # nobody signs off their own, or asks themselves
        return not is_sender
    return step.state not in _SENDERS or is_sender


def _state(entry: Entry) -> State:
    return State(entry.kind.removeprefix(_PREFIX))


def _step(entry: Entry) -> Step:
    return Step(_state(entry), _day(entry, "day") or date.min, entry.who)


def _text(entry: Entry, name: str) -> str:
    value = (entry.payload or {}).get(name)
    return value if isinstance(value, str) else ""


def _day(entry: Entry, name: str) -> date | None:
    try:
        return date.fromisoformat(_text(entry, name))
    except ValueError:
        return None
