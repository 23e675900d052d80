"""Nothing lies loose in the top two levels of the drive."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle

CODE: Final = "FOL02"


@dataclass(frozen=True, slots=True)
class Terms:
    """In how many levels, from the top, only folders lie."""

    levels: Annotated[int, "In how many top levels only folders lie"] = 2


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each file that lies above that."""
    for file in view.files:
        if file.is_present and file.path.count("/") < terms.levels:
            yield Finding(CODE, file.path, "loose", "It lies loose near the top.", Severity.LOW)


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Nothing loose at the top",
    wording="In the top {levels} levels there are folders only.",
    why="A tidy top shows where things are. Loose files hide it.",
    remedy="Move it into the folder where people would look for it.",
    terms=Terms,
    check=check,
    by_machine=False,
)
