"""Files can be opened: none is damaged, empty, locked with a password, or not what it says."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import SetAside
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.extraction import Reason
from librarian.domain.findings import Finding
from librarian.domain.principles import Principle

CODE: Final = "BRO01"
_SAID: Final = {
    str(Reason.PASSWORD): "It is locked with a password.",
    str(Reason.DAMAGED): "It is damaged.",
    str(Reason.EMPTY): "It is empty.",
    str(Reason.MISNAMED): "It is not what its name says.",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether files with a password are all right."""

    allow_passwords: Annotated[bool, "Files with a password are all right"] = False


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each file that cannot be used."""
    for file in view.files:
        said = _SAID.get(file.reason)
        allowed = terms.allow_passwords and file.reason == Reason.PASSWORD
        if said and file.is_present and not allowed:
            bare = file.size == 0
            yield Finding(
                CODE,
                file.path,
                file.reason,
                said,
                proposed=(SetAside(file.path),) if bare else (),
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Files that open",
    wording="Every file can be opened, and is what its name says.",
    why="A file that does not open costs time, and hides that something was lost.",
    remedy="Look for a good copy in the backup. If there is nothing in it, set it aside.",
    terms=Terms,
    check=check,
    by_machine=False,
)
