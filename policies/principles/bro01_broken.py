"""Files can be opened: none is damaged, empty, locked, not what it says, or left behind."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final

from librarian.domain.actions import SetAside
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.clocks import moment
from librarian.domain.extraction import Reason
from librarian.domain.findings import Finding, Severity
from librarian.domain.leftovers import LeftKind
from librarian.domain.principles import Principle

CODE: Final = "BRO01"
_SAID: Final = {
    str(Reason.PASSWORD): "It is locked with a password.",
    str(Reason.DAMAGED): "It is damaged.",
    str(Reason.EMPTY): "It is empty.",
    str(Reason.MISNAMED): "It is not what its name says.",
}


_LEFT: Final = {
    LeftKind.OPEN: "A program left it behind, that marks a document as open.",
    LeftKind.TEMPORARY: "A program left it behind; it was for the moment only.",
    LeftKind.SHORTCUT: "This shortcut leads to something that is not there any more.",
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether files with a password are all right, and after how many days leftovers are told."""

    allow_passwords: Annotated[bool, "Files with a password are all right"] = False
    left_days: Annotated[int, "After how many days we tell of what a program left behind"] = 2


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
    limit = view.as_of - timedelta(days=terms.left_days)
    for left in view.leftovers:
        if moment(left.modified) <= limit and not view.is_archived(left.path):
            yield Finding(
                CODE,
                left.path,
                str(left.kind),
                _LEFT[left.kind],
                Severity.LOW,
                proposed=(SetAside(left.path),),
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Files that open",
    wording="Every file can be opened, is what its name says, and is not left behind by a program."
    " Shortcuts lead somewhere.",
    why="A file that does not open costs time, and hides that something was lost.",
    remedy="Look for a good copy in the backup. If there is nothing in it, or a program left it"
    " behind, set it aside.",
    terms=Terms,
    check=check,
    by_machine=False,
)
