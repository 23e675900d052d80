"""Drafts are looked at again some time after the version they led to was confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Final

from librarian.domain.actions import Archive
from librarian.domain.catalogue_view import CatalogueView, SeenFile
from librarian.domain.clocks import moment
from librarian.domain.documents import Document, Status
from librarian.domain.findings import Finding, Severity
from librarian.domain.lineage import Looks
from librarian.domain.principles import Principle

CODE: Final = "DRA01"


@dataclass(frozen=True, slots=True)
class Terms:
    """How many days after confirming a document its drafts may stay."""

    days: Annotated[int, "After how many days drafts go"] = 90


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each draft that is older than the confirmed version, for long enough."""
    for file in view.files:
        if not file.is_present or view.is_archived(file.path):
            continue
        document = _drafted(view, file)
        if not document or not document.current:
            continue
        confirmed = moment(document.current.since * 1_000_000)
        earlier = moment(file.modified) <= confirmed
        if earlier and view.as_of - confirmed >= timedelta(days=terms.days):
            yield Finding(
                CODE,
                file.path,
                document.current.entry,
                f"A draft. {document.title} was confirmed more than {terms.days} days ago.",
                Severity.LOW,
                proposed=(Archive(file.path, "A finished draft.", instead=document.path),),
            )


def _drafted(view: CatalogueView, file: SeenFile) -> Document | None:
    """Return the document that a file is a draft of, on record or as it looks."""
    found = view.recorded.of(file)
    if found:
        document, version = found
        return document if version.status is Status.DRAFT else None
    if file.looks is not Looks.DRAFT:
        return None
    kin = (view.recorded.of(each) for each in view.families.get(file.family, ()))
    return next((each[0] for each in kin if each and each[0].current), None)


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Finished drafts are put away",
    wording="{days} days after a document was confirmed, its drafts go to the archive.",
    why="A draft beside the real thing gets used by mistake.",
    remedy="Look at it once more. If nothing in it is still wanted, put it into the archive.",
    terms=Terms,
    check=check,
)
