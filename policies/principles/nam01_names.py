"""Names hold a title in plain words: no initials, no “final”, no copy marks, no underscores."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Final

from librarian.domain.actions import Move
from librarian.domain.catalogue_view import CatalogueView, SeenFile
from librarian.domain.findings import Finding, Severity
from librarian.domain.name_marks import NameMarks, read_name
from librarian.domain.name_patterns import Mark
from librarian.domain.paths import folder_of, name_of, stem_of
from librarian.domain.principles import Principle

CODE: Final = "NAM01"
_WORDY: Final = frozenset(Mark) - {Mark.DRAFT}


@dataclass(frozen=True, slots=True)
class Terms:
    """What a name may hold after all."""

    allow_underscores: Annotated[bool, "Names may have_underscores"] = False
    allow_initials: Annotated[bool, "Names may end in initials"] = False
    allow_final: Annotated[bool, "Names may say “final” or “new”"] = False
    allow_copy: Annotated[bool, "Names may say “copy”"] = False


def check(view: CatalogueView, terms: Terms) -> Iterator[Finding]:
    """Yield a finding for each file whose name holds what does not belong there."""
    for file in view.files:
        if not file.is_present or view.is_archived(file.path):
            continue
        said = read_name(file.path)
        wrong = _wrong(file.path, said, terms)
        if wrong:
            yield Finding(
                CODE,
                file.path,
                ",".join(wrong),
                f"Its name holds {', '.join(wrong)}.",
                Severity.LOW,
                proposed=_better(view, file, said),
            )


def _wrong(path: str, said: NameMarks, terms: Terms) -> list[str]:
    found = {
        "underscores": "_" in stem_of(path) and not terms.allow_underscores,
        "initials": bool(said.initials) and not terms.allow_initials,
        "words such as “final”": bool(said.marks & _WORDY) and not terms.allow_final,
        "the mark of a copy": bool(said.copies or said.conflict) and not terms.allow_copy,
    }
    return [what for what, is_wrong in found.items() if is_wrong]


def _better(view: CatalogueView, file: SeenFile, said: NameMarks) -> tuple[Move, ...]:
    """Return a better name, where the file is not one of several versions and none lies there."""
    if file.family and len(view.families.get(file.family, ())) > 1:
        return ()
    ending = name_of(file.path)[len(stem_of(file.path)) :]
    folder = folder_of(file.path)
    to = f"{folder}/{said.title}{ending}" if folder else f"{said.title}{ending}"
    return (Move(file.path, to),) if to != file.path and view.at(to) is None else ()


PRINCIPLE: Final = Principle(
    code=CODE,
    title="Names in plain words",
    wording="A name is a title in plain words with spaces. It has no initials, no “final” or"
    " “new”, no underscores.",
    why="A plain name is found by anybody, and read out well. “Final” is soon not final.",
    remedy="Rename it to its title. Versions belong to the document's history, not to its name.",
    terms=Terms,
    check=check,
)
