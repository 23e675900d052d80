"""How lineages become rows and come back, and which files can be versions of anything."""

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Final

from librarian.adapters.rows import as_stated
from librarian.application.lineage_ports import Place
from librarian.domain.extraction import Properties, Reason
from librarian.domain.files import FileState
from librarian.domain.lineage import Copy, Edition, Known, Lineage, Looks
from librarian.domain.lineage_members import Member, a_member
from librarian.domain.paths import restored, stored

_DIGITS: Final = 15
"""So many hexadecimal digits of a digest tell contents apart and fit an SQLite integer."""
_BROKEN: Final = (Reason.EMPTY, Reason.DAMAGED, Reason.MISNAMED)

_UNFIT: Final = ", ".join(repr(str(reason)) for reason in _BROKEN)
MEMBERS: Final = f"""
SELECT f.id, f.path, f.modified, r.sha256, r.canonical, r.media_type, r.sketch, r.properties,
    r.stated, r.wording
FROM files f JOIN readings r ON r.file = f.id
WHERE f.state = '{FileState.PRESENT}' AND r.sha256 <> '' AND r.personal = '[]'
    AND r.reason NOT IN ({_UNFIT})
"""  # noqa: S608 - our own words
"""Files that were looked inside; a filled-in form is never a version of anything."""
PLACES: Final = """
SELECT p.file, f.path, p.lineage, p.head, p.of, p.looks, l.known, p.label, p.why, p.place,
    l.title, l.question, f.size, f.modified
FROM lineage_places p JOIN lineages l ON l.id = p.lineage JOIN files f ON f.id = p.file
"""


def as_member(row: tuple[Any, ...]) -> Member:
    """Return the member that a row of MEMBERS is."""
    file, path, modified, sha256, canonical, media_type, sketch, properties, stated, wording = row
    return a_member(
        file,
        restored(path),
        int((canonical or sha256)[:_DIGITS], 16),
        modified,
        sketch=sketch,
        media_type=media_type,
        properties=_properties(properties),
        stated=as_stated(stated),
        wording=wording,
    )


@lru_cache(maxsize=4096)
def _properties(told: str) -> Properties:
    return Properties(**json.loads(told))


def as_place(row: tuple[Any, ...]) -> Place:
    """Return the place that a row of PLACES is."""
    file, path, lineage, head, of, looks, known, *rest = row
    return Place(file, restored(path), lineage, head, of, Looks(looks), Known(known), *rest)


def as_body(lineage: Lineage) -> str:
    """Return the editions of a lineage as text."""
    editions = [
        {
            "file": each.file,
            "path": stored(each.path),
            "content": each.content,
            "label": each.label,
            "looks": each.looks,
            "why": each.why,
            "copies": [[copy.file, stored(copy.path), copy.why] for copy in each.copies],
        }
        for each in lineage.editions
    ]
    return json.dumps({"head": lineage.head, "editions": editions}, separators=(",", ":"))


def as_lineage(name: str, title: str, known: str, question: str, body: str) -> Lineage:
    """Return the lineage that a row is."""
    told = json.loads(body)
    editions = tuple(_as_edition(each) for each in told["editions"])
    return Lineage(name, title, Known(known), editions, told["head"], question)


def place_rows(lineage: Lineage) -> Iterator[tuple[object, ...]]:
    """Yield a row for each file of a lineage."""
    head = lineage.editions[lineage.head].file
    for order, each in enumerate(lineage.editions):
        shared = (lineage.id, head, each.file, each.looks, each.label)
        yield (each.file, *shared, each.why, order)
        for copy in each.copies:
            yield (copy.file, *shared, copy.why, order)


def _as_edition(told: Mapping[str, Any]) -> Edition:
    return Edition(
        file=told["file"],
        path=restored(told["path"]),
        content=told["content"],
        label=told["label"],
        looks=Looks(told["looks"]),
        why=told["why"],
        copies=tuple(Copy(file, restored(path), why) for file, path, why in told["copies"]),
    )
