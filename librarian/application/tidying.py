"""Putting a drive right in a window: what needs a look, what could be done, doing and undoing it.

Plans are made of what was proposed; nothing is changed before a person agreed to what they saw.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, Protocol

from librarian.application.about import Comparison
from librarian.application.comparing import Comparer
from librarian.application.contracting import Contractor, Made
from librarian.application.overseeing import RuleCount
from librarian.application.planning import Planner, proposals_of
from librarian.application.ports import Bus, Cancel, Clock
from librarian.application.registrar_comparing import side_by_side
from librarian.application.rivals import Rivals
from librarian.application.rulekeeping import RuleKeeping
from librarian.domain.actions import Action, Archive, Move, Restore, SetAside
from librarian.domain.clocks import moment, nanoseconds
from librarian.domain.documents_together import folder_owner
from librarian.domain.events import DocumentsChanged
from librarian.domain.findings import QUESTION, Finding, Waiver
from librarian.domain.name_parts import wrong_parts
from librarian.domain.name_patterns import Part
from librarian.domain.paths import folder_of
from librarian.domain.plans import Change, Plan
from librarian.domain.principles import Principle, Unit

_NEW: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Left:
    """Until when something is left, why, and who said so."""

    until: date
    because: str
    who: str


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that needs a look: where, by which rule, since when; `can_mend` with a plan.

    `owner` is who owns the file, or its folder; empty where nobody does. `other` is the file that
    it is a copy or another version of, or ``PATH@LABEL``; `better` where it would lie under
    another name; `wrong` what does not belong in its name. What is `left` waits for its day.
    """

    id: str
    code: str
    rule: str
    path: str
    message: str
    severity: str
    since: datetime
    can_mend: bool
    owner: str = ""
    is_folder: bool = False
    other: str = ""
    better: str = ""
    wrong: tuple[Part, ...] = ()
    left: Left | None = None

    @property
    def is_about_name(self) -> bool:
        """Whether it is the name that needs a look."""
        return bool(self.better or self.wrong)


class Tidier(Protocol):
    """Puts a drive right; every call may block and be made from any thread."""

    def looks(self) -> tuple[Look, ...]:
        """Everything that needs a look, by rule and place; then what is left for a while."""

    def compare(self, look: Look) -> Comparison:
        """What a look is about, beside its other file; the one to use comes second.

        Raises LibrarianError where one of them cannot be read as text.
        """

    def plan(self, looks: Sequence[str]) -> Plan:
        """What could be done about these, in order, with what cannot be; nothing is changed."""

    def apply(self, plan: Plan, cancel: Cancel) -> Made:
        """Make the changes of a plan that a person has seen."""

    def way_back(self, entry: str) -> tuple[Change, ...]:
        """What would take back an entry of the history, change by change; nothing is changed."""

    def undo(self, entry: str, only: Collection[str], cancel: Cancel) -> Made:
        """Take back what an entry tells of, or what of it is about `only` these paths."""

    def leave(self, look: str, because: str, until: date) -> None:
        """Leave something until a day, for a reason that everybody can read."""

    def look_again(self, look: str) -> None:
        """Leave something no longer."""


class TeamTidier:
    """Puts a team's drive right, by its rules."""

    def __init__(
        self,
        *,
        rules: RuleKeeping,
        comparer: Comparer,
        rivals: Rivals,
        planner: Planner,
        contractor: Contractor,
        bus: Bus,
    ) -> None:
        self._rules = rules
        self._comparer = comparer
        self._rivals = rivals
        self._planner = planner
        self._contractor = contractor
        self._bus = bus

    def looks(self) -> tuple[Look, ...]:
        """Everything that needs a look, by rule and place; then what is left for a while."""
        review = self._rules.review()
        rules = {rule.code: rule.principle for rule in self._rules.book.in_force().rules}
        looks = tuple(self._look(each, rules.get(each.code)) for each in review.findings)
        left = (
            replace(self._look(each, rules.get(each.code)), can_mend=False, left=_left(waiver))
            for each, waiver in review.waived
        )
        return (*looks, *left)

    def compare(self, look: Look) -> Comparison:
        """What a look is about, beside its other file; the one to use comes second."""
        return side_by_side(self._comparer.read(look.path), self._comparer.read(look.other))

    def plan(self, looks: Sequence[str]) -> Plan:
        """What could be done about these, in order, with what cannot be; nothing is changed."""
        return self._planner.plan(proposals_of(self._rules.reviewer.found().findings, looks))

    def apply(self, plan: Plan, cancel: Cancel) -> Made:
        """Make the changes of a plan that a person has seen."""
        return self._contractor.apply(plan, cancel=cancel)

    def way_back(self, entry: str) -> tuple[Change, ...]:
        """What would take back an entry of the history, change by change; nothing is changed."""
        return self._contractor.way_back(entry)

    def undo(self, entry: str, only: Collection[str], cancel: Cancel) -> Made:
        """Take back what an entry tells of, or what of it is about `only` these paths."""
        return self._contractor.undo(entry, only, cancel=cancel)

    def leave(self, look: str, because: str, until: date) -> None:
        """Leave something until a day, for a reason that everybody can read."""
        self._rules.waivers.waive(look, because=because, until=until)
        self._bus.publish(DocumentsChanged())

    def look_again(self, look: str) -> None:
        """Leave something no longer."""
        self._rules.waivers.end(look)
        self._bus.publish(DocumentsChanged())

    def _look(self, found: Finding, rule: Principle[Any] | None) -> Look:
        return Look(
            id=found.id,
            code=found.code,
            rule=rule.title if rule else found.code,
            path=found.subject,
            message=found.message,
            severity=str(found.severity),
            since=moment(found.since * 1_000_000),
            can_mend=bool(found.proposed),
            owner=self._owner(found.subject),
            is_folder=rule is not None and rule.unit is Unit.FOLDER,
            other=self._other(found),
            better=next(filter(None, map(_better, found.proposed)), ""),
            wrong=wrong_parts(found.detail),
        )

    def _other(self, found: Finding) -> str:
        if found.detail == QUESTION:
            return self._rivals.of(found.subject)
        return next(filter(None, map(_other, found.proposed)), "")

    def _owner(self, path: str) -> str:
        document = self._rules.managed.at(path)
        folders = self._rules.managed.documents.folder_owners
        found = document or folder_owner(folders, path)
        return found.owner if found else ""


def _left(waiver: Waiver) -> Left:
    return Left(waiver.until, waiver.because, waiver.who)


def _other(action: Action) -> str:
    """The file that stays, or is to be used, where an action puts another away."""
    match action:
        case SetAside(keeps=other) | Archive(instead=other):
            return other
        case Restore(path, version):
            return f"{path}@{version}"
        case _:
            return ""


def _better(action: Action) -> str:
    """Where a file would lie whose name is all that changes."""
    if isinstance(action, Move) and folder_of(action.to) == folder_of(action.path):
        return action.to
    return ""


def rule_counts(rules: RuleKeeping, clock: Clock) -> tuple[RuleCount, ...]:
    """Return how much each rule that is on has found, and how much of it this week."""
    found = rules.reviewer.found().findings
    lately = nanoseconds(clock.now() - _NEW) // 1_000_000
    counts = Counter(each.code for each in found)
    fresh = Counter(each.code for each in found if each.since >= lately)
    return tuple(
        RuleCount(rule.code, rule.principle.title, counts[rule.code], fresh[rule.code])
        for rule in rules.book.in_force().rules
        if counts[rule.code]
    )
