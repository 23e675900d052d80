"""SQLite databases on the local disk: opened safely, and begun anew where one is damaged.

They are never put on a share.
"""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import ConnectionPoolEntry

from librarian.domain.errors import LibrarianError

_DAMAGED: Final = ("malformed", "not a database")


def sound_engine(path: Path, get_ready: Callable[[Connection], None]) -> Engine:
    """Return an engine over a database that opens; a damaged one is put aside and begun anew.

    Raises LibrarianError where it cannot be opened at all.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(path)
    try:
        with engine.begin() as connection:
            get_ready(connection)
    except DatabaseError as error:
        engine.dispose()
        if not any(sign in str(error) for sign in _DAMAGED):
            raise LibrarianError(
                "This computer's list of files cannot be opened.",
                "Check that the disk is not full, then start Librarian again.",
            ) from error
        path.replace(path.with_suffix(".damaged"))
        for rest in ("-wal", "-shm"):
            path.with_name(path.name + rest).unlink(missing_ok=True)
        engine = _engine(path)
        with engine.begin() as connection:
            get_ready(connection)
    return engine


def _engine(path: Path) -> Engine:
    engine = create_engine(f"sqlite:///{path}")
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    with closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA busy_timeout = 10000")
