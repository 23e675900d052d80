"""Makes the changes of an agreed plan, and takes them back: whole or in part, days later too.

What is agreed is on record before the first move; what came of it after the last. A plan that
breaks off is gone on with at the next start. One change that cannot be made never stops the rest.
"""

import logging
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace

from librarian.application.carrying_out import Hands
from librarian.application.contracting_doing import Doer, Entered
from librarian.application.filing_ports import FilesToMove
from librarian.application.managed import Managed
from librarian.application.ports import Bus, Cancel, Clock
from librarian.domain.acts_plans import Agreed, Carried
from librarian.domain.documents import Done
from librarian.domain.documents_together import UnfinishedPlan
from librarian.domain.errors import BusyError, DriveUnavailableError, LibrarianError
from librarian.domain.events import DocumentsChanged, PlanMade, PlanProgress
from librarian.domain.paths import folder_of, is_within
from librarian.domain.plans import Change, ChangeKind, Plan
from librarian.domain.undoing import is_of, plan_behind, reversed_plan, withdrawal

_PAUSE = 0.1
"""Seconds between two events that tell of progress."""
_STOPPED = "You stopped before this one."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class NotMade:
    """A change that was not made, and why in words."""

    subject: str
    reason: str


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a plan; `entry` undoes it."""

    entry: str
    done: int
    failed: tuple[NotMade, ...] = ()


@dataclass(slots=True)
class _Work:
    """What came of the changes so far, by their numbers."""

    token: str
    changes: Sequence[Change]
    done: list[int] = field(default_factory=list)
    failed: dict[int, str] = field(default_factory=dict)
    entries: dict[int, str] = field(default_factory=dict)
    withdrawn: list[str] = field(default_factory=list)


class Contractor:
    """Makes changes that were agreed, for those who look after the drive.

    `alone` is the right to be the only one on this desk who does; it raises BusyError.
    """

    def __init__(
        self,
        *,
        managed: Managed,
        hands: Hands,
        doer: Doer,
        moves: FilesToMove,
        is_there: Callable[[], bool],
        alone: Callable[[], AbstractContextManager[None]],
        clock: Clock,
        desk: str,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        """`after` is called when a plan came to its end."""
        self._managed = managed
        self._hands = hands
        self._doer = doer
        self._moves = moves
        self._is_there = is_there
        self._alone = alone
        self._clock = clock
        self._desk = desk
        self._after = after
        self._listeners: list[Bus] = []

    def tell(self, bus: Bus) -> None:
        """Tell of progress, and of what was made, on this bus."""
        self._listeners.append(bus)

    def apply(self, plan: Plan, *, cancel: Cancel = lambda: False) -> Made:
        """Make the changes of a plan; what cannot be made is told, and the rest goes on.

        Raises LibrarianError where this person does not look after the drive, where another
        process makes changes just now, or where the drive is away: then it goes on by itself.
        """
        if not plan.changes:
            raise LibrarianError("There is nothing to change.", "Choose what needs a look first.")
        with self._keeping():
            agreed = Agreed(plan.id, tuple(map(self._with_mode, plan.changes)))
            return self._agree(agreed, cancel)

    def undo(
        self, entry: str, only: Collection[str] = (), *, cancel: Cancel = lambda: False
    ) -> Made:
        """Take back a plan, those of its changes that are about `only` these paths, or one act.

        What changed since stays as it is, and is told. Raises LibrarianError where nothing of it
        can be undone.
        """
        with self._keeping():
            changes = self._to_undo(entry, only)
            if not changes:
                raise LibrarianError(
                    "There is nothing left of it to undo.", "It may have been undone already."
                )
            return self._agree(Agreed(entry, changes, undoes=entry), cancel)

    def way_back(self, entry: str) -> tuple[Change, ...]:
        """What would take back a plan or an act, change by change; nothing is changed."""
        return self._to_undo(entry, ())

    def resume(self) -> int:
        """Go on with plans of this desk that broke off; returns how many came to their end."""
        if not self._unfinished():
            return 0
        try:
            with self._alone():
                self._managed.refresh()
                return sum(self._go_on(each) for each in self._unfinished())
        except BusyError:
            return 0

    def _go_on(self, unfinished: UnfinishedPlan) -> bool:
        try:
            self._carry_out(unfinished.entry.id, unfinished.agreed, lambda: False)
        except LibrarianError as error:
            _log.info("A plan could not be finished yet: %s.", type(error).__name__)
            return False
        return True

    @contextmanager
    def _keeping(self) -> Iterator[None]:
        with self._alone():
            self._managed.refresh()
            self._managed.check_right()
            yield

    def _unfinished(self) -> list[UnfinishedPlan]:
        plans = self._managed.documents.unfinished_plans
        return [each for each in plans if each.entry.stamp.desk == self._desk]

    def _with_mode(self, change: Change) -> Change:
        """An archived file is read-only; so its rights are remembered for its way back."""
        look = self._moves.look(change.path) if change.kind is ChangeKind.ARCHIVE else None
        return replace(change, mode=look.mode) if look else change

    def _to_undo(self, entry: str, only: Collection[str]) -> tuple[Change, ...]:
        acts = self._managed.acts
        made = plan_behind(acts, entry)
        if made and made.agreed.undoes:
            raise LibrarianError("This was an undoing.", "Make the changes again instead.")
        if made:
            return reversed_plan(made, acts, only)
        gone = {each for _, act in acts if isinstance(act, Carried) for each in act.withdrawn}
        for each, act in acts:
            if each.id == entry and entry not in gone:
                change = withdrawal(each, act)
                return (change,) if change else ()
        return ()

    def _agree(self, agreed: Agreed, cancel: Cancel) -> Made:
        intent = self._hands.record(agreed)
        return self._carry_out(intent.id, agreed, cancel)

    def _carry_out(self, intent: str, agreed: Agreed, cancel: Cancel) -> Made:
        """Make the changes that are not made yet, and put on record what came of them."""
        work = _Work(intent, agreed.changes)
        recorded = dict(self._recorded(intent, agreed.changes))
        undone = {each.value for each in agreed.changes if each.value} if agreed.undoes else set()
        for number in self._leaving(agreed.changes):
            self._try(work, number, lambda change: self._leave(change, intent))
        for number in self._counted(len(agreed.changes)):
            change = agreed.changes[number]
            if number in work.failed:
                continue
            if cancel():
                work.failed[number] = _STOPPED
            elif number in recorded:
                work.done.append(number)
                work.entries[number] = recorded[number]
            else:
                self._try(work, number, lambda each: self._doer.do(each, intent, undone))
            if number in work.failed and change.aside:
                self._doer.give_up(change, intent)
        return self._ended(work)

    def _leave(self, change: Change, token: str) -> None:
        self._doer.set_aside(change, token)

    def _try(self, work: _Work, number: int, do: Callable[[Change], Entered | None]) -> None:
        """Make one change; what refuses costs this change alone, unless the drive is away."""
        change = work.changes[number]
        try:
            entered = do(change)
        except DriveUnavailableError as error:
            if not self._is_there():
                raise
            work.failed[number] = error.title
        except LibrarianError as error:
            work.failed[number] = error.title
        else:
            if entered is not None:
                self._note(work, number, entered)

    def _note(self, work: _Work, number: int, entered: Entered) -> None:
        work.done.append(number)
        if entered.entry:
            work.entries[number] = entered.entry
        if entered.withdrawn:
            work.withdrawn.append(entered.withdrawn)

    def _ended(self, work: _Work) -> Made:
        made = tuple(work.changes[number] for number in work.done)
        self._moves.settle(tuple(each for each in made if each.is_filing))
        entry = self._hands.record(
            Carried(
                work.token,
                tuple(work.done),
                tuple(work.failed.items()),
                tuple(work.entries.items()),
                tuple(work.withdrawn),
            )
        )
        self._after()
        failed = tuple(NotMade(work.changes[n].path, why) for n, why in work.failed.items())
        folders = {folder_of(path) for each in made for path in (each.path, each.to) if path}
        folders = {each for each in folders if not is_within(each, ".librarian")}
        told = PlanMade(entry.id, len(made), len(failed), frozenset(folders))
        for bus in self._listeners:
            bus.publish(told)
            bus.publish(DocumentsChanged())
        return Made(entry.id, len(made), failed)

    def _leaving(self, changes: Sequence[Change]) -> Iterator[int]:
        return (number for number, change in enumerate(changes) if change.aside)

    def _counted(self, total: int) -> Iterator[int]:
        """The numbers of all changes, telling now and then how far they are."""
        told = self._clock.ticks()
        for number in range(total):
            yield number
            now = self._clock.ticks()
            if now - told >= _PAUSE or number == total - 1:
                told = now
                for bus in self._listeners:
                    bus.publish(PlanProgress(number + 1, total))

    def _recorded(self, intent: str, changes: Sequence[Change]) -> Mapping[int, str]:
        """Acts that a plan which broke off had put on record already, by number."""
        return {
            number: entry.id
            for number, change in enumerate(changes)
            for entry, act in self._since(intent)
            if is_of(change, act)
        }

    def _since(self, intent: str) -> list[Done]:
        acts = self._managed.acts
        begun = next((entry for entry, _ in acts if entry.id == intent), None)
        if begun is None:
            return []
        return [
            done
            for done in acts
            if done[0].stamp > begun.stamp and done[0].stamp.desk == self._desk
        ]
