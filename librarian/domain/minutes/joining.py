"""Minutes that two people wrote at the same time become one: nothing that anybody wrote is lost.

What only one of them changed is taken. Where both changed one box, the later stays in it and the
other is shown as what found no box. A part that was withheld by its row stays withheld: where the
rows moved, the whole list is.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from librarian.domain.minutes.carrying import Answers, rows, said

WITHHELD = "withheld"


@dataclass(frozen=True, slots=True)
class Joined:
    """The answers as they are now, and each text that found no box: what, and where it stood."""

    answers: dict[str, object]
    unplaced: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class _Leftovers:
    found: list[tuple[str, str]] = field(default_factory=list)

    def put(self, value: object, where: str) -> None:
        """Note every text in a value that finds no box."""
        if isinstance(value, Mapping):
            for name, each in value.items():
                self.put(each, f"{where}.{name}")
        elif isinstance(value, list):
            for number, each in enumerate(value):
                self.put(each, f"{where}.{number}")
        elif value not in (None, ""):
            self.found.append((str(value), f"{where.strip('.')}, written at the same time"))


def joined(agreed: Answers, earlier: Answers, later: Answers) -> Joined:
    """Return what two wrote who both began with `agreed`."""
    left = _Leftovers()
    made = _groups(agreed, earlier, later, "", left)
    held = [_safe(row, made, (earlier, later)) for row in rows(made, WITHHELD)]
    if held:
        made[WITHHELD] = [row for at, row in enumerate(held) if row not in held[:at]]
    return Joined(made, tuple(left.found))


def _one(agreed: object, earlier: object, later: object, where: str, left: _Leftovers) -> object:
    if later in (agreed, earlier):
        return earlier
    if earlier == agreed:
        return later
    if isinstance(earlier, Mapping) and isinstance(later, Mapping):
        return _groups(_group(agreed), earlier, later, where, left)
    if isinstance(earlier, list) and isinstance(later, list):
        return _rows(agreed if isinstance(agreed, list) else [], earlier, later, where, left)
    if later in (None, ""):
        return earlier  # one emptied the box, the other wrote: what was written stays
    left.put(earlier, where)
    return later


def _groups(
    agreed: Answers, earlier: Answers, later: Answers, where: str, left: _Leftovers
) -> dict[str, object]:
    made = {}
    for name in dict.fromkeys((*earlier, *later)):
        place = f"{where}.{name}"
        value = _one(agreed.get(name), earlier.get(name), later.get(name), place, left)
        if value is not None:
            made[name] = value
    return made


def _rows(
    agreed: list[object], earlier: list[object], later: list[object], where: str, left: _Leftovers
) -> list[object]:
    """Rows in the place they began in, then those that each added; none where a row was removed."""
    size = len(agreed)
    if min(len(earlier), len(later)) < size:
        return [*later, *(each for each in earlier if each not in later and each not in agreed)]
    made = [_one(agreed[at], earlier[at], later[at], f"{where}.{at}", left) for at in range(size)]
    added = [each for each in earlier[size:] if each not in later[size:]]
    return [*made, *added, *later[size:]]


def _group(value: object) -> Answers:
    return value if isinstance(value, Mapping) else {}


def _safe(row: object, made: Answers, sides: tuple[Answers, ...]) -> object:
    """A row of what is withheld: of its whole list, where the row it speaks of may have moved."""
    name, _, number = said(row, "what").partition(".")
    if not isinstance(row, Mapping) or not number.isdigit():
        return row
    meant = [_at(side, name, int(number)) for side in sides if row in rows(side, WITHHELD)]
    now = _at(made, name, int(number))
    return row if all(each == now for each in meant) else {**row, "what": name}


def _at(answers: Answers, name: str, number: int) -> object:
    found = _list(answers, name)
    return found[number] if number < len(found) else None


def _list(answers: Answers, name: str) -> list[object]:
    found = answers.get(name)
    return found if isinstance(found, list) else []


def without_row(answers: Answers, name: str, row: int) -> dict[str, object]:
    """Return answers less one row of a list; what is withheld goes on meaning the same rows."""
    kept = [each for at, each in enumerate(_list(answers, name)) if at != row]
    made = {**answers, name: kept}
    if name != WITHHELD and WITHHELD in answers:
        held = (_moved(each, name, row) for each in _list(answers, WITHHELD))
        made[WITHHELD] = [each for each in held if each is not None]
    return made


def _moved(held: object, name: str, row: int) -> object:
    """A row of what is withheld after another list lost a row; None where it was that one."""
    what, _, number = said(held, "what").partition(".")
    if what != name or not number.isdigit() or not isinstance(held, Mapping):
        return held
    at = int(number)
    if at == row:
        return None
    return {**held, "what": f"{name}.{at - 1}"} if at > row else held
