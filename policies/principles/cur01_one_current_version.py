"""A document has exactly one current version, and it is the one that was confirmed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import Archive, Restore
from librarian.domain.catalogue_view import CatalogueView, SeenFile
from librarian.domain.documents import Document, Status, Version
from librarian.domain.findings import Finding, Severity
from librarian.domain.lineage import Known, Looks
from librarian.domain.paths import folder_of, name_of
from librarian.domain.places import is_backwater
from librarian.domain.principles import Principle

CODE: Final = "CUR01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Whether older versions may lie in folders whose name says that they hold what is old."""

    allow_old_folders: Annotated[
        bool, "Older versions may lie in folders whose name says “old”"
    ] = True


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each older version in use, each question, each edited current file."""
    for family in view.families.values():
        yield from _in_family(view, terms, family)
    for file in view.files:
        document = view.recorded.home(file.path) if file.is_present else None
        if document and document.current:
            yield from _at_home(document, document.current, file)


def _in_family(view: CatalogueView, terms: Terms, family: Sequence[SeenFile]) -> Iterator[Finding]:
    decided = [found for file in family if (found := view.recorded.of(file))]
    current = next((one for one, version in decided if version is one.current), None)
    head = next((file for file in family if file.file == file.head), None)
    if head is None:
        return
    if head.known is Known.ASKED and current is None:
        yield _question(head)
    instead = current.path if current else head.path
    for file in sorted(family):
        if _is_old(view, file) and not _is_put_away(view, terms, file):
            yield _older(file, instead)


def _is_old(view: CatalogueView, file: SeenFile) -> bool:
    found = view.recorded.of(file)
    if found:
        document, version = found
        return version is not document.current and version.status is not Status.DRAFT
    return file.looks is Looks.OLDER


def _is_put_away(view: CatalogueView, terms: Terms, file: SeenFile) -> bool:
    if view.is_archived(file.path) or not file.is_present:
        return True
    return terms.allow_old_folders and is_backwater(folder_of(file.path))


def _question(head: SeenFile) -> Finding:
    return Finding(
        CODE,
        head.path,
        "question",
        "There are several versions, and it cannot be told which one to use.",
        Severity.HIGH,
    )


def _older(file: SeenFile, instead: str) -> Finding:
    return Finding(
        CODE,
        file.path,
        "older",
        f"It looks like an older version. The one to use is {name_of(instead)}.",
        proposed=(Archive(file.path, "An older version.", instead=instead),),
    )


def _at_home(document: Document, current: Version, file: SeenFile) -> Iterator[Finding]:
    if document.rivals:
        yield Finding(
            CODE,
            file.path,
            "rivals",
            "Two people confirmed different versions at the same time.",
            Severity.HIGH,
        )
    if file.sha256 and not current.matches(file.sha256, file.canonical):
        yield Finding(
            CODE,
            file.path,
            f"edited {file.canonical or file.sha256}",
            f"It was changed after {current.who} confirmed it.",
            Severity.HIGH,
            proposed=(Restore(file.path, current.label),),
        )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="One version to use",
    wording="Each document has one version to use. Older ones are in the archive.",
    why="If two versions lie side by side, people pick the wrong one.",
    remedy="Confirm the version to use. Put older ones into the archive. If somebody changed a"
    " confirmed file, look at the change: confirm it, or bring back what was there before.",
    terms=Terms,
    check=check,
    on=True,
    by_machine=False,
)
