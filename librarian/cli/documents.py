"""The command `documents`: every document of the drive, its versions in order, its copies."""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from librarian.application.managed import Managed
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.cli.asking import Answer, drive_of
from librarian.domain.document_types import Months, type_of
from librarian.domain.documents import Document, Version
from librarian.domain.errors import LibrarianError
from librarian.domain.lineage import Edition, Known, Lineage
from librarian.domain.paths import key, printable

_Digests = Mapping[int, str]


def documents(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    """Return every document: those that people decided about, and those told from the files."""
    with desk.catalogued(drive_of(desk, arguments)) as drive:
        with suppress(LibrarianError):
            drive.history.managed.refresh()
        inferred, beside = _apart(drive.genealogist.lineages(), drive.history.managed)
        digests = _digests(drive, [*inferred, *(one for kin in beside.values() for one in kin)])
        decided = drive.history.managed.documents.by_id.values()
        months = drive.history.owners.months()
        told = [_decided(each, beside.get(each.id, ()), digests, months) for each in decided]
        told += [_inferred(each, digests) for each in inferred]
    return {"documents": sorted(told, key=lambda each: (str(each["title"]), str(each["id"])))}


def in_words(answer: Mapping[str, Sequence[Mapping[str, Sequence[object]]]]) -> str:
    """Return the documents as lines for a terminal."""
    lines = [f"{len(answer['documents']):,} documents"]
    for each in answer["documents"]:
        lines += [f"\n{each['title']}", f"  {each['current'] or '?'} ({_said(each)})"]
    return "\n".join(lines)


def _said(told: Mapping[str, Sequence[object]]) -> str:
    versions, copies = len(told["versions"]), len(told["copies"])
    known = {"approved": "confirmed", "asked": "which one to use is a question"}
    latest = "looks like the latest" if versions > 1 else "the only version"
    counts = [f"{versions} versions"] * (versions > 1)
    counts += [f"{copies} {'copy' if copies == 1 else 'copies'}"] * (copies > 0)
    return "; ".join([known.get(str(told["known"]), latest), *counts])


def _apart(
    lineages: Iterable[Lineage], managed: Managed
) -> tuple[list[Lineage], dict[str, list[Lineage]]]:
    """Return lineages nobody decided about, and the others by the document they belong to."""
    inferred: list[Lineage] = []
    beside: defaultdict[str, list[Lineage]] = defaultdict(list)
    for each in lineages:
        paths = [path for edition in each.editions for path in _paths(edition)]
        found = next((s for path in paths if (s := managed.standing(path))), None)
        if found:
            beside[found.document.id].append(each)
        else:
            inferred.append(each)
    return inferred, dict(beside)


def _paths(edition: Edition) -> list[str]:
    return [edition.path, *(copy.path for copy in edition.copies)]


def _digests(drive: OpenDrive, lineages: Iterable[Lineage]) -> _Digests:
    files = [edition.file for each in lineages for edition in each.editions]
    records = drive.catalogue.records(files)
    return {record.file: record.reading.sha256 for record in records if record.reading}


def _inferred(lineage: Lineage, digests: _Digests) -> Answer:
    newest = lineage.newest
    question: Answer = {"question": lineage.question} if lineage.question else {}
    return question | {
        "id": lineage.id,
        "title": lineage.title,
        "type": str(type_of(newest.path if newest else lineage.editions[lineage.head].path)),
        "owner": None,
        "review_due": None,
        "current": printable(newest.path) if newest else None,
        "known": str(lineage.known),
        "versions": [_edition(each, digests) for each in lineage.editions],
        "copies": _copies(lineage.editions),
    }


def _edition(edition: Edition, digests: _Digests) -> Answer:
    return {
        "path": printable(edition.path),
        "sha256": digests.get(edition.file, ""),
        "label": edition.label or None,
        "status": None,
        "why": edition.why,
    }


def _copies(editions: Iterable[Edition]) -> list[Answer]:
    return [
        {"path": printable(copy.path), "of": printable(edition.path), "why": copy.why}
        for edition in editions
        for copy in edition.copies
    ]


def _decided(
    document: Document, beside: Sequence[Lineage], digests: _Digests, months: Months
) -> Answer:
    """Return a document that people decided about, with what else looks like a version of it."""
    ours = {key(version.path) for version in document.versions if version.path}
    editions = [edition for each in beside for edition in each.editions]
    due = document.due(months)
    others = [edition for edition in editions if ours.isdisjoint(map(key, _paths(edition)))]
    return {
        "id": document.id,
        "title": document.title,
        "type": str(type_of(document.path)),
        "owner": document.owner or None,
        "review_due": due.isoformat() if due else None,
        "current": printable(document.current.path) if document.current else None,
        "known": str(Known.APPROVED),
        "versions": [
            *(_edition(each, digests) for each in others),
            *(_version(each) for each in document.versions),
        ],
        "copies": _copies(editions),
    }


def _version(version: Version) -> Answer:
    return {
        "path": printable(version.path) or None,
        "sha256": version.sha256,
        "label": version.label,
        "status": str(version.status),
        "why": f"{version.who}: {version.note}" if version.note else version.who,
    }
