"""Known facts of families from any database, through views that the council gives for reading.

A mapping file says where they are:

    url = "postgresql://reporting/cases"
    [child]
    table = "vw_children"
    case_number = "case_no"
    as_of = "updated_on"
    columns = { name = "full_name", dob = "date_of_birth" }

Only SELECT is ever sent, with the case number as a bound value.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, column, create_engine, table
from sqlalchemy.exc import SQLAlchemyError

from librarian.adapters.forms.cases import AS_OF, KINDS, facts_of, found_case
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case, Row


class DatabaseCases:
    """A database that a mapping file describes."""

    def __init__(self, mapping: Path) -> None:
        self._mapping = _read(mapping)
        self._name = mapping.stem

    def find(self, number: str) -> Case:
        """What is known of a case. Raises LibrarianError where it is not known."""
        return found_case(number, self._name, self._rows(number))

    def check(self) -> tuple[str, ...]:
        """The kinds of facts there are. Raises LibrarianError where the database does not answer.

        Each view is asked for a case that cannot be, so that no family's facts are read.
        """
        kinds = tuple(self._asked())
        if not kinds:
            raise LibrarianError(
                "The mapping file names no facts.", f"Add a part for one of: {', '.join(KINDS)}."
            )
        self._rows("")
        return kinds

    def _rows(self, number: str) -> dict[str, tuple[Row, ...]]:
        try:
            engine = create_engine(str(self._mapping["url"]))
            try:
                with engine.connect() as connection:
                    rows: dict[str, tuple[Row, ...]] = {}
                    for kind, asked in self._asked().items():
                        found = connection.execute(asked, {"number": number}).mappings()
                        rows[kind] = tuple(facts_of(dict(row)) for row in found)
            finally:
                engine.dispose()
        except (SQLAlchemyError, ImportError) as error:
            raise LibrarianError(
                "The case system's database does not answer as its mapping says.",
                "Check the network and the mapping file; its driver has to be installed too.",
            ) from error
        return rows

    def _asked(self) -> dict[str, Select[Any]]:
        kinds = {kind: self._mapping.get(kind) for kind in KINDS}
        return {kind: _select(given) for kind, given in kinds.items() if isinstance(given, Mapping)}


def _select(given: Mapping[str, object]) -> Select[Any]:
    columns = given.get("columns")
    names = columns if isinstance(columns, Mapping) else {}
    wanted: list[ColumnElement[object]] = [
        column(str(there)).label(str(here)) for here, there in names.items()
    ]
    if AS_OF in given:
        wanted.append(column(str(given[AS_OF])).label(AS_OF))
    schema = str(given["schema"]) if "schema" in given else None
    source = table(str(given.get("table", "")), schema=schema)
    key: ColumnElement[object] = column(str(given.get("case_number", "case_number")))
    chosen = Select[Any](*wanted)
    return chosen.select_from(source).where(key == bindparam("number"))


def _read(mapping: Path) -> Mapping[str, object]:
    try:
        given = tomllib.loads(mapping.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise LibrarianError(
            f"The mapping file {mapping.name} cannot be used.", "See docs/forms.md for an example."
        ) from error
    if "url" not in given:
        raise LibrarianError(
            f"The mapping file {mapping.name} names no database.", 'Add a line: url = "…".'
        )
    return given
