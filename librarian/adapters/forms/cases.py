"""Known facts of families from an export folder of the case system; it is only ever read.

The folder holds a file for each kind of fact: `case.csv`, `child.csv`, `person.csv`,
`professional.csv`, or the same as `.json`, a list of objects. Each row has a `case_number`, its
facts by name, and the day they were recorded in `as_of` (or `<name>_as_of` for one of them).
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case, Fact, Row

KINDS: Final = ("case", "child", "person", "professional")
NUMBER: Final = "case_number"
AS_OF: Final = "as_of"
_BRITISH: Final = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


class FolderCases:
    """A folder that the case system exports to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, number: str) -> Case:
        """What is known of a case. Raises LibrarianError where it is not known."""
        rows = {kind: self._rows(kind, number) for kind in KINDS}
        return found_case(number, self._folder.name, rows)

    def check(self) -> tuple[str, ...]:
        """The kinds of facts there are. Raises LibrarianError where it is no export, or damaged."""
        found = {kind: list(self._all(kind)) for kind in KINDS}
        kinds = tuple(kind for kind, rows in found.items() if rows)
        if not kinds:
            raise LibrarianError(
                f"The folder “{self._folder.name}” holds no export of a case system.",
                "It needs a file such as child.csv, with a row for each child.",
            )
        for kind in kinds:
            if not any(NUMBER in row for row in found[kind]):
                raise LibrarianError(
                    f"The export does not say of which case each row is: {kind}.",
                    f"Ask for an export with a column “{NUMBER}”.",
                )
        return kinds

    def _rows(self, kind: str, number: str) -> tuple[Row, ...]:
        ours = (row for row in self._all(kind) if str(row.get(NUMBER, "")).strip() == number)
        return tuple(map(facts_of, ours))

    def _all(self, kind: str) -> Iterable[Mapping[str, object]]:
        table, listing = self._folder / f"{kind}.csv", self._folder / f"{kind}.json"
        try:
            if listing.is_file():
                return _objects(listing)
            if table.is_file():
                text = table.read_bytes().decode("utf-8-sig")
                return list(csv.DictReader(io.StringIO(text, newline="")))
        except (OSError, ValueError, RecursionError, csv.Error) as error:
            raise LibrarianError(
                f"The case system's export cannot be read: {kind}.", "Ask for a new export."
            ) from error
        return ()


def found_case(number: str, source: str, rows: Mapping[str, tuple[Row, ...]]) -> Case:
    """Return a case. Raises LibrarianError where nothing at all is known of it."""
    if not any(rows.values()):
        raise LibrarianError(
            f"Case {number} is not known there.", "Check the number, and where it is looked for."
        )
    return Case(number, source, rows)


def facts_of(row: Mapping[str, object]) -> Row:
    """Return the facts of a row, each with the day it was recorded."""
    general = day_of(row.get(AS_OF))
    return {
        name: Fact(_plain(value), day_of(row.get(f"{name}_{AS_OF}")) or general)
        for name, value in row.items()
        if name and name != NUMBER and not name.endswith(AS_OF) and value not in (None, "")
    }


def day_of(value: object) -> date | None:
    """Return the day that a value of an export or a database means, or None."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(_plain(value))[:10])
    except ValueError:
        return None


def _plain(value: object) -> object:
    """A value as answers spell it: days like 2026-03-14, all else as text."""
    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    text = str(value).strip()
    british = _BRITISH.fullmatch(text)
    return f"{british[3]}-{british[2]:0>2}-{british[1]:0>2}" if british else text


def _objects(path: Path) -> list[Mapping[str, object]]:
    given = json.loads(path.read_bytes())
    return [row for row in given if isinstance(row, dict)] if isinstance(given, list) else []
