"""Facts the case system already holds, and which questions they answer.

Nobody is asked twice for what is known; but an answer that may have gone stale is asked to be
confirmed, and agreement is never carried over.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from librarian.domain.forms import FormDefinition, Question, Spot
from librarian.domain.forms_visibility import MISSING, value_at


@dataclass(frozen=True, slots=True)
class Fact:
    """One known value, and the day it was recorded (None: nobody knows)."""

    value: object
    as_of: date | None = None


Row = Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Case:
    """What a case source knows of one case: rows of facts by kind (`case`, `child`, `person` …)."""

    number: str
    source: str
    rows: Mapping[str, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Prefilled:
    """An answer that was filled in: where it stands, its age, and whether it may be stale."""

    spot: Spot
    value: object
    as_of: date | None
    stale: bool


def prefilled(
    form: FormDefinition, case: Case, answers: object, today: date
) -> tuple[Prefilled, ...]:
    """Return what the case can answer of what was not answered by hand."""
    return tuple(
        found
        for question in form.questions
        if question.prefill and not question.never_reuse
        for found in _facts(question, case, today)
        if value_at(answers, found.spot) is MISSING
    )


def _facts(question: Question, case: Case, today: date) -> tuple[Prefilled, ...]:
    kind, _, name = question.prefill.partition(".")
    rows = case.rows.get(kind, ())
    if not question.repeats:
        rows = rows[:1]
    return tuple(
        Prefilled(
            _spot(question, number),
            row[name].value,
            row[name].as_of,
            _is_stale(question, row[name].as_of, today),
        )
        for number, row in enumerate(rows)
        if name in row
    )


def _spot(question: Question, row: int) -> Spot:
    """The spot in a row of the outermost repeat."""
    if not question.repeats:
        return question.pattern
    at = question.repeats[0]
    return (*question.pattern[:at], row, *question.pattern[at:])


def _is_stale(question: Question, as_of: date | None, today: date) -> bool:
    if question.fresh_days is None:
        return False
    return as_of is None or (today - as_of).days > question.fresh_days
