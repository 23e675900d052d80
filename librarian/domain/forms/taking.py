"""Cuts from the answers what one output may hold: what it takes, less what may not go to it.

This is the only way from answers to an output. What is restricted is left out here, and looked
for in everything else that goes out, since people repeat in one box what they wrote in another.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from librarian.domain.forms.form import (
    Audience,
    FormDefinition,
    Output,
    Question,
    Restriction,
    Sensitivity,
    Spot,
    TakenBy,
    spelled,
)
from librarian.domain.forms.visibility import MISSING, Holds, put, rows_of_question, value_at
from librarian.domain.forms.wording import squeezed

TELLING: Final = 8
"""Letters from which on a text says enough to be looked for in other answers."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What answers keep out of the outputs for one reader, and what is said instead."""

    spots: frozenset[Spot]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cut:
    """What one output holds: answers, fields, warnings; where restricted words stand in it."""

    answers: Mapping[str, object]
    fields: tuple[str, ...]
    warnings: tuple[str, ...]
    leaks: tuple[Spot, ...]


def cut(
    form: FormDefinition, output: Output, answers: object, holds: Holds, service: str = ""
) -> Cut:
    """Return what an output for a service (none: its own reader) may hold of shown answers."""
    taken = tuple(question for question in form.questions if may_take(output, question))
    withheld = _withheld(form, output.audience, answers, holds, service)
    kept: dict[str, object] = {}
    spots = []
    for question in taken:
        for spot in rows_of_question(question, answers):
            value = value_at(answers, spot)
            goes_out = value is not MISSING and spot not in withheld.spots
            put(kept, spot, value if goes_out else None)
            spots += [spot] if goes_out else []
    secrets = _secrets(form, output, answers, withheld)
    leaks = tuple(spot for spot in spots if _tells(value_at(answers, spot), secrets))
    return Cut(kept, tuple(question.id for question in taken), withheld.warnings, leaks)


def may_take(output: Output, question: Question) -> bool:
    """Tell whether an output takes a question and may: what goes nowhere goes nowhere."""
    if question.goes_nowhere:
        return False
    if output.audience is Audience.FAMILY and question.sensitivity is Sensitivity.PROFESSIONALS:
        return False
    return question.id in output.takes


def takes_of_everyone(questions: tuple[Question, ...]) -> frozenset[str]:
    """Return the questions that every service gets."""
    return frozenset(each.id for each in questions if each.taken_by is TakenBy.EVERYONE)


def _withheld(
    form: FormDefinition, audience: Audience, answers: object, holds: Holds, service: str
) -> Withheld:
    spots: set[Spot] = set()
    warnings: list[str] = []
    for question in form.questions:
        for restriction in question.restrictions:
            if restriction.audience not in (None, audience):
                continue
            for spot in rows_of_question(question, answers):
                value = value_at(answers, spot)
                if value is MISSING or holds(restriction.when, value) is False:
                    continue
                spots |= set(
                    _left_out(form, restriction, spot, value, answers=answers, service=service)
                )
                warnings += [restriction.warning] if restriction.warning else []
    # A warning tells that there is something to hide, so those it is hidden from never get it.
    told = warnings if audience is Audience.PROFESSIONALS else []
    return Withheld(frozenset(spots), tuple(dict.fromkeys(told)))


def _left_out(
    form: FormDefinition,
    restriction: Restriction,
    spot: Spot,
    value: object,
    *,
    answers: object,
    service: str,
) -> Iterator[Spot]:
    """The spots one restriction leaves out; named ones in rows, or those of the definition."""
    names = set(restriction.leaves_out)
    if restriction.question_in and isinstance(value, list):
        names |= {
            str(row.get(restriction.question_in))
            for row in value
            if isinstance(row, Mapping)
            and row.get(restriction.service_in) in (None, "", "everyone", service)
        }
    for question in form.questions:
        for each in rows_of_question(question, answers):
            if not any(_is_beneath(question.id, each, name) for name in names):
                continue
            if not restriction.in_row or each[:-1] == spot[:-1]:
                yield each


def _is_beneath(question: str, spot: Spot, name: str) -> bool:
    """Whether a name means this answer: its question, a group around it, or its row alone."""
    spelt = (question, spelled(spot))
    return any(each == name or each.startswith(f"{name}.") for each in spelt)


def _secrets(
    form: FormDefinition, output: Output, answers: object, withheld: Withheld
) -> frozenset[str]:
    """The texts that may stand nowhere in this output, squeezed."""
    found: set[str] = set()
    for question in form.questions:
        for spot in rows_of_question(question, answers):
            barred = question.goes_nowhere or spot in withheld.spots
            for_family = output.audience is Audience.FAMILY
            if for_family and question.sensitivity is Sensitivity.PROFESSIONALS:
                barred = True
            if barred and not _is_chosen(question):
                found |= set(_texts(value_at(answers, spot), _naming(question)))
    return frozenset(text for text in map(squeezed, found) if len(text) >= TELLING)


def _is_chosen(question: Question) -> bool:
    """Whether answers are picked from a list: those are common words, not secrets."""
    items = question.schema.get("items")
    schemas = (question.schema, items if isinstance(items, Mapping) else {})
    return any(key in schema for schema in schemas for key in ("enum", "oneOf", "const"))


def _naming(question: Question) -> frozenset[str]:
    """The columns of a list of restrictions that only name questions and services."""
    pairs = [(e.question_in, e.service_in, e.reader_in) for e in question.restrictions]
    return frozenset(name for pair in pairs for name in pair if name)


def _texts(value: object, but: frozenset[str] = frozenset()) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            if name not in but:
                yield from _texts(each, but)
    elif isinstance(value, list):
        for each in value:
            yield from _texts(each, but)


def _tells(value: object, secrets: frozenset[str]) -> bool:
    texts = [squeezed(text) for text in _texts(value)] if secrets else []
    return any(secret in text for text in texts for secret in secrets)
