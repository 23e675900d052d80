"""Known facts of a family from a printed case summary that somebody pasted or dropped.

The text is read in memory and kept nowhere. It has to name the case it is of: facts of one family
must never be filled in for another.
"""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Final

from librarian.adapters.forms.cases import NUMBER, facts_of, found_case
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case, Fact, Row
from librarian.domain.forms.printouts import Wording, plain, read
from librarian.domain.forms.wording import clean

SOURCE: Final = "the case summary"
_LONGEST: Final = 500_000
_DAYS: Final = frozenset({"dob"})
_DAY: Final = re.compile(
    r"\b(\d{1,2})(?:st|nd|rd|th)?[ ./-]+(\d{1,2}|[A-Za-z]{3,9})[ ./-]+(\d{4})\b"
)
_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"


class PrintoutCases:
    """One printed summary; `wording` says what parts and facts are called."""

    def __init__(self, text: str, wording: Wording) -> None:
        self._text = text
        self._wording = wording

    def find(self, number: str) -> Case:
        """What it says of a case; of its own where no number is given.

        Raises LibrarianError where it is of another case, says of none, or says nothing.
        """
        if len(self._text) > _LONGEST:
            raise LibrarianError(
                "This is too long for a case summary.", "Print only the summary of one case."
            )
        summary = read(clean(self._text), self._wording)
        case = next(iter(summary.rows.get("case", [])), {})
        told = case.get(NUMBER, "") or _first_childs(summary.rows.get("child", []))
        if not told:
            raise LibrarianError(
                "This case summary does not say of which case it is.",
                "Print it with the case number on it.",
            )
        if number and _bare(told) != _bare(number):
            raise LibrarianError(
                "This case summary is of another case.", f"Print the one of {number}."
            )
        day = _day(summary.printed)
        rows = {
            kind: tuple(_facts(row, day) for row in found) for kind, found in summary.rows.items()
        }
        return found_case(
            number or told, SOURCE, {kind: _told(each) for kind, each in rows.items()}
        )


def wording_from(path: Path) -> Wording:
    """Return what parts and facts are called, as a file says."""
    told = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    kinds = {kind: _labels(names) for kind, names in told.items() if kind != "sections"}
    return Wording(_labels(told["sections"]), kinds)


def _labels(names: dict[str, list[str]]) -> dict[str, str]:
    return {plain(label): fact for fact, labels in names.items() for label in labels}


def _first_childs(children: list[dict[str, str]]) -> str:
    return next((row["case"] for row in children if row.get("case")), "")


def _facts(row: dict[str, str], printed: str) -> Row:
    days = {name: _day(value) or value for name, value in row.items() if name in _DAYS}
    return facts_of({**row, **days, "as_of": printed})


def _told(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(row for row in rows if any(isinstance(fact, Fact) for fact in row.values()))


def _day(said: str) -> str:
    """A day as answers spell it; empty where none is written so that it cannot be misread."""
    found = _DAY.search(said)
    if not found:
        return ""
    month = found[2].casefold()[:3]
    number = int(month) if month.isdigit() else _MONTHS.find(month) // 3 + 1
    try:
        return date(int(found[3]), number, int(found[1])).isoformat()
    except ValueError:
        return ""


def _bare(number: str) -> str:
    return re.sub(r"[^0-9a-z]", "", number.casefold())
