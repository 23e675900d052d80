"""Folders go three levels deep, no further."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.paths import is_within
from librarian.domain.principles import Principle, Unit

CODE: Final = "FOL01"


@dataclass(frozen=True, slots=True)
class Terms:
    """How many levels of folders there may be."""

    levels: Annotated[int, "How many levels of folders"] = 3


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each folder where a branch gets too deep."""
    for folder in view.folders:
        deep = folder.path.count("/") == terms.levels
        if deep and folder.files and not is_within(folder.path, view.archive):
            yield Finding(
                CODE,
                folder.path,
                "depth",
                f"It lies deeper than {terms.levels} folders.",
                Severity.LOW,
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Not too deep",
    wording="Folders go {levels} levels deep, and then comes a title.",
    why="Each level is one more guess for whoever is looking.",
    remedy="Move what is in it one level up, or give it a folder of its own further up.",
    terms=Terms,
    check=check,
    unit=Unit.FOLDER,
    by_machine=False,
)
