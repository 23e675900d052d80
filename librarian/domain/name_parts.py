"""The parts of a name in the order in which they stand: what each is, and as it is written."""

from dataclasses import dataclass

from librarian.domain.dates_said import Precision, mentions
from librarian.domain.name_marks import read_name
from librarian.domain.name_patterns import Part
from librarian.domain.paths import name_of, printable, stem_of


@dataclass(frozen=True, slots=True)
class NamePart:
    """One part of a name: what it is, and how it is written there."""

    kind: Part
    written: str


def parts_of(path: str) -> tuple[NamePart, ...]:
    """Return the parts of the name at the end of path, its ending last."""
    said = read_name(path)
    stem = printable(stem_of(path))
    parts = [NamePart(Part.TITLE, said.title)]
    parts += [NamePart(kind, written) for kind, written in said.taken]
    if not any(part.kind is Part.DATE for part in parts):
        days = (each for each in mentions(stem) if each.dated.precision is Precision.DAY)
        parts += [NamePart(Part.DATE, stem[each.start : each.end]) for each in days]
    parts.sort(key=lambda part: _place(part.written, stem))
    if "_" in stem:
        parts.append(NamePart(Part.UNDERSCORES, "_"))
    ending = printable(name_of(path))[len(stem) :]
    return (*parts, NamePart(Part.ENDING, ending)) if ending else tuple(parts)


def wrong_parts(told: str) -> tuple[Part, ...]:
    """Return the parts of a name that a finding says are wrong, by its detail; often none."""
    known = {str(part): part for part in Part}
    names = told.split(",")
    return tuple(known[name] for name in names) if all(name in known for name in names) else ()


def _place(written: str, stem: str) -> int:
    """Where a part begins, in letters and digits: what joins them may be read as spaces."""
    at = stem.find(written)
    if at >= 0:
        return len(_letters(stem[:at]))
    found = _letters(stem).find(_letters(written))
    return found if found >= 0 else len(stem)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
