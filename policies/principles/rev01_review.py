"""Each document is looked at again in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.clocks import day_in_words
from librarian.domain.document_types import MONTHS, DocumentType
from librarian.domain.findings import Finding
from librarian.domain.principles import Principle, Unit

CODE: Final = "REV01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Months from confirming a document until it is looked at again, by its type."""

    form: Annotated[int, "Forms: months until the next look"] = MONTHS[DocumentType.FORM]
    safeguarding: Annotated[int, "Safeguarding: months until the next look"] = MONTHS[
        DocumentType.SAFEGUARDING
    ]
    guidance: Annotated[int, "Guidance: months until the next look"] = MONTHS[DocumentType.GUIDANCE]
    resource: Annotated[int, "Resources: months until the next look"] = MONTHS[
        DocumentType.RESOURCE
    ]

    def months(self, kind: DocumentType) -> int:
        """The months of a document of this type."""
        return int(getattr(self, kind.name.lower()))


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each document whose review is overdue."""
    for document in view.documents:
        due = document.due(terms.months)
        if document.current and due and due < view.today:
            yield Finding(
                CODE,
                document.path,
                due.isoformat(),
                f"Its review was due by {day_in_words(due)}. Check with the owner.",
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Looked at again in time",
    wording="Forms and safeguarding documents are looked at again every {form} months, guidance and"
    " other things every {guidance} months.",
    why="Law and practice change. A form that nobody looks at goes out of date without a sound.",
    remedy="Ask the owner: is it still right? One click says so. It stays in use meanwhile.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    on=True,
    by_machine=False,
)
