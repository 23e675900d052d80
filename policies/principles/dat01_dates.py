"""A date in a name is written YYYY-MM-DD, so that names sort by it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import Move
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.dates_said import Precision, mentions
from librarian.domain.findings import Finding, Severity
from librarian.domain.paths import folder_of, name_of, printable, stem_of
from librarian.domain.principles import Principle

CODE: Final = "DAT01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether dates may be written without dashes, as machines do: 20260928."""

    allow_solid: Annotated[bool, "Dates may be written without dashes: 20260928"] = False


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each name that holds a day written in another way."""
    for file in view.files:
        if not file.is_present or not any(letter.isdigit() for letter in file.path):
            continue
        to = _written_well(file.path, terms)
        if to != file.path:
            yield Finding(
                CODE,
                file.path,
                "date",
                f"The date in its name would sort as {name_of(to)}.",
                Severity.LOW,
                proposed=(Move(file.path, to),) if view.at(to) is None else (),
            )


def _written_well(path: str, terms: Terms) -> str:
    stem = stem_of(path)
    if stem != printable(stem):
        return path
    better = stem
    for mention in reversed(mentions(stem)):
        written = stem[mention.start : mention.end]
        solid = terms.allow_solid and written.strip().isdigit()
        if mention.dated.precision is Precision.DAY and not solid:
            day = mention.dated.first.isoformat()
            if day not in written:
                better = better[: mention.start] + day + better[mention.end :]
    folder, name = folder_of(path), better + name_of(path)[len(stem) :]
    return f"{folder}/{name}" if folder else name


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Dates that sort",
    wording="A date in a name is written year-month-day: 2026-09-28.",
    why="Then a folder shows meetings in order, and nobody mixes up day and month.",
    remedy="Rename it. Only things of one day, such as minutes, have a date in their name.",
    terms=Terms,
    check=check,
)
