"""A family's last referral as a source of known answers: the next begins where it ended.

Everything that was answered is offered, marked with its day, beside what the case system knows;
agreement and what steers the form are not. What must not be told is brought over above all.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from librarian.domain.forms.cases import Case, Fact, Prefilled, Row, prefilled
from librarian.domain.forms.form import FormDefinition, Question, Sensitivity, TakenBy
from librarian.domain.forms.visibility import MISSING, value_at

SOURCE: Final = "your last referral"
_KNOWN_BY: Final = frozenset({"name", "dob", "case"})
"""By these the same person is known again, even where an address or a telephone has changed."""
_ONCE: Final = "@"
"""The kind of what is asked once, not row by row."""


def brought_over(
    form: FormDefinition,
    last: Mapping[str, object],
    answers: object,
    day: date,
    today: date,
) -> tuple[Prefilled, ...]:
    """Return what the last referral can answer of what has no answer so far."""
    reusable = replace(form, questions=tuple(map(_reusable, form.questions)))
    return prefilled(reusable, _case(reusable, last, day), answers, today, _KNOWN_BY)


def _reusable(question: Question) -> Question:
    """The question, named so that its answer is found in the last referral; or not at all."""
    warns = bool(question.restrictions) or question.sensitivity is Sensitivity.RESTRICTED
    steers = question.taken_by is TakenBy.NOBODY and not warns
    if question.never_reuse or steers or len(question.repeats) > 1:
        return replace(question, prefill="")
    kind = ".".join(question.repeat) or _ONCE
    inside = question.pattern[len(question.repeat) :]
    return replace(question, prefill=f"{kind.replace('.', '/')}.{'/'.join(inside)}")


def _case(form: FormDefinition, last: Mapping[str, object], day: date) -> Case:
    rows: dict[str, tuple[Row, ...]] = {}
    for question in form.questions:
        kind, _, name = question.prefill.partition(".")
        if not kind:
            continue
        inside = question.pattern[len(question.repeat) :]
        found = value_at(last, question.repeat) if question.repeats else None
        given = found if isinstance(found, list) else [last]
        known = rows.get(kind) or tuple({} for _ in given)
        rows[kind] = tuple(
            {**row, **_fact(name, value_at(each, inside), day)}
            for row, each in zip(known, given, strict=True)
        )
    return Case("", SOURCE, rows)


def _fact(name: str, value: object, day: date) -> Row:
    return {} if value is MISSING else {name: Fact(value, day)}
