"""A confirmed document's name says what it is: its title, a dash, its type."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.paths import stem_of
from librarian.domain.principles import Principle, Unit

CODE: Final = "NAM02"


@dataclass(frozen=True, slots=True)
class Terms:
    """The words that may stand behind the dash."""

    words: Annotated[tuple[str, ...], "The words that may stand after the dash"] = (
        "Form",
        "Template",
        "Guidance",
        "Policy",
        "Checklist",
        "Letter",
        "Leaflet",
        "Worksheet",
        "Minutes",
        "Agenda",
    )


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each confirmed document whose name does not end in a type."""
    known = frozenset(each.casefold() for each in terms.words)
    for document in view.documents:
        title, dash, kind = stem_of(document.path).rpartition(" - ")
        if document.current and not (title and dash and kind.casefold() in known):
            yield Finding(
                CODE,
                document.path,
                "type",
                "Its name does not end in what it is, such as “ - Form”.",
                Severity.LOW,
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Names say what it is",
    wording="A document is called “Title - Type”, such as “Genogram guide - Guidance”. It keeps"
    " this name for life.",
    why="One name for life keeps links working. The type tells a form from the guide to it.",
    remedy="Choose the name before you confirm a document for the first time. Later, look first at"
    " what links to it.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    by_machine=False,
)
