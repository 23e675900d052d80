"""A folder at the top of the drive has an owner."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.clocks import moment
from librarian.domain.findings import Finding
from librarian.domain.principles import Principle, Unit

CODE: Final = "FOL03"


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days a top folder may be without an owner."""

    days: Annotated[int, "How many days it may have no owner"] = 14


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each top folder that has been unowned for too long."""
    for folder in view.folders:
        if "/" in folder.path or folder.path == view.archive or not folder.files:
            continue
        waited = view.as_of - moment(folder.since) >= timedelta(days=terms.days)
        if waited and not view.folder_owners.get(folder.path):
            yield Finding(CODE, folder.path, "owner", "Nobody owns this top folder.")


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Top folders have an owner",
    wording="A folder at the top of the drive has an owner within {days} days.",
    why="Folders that belong to nobody fill up, and nobody dares to clear them.",
    remedy="Name a role for it, or move what is in it into a folder that has an owner.",
    terms=Terms,
    check=check,
    unit=Unit.FOLDER,
    by_machine=False,
)
