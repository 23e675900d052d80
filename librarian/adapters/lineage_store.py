"""Lineages in the catalogue's database: what files are filed under, their ties, and the answers.

Every change is one transaction: a reader sees all of it or nothing.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from librarian.adapters.databases import sound_engine
from librarian.adapters.lineage_rows import (
    MEMBERS,
    PLACES,
    as_body,
    as_lineage,
    as_member,
    as_place,
    place_rows,
)
from librarian.adapters.lineage_schema import DERIVED, get_ready
from librarian.adapters.many_rows import Rows, among, chunks, delete, marks, put, select
from librarian.adapters.schema import migrate
from librarian.application.lineage_ports import Agenda, Place, Revision, Whole
from librarian.domain.lineage import Lineage
from librarian.domain.lineage_candidates import CROWD, Filed
from librarian.domain.lineage_kinship import Kinship, Tie
from librarian.domain.lineage_members import Member
from librarian.domain.sketches import pack, values

_BATCH: Final = 5_000


class SqliteLineages:
    """What is worked out of one drive's files; the catalogue lies in the same database."""

    def __init__(self, catalogue: Path) -> None:
        self._engine = sound_engine(catalogue, _prepare)

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    def agenda(self) -> Agenda:
        """What there is to do."""
        with self._engine.connect() as connection:
            due = select(connection, "SELECT file FROM lineage_due")
            [(known,)] = select(connection, "SELECT count(*) FROM lineage_files")
            [(revision, since)] = select(connection, "SELECT revision, since FROM lineage_state")
        return Agenda(tuple(file for (file,) in due), known, since, revision)

    def every_member(self) -> list[Member]:
        """All files that can be versions of something, in no certain order."""
        with self._engine.connect() as connection:
            return [as_member(row) for row in select(connection, MEMBERS)]

    def members(self, files: Collection[int]) -> list[Member]:
        """Those of these files that can be versions of something."""
        return [as_member(row) for row in self._among(f"{MEMBERS} AND f.id", files)]

    def contents_of(self, files: Collection[int]) -> dict[int, int]:
        """The content that each of these files had when it was last taken in."""
        query = "SELECT file, content FROM lineage_files WHERE file"
        return dict(self._among(query, files))

    def files_with(self, contents: Collection[int]) -> set[int]:
        """The files that had one of these contents when they were last taken in."""
        query = "SELECT file FROM lineage_files WHERE content"
        return {file for (file,) in self._among(query, contents)}

    def filed_under(self, anchors: Collection[int], titles: Collection[str]) -> set[int]:
        """The contents that share one of these, unless a crowd does."""
        rows = [
            *self._among("SELECT checksum, content FROM lineage_anchors WHERE checksum", anchors),
            *self._among("SELECT title, content FROM lineage_titles WHERE title", titles),
        ]
        under: dict[object, set[int]] = {}
        for name, content in rows:
            under.setdefault(name, set()).add(content)
        return {content for found in under.values() if len(found) < CROWD for content in found}

    def ties_of(self, contents: Collection[int]) -> list[Kinship]:
        """The ties that touch one of these contents."""
        query = "SELECT one, other, tie, closeness FROM lineage_ties WHERE"
        found = {*self._among(f"{query} one", contents), *self._among(f"{query} other", contents)}
        return [Kinship(one, other, Tie(tie), close) for one, other, tie, close in sorted(found)]

    def boilerplate(self) -> frozenset[int]:
        """The checksums that tell nothing."""
        with self._engine.connect() as connection:
            rows = select(connection, "SELECT checksum FROM lineage_boilerplate")
        return frozenset(checksum for (checksum,) in rows)

    def places(self, files: Collection[int]) -> dict[int, Place]:
        """Where each of these files stands; those without a lineage are left out."""
        rows = self._among(f"{PLACES} WHERE p.file", files)
        return {row[0]: as_place(row) for row in rows}

    def families(self, files: Collection[int]) -> dict[str, list[Place]]:
        """Where all files of the lineages of these files stand, by lineage."""
        named = "SELECT lineage FROM lineage_places WHERE file"
        found: dict[str, dict[int, Place]] = {}
        with self._engine.connect() as connection:
            for chunk in chunks(files):
                query = f"{PLACES} WHERE p.lineage IN ({named} IN ({marks(chunk)}))"
                for row in select(connection, query, tuple(chunk)):
                    place = as_place(row)
                    found.setdefault(place.lineage, {})[place.file] = place
        return {name: list(places.values()) for name, places in found.items()}

    def lineage(self, name: str) -> Lineage | None:
        """The lineage with this id."""
        rows = self._among("SELECT id, title, known, question, body FROM lineages WHERE id", [name])
        return next((as_lineage(*row) for row in rows), None)

    def lineages(self) -> Iterator[Lineage]:
        """Every lineage, by title."""
        query = "SELECT id, title, known, question, body FROM lineages ORDER BY title, id"
        with self._engine.connect() as connection:
            for row in connection.exec_driver_sql(query):
                yield as_lineage(*row)

    def begin_anew(self, whole: Whole) -> None:
        """Replace everything; nothing changes meanwhile, for there is one writer."""
        with self._engine.begin() as connection:
            for table in DERIVED:
                connection.exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - our own names
            connection.exec_driver_sql("DELETE FROM lineage_due")
            connection.exec_driver_sql(
                "UPDATE lineage_state SET revision = ?, since = 0", (whole.revision,)
            )
            put(connection, "lineage_files", whole.files.items())
            put(connection, "lineage_boilerplate", ((each,) for each in whole.boilerplate))
            _file(connection, whole.filed)
            _tie(connection, whole.ties)
            _keep(connection, whole.lineages)

    def revise(self, revision: Revision) -> None:
        """Replace what changed, whole or not at all."""
        with self._engine.begin() as connection:
            _forget_lineages(connection, revision)
            _forget_filed(connection, revision.renewed)
            delete(connection, "lineage_files", "file", revision.due)
            delete(connection, "lineage_due", "file", revision.due)
            connection.exec_driver_sql(
                "UPDATE lineage_state SET since = since + ?", (len(revision.due),)
            )
            put(connection, "lineage_files", revision.files.items())
            _file(connection, revision.filed)
            _tie(connection, revision.ties)
            _keep(connection, revision.lineages)

    def _among(self, query: str, wanted: Iterable[object]) -> Rows:
        with self._engine.connect() as connection:
            return among(connection, query, wanted)


def _prepare(connection: Connection) -> None:
    migrate(connection)
    get_ready(connection)


def _file(connection: Connection, filed: Sequence[Filed]) -> None:
    rows = [(f.content, pack(f.anchors), "\n".join(sorted(f.titles))) for f in filed]
    put(connection, "lineage_filed", rows)
    put(connection, "lineage_titles", ((t, f.content) for f in filed for t in f.titles))
    # in the order of the key, for a tree that grows at its end grows many times faster
    contents, count = [f.content for f in filed], len(filed)
    under = sorted(a * count + place for place, f in enumerate(filed) for a in f.anchors)
    put(connection, "lineage_anchors", ((n // count, contents[n % count]) for n in under))


def _tie(connection: Connection, ties: Iterable[Kinship]) -> None:
    rows = ((tie.one, tie.other, int(tie.tie), tie.closeness) for tie in ties)
    put(connection, "lineage_ties", rows)


def _keep(connection: Connection, lineages: Iterable[Lineage]) -> None:
    for batch in chunks(lineages, _BATCH):
        rows = ((each.id, each.title, each.known, each.question, as_body(each)) for each in batch)
        put(connection, "lineages", rows)
        put(connection, "lineage_places", chain.from_iterable(map(place_rows, batch)))


def _forget_lineages(connection: Connection, revision: Revision) -> None:
    query = "SELECT file FROM lineage_files WHERE content"
    files = {*revision.due, *(file for (file,) in among(connection, query, revision.contents))}
    query = "SELECT DISTINCT lineage FROM lineage_places WHERE file"
    names = {name for (name,) in among(connection, query, files)}
    delete(connection, "lineage_places", "lineage", names)
    delete(connection, "lineages", "id", names)


def _forget_filed(connection: Connection, contents: Collection[int]) -> None:
    query = "SELECT content, anchors, titles FROM lineage_filed WHERE content"
    for content, anchors, titles in among(connection, query, contents):
        for table, column, names in (
            ("lineage_anchors", "checksum", values(anchors)),
            ("lineage_titles", "title", titles.split("\n")),
        ):
            statement = f"DELETE FROM {table} WHERE {column} = ? AND content = ?"  # noqa: S608 - our own names
            rows = [(name, content) for name in names]
            if rows:
                connection.exec_driver_sql(statement, rows)
    delete(connection, "lineage_filed", "content", contents)
    delete(connection, "lineage_ties", "one", contents)
    delete(connection, "lineage_ties", "other", contents)
