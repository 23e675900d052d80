"""No folder shuts out members of the team who need it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.paths import folder_of
from librarian.domain.principles import Principle, Unit

CODE: Final = "LOC01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether what this computer cannot open counts too, beside what people asked for."""

    from_this_computer: Annotated[bool, "Count what this computer cannot open, too"] = True


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each folder somebody asked to get into, or that is closed from here."""
    closed = {
        each.path
        for each in view.folders
        if each.files and each.unreachable == each.files and terms.from_this_computer
    }
    for folder in view.folders:
        if folder.path in view.asked:
            yield Finding(
                CODE,
                folder.path,
                "asked",
                "Somebody on the team asked to get into this folder.",
                Severity.HIGH,
            )
        elif folder.path in closed and folder_of(folder.path) not in closed:
            yield Finding(
                CODE, folder.path, "closed", "This computer cannot open the folder any more."
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Nobody is locked out",
    wording="Everybody on the team can open the folders they need.",
    why="Whoever cannot open a folder makes the document again, or uses an old one.",
    remedy="Ask IT to let them in, or tell them why the folder is kept apart.",
    terms=Terms,
    check=check,
    unit=Unit.FOLDER,
    by_machine=False,
)
