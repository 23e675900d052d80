"""Tells whether a current file is missing from its place, and where it seems to lie instead."""

from librarian.application.managed import Managed
from librarian.application.ports import Catalogue
from librarian.application.retention import is_put_away
from librarian.domain.documents import Document
from librarian.domain.files import FileState
from librarian.domain.paths import key


def is_missing(catalogue: Catalogue, document: Document | None) -> bool:
    """Whether the last scan did not find the current file; one closed to us is not missing."""
    record = catalogue.record(document.path) if document and document.current else None
    return record is not None and record.state is FileState.NOT_SEEN


def lies_at(managed: Managed, catalogue: Catalogue, document: Document | None) -> str:
    """Where a file lies that was moved or renamed by hand; empty where none says the same.

    Of several that say the same, the one that came here last: a copy was there before.
    """
    current = document.current if document else None
    if document is None or current is None or not is_missing(catalogue, document):
        return ""
    found = [
        each
        for each in catalogue.with_content(current.sha256, current.canonical)
        if _may_be(managed, document, each.listed.path)
    ]
    last = max(found, key=lambda each: (each.since, each.listed.path), default=None)
    return last.listed.path if last else ""


def _may_be(managed: Managed, document: Document, path: str) -> bool:
    if is_put_away(path) or key(path) == key(document.path):
        return False
    home = managed.home(path)
    return home is None or home.id == document.id
