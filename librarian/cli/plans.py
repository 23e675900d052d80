"""Commands about plans: what is to be changed, making the changes, taking them back."""

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from librarian.application.contracting import Made
from librarian.application.planning import proposals_of
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.cli.asking import Answer, drive_of, relative
from librarian.cli.bar import Bar
from librarian.cli.catching_up import catch_up
from librarian.domain.actions import Archive, Move, SetAside
from librarian.domain.events import Event, PlanMade
from librarian.domain.paths import printable
from librarian.domain.planning import Proposal
from librarian.domain.plans import Change


def plan(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Make a plan of what is proposed, or of what was asked for by hand."""
    root = drive_of(desk, asked)
    with desk.catalogued(root) as drive:
        proposals = list(_by_hand(asked))
        if asked.findings or not proposals:
            proposals += proposals_of(drive.rules.review().findings, asked.findings)
        made = drive.history.planner.plan(proposals)
    return {
        "id": made.id,
        "actions": [_row(each) for each in made.changes],
        "conflicts": [
            {"path": printable(each.path), "reason": each.reason, "finding": each.finding or None}
            for each in made.conflicts
        ],
    }


def apply(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Make the changes of a plan that was made here."""
    with desk.catalogued(drive_of(desk, asked)) as drive:
        return _carried_out(
            drive, lambda: drive.history.contractor.apply(drive.history.planner.kept(asked.plan))
        )


def undo(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Take back a plan, some of its changes, or one act."""
    root = drive_of(desk, asked)
    only = [relative(path, root) for path in asked.only]
    with desk.catalogued(root) as drive:
        return _carried_out(drive, lambda: drive.history.contractor.undo(asked.entry, only))


def _by_hand(asked: argparse.Namespace) -> Iterator[Proposal]:
    for path, to in asked.move:
        yield Proposal(Move(path, to))
    for path in asked.archive:
        yield Proposal(Archive(path, asked.because))
    for path, keeps in asked.set_aside:
        yield Proposal(SetAside(path, keeps))


def _carried_out(drive: OpenDrive, work: Callable[[], Made]) -> Answer:
    """Do the work, then have the catalogue follow where another Librarian does not already."""
    folders: set[str] = set()

    def note(event: Event) -> None:
        if isinstance(event, PlanMade):
            folders.update(event.folders)

    drive.bus.subscribe(note)
    with Bar(sys.stderr) as bar:
        drive.bus.subscribe(bar.take)
        made = work()
        catch_up(drive, folders, bar)
    return {
        "entry": made.entry,
        "done": made.done,
        "failed": [
            {"subject": printable(each.subject), "reason": each.reason} for each in made.failed
        ],
    }


def _row(change: Change) -> Answer:
    return {
        "kind": str(change.kind),
        "path": printable(change.path),
        "before": printable(change.before),
        "after": printable(change.after),
        "finding": change.finding or None,
    }


def planned_in_words(answer: Answer) -> str:
    """Return a plan as people read it."""
    actions = _rows(answer, "actions")
    lines = [f"{_changes(len(actions))} to make, as plan {answer['id']}"]
    for each in actions:
        is_filed = each["path"] == each["before"]
        lines.append(f"  {each['kind']}: {'' if is_filed else each['path'] + ': '}{each['before']}")
        lines.append(f"      → {each['after']}")
    conflicts = _rows(answer, "conflicts")
    lines += ["", f"{len(conflicts):,} cannot be done:"] if conflicts else []
    lines += [f"  {each['path']}: {each['reason']}" for each in conflicts]
    lines += ["", f"To make them: librarian apply {answer['id']}"] if actions else []
    return "\n".join(lines)


def made_in_words(answer: Answer) -> str:
    """Return what came of a plan as people read it."""
    failed = _rows(answer, "failed")
    lines = [f"{_changes(answer['done'])} made. To take back: librarian undo {answer['entry']}"]
    lines += [f"{len(failed):,} not made:"] if failed else []
    return "\n".join([*lines, *(f"  {each['subject']}: {each['reason']}" for each in failed)])


def undone_in_words(answer: Answer) -> str:
    """Return what came of an undoing as people read it."""
    failed = _rows(answer, "failed")
    lines = [f"{_changes(answer['done'])} taken back."]
    lines += [f"{len(failed):,} stay as they are:"] if failed else []
    return "\n".join([*lines, *(f"  {each['subject']}: {each['reason']}" for each in failed)])


def _changes(number: object) -> str:
    return "1 change" if number == 1 else f"{number:,} changes"


def _rows(answer: Answer, name: str) -> list[dict[str, str]]:
    rows = answer[name]
    return rows if isinstance(rows, list) else []


COMMANDS: Final[Mapping[str, Callable[[LocalDesk, argparse.Namespace], Answer]]] = {
    "plan": plan,
    "apply": apply,
    "undo": undo,
}
WORDS: Final[Mapping[str, Callable[[Answer], str]]] = {
    "plan": planned_in_words,
    "apply": made_in_words,
    "undo": undone_in_words,
}
