"""The command `steward`: the automatic check, once or again and again on an always-on machine."""

import argparse
import signal
import sys
from contextlib import suppress
from threading import Event as Flag

from librarian.application.stewarding import Round
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.cli.asking import Answer, drive_of
from librarian.cli.bar import Bar
from librarian.domain.errors import LibrarianError
from librarian.domain.events import Event, PlanMade


def steward(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Do one round, or rounds until the process is told to end; tells of the last."""
    root = drive_of(desk, asked)
    stopping = Flag()
    with desk.catalogued(root) as drive:
        drive.steward.check_turn()
        done = _round(drive, stopping)
        if not asked.once:
            _listen(stopping)
        while not asked.once and not stopping.is_set():
            stopping.wait(60.0 * desk.preferences.load().rescan_minutes)
            if not stopping.is_set():
                done = _try(drive, stopping) or done
    return told(done)


def told(done: Round) -> Answer:
    """Return a round as JSON takes it."""
    return {
        "findings": done.found,
        "opened": done.opened,
        "closed": done.closed,
        "missing": done.missing,
        "entry": done.entry or None,
        "done": done.done,
        "failed": done.failed,
        "conflicts": done.conflicts,
        "summary": done.summary or None,
        "ended": done.ended,
    }


def in_words(answer: Answer) -> str:
    """Return a round as people read it."""
    lines = [f"{answer['findings']:,} things need a look; {answer['opened']:,} are new."]
    if answer["entry"]:
        lines.append(f"{answer['done']:,} changes made. To take them back: undo {answer['entry']}")
    if answer["ended"]:
        cases = answer["ended"]
        lines.append(f"The meeting requests of {cases:,} cases whose plan is over were taken away.")
    if answer["summary"]:
        lines.append(f"The week's summary: {answer['summary']}")
    return "\n".join(lines)


def _try(drive: OpenDrive, stopping: Flag) -> Round | None:
    """One round; the world's refusal is said, and the next round comes in its time."""
    try:
        drive.history.catch_up()
        drive.steward.check_turn()
        return _round(drive, stopping)
    except LibrarianError as error:
        print(f"{error.title} {error.remedy}", file=sys.stderr)
        return None


def _round(drive: OpenDrive, stopping: Flag) -> Round:
    folders: set[str] = set()

    def note(event: Event) -> None:
        if isinstance(event, PlanMade):
            folders.update(event.folders)

    drive.bus.subscribe(note)
    with Bar(sys.stderr) as bar, drive.writing("the automatic check") as scanner:
        drive.bus.subscribe(bar.take)
        scanner.scan(stopping.is_set)
        done = drive.steward.after_scan(stopping.is_set)
        if folders:
            scanner.look_at(frozenset(folders), accept_losses=True)
            scanner.read_new()
    return done


def _listen(stopping: Flag) -> None:
    """End after the change that is under way when the system says so."""
    for name in ("SIGTERM", "SIGINT"):
        with suppress(ValueError):  # not on the main thread: whoever runs it there ends it
            signal.signal(getattr(signal, name), lambda *_: stopping.set())
