"""One form that two people went on with at once: where they differ, and both made one, as chosen.

Nothing is joined by itself: an answer that nobody gave is nobody's. Where one list has more rows
than the other, the whole list is one choice, for rows may have moved.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from librarian.domain.forms.form import FormDefinition, Spot, pattern_of
from librarian.domain.forms.layout import schema_at
from librarian.domain.forms.sections import sections
from librarian.domain.forms.visibility import MISSING, put, value_at
from librarian.domain.forms.wording import worded

_LONG: Final = 40
"""From how many letters on two texts may stand one under the other."""


class Keep(StrEnum):
    """Whose answer is kept."""

    THEIRS = "theirs"
    OURS = "ours"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Differing:
    """An answer that differs: its page and question, and what each wrote; empty for nothing."""

    spot: Spot
    page: str
    question: str
    theirs: str
    ours: str
    can_be_both: bool = False

    @property
    def likely(self) -> Keep | None:
        """What is kept where nobody says otherwise: the one answer there is; else none."""
        if self.theirs and self.ours:
            return None
        return Keep.THEIRS if self.theirs else Keep.OURS


def differing(
    form: FormDefinition, theirs: Mapping[str, object], ours: Mapping[str, object]
) -> tuple[Differing, ...]:
    """Return every answer in which two sheets differ, in the order of the form."""
    spots = tuple(_spots(form, theirs, ours, ()))
    order = {question.pattern: number for number, question in enumerate(form.questions)}

    def place(spot: Spot) -> tuple[int, str]:
        pattern = pattern_of(spot)
        beneath = (n for known, n in order.items() if known[: len(pattern)] == pattern)
        return min(beneath, default=len(order)), repr(spot)

    return tuple(_said(form, theirs, ours, spot) for spot in sorted(spots, key=place))


def joined(
    theirs: Mapping[str, object], ours: Mapping[str, object], kept: Mapping[Spot, Keep]
) -> dict[str, object]:
    """Return their answers, with ours wherever that was chosen."""
    answers = deepcopy(dict(theirs))
    for spot, keep in kept.items():
        if keep is not Keep.THEIRS:
            mine = deepcopy(_value(ours, spot))
            both = _both(_value(theirs, spot), mine)
            put(answers, spot, both if keep is Keep.BOTH else mine)
    return answers


def _spots(form: FormDefinition, theirs: object, ours: object, spot: Spot) -> Iterator[Spot]:
    a, b = _value(theirs, spot) if spot else theirs, _value(ours, spot) if spot else ours
    if a == b or (_is_blank(a) and _is_blank(b)):
        return
    if spot and pattern_of(spot) in form.by_pattern:
        yield spot
    elif _is_group(a) and _is_group(b):
        names = {**(a if isinstance(a, Mapping) else {}), **(b if isinstance(b, Mapping) else {})}
        for name in names:
            yield from _spots(form, theirs, ours, (*spot, str(name)))
    elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
        for row in range(len(a)):
            yield from _spots(form, theirs, ours, (*spot, row))
    else:
        yield spot


def _is_group(value: object) -> bool:
    return isinstance(value, Mapping) or value == ""


def _is_blank(value: object) -> bool:
    if isinstance(value, Mapping):
        return all(map(_is_blank, value.values()))
    return value in ("", None) or (isinstance(value, list) and all(map(_is_blank, value)))


def _value(answers: object, spot: Spot) -> object:
    value = value_at(answers, spot)
    return "" if value is MISSING or value is None else value


def _said(form: FormDefinition, theirs: object, ours: object, spot: Spot) -> Differing:
    pattern = pattern_of(spot)
    beneath = [each for each in form.places if each[: len(pattern)] == pattern]
    page = form.places[beneath[0]].page if beneath else form.title
    a, b = _value(theirs, spot), _value(ours, spot)
    return Differing(
        spot,
        page,
        _asked(form, spot),
        _in_words(form, spot, a),
        _in_words(form, spot, b),
        _both(a, b) is not None and not _is_chosen(form, spot),
    )


def _asked(form: FormDefinition, spot: Spot) -> str:
    pattern = pattern_of(spot)
    question = form.by_pattern.get(pattern)
    schema = question.schema if question else schema_at(pattern, form.schema, form.schema)
    title = question.title if question else str((schema or {}).get("title", ""))
    rows = [step + 1 for step in spot if isinstance(step, int)]
    said = title or str(pattern[-1] if pattern else form.title)
    return f"{said} ({rows[-1]})" if rows else said


def _in_words(form: FormDefinition, spot: Spot, value: object) -> str:
    question = form.by_pattern.get(pattern_of(spot))
    if question is not None:
        return worded(question, value)
    answers: dict[str, object] = {}
    put(answers, spot, value)
    entries = [each for section in sections(form, answers) for each in section.entries]
    lines = [f"{e.row}. {e.question}: {e.answer}" if e.row else e.answer for e in entries]
    return "\n".join(lines) or ("" if _is_blank(value) else str(value))


def _both(theirs: object, ours: object) -> object:
    """Two texts one under the other, or two lists as one; None where that makes no sense."""
    if isinstance(theirs, str) and isinstance(ours, str):
        is_long = theirs and ours and max(len(theirs), len(ours)) > _LONG
        return f"{theirs}\n\n{ours}" if is_long else None
    if isinstance(theirs, list) and isinstance(ours, list) and theirs and ours:
        return [*theirs, *(each for each in ours if each not in theirs)]
    return None


def _is_chosen(form: FormDefinition, spot: Spot) -> bool:
    """Whether the answer is one of a list, or a day: two of them are no answer."""
    question = form.by_pattern.get(pattern_of(spot))
    schema = question.schema if question else {}
    return any(key in schema for key in ("enum", "oneOf", "const", "format"))
