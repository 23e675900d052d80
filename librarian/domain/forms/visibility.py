"""Decides which questions are asked, given the answers so far; in doubt a question is hidden.

Conditions see only answers that are shown themselves, so an answer that was hidden again never
keeps others open. Rules that wait for each other in a circle hide each other. A missing answer
fulfils no condition.
"""

from collections.abc import Callable, Mapping
from itertools import pairwise
from typing import Final

from librarian.domain.forms.form import (
    Condition,
    Effect,
    FormDefinition,
    Leaf,
    Question,
    Rule,
    Schema,
    Several,
    Spot,
    Unknowable,
    pattern_of,
)

Holds = Callable[[Schema, object], bool | None]
"""Whether a value fits a schema; None where that cannot be decided."""

MISSING: Final = object()
_HIDING: Final = frozenset({Effect.SHOW, Effect.HIDE})


class Visibility:
    """Which questions of a form are asked, given answers; each is decided once."""

    def __init__(self, form: FormDefinition, answers: object, holds: Holds) -> None:
        self._form = form
        self.answers = answers
        self._holds = holds
        self._questions = {question.pattern for question in form.questions}
        self._decided: dict[Spot, bool] = {}

    def is_shown(self, spot: Spot) -> bool:
        """Whether the question at spot is asked."""
        if spot not in self._decided:
            self._decided[spot] = False  # while it is being decided: a circle stays hidden
            place = self._form.places.get(pattern_of(spot))
            self._decided[spot] = place is not None and all(
                self._allows(rule, spot) for rule in place.rules
            )
        return self._decided[spot]

    def is_open(self, spot: Spot) -> bool:
        """Whether the question at spot can be answered now; in doubt it cannot."""
        place = self._form.places.get(pattern_of(spot))
        return place is not None and all(self._opens(rule, spot) for rule in place.rules)

    def seen(self, spot: Spot = ()) -> object:
        """The answer at spot with everything hidden left out; MISSING where nothing is left."""
        return self._pruned(value_at(self.answers, spot), spot)

    def _allows(self, rule: Rule, spot: Spot) -> bool:
        if rule.effect not in _HIDING:
            return True
        met = self._met(rule.condition, spot[: rule.base])
        return met is not None and met == (rule.effect is Effect.SHOW)

    def _opens(self, rule: Rule, spot: Spot) -> bool:
        if rule.effect in _HIDING:
            return True
        met = self._met(rule.condition, spot[: rule.base])
        return met is not None and met == (rule.effect is Effect.ENABLE)

    def _met(self, condition: Condition, base: Spot) -> bool | None:
        if isinstance(condition, Unknowable):
            return None
        if isinstance(condition, Leaf):
            return self._fits(condition, base)
        return self._combined(condition, base)

    def _fits(self, leaf: Leaf, base: Spot) -> bool | None:
        value = self.seen((*base, *leaf.scope))
        return False if value is MISSING else self._holds(leaf.schema, value)

    def _combined(self, several: Several, base: Spot) -> bool | None:
        met = [self._met(part, base) for part in several.parts]
        if None in met:
            return None
        return all(met) if several.all_of else any(met)

    def _pruned(self, value: object, spot: Spot) -> object:
        pattern = pattern_of(spot)
        if pattern in self._questions:
            return value if value is not MISSING and self.is_shown(spot) else MISSING
        if isinstance(value, Mapping):
            inner = {name: self._pruned(each, (*spot, name)) for name, each in value.items()}
            kept = {name: each for name, each in inner.items() if each is not MISSING}
            return kept if kept or spot == () else MISSING
        if isinstance(value, list):
            rows = [self._pruned(row, (*spot, number)) for number, row in enumerate(value)]
            return [{} if row is MISSING else row for row in rows]
        return MISSING


def value_at(answers: object, spot: Spot) -> object:
    """Return what stands at spot, or MISSING."""
    found = answers
    for step in spot:
        found = _inside(found, step)
    return found


def _inside(value: object, step: str | int) -> object:
    if isinstance(step, str):
        return value.get(step, MISSING) if isinstance(value, Mapping) else MISSING
    return value[step] if isinstance(value, list) and step < len(value) else MISSING


def put(answers: dict[str, object], spot: Spot, value: object) -> None:
    """Put a value at a spot, making the groups and rows on the way."""
    here: object = answers
    for step, follows in pairwise(spot):
        made: object = [] if isinstance(follows, int) else {}
        if isinstance(here, dict):
            here = here.setdefault(step, made)
        elif isinstance(here, list) and isinstance(step, int):
            here.extend({} for _ in range(step + 1 - len(here)))
            here = here[step]
    if isinstance(here, dict):
        here[spot[-1]] = value


def spots_of(form: FormDefinition, answers: object) -> tuple[Spot, ...]:
    """Return the spot of each question, one for each row; a repeat without rows has one."""
    return tuple(
        spot for question in form.questions for spot in rows_of_question(question, answers)
    )


def rows_of_question(question: Question, answers: object) -> tuple[Spot, ...]:
    """Return the spots of one question, one for each row that the answers have, at least one."""
    if not question.repeats:
        return (question.pattern,)
    spots: list[Spot] = [()]
    for number, step in enumerate(question.pattern, start=1):
        spots = [(*spot, step) for spot in spots]
        if number in question.repeats:
            spots = [(*spot, row) for spot in spots for row in range(_rows(answers, spot))]
    return tuple(spots)


def _rows(answers: object, spot: Spot) -> int:
    value = value_at(answers, spot)
    return max(1, len(value)) if isinstance(value, list) else 1
