"""What says the very same lies on the drive once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import SetAside
from librarian.domain.catalogue_view import CatalogueView, SeenFile
from librarian.domain.findings import Finding, Severity
from librarian.domain.name_marks import read_name
from librarian.domain.paths import folder_of, key
from librarian.domain.places import is_backwater
from librarian.domain.principles import Principle

CODE: Final = "DUP01"


@dataclass(frozen=True, slots=True)
class Terms:
    """Files smaller than `smallest` bytes may lie in several places."""

    smallest: Annotated[int, "Leave out files smaller than so many bytes"] = 1


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each copy, naming the file that stays."""
    for group in view.contents.values():
        copies = [each for each in group if _counts(view, each, terms)]
        if len(copies) > 1:
            stays = min(copies, key=lambda each: _worth(view, each))
            for copy in sorted(copies):
                if copy is not stays:
                    yield _found(copy, stays)


def _found(copy: SeenFile, stays: SeenFile) -> Finding:
    return Finding(
        CODE,
        copy.path,
        copy.canonical or copy.sha256,
        f"It says the very same as {stays.path}.",
        Severity.LOW,
        proposed=(SetAside(copy.path, keeps=stays.path),),
    )


def _counts(view: CatalogueView, file: SeenFile, terms: Terms) -> bool:
    """Tell whether a file may be a copy at all: what was put away on record is none."""
    if file.personal or file.size < terms.smallest:
        return False
    place = view.recorded.places.get(key(file.path))
    return place is None or place[0].current is place[1]


def _worth(view: CatalogueView, file: SeenFile) -> tuple[object, ...]:
    """Return what sorts first the file that people would look for."""
    said = read_name(file.path)
    return (
        view.recorded.home(file.path) is None,
        view.is_archived(file.path) or is_backwater(folder_of(file.path)),
        said.conflict or said.copies > 0,
        file.file != file.of,
        said.has_marks,
        file.since,
        len(file.path),
        file.path,
    )


PRINCIPLE: Final = Principle(
    code=CODE,
    title="One copy of each thing",
    wording="A file lies in one place. Copies that say the very same are set aside.",
    why="When a form changes, its copies do not. Somebody then uses the old one.",
    remedy="Keep the one in its proper folder and set the others aside. They stay there for some"
    " weeks, in case somebody needs one.",
    terms=Terms,
    check=check,
    on=True,
)
