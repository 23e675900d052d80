"""Tells which answers steer a form: a rule waits for them, or they may stop the form."""

from collections.abc import Iterator

from librarian.domain.forms.form import (
    Condition,
    FormDefinition,
    Leaf,
    Pattern,
    Question,
    Several,
    pattern_of,
)
from librarian.domain.forms.visibility import rows_of_question


def steering(form: FormDefinition) -> frozenset[Pattern]:
    """Return the patterns of all questions after whose answer others may be asked, or none."""
    awaited = {scope for question in form.questions for scope in _awaited(form, question)}
    return frozenset(
        question.pattern
        for question in form.questions
        if question.stops or any(_reaches(scope, question.pattern) for scope in awaited)
    )


def _awaited(form: FormDefinition, question: Question) -> Iterator[Pattern]:
    place = form.places.get(question.pattern)
    [spot] = rows_of_question(question, {})
    for rule in place.rules if place else ():
        for scope in _scopes(rule.condition):
            yield pattern_of((*spot[: rule.base], *scope))


def _scopes(condition: Condition) -> Iterator[Pattern]:
    if isinstance(condition, Leaf):
        yield condition.scope
    elif isinstance(condition, Several):
        for part in condition.parts:
            yield from _scopes(part)


def _reaches(scope: Pattern, pattern: Pattern) -> bool:
    """Whether one lies in the other: a rule may wait for a whole group."""
    least = min(len(scope), len(pattern))
    return scope[:least] == pattern[:least]
