"""Rows of a table, asked for, put and deleted many at a time; what they mean is kept out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final, TypeVar

from sqlalchemy import Connection

T = TypeVar("T")
Rows = list[tuple[Any, ...]]

_CHUNK: Final = 500
"""Values asked for at once; well below the number of parameters SQLite takes."""
_PARAMETERS: Final = 900
"""So many values are inserted at once; every SQLite takes as many."""


def select(connection: Connection, query: str, values: tuple[object, ...] = ()) -> Rows:
    """Return the rows that a query finds."""
    return list(map(tuple, connection.exec_driver_sql(query, values)))


def among(connection: Connection, query: str, wanted: Iterable[object]) -> Rows:
    """Return the rows of a query that ends in a column, for the values wanted there."""
    rows: Rows = []
    for chunk in chunks(wanted):
        rows += select(connection, f"{query} IN ({marks(chunk)})", tuple(chunk))
    return rows


def delete(connection: Connection, table: str, column: str, wanted: Iterable[object]) -> None:
    """Delete the rows that have one of these values in a column."""
    for chunk in chunks(wanted):
        statement = f"DELETE FROM {table} WHERE {column} IN ({marks(chunk)})"  # noqa: S608 - our own names
        connection.exec_driver_sql(statement, tuple(chunk))


def put(connection: Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Insert rows, many with each statement: that takes less than half the time of one by one."""
    remaining = iter(rows)
    for first in islice(remaining, 1):
        for batch in chunks(chain([first], remaining), _PARAMETERS // len(first)):
            places = ", ".join([f"({marks(first)})"] * len(batch))
            statement = f"INSERT OR REPLACE INTO {table} VALUES {places}"  # noqa: S608 - our own names
            connection.exec_driver_sql(statement, tuple(chain.from_iterable(batch)))


def marks(values: Sequence[object]) -> str:
    """Return the places of so many values in a statement."""
    return ", ".join("?" * len(values))


def chunks(items: Iterable[T], size: int = _CHUNK) -> Iterator[list[T]]:
    """Give all items, so many at a time."""
    remaining = iter(items)
    while chunk := list(islice(remaining, size)):
        yield chunk
