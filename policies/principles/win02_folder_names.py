"""Names of folders are such that Windows, SharePoint and OneDrive take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding
from librarian.domain.names_refused import mended
from librarian.domain.paths import name_of
from librarian.domain.principles import Principle, Unit

CODE: Final = "WIN02"


@dataclass(frozen=True, slots=True)
class Terms:
    """Signs that the team refuses besides, such as # and %."""

    also: Annotated[str, "Other signs to keep out, such as # and %"] = ""


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each folder whose name is refused."""
    for folder in view.folders:
        name = name_of(folder.path)
        better = mended(name, terms.also)
        if folder.files and better != name:
            yield Finding(
                CODE,
                folder.path,
                "name",
                f"Windows or SharePoint refuses this name. It could be {better}.",
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Folder names that every computer takes",
    wording='The name of a folder has none of these signs: < > : " | ? * \\ and does not end in a'
    " dot or a space.",
    why="All that is in such a folder cannot be opened on Windows.",
    remedy="Rename the folder as suggested, when nobody has a file in it open.",
    terms=Terms,
    check=check,
    unit=Unit.FOLDER,
    by_machine=False,
)
