"""Paths stay short enough for Windows."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.findings import Finding, Severity
from librarian.domain.principles import Principle

CODE: Final = "PAT01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Letters of a path from which to warn and to stop; `before` are those of the drive itself."""

    warn: Annotated[int, "From how many letters to warn"] = 200
    stop: Annotated[int, "From how many letters to stop"] = 240
    before: Annotated[int, "Letters that come before it: the drive’s own name"] = 0


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each path that is too long, or nearly."""
    for file in view.files:
        length = terms.before + len(file.path)
        if length < terms.warn or not file.is_present:
            continue
        stops = length >= terms.stop
        yield Finding(
            CODE,
            file.path,
            "stop" if stops else "warn",
            "Its path is too long for some programs." if stops else "Its path is nearly too long.",
            Severity.HIGH if stops else Severity.LOW,
        )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Paths that are not too long",
    wording="Folders and name together have fewer than {warn} letters, and never {stop} or more.",
    why="Windows and Word refuse to open, copy or save a file whose path is too long.",
    remedy="Shorten the name, or move it up to a folder nearer the top.",
    terms=Terms,
    check=check,
    by_machine=False,
)
