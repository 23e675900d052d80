"""Filled-in forms and lists about people do not lie in the team's open folders.

A finding names the kind of data and the place, never the data.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle

CODE: Final = "PER01"


@dataclass(frozen=True, slots=True)
class Terms:
    """`ignored` are kinds of data that may lie here, in the words of a finding."""

    ignored: Annotated[
        tuple[str, ...], "What may lie here all the same, such as: date of birth"
    ] = ()


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each file that holds data about a person."""
    for file in view.files:
        kinds = [kind for kind in file.personal if kind not in terms.ignored]
        if kinds and file.is_present:
            yield Finding(
                CODE,
                file.path,
                ",".join(kinds),
                f"It seems to hold details about a person: {', '.join(kinds)}.",
                Severity.HIGH,
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="No details about families in shared folders",
    wording="Forms in shared folders are blank. What is filled in belongs in the case system.",
    why="Everybody on the team can open this drive. Details about a child or a parent may be seen"
    " only by those who work with them, and be kept only as long as they are needed.",
    remedy="Check that it is in the case system. Then take it off the shared drive. If it is a"
    " blank form after all, leave it, and say why.",
    terms=Terms,
    check=check,
    on=True,
    by_machine=False,
)
