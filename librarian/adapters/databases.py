"""SQLite databases on the local disk: opened safely, and begun anew where one is damaged.

They are never put on a share. Damage deep inside shows only when it is met; then a mark is left,
and the next start begins anew.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from librarian.domain.errors import LibrarianError

_DAMAGED: Final = ("malformed", "not a database")
_UNABLE: Final = ("disk is full", "disk I/O", "unable to open", "readonly", "locked")


class _DamagedError(LibrarianError):
    """What is kept there cannot be understood any more."""


def sound_engine(path: Path, get_ready: Callable[[Connection], None]) -> Engine:
    """Return an engine over a database that opens; a damaged one is put aside and begun anew.

    Raises LibrarianError where it cannot be opened at all, and so does the engine later on.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if _mark(path).exists():
            _put_aside(path)
        try:
            return _ready(path, get_ready)
        except _DamagedError:
            _put_aside(path)
            return _ready(path, get_ready)
    except OSError as error:
        raise _unable() from error


def _ready(path: Path, get_ready: Callable[[Connection], None]) -> Engine:
    engine = _engine(path)
    try:
        if not _is_ready(engine, get_ready):
            with engine.begin() as connection:
                connection.exec_driver_sql("BEGIN IMMEDIATE")  # two processes may begin at once
                get_ready(connection)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _is_ready(engine: Engine, get_ready: Callable[[Connection], None]) -> bool:
    """Tell whether nothing is to be written first, so that nobody waits for a writer or for room.

    Whatever else goes wrong will do so again, and is told then.
    """
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
        try:
            get_ready(connection)
        except LibrarianError:
            return False
        finally:
            connection.rollback()
            connection.exec_driver_sql("PRAGMA query_only = OFF")
    return True


def _put_aside(path: Path) -> None:
    with suppress(FileNotFoundError):
        path.replace(path.with_suffix(".damaged"))
    for rest in ("-wal", "-shm"):
        path.with_name(path.name + rest).unlink(missing_ok=True)
    _mark(path).unlink(missing_ok=True)


def _mark(path: Path) -> Path:
    return path.with_name(f"{path.name}-doubted")


def _engine(path: Path) -> Engine:
    # The log must not hold what stands in rows: names of files, and what was found in them.
    engine = create_engine(f"sqlite:///{path}", hide_parameters=True)

    def translate(failure: ExceptionContext) -> None:
        """Give words to what the disk does wrong; a mistake in a statement stays a bug."""
        told = str(failure.original_exception)
        if any(sign in told for sign in _DAMAGED):
            with suppress(OSError):
                _mark(path).touch()
            raise _DamagedError(
                "This computer's list of files is damaged.",
                "Start Librarian again, then look at the drive: the list is made anew.",
            ) from failure.original_exception
        if any(sign in told for sign in _UNABLE):
            raise _unable() from failure.original_exception

    event.listen(engine, "connect", _prepare)
    event.listen(engine, "handle_error", translate)
    return engine


def _unable() -> LibrarianError:
    return LibrarianError(
        "This computer's list of files cannot be opened.",
        "Check that the disk is not full and that you may write there, then start Librarian again.",
    )


def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
    with closing(connection.cursor()) as cursor:
        cursor.execute("PRAGMA busy_timeout = 10000")
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute("PRAGMA foreign_keys = ON")
