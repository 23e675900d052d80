"""Commands about the versions of documents: each returns one JSON document."""

import argparse
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, datetime, time
from typing import Final

from librarian.application.history import History
from librarian.application.publishing import Outcome
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.cli.asking import Answer, drive_of, relative
from librarian.cli.bar import Bar
from librarian.cli.catching_up import catch_up
from librarian.domain.clocks import moment
from librarian.domain.documents import Document, Version
from librarian.domain.errors import LibrarianError
from librarian.domain.lineage import Lineage
from librarian.domain.paths import folder_of, printable

_Act = Callable[[History, str, argparse.Namespace], Outcome]


def _publish(history: History, path: str, asked: argparse.Namespace) -> Outcome:
    return history.publisher.publish(
        path, label=asked.label, note=asked.note, seen=asked.seen, of=asked.of
    )


def _approve(history: History, path: str, asked: argparse.Namespace) -> Outcome:
    return history.publisher.approve(path, note=asked.note, seen=asked.seen, of=asked.of)


def _restore(history: History, path: str, asked: argparse.Namespace) -> Outcome:
    return history.restorer.restore(path, asked.version, note=asked.note, seen=asked.seen)


def _hold(history: History, path: str, asked: argparse.Namespace) -> Outcome:
    return history.holder.hold(path, on=not asked.off, note=asked.note, seen=asked.seen)


def _archive(history: History, path: str, asked: argparse.Namespace) -> Outcome:
    return history.archivist.archive(path, of=asked.of, note=asked.note, seen=asked.seen)


_ACTS: Final[Mapping[str, _Act]] = {
    "publish": _publish,
    "approve": _approve,
    "restore": _restore,
    "hold": _hold,
    "archive": _archive,
}


def act(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Carry out an act on one file."""
    root = drive_of(desk, asked)
    if getattr(asked, "of", ""):
        asked.of = relative(asked.of, root)
    path = relative(asked.path, root)
    with desk.catalogued(root) as drive, Bar(sys.stderr) as bar:
        outcome = _ACTS[asked.command](drive.history, path, asked)
        touched = (path, outcome.path, *_places(drive, outcome.document))
        catch_up(drive, set(map(folder_of, touched)), bar)
    return {
        "entry": outcome.entry,
        "document": outcome.document,
        "label": outcome.label,
        "status": outcome.status,
        "path": printable(outcome.path),
    }


def _places(drive: OpenDrive, document: str) -> list[str]:
    """Where the versions of a document lie: what another replaced was moved to the archive."""
    found = drive.history.managed.document(document)
    return [each.path for each in found.versions if each.path] if found else []


def history(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Every version of a document, or the one that was in force on a day."""
    root = drive_of(desk, asked)
    path = relative(asked.path, root)
    with desk.catalogued(root) as drive:
        drive.history.managed.refresh()
        document = drive.history.managed.at(path)
        if document is None and not asked.on:
            lineage = _lineage(drive, path)
            return {"document": lineage.id if lineage else None, "versions": _believed(drive, path)}
        believed = [] if asked.on else _believed_of_known(drive, path)
    if document is None:
        raise LibrarianError(
            f"Nobody has recorded a version of {printable(path)} so far.",
            "Approve it, or ask Business Support to; then its history begins.",
        )
    recorded = [_row(each) for each in _asked(document, asked.on)]
    decided = {row["sha256"] for row in recorded}
    older = [row for row in believed if row["sha256"] not in decided]
    return {"document": document.id, "versions": [*older, *recorded]}


def _lineage(drive: OpenDrive, path: str) -> Lineage | None:
    return drive.genealogist.lineage_of(drive.finder.facts(path).record.file)


def _believed_of_known(drive: OpenDrive, path: str) -> list[Answer]:
    """What is believed, or nothing where the file is gone: what is on record is told anyway."""
    try:
        return _believed(drive, path)
    except LibrarianError:
        return []


def _believed(drive: OpenDrive, path: str) -> list[Answer]:
    """What a document's files tell of its versions, where nobody has decided anything."""
    lineage = _lineage(drive, path)
    editions = lineage.editions if lineage else ()
    digests = {
        each.file: each.reading.sha256
        for each in drive.catalogue.records([edition.file for edition in editions])
        if each.reading
    }
    return [
        {
            "label": edition.label or None,
            "status": None,
            "sha256": digests.get(edition.file, ""),
            "path": printable(edition.path),
            "from": None,
            "to": None,
            "who": None,
            "note": edition.why,
        }
        for edition in editions
    ]


def compare(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """What differs in the text of two files or recorded versions."""
    root = drive_of(desk, asked)
    with desk.catalogued(root) as drive:
        drive.history.managed.refresh()
        found = drive.history.comparer.compare(
            relative(asked.one, root), relative(asked.other, root)
        )
    return {
        "same": found.same,
        "changes": [
            {"kind": str(each.kind), "before": each.before, "after": each.after}
            for each in found.changes
        ],
    }


def versions(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Whether every recorded version is there and undamaged."""
    with desk.catalogued(drive_of(desk, asked)) as drive:
        checked = drive.history.check_versions()
    return {
        "ok": not checked.problems,
        "objects": checked.objects,
        "problems": [{"what": each.what, "where": each.where} for each in checked.problems],
    }


def _asked(document: Document, on: str) -> tuple[Version, ...]:
    if not on:
        return document.versions
    found = document.in_force(_moment(on))
    return (found,) if found else ()


def _moment(said: str) -> int:
    """The moment that is meant, in milliseconds since 1970; of a day, its end.

    Raises LibrarianError where it cannot be understood.
    """
    with suppress(ValueError):
        day = date.fromisoformat(said)
        return int(datetime.combine(day, time.max).astimezone().timestamp() * 1000)
    with suppress(ValueError):
        return int(datetime.fromisoformat(said).astimezone().timestamp() * 1000)
    raise LibrarianError(f"{said} is not a date.", "Write it like 2026-03-03.")


def _row(version: Version) -> Answer:
    return {
        "label": version.label,
        "status": str(version.status),
        "sha256": version.sha256,
        "path": printable(version.path) or None,
        "from": _told(version.since),
        "to": _told(version.until) if version.until is not None else None,
        "who": version.who,
        "note": version.note,
    }


def _told(milliseconds: int) -> str:
    return moment(milliseconds * 1_000_000).isoformat()


COMMANDS: Final[Mapping[str, Callable[[LocalDesk, argparse.Namespace], Answer]]] = {
    **dict.fromkeys(_ACTS, act),
    "history": history,
    "compare": compare,
    "versions": versions,
}
