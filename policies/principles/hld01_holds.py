"""What is held stays where it is and as it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle, Unit

CODE: Final = "HLD01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Nothing can be set: a hold holds."""


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:  # noqa: ARG001 - as all checks
    """Yield a finding for each held document that is not there any more as it was."""
    for document in view.documents:
        if not (document.held and document.current):
            continue
        file = view.at(document.path)
        if file is None or not file.is_present:
            yield Finding(
                CODE,
                document.path,
                "gone",
                "It is held, and it is not in its place.",
                Severity.HIGH,
            )
        elif file.sha256 and not document.current.matches(file.sha256, file.canonical):
            yield Finding(
                CODE, document.path, "changed", "It is held, and it was changed.", Severity.HIGH
            )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="What is held stays",
    wording="A document that is held is not moved, changed or destroyed, whatever else these rules"
    " say.",
    why="An inquiry or a court may need it just as it is.",
    remedy="Bring it back at once: its history has every version. Ask who moved it.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    by_machine=False,
)
