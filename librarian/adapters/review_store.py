"""Findings in the catalogue's database, with what they were made from.

Every change is one transaction: a reader sees all of it or nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from librarian.adapters import lineage_schema, review_schema
from librarian.adapters.databases import sound_engine
from librarian.adapters.many_rows import Rows, among, delete, put, select
from librarian.adapters.review_rows import FILES, as_finding, as_seen, finding_row
from librarian.adapters.schema import migrate
from librarian.application.reviewing_ports import Part, Print, Replaced, Whole
from librarian.domain.catalogue_view import SeenFile, SeenFolder, above
from librarian.domain.documents import Document
from librarian.domain.files import FileState
from librarian.domain.findings import Finding
from librarian.domain.leftovers import LeftKind, Leftover
from librarian.domain.paths import folder_of, key, restored, stored

_FINDINGS: Final = (
    "SELECT id, code, subject, detail, message, severity, proposed, since FROM review_findings"
)
_LEFTOVERS: Final = "SELECT path, kind, size, modified FROM review_leftovers"
_PATHS: Final = f"SELECT path FROM files WHERE state <> '{FileState.NOT_SEEN}'"  # noqa: S608
_COUNTED: Final = f"""
SELECT count(*) files, sum(state <> '{FileState.PRESENT}') gone, min(since) since
FROM files INDEXED BY files_by_folder WHERE state <> '{FileState.NOT_SEEN}' AND
"""  # noqa: S608 - our own words
BENEATH: Final = f"""
SELECT sum(files), coalesce(sum(gone), 0), coalesce(min(since), 0) FROM (
    {_COUNTED} folder = ? UNION ALL {_COUNTED} folder >= ? AND folder < ?
)
"""  # noqa: S608 - our own words
"""What lies in a folder, and beneath it: two ranges of one index, which holds all that is asked."""


class SqliteReviews:
    """What reviews of one drive found; the catalogue lies in the same database."""

    def __init__(self, catalogue: Path) -> None:
        self._engine = sound_engine(catalogue, _prepare)

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    def stamp(self) -> str:
        """What the last review went by; empty before the first."""
        with self._engine.connect() as connection:
            rows = select(connection, "SELECT stamp FROM review_state")
        return str(rows[0][0]) if rows else ""

    def paths(self) -> Sequence[str]:
        """Where every file lies."""
        with self._engine.connect() as connection:
            rows = select(connection, _PATHS)
        return [restored(path) for (path,) in rows]

    def count_due(self) -> int:
        """How many files changed since."""
        with self._engine.connect() as connection:
            [(count,)] = select(connection, "SELECT count(*) FROM review_due")
        return int(count)

    def whole(self) -> Whole:
        """Everything that is known of files."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            rows = connection.exec_driver_sql(FILES)
            return Whole([as_seen(tuple(row)) for row in rows], _mark(connection))

    def part(self, documents: Iterable[Document], folders: Iterable[str]) -> Part:
        """What changed since, and what these documents and paths are about."""
        with self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN")
            mark = _mark(connection)
            due = {file for (file,) in select(connection, "SELECT file FROM review_due")}
            asked = _asked(connection, documents, folders)
            before = among(
                connection, "SELECT path, content, family FROM review_seen WHERE file", due
            )
            files = _with_groups(connection, due | asked, before)
            places = [restored(path) for path, _, _ in before]
            changed = [each.path for each in files if each.file in due]
            touched = chain.from_iterable(above(folder_of(path)) for path in (*places, *changed))
            paths = {*places, *(each.path for each in files)}
            return Part(
                files, [_folder(connection, path) for path in sorted(set(touched))], paths, mark
            )

    def prints(self) -> Mapping[str, Print]:
        """Each document as it was at the last review."""
        with self._engine.connect() as connection:
            rows = select(connection, "SELECT id, path, sum FROM review_documents")
        return {name: Print(restored(path), told) for name, path, told in rows}

    def findings(self) -> Sequence[Finding]:
        """What was found so far, by code and subject."""
        with self._engine.connect() as connection:
            rows = select(connection, f"{_FINDINGS} ORDER BY code, subject, detail")
        return [as_finding(row) for row in rows]

    def leftovers(self) -> Sequence[Leftover]:
        """What programs left behind and which shortcuts lead nowhere, by path."""
        with self._engine.connect() as connection:
            rows = select(connection, f"{_LEFTOVERS} ORDER BY path")
        return [Leftover(restored(path), LeftKind(kind), *more) for path, kind, *more in rows]

    def keep_leftovers(self, found: Sequence[Leftover]) -> bool:
        """Keep these and no others; tells whether they are others than before."""
        after = {(stored(each.path), *each[1:]) for each in found}
        with self._engine.begin() as connection:
            before = set(select(connection, _LEFTOVERS))
            if after == before:
                return False
            delete(connection, "review_leftovers", "path", [row[0] for row in before - after])
            put(connection, "review_leftovers", sorted(after - before))
        return True

    def subjects(self, replaced: Replaced) -> Sequence[Finding]:
        """The findings that would be replaced."""
        with self._engine.connect() as connection:
            return [as_finding(row) for row in _replaced(connection, replaced)]

    def begin_anew(
        self, whole: Whole, findings: Sequence[Finding], prints: Mapping[str, Print], stamp: str
    ) -> None:
        """Keep a review of everything, whole or not at all."""
        with self._engine.begin() as connection:
            for table in ("review_state", "review_seen", "review_documents", "review_findings"):
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
            _forget_due(connection, whole.mark)
            put(connection, "review_seen", map(_seen_row, whole.files))
            put(connection, "review_documents", _print_rows(prints))
            put(connection, "review_findings", sorted(map(finding_row, findings)))
            put(connection, "review_state", [(stamp,)])

    def revise(
        self,
        part: Part,
        replaced: Replaced,
        prints: Mapping[str, Print],
        gone: Collection[str],
    ) -> None:
        """Keep a review of a part, whole or not at all."""
        with self._engine.begin() as connection:
            old = [row[0] for row in _replaced(connection, replaced)]
            delete(connection, "review_findings", "id", old)
            delete(connection, "review_documents", "id", gone)
            connection.exec_driver_sql(
                "DELETE FROM review_seen WHERE file IN"
                " (SELECT file FROM review_due WHERE number <= ?)",
                (part.mark,),
            )
            _forget_due(connection, part.mark)
            put(connection, "review_seen", map(_seen_row, part.files))
            put(connection, "review_documents", _print_rows(prints))
            put(connection, "review_findings", map(finding_row, replaced.findings))


def beneath(folder: str) -> tuple[str, str, str]:
    """Return what BENEATH asks of a folder: itself, and the range of all within it."""
    kept = stored(folder)
    return kept, f"{kept}/", f"{kept}0"


def _prepare(connection: Connection) -> None:
    migrate(connection)
    lineage_schema.get_ready(connection)
    review_schema.get_ready(connection)


def _mark(connection: Connection) -> int:
    """Return the number of the last change; later ones are for the next review."""
    [(mark,)] = select(connection, "SELECT coalesce(max(number), 0) FROM review_due")
    return int(mark)


def _forget_due(connection: Connection, mark: int) -> None:
    connection.exec_driver_sql("DELETE FROM review_due WHERE number <= ?", (mark,))


def _asked(
    connection: Connection, documents: Iterable[Document], places: Iterable[str]
) -> set[int]:
    """Return the files that these documents, and those that lay at these places, are about."""
    known = [version for document in documents for version in document.versions]
    paths = {key(path) for path in (*places, *(version.path for version in known)) if path}
    digests = {digest for each in known for digest in (each.sha256, each.canonical) if digest}
    found = among(connection, "SELECT id FROM files WHERE key", map(stored, paths))
    for column in ("sha256", "canonical"):
        query = f"SELECT file FROM readings WHERE {column}"  # noqa: S608 - our own names
        found += among(connection, query, digests)
    return {file for (file,) in found}


def _with_groups(connection: Connection, wanted: Iterable[int], before: Rows) -> list[SeenFile]:
    """Return files with all that say the same, and all versions of their documents.

    `before` has the path, content and family of those that changed.
    """
    found: dict[int, SeenFile] = {}
    rows = among(connection, f"{FILES} AND f.id", wanted)
    contents = {content for _, content, _ in before if content}
    families = {family for _, _, family in before if family}
    asked: tuple[set[str], set[str]] = (set(), set())
    while True:
        for each in map(as_seen, rows):
            found[each.file] = each
            contents.add(each.canonical)
            families.add(each.family)
        new = (contents - asked[0] - {""}, families - asked[1] - {""})
        if not any(new):
            return list(found.values())
        asked = (asked[0] | new[0], asked[1] | new[1])
        # in two steps, for SQLite looks through every file where a joined table tells which
        same = among(connection, "SELECT file FROM readings WHERE canonical", new[0])
        kin = among(connection, "SELECT file FROM lineage_places WHERE lineage", new[1])
        rows = among(connection, f"{FILES} AND f.settled AND f.id", (file for (file,) in same))
        rows += among(connection, f"{FILES} AND f.id", (file for (file,) in kin))


def _folder(connection: Connection, path: str) -> SeenFolder:
    [counted] = select(connection, BENEATH, beneath(path))
    return SeenFolder(path, *counted)


def _replaced(connection: Connection, replaced: Replaced) -> Rows:
    """Return the rows of findings that are replaced."""
    wanted = {stored(subject) for subjects in replaced.subjects.values() for subject in subjects}
    rows = among(connection, f"{_FINDINGS} WHERE subject", wanted)
    return [row for row in rows if restored(row[2]) in replaced.subjects.get(row[1], ())]


def _seen_row(file: SeenFile) -> tuple[object, ...]:
    return file.file, stored(file.path), file.canonical, file.family


def _print_rows(prints: Mapping[str, Print]) -> Iterator[tuple[object, ...]]:
    return ((name, stored(each.path), each.sum) for name, each in prints.items())
