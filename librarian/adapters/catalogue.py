"""The catalogue in SQLite on the local disk: facts of the scan, a cache that can be rebuilt.

It is never put on a share. Times are whole nanoseconds; paths are kept so that names which are
not Unicode come back byte for byte.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

from sqlalchemy import (
    Connection,
    Select,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from librarian.adapters.databases import sound_engine
from librarian.adapters.known_files import known_by_extension, known_files
from librarian.adapters.rows import as_listed, as_reading_row, as_record
from librarian.adapters.schema import FILES, IDENTITY, READINGS, SCANS, migrate
from librarian.application.ports import Known, Record, Tally, Waiting
from librarian.domain.extraction import Reason
from librarian.domain.files import FileState, Listed, Reading
from librarian.domain.paths import folder_of, key, restored, stored

T = TypeVar("T")

_CHUNK: Final = 500
"""Rows asked for at once; well below the number of parameters SQLite takes."""


class SqliteCatalogue:
    """What is known of one drive's files; one writer, any number of readers."""

    def __init__(self, path: Path) -> None:
        self._engine = sound_engine(path, migrate)
        with self._engine.connect() as connection:
            self.identity = connection.execute(select(IDENTITY.c.value)).scalar_one()
            """A random word that an index made from this catalogue remembers."""

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    # What is known

    def known(self, folder: str = "") -> dict[str, Known]:
        """The essentials of each file beneath folder, by its path."""
        return known_files(self._engine, folder)

    def known_by_extension(self, extensions: Sequence[str]) -> dict[str, Known]:
        """The essentials of each file with one of these extensions, by its path."""
        return known_by_extension(self._engine, extensions)

    def record(self, path: str) -> Record | None:
        """All that is known of the file at path, compared by key."""
        exact = FILES.c.path == stored(path)
        query = _records().where(FILES.c.key == key(stored(path))).order_by(exact.desc())
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return as_record(row) if row else None

    def records(self, files: Sequence[int]) -> list[Record]:
        """All that is known of each of these files, in this order; unknown ones left out."""
        found: dict[int, Record] = {}
        with self._engine.connect() as connection:
            for chunk in _chunks(files):
                rows = connection.execute(_records().where(FILES.c.id.in_(chunk))).mappings()
                found |= {row["id"]: as_record(row) for row in rows}
        return [found[file] for file in files if file in found]

    def with_content(self, sha256: str, canonical: str) -> list[Record]:
        """Files that are present and have this content, or the same in every way that matters."""
        alike = or_(READINGS.c.sha256 == sha256, READINGS.c.canonical == canonical)
        present = FILES.c.state == str(FileState.PRESENT)
        return self._select(_records().where(alike, present).order_by(FILES.c.path))

    def placeholders(self) -> frozenset[str]:
        """The paths of present files that were kept online only when they were last listed."""
        rows = select(FILES.c.path).where(FILES.c.online_only, _PRESENT)
        with self._engine.connect() as connection:
            return frozenset(restored(path) for (path,) in connection.execute(rows))

    def doubtful(self) -> list[Record]:
        """Dirty rows: the last run ended before the index agreed with them."""
        return self._select(_records().where(FILES.c.dirty))

    def outdated(self, revisions: Mapping[str, int]) -> list[int]:
        """Files last read by an extractor of a lower revision than it has now."""
        rows = select(READINGS.c.extractor, READINGS.c.revision).distinct()
        with self._engine.connect() as connection:
            old = [
                (extractor, revision)
                for extractor, revision in connection.execute(rows)
                if revision < revisions.get(extractor, 0)
            ]
            return [
                file
                for extractor, revision in old
                for file in connection.scalars(
                    select(READINGS.c.file).where(
                        READINGS.c.extractor == extractor, READINGS.c.revision == revision
                    )
                )
            ]

    def waiting(self) -> Iterator[Waiting]:
        """Files still to be read, recently changed folders first; fetched bit by bit."""
        latest = (
            select(FILES.c.folder, func.max(FILES.c.modified).label("latest"))
            .where(_WAITS)
            .group_by(FILES.c.folder)
            .subquery()
        )
        order = (
            select(FILES.c.id)
            .join(latest, latest.c.folder == FILES.c.folder)
            .where(_WAITS)
            .order_by(latest.c.latest.desc(), FILES.c.folder, FILES.c.modified.desc(), FILES.c.path)
        )
        with self._engine.connect() as connection:
            files = connection.scalars(order).all()
        for chunk in _chunks(files):
            query = select(FILES).where(FILES.c.id.in_(chunk), _WAITS)
            with self._engine.connect() as connection:
                rows = {row["id"]: row for row in connection.execute(query).mappings()}
            for file in chunk:
                if file in rows:
                    yield Waiting(file, as_listed(rows[file]))

    def count_waiting(self) -> int:
        """How many files still wait to be read."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.count()).where(_WAITS)) or 0

    def without_text(self) -> list[tuple[str, str]]:
        """Path and reason of each present file that was looked inside and has no text."""
        reason = func.coalesce(READINGS.c.reason, str(Reason.UNREACHABLE))
        query = (
            select(FILES.c.path, reason)
            .join_from(FILES, READINGS, isouter=True)
            .where(_PRESENT, (READINGS.c.reason != "") | (FILES.c.why != ""))
            .order_by(FILES.c.path)
        )
        with self._engine.connect() as connection:
            return [(restored(path), why) for path, why in connection.execute(query)]

    def count_present(self) -> int:
        """How many files are there, as far as is known."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.count()).where(_PRESENT)) or 0

    def tally(self) -> Tally:
        """How many files are known, how many were looked inside, how many have text."""
        files = select(func.count()).where(_PRESENT)
        with_text = (
            select(func.count())
            .select_from(FILES.join(READINGS))
            .where(_PRESENT, READINGS.c.words > 0)
        )
        with self._engine.connect() as connection:
            return Tally(
                files=connection.scalar(files) or 0,
                read=connection.scalar(files.where(FILES.c.settled)) or 0,
                with_text=connection.scalar(with_text) or 0,
            )

    def recent(self, since: int, limit: int) -> list[Record]:
        """Present files first seen or changed after since, last changed first."""
        is_news = (FILES.c.since > since) | (FILES.c.modified > since)
        query = _records().where(_PRESENT, is_news).order_by(FILES.c.modified.desc())
        return self._select(query.limit(limit))

    def folders(self) -> list[tuple[str, int]]:
        """Each top folder of the drive and how many present files lie beneath it."""
        top = func.substr(FILES.c.path, 1, func.instr(FILES.c.path, "/") - 1).label("top")
        query = (
            select(top, func.count())
            .where(_PRESENT, func.instr(FILES.c.path, "/") > 0)
            .group_by("top")
            .order_by("top")
        )
        with self._engine.connect() as connection:
            return [(restored(folder), files) for folder, files in connection.execute(query)]

    def finished(self) -> int | None:
        """When the last complete scan ended, in nanoseconds since 1970."""
        with self._engine.connect() as connection:
            finished: int | None = connection.scalar(select(func.max(SCANS.c.finished)))
        return finished

    # What is written

    def enter(self, files: Sequence[Listed], at: int) -> list[int]:
        """Add or change files, to be read again; returns their numbers, all dirty."""
        statement = upsert(FILES)
        changing = ("size", "modified", "online_only", "state", "why", "settled", "dirty", "seen")
        statement = statement.on_conflict_do_update(
            index_elements=[FILES.c.path],
            set_={name: statement.excluded[name] for name in changing},
        )
        with self._engine.begin() as connection:
            connection.execute(statement, [_row(listed, at) for listed in files])
            numbers = _numbers(connection, [stored(listed.path) for listed in files])
        return [numbers[stored(listed.path)] for listed in files]

    def settle(self, readings: Sequence[tuple[int, Reading]]) -> None:
        """Keep what was read; the rows stay dirty until `agreed`."""
        files = [file for file, _ in readings]
        rows = [as_reading_row(file, reading) for file, reading in readings]
        with self._engine.begin() as connection:
            for chunk in _chunks(files):
                connection.execute(delete(READINGS).where(READINGS.c.file.in_(chunk)))
            connection.execute(insert(READINGS), rows)
            _update(connection, files, settled=True, dirty=True, why="")

    def postpone(self, files: Sequence[tuple[int, str]]) -> None:
        """Files that could not be fetched just now, each with why; left alone until `retry`."""
        with self._engine.begin() as connection:
            for file, why in files:
                _update(connection, [file], why=why)

    def retry(self) -> None:
        """Try postponed files again."""
        statement = (
            update(FILES).where(~FILES.c.settled, _PRESENT, FILES.c.why != "").values(why="")
        )
        with self._engine.begin() as connection:
            connection.execute(statement)

    def lose(self, files: Sequence[int], state: FileState, why: str) -> None:
        """Mark files not seen or unreachable; the rows are dirty."""
        with self._engine.begin() as connection:
            _update(connection, files, state=str(state), why=why, dirty=True)

    def rename(self, file: int, path: str) -> None:
        """The same file is spelled otherwise now; `enter` comes next."""
        with self._engine.begin() as connection:
            _update(connection, [file], path=stored(path), key=key(stored(path)))

    def agreed(self, files: Sequence[int]) -> None:
        """The index agrees with these rows now."""
        with self._engine.begin() as connection:
            _update(connection, files, dirty=False)

    def reread(self, files: Sequence[int]) -> None:
        """Have these files read again at the next chance."""
        with self._engine.begin() as connection:
            _update(connection, files, settled=False)

    def distrust(self) -> None:
        """The index was begun anew: no row agrees with it, and every file is read again."""
        with self._engine.begin() as connection:
            connection.execute(update(FILES).values(dirty=True, settled=False))

    def finish(self, at: int) -> None:
        """A complete scan ended at this moment."""
        with self._engine.begin() as connection:
            connection.execute(delete(SCANS))
            connection.execute(insert(SCANS).values(finished=at))

    def _select(self, query: Select[Any]) -> list[Record]:
        with self._engine.connect() as connection:
            return [as_record(row) for row in connection.execute(query).mappings()]


_PRESENT: Final = FILES.c.state == str(FileState.PRESENT)
_WAITS: Final = (~FILES.c.settled) & (FILES.c.why == "") & _PRESENT


def _records() -> Select[Any]:
    return select(FILES, READINGS).join_from(FILES, READINGS, isouter=True)


def _row(listed: Listed, at: int) -> dict[str, object]:
    path = stored(listed.path)
    return {
        "path": path,
        "key": key(path),
        "folder": folder_of(path),
        "size": listed.size,
        "modified": listed.modified,
        "online_only": listed.online_only,
        "state": str(FileState.PRESENT),
        "why": "",
        "since": at,
        "seen": at,
        "settled": False,
        "dirty": True,
    }


def _numbers(connection: Connection, paths: Sequence[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for chunk in _chunks(paths):
        rows = connection.execute(select(FILES.c.path, FILES.c.id).where(FILES.c.path.in_(chunk)))
        numbers |= {row.path: row.id for row in rows}
    return numbers


def _update(connection: Connection, files: Iterable[int], **values: object) -> None:
    for chunk in _chunks(tuple(files)):
        connection.execute(update(FILES).where(FILES.c.id.in_(chunk)).values(**values))


def _chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(items), _CHUNK):
        yield items[start : start + _CHUNK]
