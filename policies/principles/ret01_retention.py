"""Replaced versions are kept for six years, then two people agree to destroy them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import Dispose
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.clocks import moment
from librarian.domain.document_types import due_after
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle, Unit

CODE: Final = "RET01"
_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class Terms:
    """How long a version is kept from the day it was replaced, and a copy that was set aside."""

    years: Annotated[int, "How many years a replaced version is kept"] = 6
    aside_days: Annotated[int, "How many days what was set aside is kept"] = 30


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each replaced version that was kept long enough."""
    for document in view.documents:
        for version in document.approved:
            if version.until is None:
                continue
            end = due_after(moment(version.until * 1_000_000).date(), terms.years * _MONTHS)
            if end <= view.today:
                yield Finding(
                    CODE,
                    document.path,
                    version.entry,
                    f"Version {version.label} was replaced {terms.years} years ago or more.",
                    Severity.LOW,
                    proposed=(Dispose(version.path or document.path, version.sha256),),
                )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Old versions are kept, then destroyed",
    wording="A replaced version is kept for {years} years, and what was set aside for {aside_days}"
    " days. Then two people agree to destroy it.",
    why="Courts and inquiries ask what a form said years ago. Later, nobody needs it.",
    remedy="Two people look at it and agree. If somebody may still ask for it, hold it.",
    terms=Terms,
    check=check,
    unit=Unit.DOCUMENT,
    by_machine=False,
)
