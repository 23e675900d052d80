"""What a desk has read of the ledger, in tables of its own in the catalogue's database: a cache.

A row gets a new number whenever what it says to others changes, so that every reader on this
computer, in whatever process, finds what is new by number alone.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    bindparam,
    delete,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from librarian.adapters.databases import sound_engine
from librarian.application.keeping_ledger_ports import (
    SPECIAL,
    Candidate,
    Changes,
    Kept,
    Known,
    Taken,
)
from librarian.domain.chains import BROUGHT_BACK, Head, payload_of
from librarian.domain.curators_accounts import same_account
from librarian.domain.ledger import Entry, Stamp

_FORMAT: Final = 2
_CHUNK: Final = 500
_METADATA: Final = MetaData()

_VERSION: Final = Table("ledger_format", _METADATA, Column("number", Integer, nullable=False))

_SEGMENTS: Final = Table(
    "ledger_segments",
    _METADATA,
    Column("path", String, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("modified", Integer, nullable=False),
    Column("read", Integer, nullable=False),
    Column("lines", Integer, nullable=False),
    Column("head", String, nullable=False),
    Column("owner", String),
)

_ENTRIES: Final = Table(
    "ledger_entries",
    _METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("milliseconds", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    Column("desk", String, nullable=False),
    Column("who", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("special", Boolean, nullable=False),
    Column("line", Integer, nullable=False),
    Column("sealed", String, nullable=False),
    Column("before", String, nullable=False),
    Column("body", String),
    Column("counts", Boolean, nullable=False),
    Column("brought_by", String, nullable=False),
    Column("brought_at", String, nullable=False),
    Index("ledger_special", "special", sqlite_where=text("special = 1")),
    Index("ledger_doubtful", "counts", sqlite_where=text("counts = 0")),
    sqlite_autoincrement=True,
)

_ERASED: Final = Table("ledger_erased", _METADATA, Column("id", String, primary_key=True))

_SAID: Final = (_ENTRIES.c.counts) & (_ENTRIES.c.kind != BROUGHT_BACK)


class SqliteLedgerCache:
    """Entries of one drive's ledger, as this desk has read them."""

    def __init__(self, path: Path) -> None:
        self._engine = sound_engine(path, _get_ready)
        self._rows: list[tuple[Any, ...]] = []
        self._segments: list[dict[str, Any]] = []

    def close(self) -> None:
        """Let go of the database file."""
        self._engine.dispose()

    def segments(self) -> dict[str, Known]:
        """How far each segment was read."""
        with self._engine.connect() as connection:
            return {row.path: Known(*row) for row in connection.execute(select(_SEGMENTS))}

    def take(self, known: Known, lines: Sequence[Taken]) -> None:
        """Have what was read of a segment ready to keep, and how far."""
        self._segments.append({name: getattr(known, name) for name in _SEGMENTS.columns.keys()})  # noqa: SIM118 - no dict
        self._rows += [_row(taken) for taken in lines]

    def keep(self) -> None:
        """Keep what was taken, all at once or not at all; an entry is kept once."""
        with self._engine.begin() as connection:
            if self._rows:
                _keep(connection, self._rows)
            statement = upsert(_SEGMENTS)
            changing = {name: statement.excluded[name] for name in _SEGMENTS.columns.keys()}  # noqa: SIM118 - no dict
            connection.execute(
                statement.on_conflict_do_update(index_elements=[_SEGMENTS.c.path], set_=changing),
                self._segments,
            )
        self._rows, self._segments = [], []

    def forget_segment(self, path: str) -> None:
        """A segment is gone; what was read of it stays."""
        with self._engine.begin() as connection:
            connection.execute(delete(_SEGMENTS).where(_SEGMENTS.c.path == path))

    def mark(self) -> int:
        """The mark of the latest change."""
        with self._engine.connect() as connection:
            return _mark(connection)

    def since(self, mark: int) -> Changes:
        """What came, or changed, after mark."""
        query = _said(_ENTRIES.c.number > mark).order_by(_ENTRIES.c.number)
        without = select(_ENTRIES.c.id).where(_ENTRIES.c.number > mark, ~_ENTRIES.c.counts)
        with self._engine.connect() as connection:
            latest = _mark(connection)
            if latest <= mark:
                return Changes(mark)
            entries = tuple(_entry(row) for row in connection.execute(query).cursor.fetchall())
            return Changes(latest, entries, tuple(connection.scalars(without)))

    def of_kinds(self, kinds: Collection[str]) -> list[Entry]:
        """Every entry of these kinds, all of them special, that counts."""
        query = _said(_ENTRIES.c.special, _ENTRIES.c.kind.in_(kinds))
        with self._engine.connect() as connection:
            return [_entry(row) for row in connection.execute(query)]

    def count(self) -> int:
        """How many entries count."""
        with self._engine.connect() as connection:
            return connection.scalar(select(func.count()).where(_SAID)) or 0

    def last(self, mark: int) -> Stamp | None:
        """The latest stamp of all entries that count and changed after mark."""
        stamp = (_ENTRIES.c.milliseconds, _ENTRIES.c.count, _ENTRIES.c.desk)
        is_new = (_ENTRIES.c.counts) & (_ENTRIES.c.number > mark)
        query = select(*stamp).where(is_new).order_by(*(part.desc() for part in stamp)).limit(1)
        with self._engine.connect() as connection:
            row = connection.execute(query).first()
        return Stamp(*row) if row else None

    def last_act(self, names: Sequence[str], before: Stamp) -> int | None:
        """When one of these people last did anything before a stamp, in milliseconds."""
        latest = func.max(_ENTRIES.c.milliseconds)
        is_before = _ENTRIES.c.milliseconds < before.milliseconds
        query = select(_ENTRIES.c.who, latest).where(_SAID, is_before).group_by(_ENTRIES.c.who)
        with self._engine.connect() as connection:
            acts = connection.execute(query).all()
        times = [at for who, at in acts if any(same_account(who, name) for name in names)]
        return max(times, default=None)

    def candidates(self) -> list[Candidate]:
        """Entries that were brought back and do not count so far."""
        columns = (_ENTRIES.c.id, _ENTRIES.c.who, _ENTRIES.c.brought_by, _ENTRIES.c.brought_at)
        query = select(*columns).where(~_ENTRIES.c.counts, _ENTRIES.c.brought_by != "")
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return [Candidate(id_, who, by, Stamp(*json.loads(at))) for id_, who, by, at in rows]

    def admit(self, ids: Sequence[str]) -> None:
        """These entries count from now on."""
        self._change(ids, counts=True)

    def withdraw(self, ids: Sequence[str]) -> None:
        """These entries count no more."""
        self._change(ids, counts=False)

    def erase(self, ids: Sequence[str]) -> None:
        """The payloads of these entries are gone, wherever they turn up again."""
        with self._engine.begin() as connection:
            rows = [{"id": each} for each in ids]
            connection.execute(upsert(_ERASED).on_conflict_do_nothing(), rows)
        self._change(ids, body=None)

    def erased(self) -> frozenset[str]:
        """The entries whose payloads were erased."""
        with self._engine.connect() as connection:
            return frozenset(connection.scalars(select(_ERASED.c.id)))

    def kept(self) -> list[Kept]:
        """Every entry that counts, as it was in its line."""
        names = ("milliseconds", "count", "desk", "who", "kind", "line", "sealed", "before")
        head = [_ENTRIES.columns[name] for name in names]
        query = select(_ENTRIES.c.id, _ENTRIES.c.body, *head).where(_SAID)
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return [Kept(id_, Head(*told), body) for id_, body, *told in rows]

    def _change(self, ids: Sequence[str], **values: object) -> None:
        with self._engine.begin() as connection:
            for chunk in _chunks(ids):
                connection.execute(update(_ENTRIES).where(_ENTRIES.c.id.in_(chunk)).values(values))
                _renumber(connection, chunk)


def _get_ready(connection: Connection) -> None:
    """Create the tables; those of another format are thrown away, for they are only a cache."""
    if inspect(connection).has_table(_VERSION.name):
        if connection.scalar(select(_VERSION.c.number)) == _FORMAT:
            return
        _METADATA.drop_all(connection)
    _METADATA.create_all(connection)
    connection.execute(insert(_VERSION).values(number=_FORMAT))


def _keep(connection: Connection, rows: list[tuple[Any, ...]]) -> None:
    """Enter what is new; let what vouches for an entry, or fills its body in, change it."""
    counted = {"preserve_rowcount": True}
    if connection.exec_driver_sql(_INSERT, rows, execution_options=counted).rowcount < len(rows):
        _amend(connection, [dict(zip(_COLUMNS, row, strict=True)) for row in rows])
    emptied = _ENTRIES.c.id.in_(select(_ERASED.c.id)) & _ENTRIES.c.body.is_not(None)
    connection.execute(update(_ENTRIES).where(emptied).values(body=None))


def _amend(connection: Connection, rows: Sequence[dict[str, Any]]) -> None:
    known = _known(connection, [row["id"] for row in rows])
    changed = [row for row in rows if _says_more(row, known[row["id"]])]
    for row in changed:
        connection.execute(_AMEND, {f"new_{name}": value for name, value in row.items()})
    _renumber(connection, [row["id"] for row in changed])


def _known(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
    columns = (_ENTRIES.c.id, _ENTRIES.c.counts, _ENTRIES.c.body, _ENTRIES.c.brought_by)
    return {
        row.id: row
        for chunk in _chunks(ids)
        for row in connection.execute(select(*columns).where(_ENTRIES.c.id.in_(chunk)))
    }


_COLUMNS: Final = tuple(column.name for column in _ENTRIES.columns if column.name != "number")
_INSERT: Final = (
    f"INSERT OR IGNORE INTO {_ENTRIES.name} ({', '.join(_COLUMNS)})"  # noqa: S608 - our own names
    f" VALUES ({', '.join('?' for _ in _COLUMNS)})"
)

_AMEND: Final = (
    update(_ENTRIES)
    .where(_ENTRIES.c.id == bindparam("new_id"))
    .values(
        counts=_ENTRIES.c.counts | bindparam("new_counts"),
        body=func.coalesce(_ENTRIES.c.body, bindparam("new_body")),
        brought_by=bindparam("new_brought_by"),
        brought_at=bindparam("new_brought_at"),
    )
)


def _says_more(row: dict[str, Any], known: Any) -> bool:
    vouches = row["counts"] and not known.counts
    fills = known.body is None and row["body"] is not None
    brings = row["brought_by"] and not known.brought_by and not known.counts
    return bool(vouches or fills or brings)


def _row(taken: Taken) -> tuple[Any, ...]:
    """The values of _COLUMNS, in their order: there are many, and a dict of each takes time."""
    line, head, at = taken.line, taken.line.head, taken.at
    return (
        line.id,
        *(head.milliseconds, head.turn, head.desk),
        head.who,
        head.kind,
        head.kind in SPECIAL,
        head.number,
        head.sealed,
        head.before,
        None if head.kind == BROUGHT_BACK else line.body,
        taken.counts,
        taken.by,
        json.dumps([at.milliseconds, at.count, at.desk]) if at else "",
    )


def _renumber(connection: Connection, ids: Sequence[str]) -> None:
    """Put rows at the end, where readers find what is new."""
    for chunk in _chunks(ids):
        rows = connection.execute(select(_ENTRIES).where(_ENTRIES.c.id.in_(chunk))).mappings().all()
        connection.execute(delete(_ENTRIES).where(_ENTRIES.c.id.in_(chunk)))
        if rows:
            connection.execute(
                insert(_ENTRIES),
                [{name: row[name] for name in row if name != "number"} for row in rows],
            )


def _said(*conditions: Any) -> Any:
    stamp = (_ENTRIES.c.milliseconds, _ENTRIES.c.count, _ENTRIES.c.desk)
    columns = (_ENTRIES.c.id, *stamp, _ENTRIES.c.who, _ENTRIES.c.kind, _ENTRIES.c.body)
    return select(*columns).where(_SAID, *conditions)


def _entry(row: Any) -> Entry:
    id_, milliseconds, count, desk, who, kind, body = row
    return Entry(id_, Stamp(milliseconds, count, desk), who, kind, payload_of(body))


def _mark(connection: Connection) -> int:
    return connection.exec_driver_sql("SELECT max(number) FROM ledger_entries").scalar() or 0


def _chunks(items: Iterable[str]) -> Iterator[Sequence[str]]:
    each = list(items)
    for start in range(0, len(each), _CHUNK):
        yield each[start : start + _CHUNK]
