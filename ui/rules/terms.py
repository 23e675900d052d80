"""What can be set about a rule, as fields that people write in, and back again; no widgets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import TYPE_CHECKING, Any, Final, get_args

from librarian.domain.dates_said import Precision, read_date
from librarian.domain.errors import LibrarianError
from librarian.domain.principles import Mode, Scope, Unit
from ui.rules import texts

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.principles import AnyRule


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that can be set: its name, what it is in words, its kind, and how it is set."""

    name: str
    title: str
    kind: type
    value: object


def terms_of(rule: AnyRule) -> tuple[Term, ...]:
    """The terms of a rule, as its principle has them."""
    return tuple(
        Term(each.name, _title(each.type, each.name), _kind(each.default), value)
        for each in fields(rule.principle.terms)
        for value in (getattr(rule.terms, each.name),)
    )


def modes_of(rule: AnyRule) -> tuple[Mode, ...]:
    """How a rule can be kept; what destroys is never done by a machine alone."""
    return tuple(mode for mode in Mode if rule.principle.by_machine or mode is not Mode.ENFORCE)


def read_term(term: Term, written: object) -> object:
    """Return the value that is written in the field of a term.

    Raises LibrarianError where it does not fit.
    """
    return _READ[term.kind](term, written)


def as_set(rule: AnyRule, mode: Mode, read: Mapping[str, Any], scope: Scope) -> AnyRule:
    """Return a rule as it is written in its fields."""
    return replace(rule, mode=mode, terms=replace(rule.terms, **read), scope=scope)


def is_of_files(rule: AnyRule) -> bool:
    """Whether a rule looks at what has a type and a kind; folders have neither."""
    return rule.principle.unit is not Unit.FOLDER


def _title(hint: object, name: str) -> str:
    """Return what a term is in words, as its principle says."""
    said = [each for each in get_args(hint)[1:] if isinstance(each, str)]
    return said[0] if said else name


def _kind(default: object) -> type:
    return date if default is None else type(default)


def _number(term: Term, written: object) -> object:
    if isinstance(written, int):
        return written
    raise LibrarianError(texts.NOT_A_NUMBER.format(term.title), texts.NOT_A_NUMBER_REMEDY)


def _day(term: Term, written: object) -> object:
    if not written:
        return None
    said = read_date(str(written))
    if said is None or said.precision is not Precision.DAY:
        raise LibrarianError(texts.NOT_A_DAY.format(term.title), texts.NOT_A_DAY_REMEDY)
    return said.first


def _list(_: Term, written: object) -> object:
    return tuple(map(str, written)) if isinstance(written, list) else ()


_READ: Final[Mapping[type, Callable[[Term, object], object]]] = {
    int: _number,
    bool: lambda _, written: bool(written),
    str: lambda _, written: str(written or ""),
    tuple: _list,
    date: _day,
}
