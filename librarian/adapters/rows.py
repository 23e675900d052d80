"""How the catalogue's rows become values of the domain, and back."""

import json
from dataclasses import fields
from datetime import date

from sqlalchemy import RowMapping

from librarian.application.ports import Record
from librarian.domain.dates_said import Dated, Precision
from librarian.domain.extraction import Properties, Reason
from librarian.domain.facets import Facets
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.paths import restored
from librarian.domain.statements import Stated


def as_listed(row: RowMapping) -> Listed:
    """Return the listing that a row of files was made from."""
    return Listed(restored(row["path"]), row["size"], row["modified"], row["online_only"])


def as_record(row: RowMapping) -> Record:
    """Return all that a row of files, joined with its reading, says."""
    return Record(
        file=row["id"],
        listed=as_listed(row),
        state=FileState(row["state"]),
        why=row["why"],
        since=row["since"],
        seen=row["seen"],
        reading=_reading(row) if row["sha256"] is not None and row["settled"] else None,
    )


def as_reading_row(file: int, reading: Reading) -> dict[str, object]:
    """Return the row that keeps reading; its text is not kept here."""
    return {
        "file": file,
        "sha256": reading.sha256,
        "canonical": reading.canonical,
        "media_type": reading.media_type,
        "words": reading.words,
        "properties": _packed(_fields(reading.properties)),
        "attachments": _packed(reading.attachments),
        "warnings": _packed(reading.warnings),
        "sketch": reading.sketch,
        "stated": _packed(_as_said(reading.stated)),
        "wording": reading.wording,
        "personal": _packed(reading.personal),
        "facets": _packed(_fields(reading.facets)),
        "reason": str(reading.reason or ""),
        "detail": reading.detail,
        "extractor": reading.extractor,
        "revision": reading.revision,
    }


def _reading(row: RowMapping) -> Reading:
    facets = json.loads(row["facets"])
    return Reading(
        sha256=row["sha256"],
        canonical=row["canonical"],
        media_type=row["media_type"],
        words=row["words"],
        properties=Properties(**json.loads(row["properties"])),
        attachments=tuple(json.loads(row["attachments"])),
        warnings=tuple(json.loads(row["warnings"])),
        sketch=row["sketch"],
        stated=as_stated(row["stated"]),
        wording=row["wording"],
        personal=tuple(json.loads(row["personal"])),
        facets=Facets(**{name: tuple(values) for name, values in facets.items()}),
        reason=Reason(row["reason"]) if row["reason"] else None,
        detail=row["detail"],
        extractor=row["extractor"],
        revision=row["revision"],
    )


def _as_said(stated: Stated) -> dict[str, object]:
    """Return only what is said, for most files say little."""
    dated = stated.dated
    said = {
        "title": stated.title,
        "version": stated.version,
        "dated": dated and [str(dated.first), str(dated.last), int(dated.precision)],
        "draft": stated.draft,
        "retired": stated.retired,
    }
    return {name: value for name, value in said.items() if value}


def as_stated(text: str) -> Stated:
    """Return what a document says of itself, from its row."""
    said = json.loads(text)
    when = said.get("dated")
    return Stated(
        title=said.get("title", ""),
        version=tuple(said.get("version", ())),
        dated=_dated(*when) if when else None,
        draft=said.get("draft", False),
        retired=said.get("retired", False),
    )


def _dated(first: str, last: str, precision: int) -> Dated:
    return Dated(date.fromisoformat(first), date.fromisoformat(last), Precision(precision))


def _fields(said: Properties | Facets) -> dict[str, object]:
    """Return what is said by its name; nothing in it needs to be copied, as `asdict` would."""
    return {field.name: getattr(said, field.name) for field in fields(said)}


def _packed(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
