"""Of each document the team knows its title, version, owner, approver, review and last change."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.documents import Document
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle, Unit

CODE: Final = "KNO01"


@dataclass(frozen=True, slots=True)
class Terms:
    """What has to be known, out of: owner, deputy, phone, summary."""

    needed: Annotated[tuple[str, ...], "What must be known: owner, deputy, phone, summary"] = (
        "owner",
        "summary",
    )


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each confirmed document of which something is not known."""
    for document in view.documents:
        known = _known(document)
        missing = [each for each in terms.needed if not known.get(each, "")]
        if document.current and missing:
            yield Finding(
                CODE,
                document.path,
                ",".join(missing),
                f"Not known of it: {', '.join(_SAID.get(each, each) for each in missing)}.",
                Severity.LOW,
            )


def _known(document: Document) -> dict[str, str]:
    return {
        "owner": document.owner,
        "deputy": document.deputy,
        "phone": document.phone,
        "summary": document.current.note if document.current else "",
    }


_SAID: Final = {
    "owner": "its owner",
    "deputy": "the owner's deputy",
    "phone": "the owner's telephone number",
    "summary": "what changed in this version",
}

PRINCIPLE: Final = Principle(
    code=CODE,
    title="The facts of each document are known",
    wording="Of each document we know its version, date, owner, who confirmed it, the next review"
    " and what changed last.",
    why="Then nobody has to ask around, and an inspector sees at once how a form came about.",
    remedy="Open the document's page and fill in what is missing.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    by_machine=False,
)
