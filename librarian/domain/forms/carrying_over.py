"""What one form hands to the next of its kind: `x-carry-forward` says which answers those are.

`all` keeps an answer, or a column of each row. `open` is for the columns of a list: the next form
has its rows that are not over, and the rows of every other list that has all of those columns. So
what was agreed under "Actions" stands under "From last time", with a number of its own.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import count
from typing import Final

from librarian.domain.forms.form import FormDefinition, Question
from librarian.domain.forms.visibility import put, value_at

_OPEN: Final = "open"
_ALL: Final = "all"
_OVER: Final = frozenset({"done", "gone"})
"""What `state` says of a row that is over."""
_ID: Final = "id"

Answers = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class LastTime:
    """The last form of a kind about somebody: whom, when, and what the next one begins with."""

    id: str
    form: str
    title: str
    about: tuple[str, ...]
    kept: date
    answers: Mapping[str, object]


def carries(form: FormDefinition) -> bool:
    """Tell whether a form hands anything to the next."""
    return any(question.carry_forward for question in form.questions)


def carried_over(form: FormDefinition, answers: Answers) -> dict[str, object]:
    """Return the answers that the next form begins with."""
    made: dict[str, object] = {}
    for question in form.questions:
        if question.carry_forward == _ALL and not question.repeats:
            value = value_at(answers, question.pattern)
            if isinstance(value, str | int):
                put(made, question.pattern, value)
    for name, marked in _lists(form, _ALL).items():
        _lay(made, name, [_cut(row, marked) for row in _rows(answers, name)])
    for name, marked in _lists(form, _OPEN).items():
        used = [str(row.get(_ID, "")) for row in _rows(answers, name)]
        _lay(made, name, _numbered(_open_rows(form, answers, name, marked), used))
    return made


def about(form: FormDefinition, answers: Answers) -> tuple[str, ...]:
    """Return the single answers that are handed on as they are: whom the forms are about."""
    kept = (each for each in form.questions if each.carry_forward == _ALL and not each.repeats)
    found = (value_at(answers, each.pattern) for each in kept if _is_free(each))
    return tuple(each for each in found if isinstance(each, str) and each)


def _is_free(question: Question) -> bool:
    return not {"oneOf", "enum", "const"} & set(question.schema)


def _lists(form: FormDefinition, how: str) -> dict[str, tuple[str, ...]]:
    """The lists with columns that are handed on so, and those columns."""
    found: dict[str, tuple[str, ...]] = {}
    for each in form.questions:
        if each.carry_forward == how and each.repeats:
            found[each.pattern[0]] = (*found.get(each.pattern[0], ()), each.pattern[-1])
    return found


def _open_rows(
    form: FormDefinition, answers: Answers, name: str, marked: tuple[str, ...]
) -> list[dict[str, object]]:
    columns: dict[str, set[str]] = {}
    for each in form.questions:
        if each.repeats:
            columns.setdefault(each.pattern[0], set()).add(each.pattern[-1])
    others = [each for each, inside in columns.items() if each != name and inside >= set(marked)]
    found = [_cut(row, marked) for row in _rows(answers, name) if row.get("state") not in _OVER]
    return [*found, *(_cut(row, marked) for other in others for row in _rows(answers, other))]


def _numbered(found: list[dict[str, object]], used: list[str]) -> list[dict[str, object]]:
    """Rows that each have a number of their own; one that is there stays, none is used twice."""
    given = [*used, *(str(row.get(_ID, "")) for row in found)]
    highest = max((int(each) for each in given if each.isdecimal()), default=0)
    free = (str(number) for number in count(highest + 1))
    return [row if row.get(_ID) else {_ID: next(free), **row} for row in found]


def _lay(made: dict[str, object], name: str, found: list[dict[str, object]]) -> None:
    left = [row for row in found if any(value for column, value in row.items() if column != _ID)]
    if left:
        made[name] = left


def _rows(answers: Answers, name: str) -> list[Answers]:
    found = answers.get(name)
    return [row for row in (found if isinstance(found, list) else []) if isinstance(row, Mapping)]


def _cut(row: Answers, columns: tuple[str, ...]) -> dict[str, object]:
    return {name: row[name] for name in columns if row.get(name) not in (None, "")}
