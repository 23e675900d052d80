"""Names of files are such that Windows, SharePoint and OneDrive take them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import Move
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding
from librarian.domain.names_refused import mended
from librarian.domain.paths import folder_of, name_of
from librarian.domain.principles import Principle

CODE: Final = "WIN01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Signs that the team refuses besides, such as # and %."""

    also: Annotated[str, "Other signs to keep out, such as # and %"] = ""


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each file whose name is refused, with a name that is not."""
    for file in view.files:
        name = name_of(file.path)
        better = mended(name, terms.also)
        if better == name or not file.is_present:
            continue
        folder = folder_of(file.path)
        to = f"{folder}/{better}" if folder else better
        yield Finding(
            CODE,
            file.path,
            "name",
            f"Windows or SharePoint refuses this name. It could be {better}.",
            proposed=(Move(file.path, to),) if view.at(to) is None else (),
        )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Names that every computer takes",
    wording='A name has none of these signs: < > : " | ? * \\ and does not end in a'
    " dot or a space.",
    why="Such a file cannot be opened on Windows, and OneDrive does not sync it.",
    remedy="Rename it as suggested.",
    terms=Terms,
    check=check,
)
