"""What this computer remembers of each referral it handed over: how far it got, and where it lies.

It holds numbers, days and places; no name of a family and no answer. What was begun is written
here before anything else is done, so that whatever breaks off can be ended.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from datetime import date
from enum import StrEnum
from typing import Final

from librarian.application.ports import Store
from librarian.domain.referrals import State

_NAME: Final = "referrals"
_LISTS: Final = frozenset({"files", "told"})


class Stage(StrEnum):
    """How far a packet got; each is written down before the next begins."""

    UNSIGNED = "unsigned"
    BEGUN = "begun"
    PLACED = "placed"
    SENT = "sent"
    LETTER = "letter"
    PURGED = "purged"


@dataclass(frozen=True, slots=True)
class Record:
    """One packet for one service. `place` is its inbox, or the message that was prepared.

    `told` are the states that stand in the book already; `problem` is why it is not gone yet.
    `copy` is the folder where it lies for whoever signs it off; `lacks` is why it lies in none.
    """

    referral: str
    submission: str
    form: str
    version: str
    service: str
    title: str
    case: str
    day: str
    name: str
    stage: Stage
    keep_days: int
    answer_by: str = ""
    place: str = ""
    files: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    taken: int = 0
    sign_off: str = ""
    signed: str = ""
    signed_on: str = ""
    sealed: bool = False
    problem: str = ""
    copy: str = ""
    lacks: str = ""

    @property
    def is_open(self) -> bool:
        """Whether something of it is still to be done by this computer."""
        untold = self.stage is Stage.UNSIGNED and State.TO_SIGN not in self.told
        return untold or self.stage in (Stage.BEGUN, Stage.PLACED)

    @property
    def handed_over(self) -> date:
        """The day on its packet."""
        return date.fromisoformat(self.day)


class Journal:
    """All records, kept in one document of this user's."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> dict[str, Record]:
        """Every record by its referral; one that cannot be understood is passed over."""
        given = self._store.load(_NAME).get("records")
        found = (_record(each) for each in (given if isinstance(given, list) else ()))
        return {record.referral: record for record in found if record}

    def of(self, submission: str) -> dict[str, Record]:
        """The records of one submission by service."""
        return {each.service: each for each in self.all().values() if each.submission == submission}

    def keep(self, *records: Record) -> None:
        """Remember these, all at once; each takes the place of what was known of it."""
        known = self.all() | {record.referral: record for record in records}
        self._store.save(_NAME, {"records": [asdict(record) for record in known.values()]})

    def change(self, record: Record, **changed: object) -> Record:
        """Remember a record with these values, and return it."""
        after = replace(record, **changed)  # type: ignore[arg-type] # named by who calls
        self.keep(after)
        return after


def _record(given: object) -> Record | None:
    if not isinstance(given, Mapping):
        return None
    known = {each.name: given[each.name] for each in fields(Record) if each.name in given}
    lists = {name: tuple(map(str, known.get(name, ()))) for name in _LISTS}
    try:
        stage = Stage(str(known.pop("stage")))
        made = Record(**(known | lists), stage=stage)
        date.fromisoformat(made.day)
    except (KeyError, TypeError, ValueError):
        return None
    return made
