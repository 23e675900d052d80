"""Views of a made-up catalogue, from what a case file tells."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import Any, Final

from librarian.domain.catalogue_view import CatalogueView, SeenFile, SeenFolder, a_view, folders_of
from librarian.domain.clocks import nanoseconds
from librarian.domain.documents import Document, Status, Version
from librarian.domain.files import FileState
from librarian.domain.leftovers import LeftKind, Leftover
from librarian.domain.lineage import Known, Looks

AS_OF: Final = date(2026, 11, 20)
_LONG_AGO: Final = date(2026, 1, 5)


def a_case_view(told: Mapping[str, Any]) -> CatalogueView:
    """Return the view that a case describes: its files, documents, folder owners, wishes."""
    files = [_file(number, each) for number, each in enumerate(told.get("files", ()), start=1)]
    files = _with_heads(files, told.get("files", ()))
    folders = folders_of(files)
    since = {each["path"]: _at(each["since"]) for each in told.get("folders", ())}
    return a_view(
        _moment(told.get("as_of", AS_OF)),
        files,
        folders=[_folder(each, since) for each in folders],
        documents=[_document(each) for each in told.get("documents", ())],
        folder_owners=told.get("folder_owners", {}),
        asked=told.get("asked", ()),
        leftovers=[
            Leftover(each["path"], LeftKind(each["kind"]), 100, _at(each["modified"]))
            for each in told.get("leftovers", ())
        ],
    )


def digest(words: str) -> str:
    """Return the digest of a content that is told in words."""
    return sha256(words.encode("utf-8")).hexdigest()


def _file(number: int, told: Mapping[str, Any]) -> SeenFile:
    says = told.get("says", told["path"])
    return SeenFile(
        file=number,
        path=told["path"],
        size=told.get("size", 1000),
        modified=_at(told.get("modified", _LONG_AGO)),
        since=_at(told.get("since", _LONG_AGO)),
        state=FileState(told.get("state", "present")),
        sha256=digest(says),
        canonical=digest(says),
        personal=tuple(told.get("personal", ())),
        reason=told.get("reason", ""),
        family=told.get("family", ""),
        known=Known(told.get("known", "inferred")) if told.get("family") else None,
        looks=Looks(told["looks"]) if "looks" in told else None,
        of=number,
    )


def _with_heads(files: Sequence[SeenFile], told: Sequence[Mapping[str, Any]]) -> list[SeenFile]:
    heads = {each.family: each.file for each in files if each.looks is Looks.NEWEST}
    heads |= {
        each.family: each.file
        for each, line in zip(files, told, strict=True)
        if line.get("head") and each.family
    }
    return [each._replace(head=heads.get(each.family, each.file)) for each in files]


def _folder(folder: SeenFolder, since: Mapping[str, int]) -> SeenFolder:
    return folder._replace(since=since.get(folder.path, folder.since))


def _document(told: Mapping[str, Any]) -> Document:
    path = told["path"]
    approved = [
        _version(path, {"path": "", **each}, Status.SUPERSEDED) for each in told.get("replaced", ())
    ]
    if "confirmed" in told:
        current = {
            "says": told.get("says", path),
            "since": told["confirmed"],
            "label": told.get("label", "v1.0"),
            "note": told.get("note", ""),
        }
        approved.append(_version(path, {"path": path, **current}, Status.APPROVED))
    return Document(
        id=digest(path)[:8],
        path=path,
        approved=tuple(approved),
        drafts=tuple(_version(path, each, Status.DRAFT) for each in told.get("drafts", ())),
        paths=(path,),
        held=told.get("held", False),
        rivals=tuple(told.get("rivals", ())),
        owner=told.get("owner", ""),
        deputy=told.get("deputy", ""),
        phone=told.get("phone", ""),
        review_set=told.get("review_set"),
        looked=_at(told["looked"]) // 1_000_000 if "looked" in told else 0,
    )


def _version(home: str, told: Mapping[str, Any], status: Status) -> Version:
    says = told.get("says", f"{home} {told.get('label')}")
    until = told.get("until")
    return Version(
        entry=digest(f"{home} {told.get('label')}")[:8],
        label=told.get("label", "v0.1"),
        status=status,
        sha256=digest(says),
        canonical=digest(says),
        path=told.get("path", home),
        since=_at(told.get("since", _LONG_AGO)) // 1_000_000,
        until=_at(until) // 1_000_000 if until else None,
        who="janet",
        note=told.get("note", ""),
    )


def _at(day: date) -> int:
    return nanoseconds(_moment(day))


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
