"""Puts together the automatic check of one drive."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Final

from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.clock import SystemClock
from librarian.adapters.steward_files import FolderLease, FolderSummaries
from librarian.application.archive_watch import ArchiveWatch
from librarian.application.history import History
from librarian.application.ports import Bus
from librarian.application.rulekeeping import RuleKeeping
from librarian.application.stewarding import Steward
from librarian.application.stewarding_watching import Watchkeeper

_CLOCK: Final = SystemClock()


def open_steward(
    *,
    root: Path,
    catalogue: SqliteCatalogue,
    history: History,
    rules: RuleKeeping,
    forget_ended: Callable[[], int],
) -> Steward:
    """Return who runs the automatic check of the drive at root."""
    return Steward(
        managed=history.managed,
        hands=history.hands,
        reviewer=rules.reviewer,
        planner=history.planner,
        contractor=history.contractor,
        catalogue=catalogue,
        lease=FolderLease(root),
        summaries=FolderSummaries(root),
        clock=_CLOCK,
        label_archive=history.labeller.refresh,
        watch_archive=ArchiveWatch(
            managed=history.managed, hands=history.hands, catalogue=catalogue
        ).note,
        check_history=lambda: history.ledger.verify().ok,
        me=f"{history.ledger.who} on {socket.gethostname()}",
        titles=lambda: {rule.code: rule.principle.title for rule in rules.book.in_force().rules},
        forget_ended=forget_ended,
    )


@contextmanager
def watching_over(steward: Steward, history: History, bus: Bus) -> Iterator[None]:
    """Run the automatic check after each scan, on a thread of its own, while the block runs."""
    keeper = Watchkeeper(
        steward=steward,
        bus=bus,
        is_curator=lambda: history.ledger.curators().is_curator(history.ledger.who),
    )
    thread = Thread(target=keeper.run, name="automatic check", daemon=True)
    thread.start()
    try:
        yield
    finally:
        keeper.stop()
        thread.join()
