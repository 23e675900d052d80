"""The automatic check: looks, reviews, does what the rules let it do, and tells of it once a week.

It never confirms and never destroys: those are for people. Where a rule is not set to enforce,
nothing is changed. Two checks at once do no harm, for what one has done the other finds done.
"""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final, Protocol

from librarian.application.carrying_out import Hands
from librarian.application.contracting import Contractor
from librarian.application.managed import Managed
from librarian.application.planning import Planner, proposals_of
from librarian.application.ports import Cancel, Catalogue, Clock
from librarian.application.reviewing import Review, Reviewer
from librarian.domain.actions import Approve, Dispose
from librarian.domain.acts_missing import FoundAgain, Missed
from librarian.domain.documents import Document
from librarian.domain.errors import BusyError, LibrarianError
from librarian.domain.files import FileState

LEASE_MINUTES: Final = 90
"""Longer than the time between two rounds, so that whoever has it keeps it while they run."""

_NOT_BY_MACHINE: Final = (Approve, Dispose)

_log = logging.getLogger(__name__)


class Lease(Protocol):
    """A sign on the drive of who runs the automatic check; it asks others to wait, no more."""

    def take(self, who: str, now: datetime, minutes: int) -> str:
        """Take or keep it; returns "" where it is ours now, else who has it."""


class Summaries(Protocol):
    """Where the weekly summaries lie."""

    def has(self, name: str) -> bool: ...

    def write(self, name: str, text: str) -> str:
        """Write a summary; returns where it lies."""


@dataclass(frozen=True, slots=True)
class Round:
    """What one round of the automatic check came to.

    `entry` undoes what it did; empty where it did nothing. `summary` is where the week's summary
    lies, where it wrote one. `ended` is of how many cases the meeting requests were taken away,
    whose plan is over.
    """

    found: int
    opened: int
    closed: int
    done: int = 0
    failed: int = 0
    conflicts: int = 0
    missing: int = 0
    entry: str = ""
    summary: str = ""
    ended: int = 0


class Steward:
    """Runs the automatic check over one drive, for somebody who looks after it."""

    def __init__(
        self,
        *,
        managed: Managed,
        hands: Hands,
        reviewer: Reviewer,
        planner: Planner,
        contractor: Contractor,
        catalogue: Catalogue,
        lease: Lease,
        summaries: Summaries,
        clock: Clock,
        me: str,
        titles: Callable[[], dict[str, str]],
        label_archive: Callable[[], None],
        watch_archive: Callable[[], int],
        check_history: Callable[[], bool],
        forget_ended: Callable[[], int] = lambda: 0,
    ) -> None:
        """`me` names this person and this computer to others; `titles` are those of the rules.

        `watch_archive` notes what was moved into the archive by hand; `check_history` reads all of
        the history, puts right what can be, and tells whether it was whole. `forget_ended` takes
        away what the team's working folder keeps of plans that are over.
        """
        self._managed = managed
        self._hands = hands
        self._reviewer = reviewer
        self._planner = planner
        self._contractor = contractor
        self._catalogue = catalogue
        self._lease = lease
        self._summaries = summaries
        self._clock = clock
        self._me = me
        self._titles = titles
        self._label_archive = label_archive
        self._watch_archive = watch_archive
        self._check_history = check_history
        self._forget_ended = forget_ended

    def check_turn(self) -> None:
        """Raise BusyError, naming who, where the automatic check runs elsewhere just now.

        Raises LibrarianError where this person does not look after the drive.
        """
        self._managed.refresh()
        self._managed.check_right()
        other = self._lease.take(self._me, self._clock.now(), LEASE_MINUTES)
        if other:
            raise BusyError(
                f"The automatic check runs at {other} already.", "There is no need for a second."
            )

    def after_scan(self, cancel: Cancel = lambda: False) -> Round:
        """Do a round, the drive having been scanned completely just now."""
        self.check_turn()
        return replace(self._look(cancel), ended=self._tidy_team())

    def _tidy_team(self) -> int:
        """Of how many cases requests were taken away; a folder that is away waits for its turn."""
        try:
            return self._forget_ended()
        except LibrarianError as error:
            _log.info("The team's working folder waits: %s.", type(error).__name__)
            return 0

    def _look(self, cancel: Cancel) -> Round:
        missing = self._note_missing()
        self._watch_archive()
        self._label_archive()
        review = self._reviewer.review()
        plan = self._planner.plan(
            each
            for each in proposals_of(self._reviewer.enforced())
            if not isinstance(each.action, _NOT_BY_MACHINE)
        )
        if not plan.changes:
            return self._told(review, Round(*_counts(review), 0, 0, len(plan.conflicts), missing))
        made = self._contractor.apply(plan, cancel=cancel)
        after = self._reviewer.review()
        return self._told(
            after,
            Round(
                *_counts(after),
                made.done,
                len(made.failed),
                len(plan.conflicts),
                missing,
                made.entry,
            ),
        )

    def _note_missing(self) -> int:
        """Put on record which documents' files are gone, and which are back."""
        count = 0
        for document in list(self._managed.documents.by_id.values()):
            record = self._catalogue.record(document.path) if document.current else None
            if record is None:
                continue
            is_gone = record.state is FileState.NOT_SEEN
            count += is_gone
            if is_gone and document.missing_since is None:
                self._hands.record(Missed(document.id, document.path))
            elif record.state is FileState.PRESENT and document.missing_since is not None:
                self._hands.record(FoundAgain(document.id, document.path))
        return count

    def _told(self, review: Review, done: Round) -> Round:
        """The round, with the week's summary where there is none yet."""
        year, week, _ = self._clock.now().isocalendar()
        name = f"{year}-W{week:02}"
        if self._summaries.has(name):
            return done
        documents = self._managed.documents.by_id.values()
        text = summary(
            name,
            review,
            done,
            list(documents),
            self._titles(),
            history_was_whole=self._check_history(),
        )
        where = self._summaries.write(name, text)
        return replace(done, summary=where)


def summary(
    week: str,
    review: Review,
    done: Round,
    documents: Sequence[Document],
    titles: dict[str, str],
    *,
    history_was_whole: bool = True,
) -> str:
    """Return the week's summary in plain words: numbers and rules, and no names of files."""
    counted = Counter(each.code for each in review.findings)
    confirmed = sum(each.current is not None for each in documents)
    held = sum(each.held for each in documents)
    lines = [
        f"Your drive in week {week}",
        "",
        f"Confirmed documents: {confirmed:,}. Not to be moved or removed: {held:,}.",
        f"Confirmed files that are missing: {done.missing:,}.",
        f"Need a look: {len(review.findings):,}. Left for now: {len(review.waived):,}.",
        "",
        *(
            f"{count:6,}  {titles.get(code, code)} ({code})"
            for code, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        ),
    ]
    if done.entry:
        lines += [
            "",
            f"Changes that the automatic check made: {done.done:,}. Not made: {done.failed:,}.",
            f"To take them back: librarian undo {done.entry}",
        ]
    if not history_was_whole:
        lines += [
            "",
            "The history was changed by hand, or a part of it was lost. What is known here was",
            "put back; what stays wrong is told on the page Look after.",
        ]
    return "\n".join([*lines, "", "To see each: open Librarian, or type: librarian review", ""])


def _counts(review: Review) -> tuple[int, int, int]:
    return len(review.findings), review.opened, review.closed
