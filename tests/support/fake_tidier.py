"""Puts a made-up drive right, for tests of the page of business support."""

from collections.abc import Collection, Sequence
from datetime import date

from librarian.application.about import Comparison, Pair, Turn
from librarian.application.contracting import Made
from librarian.application.ports import Cancel
from librarian.application.tidying import Look
from librarian.domain.errors import LibrarianError
from librarian.domain.plans import Change, ChangeKind, Conflict, Plan, plan_of
from tests.support.curate_fakes import some_looks


class FakeTidier:
    """Plans to set copies aside, and writes down what it is asked to do."""

    def __init__(self) -> None:
        self.found = some_looks()
        self.stopped = False
        self.done: list[str] = []
        self.refusal: LibrarianError | None = None
        self.compared = Comparison(
            same=False, pairs=(Pair(Turn.CHANGED, "Ring Ann.", "Ring the duty desk."),)
        )

    def compare(self, look: Look) -> Comparison:
        if self.refusal:
            raise self.refusal
        self.done.append(f"compare {look.path} with {look.other}")
        return self.compared

    def looks(self) -> tuple[Look, ...]:
        return self.found

    def plan(self, looks: Sequence[str]) -> Plan:
        chosen = [look for look in self.found if look.id in looks]
        changes = [
            Change(ChangeKind.SET_ASIDE, each.path, before=each.path, after="Set aside")
            for each in chosen
            if each.can_mend
        ]
        conflicts = [Conflict(each.path, each.message) for each in chosen if not each.can_mend]
        return plan_of(changes, conflicts)

    def apply(self, plan: Plan, cancel: Cancel) -> Made:
        del cancel
        if self.refusal:
            raise self.refusal
        self.done.append(f"apply {' '.join(each.path for each in plan.changes)}")
        self.found = tuple(
            each for each in self.found if each.path not in {c.path for c in plan.changes}
        )
        return Made("e1", len(plan.changes))

    def way_back(self, entry: str) -> tuple[Change, ...]:
        self.done.append(f"way back {entry}")
        return tuple(
            Change(ChangeKind.MOVE, f"Archive/{name}", to=name) for name in ("One.docx", "Two.docx")
        )

    def undo(self, entry: str, only: Collection[str], cancel: Cancel) -> Made:
        self.stopped = cancel()
        self.done.append(" ".join(("undo", entry, *only)))
        return Made("e2", 1)

    def leave(self, look: str, because: str, until: date) -> None:
        self.done.append(f"leave {look} {because} {until}")

    def look_again(self, look: str) -> None:
        self.done.append(f"again {look}")
