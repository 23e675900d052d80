"""Brings the essentials of all files out of the catalogue at once, for a scan to compare with.

A scan of a drive on which nothing changed does little else than list and read this. Column by
column as JSON, files come in three quarters of the time that as many rows take.
"""

from collections.abc import Sequence
from functools import partial
from json import loads
from sqlite3 import DatabaseError
from typing import Final

from sqlalchemy import Engine

from librarian.application.ports import Known
from librarian.application.unswept import unswept
from librarian.domain.files import FileState
from librarian.domain.paths import has_escapes, restored, stored

_BEYOND: Final = "\U0010ffff"
_STATES: Final = tuple(FileState)
_QUERY: Final = """
    SELECT json_group_array(path), json_group_array(id), json_group_array(size),
           json_group_array(modified), json_group_array(settled),
           json_group_array(CASE state WHEN ? THEN 0 WHEN ? THEN 1 ELSE 2 END)
    FROM files
"""
_ENDING: Final = "key LIKE ?"
_NUMBERED: Final = tuple(str(state) for state in _STATES[:-1])
_BENEATH: Final = " WHERE path >= ? AND path < ?"
_as_known: Final = partial(tuple.__new__, Known)
"""Makes a Known of a tuple, in half the time that its own way takes."""


def known_by_extension(engine: Engine, extensions: Sequence[str]) -> dict[str, Known]:
    """Return the essentials of each file with one of these extensions, by its path."""
    query = _QUERY + " WHERE " + " OR ".join([_ENDING] * len(extensions))
    endings = (f"%.{extension}" for extension in extensions)
    return _by_path(_row(engine, query, (*_NUMBERED, *endings)))


def known_files(engine: Engine, folder: str) -> dict[str, Known]:
    """Return the essentials of each file beneath folder, by its path."""
    query, bounds = _QUERY, _NUMBERED
    if folder:
        query += _BENEATH
        bounds += (f"{stored(folder)}/", f"{stored(folder)}/{_BEYOND}")
    with unswept():
        return _by_path(_row(engine, query, bounds))


def _by_path(columns: tuple[str, ...]) -> dict[str, Known]:
    paths, files, sizes, times, settled, states = map(loads, columns)
    settled = map((False, True).__getitem__, settled)
    states = map(_STATES.__getitem__, states)
    known = map(_as_known, zip(files, sizes, times, settled, states, strict=True))
    if has_escapes(columns[0]):
        paths = map(restored, paths)
    return dict(zip(paths, known, strict=True))


def _row(engine: Engine, query: str, bounds: tuple[str, ...]) -> tuple[str, ...]:
    with engine.connect() as connection:
        try:  # without what the engine puts around a row
            return tuple(connection.exec_driver_sql(query, bounds).cursor.fetchone() or ())
        except DatabaseError:  # asked in the usual way, the engine says what is wrong
            return tuple(connection.exec_driver_sql(query, bounds).one())
