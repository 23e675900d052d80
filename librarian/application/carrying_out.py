"""Carrying out acts that move files: what is intended is on record before the first move.

Every byte that is moved is in the version store by then. So an act that breaks off, at whatever
point, can be finished or taken back by whoever starts next; `recovering` does it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import TypeVar

from librarian.application.history_ports import ManagedFiles
from librarian.application.managed import Managed, SharedLedger
from librarian.domain.acts import (
    Abandoned,
    Act,
    Approved,
    Archived,
    Intended,
    Restored,
    kind_of,
    payload_of,
)
from librarian.domain.acts_steps import Place, Step
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry

Moving = TypeVar("Moving", Approved, Restored, Archived)

Alone = Callable[[], AbstractContextManager[None]]
"""The right to act alone on this desk, for as long as the block runs; raises BusyError."""


class Hands:
    """Makes the moves of acts on the drive and puts them on record."""

    def __init__(
        self, *, ledger: SharedLedger, files: ManagedFiles, managed: Managed, alone: Alone
    ) -> None:
        self.alone = alone
        self._ledger = ledger
        self._files = files
        self._managed = managed

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """The right to act alone on this desk as one who looks after the drive.

        Raises LibrarianError with a remedy where this person does not.
        """
        with self.alone():
            self._managed.refresh()
            self._managed.check_right()
            yield

    def record(self, act: Act) -> Entry:
        """Put an act on record that moves nothing."""
        [entry] = self.record_all([act])
        return entry

    def record_all(self, acts: Iterable[Act]) -> list[Entry]:
        """Put acts on record that move nothing; what they come to is worked out once."""
        entries: list[Entry] = []
        try:
            for act in acts:
                entries.append(self._ledger.append(kind_of(act), payload_of(act)))  # noqa: PERF401 - what is there counts where one fails
        finally:
            self._managed.take(*entries)
        return entries

    def carry_out(self, act: Moving, steps: Sequence[Step]) -> Entry:
        """Make the moves of an act and put it on record; it is done whole or not at all.

        Raises LibrarianError where a move cannot be made; all is then as it was before.
        """
        if not steps:
            return self.record(act)
        intent = self.record(Intended(kind_of(act), payload_of(act), tuple(steps)))
        try:
            self.finish(intent.id, steps)
        except LibrarianError as error:
            self._take_back(intent.id, steps, error)
            raise
        return self.record(replace(act, intent=intent.id))

    def finish(self, intent: str, steps: Sequence[Step]) -> None:
        """Make those moves of an intended act that are not made yet."""
        for step in steps:
            self._files.carry_out(step, intent)

    def take_back(self, intent: str, steps: Sequence[Step], why: str) -> None:
        """Undo those moves of an intended act that were made, last first, and put it on record.

        What another desk has recorded as its own meanwhile stays.
        """
        self._managed.refresh()
        for step in reversed(steps):
            if not (isinstance(step, Place) and self._managed.is_claimed(step.path)):
                self._files.undo(step, intent)
        self.record(Abandoned(intent, why))

    def _take_back(self, intent: str, steps: Sequence[Step], error: LibrarianError) -> None:
        try:
            self.take_back(intent, steps, error.title)
        except LibrarianError as second:
            raise LibrarianError(
                error.title,
                f"{error.remedy} Librarian finishes this or takes it back when it starts again.",
            ) from second
