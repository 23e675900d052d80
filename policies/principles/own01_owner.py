"""Each document has an owner, by role, and a deputy."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final

from librarian.domain.actions import AssignOwner
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.clocks import moment
from librarian.domain.findings import Finding
from librarian.domain.principles import Principle, Unit

CODE: Final = "OWN01"


@dataclass(frozen=True, slots=True)
class Terms:
    """How many `days` a document may be without an owner; `offered` is the role to propose."""

    days: Annotated[int, "How many days it may have no owner"] = 14
    offered: Annotated[str, "Which role to suggest"] = ""
    deputy_needed: Annotated[bool, "A deputy must be named, too"] = False


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each confirmed document that has been unowned for too long."""
    for document in view.documents:
        if not document.current:
            continue
        began = moment(document.approved[0].since * 1_000_000)
        if view.as_of - began < timedelta(days=terms.days):
            continue
        if not document.owner:
            offered = AssignOwner(document.path, terms.offered)
            yield Finding(
                CODE,
                document.path,
                "owner",
                "Nobody owns this document.",
                proposed=(offered,) if terms.offered else (),
            )
        elif terms.deputy_needed and not document.deputy:
            yield Finding(
                CODE, document.path, "deputy", f"{document.owner} has no deputy for this document."
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Every document has an owner",
    wording="Each confirmed document has an owner, named within {days} days.",
    why="Somebody has to know when it is out of date, and whom to ask.",
    remedy="Name a role, such as Team manager, and a deputy. A folder can have an owner too: of all"
    " that is in it.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    on=True,
)
