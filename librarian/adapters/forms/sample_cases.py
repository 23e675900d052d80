"""A made-up case database for the sample, with the mapping by which Librarian reads it."""

import sqlite3
import tomllib
from collections.abc import Mapping
from contextlib import closing
from datetime import date, timedelta
from importlib import resources
from pathlib import Path
from typing import Final

from librarian.adapters.forms.cases import KINDS

FAMILIES: Final = "sample_cases.toml"
MAPPING: Final = "cases.toml"
_DATABASE: Final = "cases.sqlite"
_NOT_FACTS: Final = frozenset({"case_number", "days_ago"})


def make_cases(folder: Path, today: date) -> Path:
    """Make the database anew in folder, as if it were read today, and return its mapping."""
    folder.mkdir(parents=True, exist_ok=True)
    told = resources.files(__package__).joinpath(FAMILIES).read_text("utf-8")
    families = tomllib.loads(told)
    database = folder / _DATABASE
    database.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as connection, connection:
        for kind in KINDS:
            _fill(connection, kind, families[kind], today)
    mapping = folder / MAPPING
    mapping.write_text(_mapping(database, families), "utf-8")
    return mapping


def _fill(
    connection: sqlite3.Connection, kind: str, rows: list[dict[str, object]], today: date
) -> None:
    names = ["case_number", *_facts(rows), "updated_on"]
    columns = ", ".join(f'"{name}"' for name in names)
    signs = ", ".join("?" for _ in names)
    connection.execute(f'CREATE TABLE "vw_{kind}" ({columns})')
    for row in rows:
        updated = (today - timedelta(days=int(str(row["days_ago"])))).isoformat()
        values = [row.get(name) for name in names[:-1]]
        connection.execute(f'INSERT INTO "vw_{kind}" VALUES ({signs})', [*values, updated])  # noqa: S608 - names are our own


def _facts(rows: list[dict[str, object]]) -> list[str]:
    names = dict.fromkeys(name for row in rows for name in row)
    return [name for name in names if name not in _NOT_FACTS]


def _mapping(database: Path, families: Mapping[str, list[dict[str, object]]]) -> str:
    lines = [f'url = "sqlite:///{database.as_posix()}"']
    for kind in KINDS:
        columns = ", ".join(f'{name} = "{name}"' for name in _facts(families[kind]))
        lines += ["", f"[{kind}]", f'table = "vw_{kind}"', 'case_number = "case_number"']
        lines += ['as_of = "updated_on"', f"columns = {{ {columns} }}"]
    return "\n".join(lines) + "\n"
