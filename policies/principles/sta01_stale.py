"""What nobody has used for two years is put away; counted from when it was first seen here.

A modified time alone proves nothing: a file that was copied here yesterday may bear an old one.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

from librarian.domain.actions import Archive
from librarian.domain.catalogue_view import CatalogueView, SeenFile
from librarian.domain.clocks import moment
from librarian.domain.document_types import due_after
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle

CODE: Final = "STA01"


@dataclass(frozen=True, slots=True)
class Terms:
    """How many months without a sign of use."""

    months: Annotated[int, "After how many months without use"] = 24


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each file that was seen, changed and confirmed too long ago."""
    for file in view.files:
        if not file.is_present or file.personal or view.is_archived(file.path):
            continue
        last = _last_sign(view, file)
        if due_after(last, terms.months) <= view.today:
            yield Finding(
                CODE,
                file.path,
                last.isoformat(),
                f"Nobody has changed or confirmed it for {terms.months} months.",
                Severity.LOW,
                proposed=(Archive(file.path, f"Not used for {terms.months} months."),),
            )


def _last_sign(view: CatalogueView, file: SeenFile) -> date:
    """Return the last day that tells of any use; a day to come tells nothing."""
    signs = [file.first_seen]
    if file.last_changed <= view.today:
        signs.append(file.last_changed)
    document = view.recorded.home(file.path)
    if document and document.current:
        signs.append(moment(max(document.current.since, document.looked) * 1_000_000).date())
    return max(signs)


PRINCIPLE: Final = Principle(
    code=CODE,
    title="What is not used is put away",
    wording="What nobody has changed or confirmed for {months} months goes to the archive.",
    why="The fewer old things lie about, the sooner the right one is found.",
    remedy="If it is still needed, confirm it. If not, put it into the archive.",
    terms=Terms,
    check=check,
)
