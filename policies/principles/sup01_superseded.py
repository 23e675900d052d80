"""A version that was replaced leaves the working folder."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import Archive
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.documents import Status
from librarian.domain.findings import Finding
from librarian.domain.principles import Principle

CODE: Final = "SUP01"
_REPLACED: Final = frozenset({Status.SUPERSEDED, Status.ARCHIVED})


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether copies under other names count too."""

    copies_too: Annotated[bool, "Copies under other names count, too"] = True


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each replaced version that lies in a working folder."""
    for file in view.files:
        found = view.recorded.of(file)
        if not found or not file.is_present or view.is_archived(file.path):
            continue
        document, version = found
        elsewhere = version.path != file.path
        if version.status in _REPLACED and (terms.copies_too or not elsewhere):
            yield Finding(
                CODE,
                file.path,
                version.sha256,
                f"This is version {version.label}, which was replaced.",
                proposed=(Archive(file.path, "It was replaced.", instead=document.path),),
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Replaced versions go to the archive",
    wording="When a new version is confirmed, the one before goes to the archive.",
    why="What lies in the working folder gets used.",
    remedy="Put it into the archive. It can be found there and brought back.",
    terms=Terms,
    check=check,
)
