"""Holds answers against a form's schema and says in plain words what is not right.

Only what is asked is required. Nothing is fetched: a reference to elsewhere cannot be followed.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry

from librarian.domain.forms.form import (
    FormDefinition,
    Problem,
    Question,
    Schema,
    Spot,
    pattern_of,
    spelled,
)
from librarian.domain.forms.formats import FORMATS
from librarian.domain.forms.layout import schema_at
from librarian.domain.forms.reading import properties_of, resolved, rows_of
from librarian.domain.forms.visibility import MISSING, Visibility, rows_of_question, value_at
from librarian.domain.forms.wording import titles_of, told_of

LONGEST: Final = 20_000
"""Letters an answer may have where its form does not say: some seven pages."""

_FORMATS: Final = {
    "date": ("This is not a date.", "Write it like 2026-03-14."),
    "time": ("This is not a time.", "Write it like 09:30."),
    "picture": ("This is not a picture that can be kept.", "Paste it, take a photo, or draw."),
    "nhs-number": ("This NHS number is not right.", "Check its ten digits."),
    "case-number": ("This is not a case number.", "Write the number alone, like C-100245."),
}
_UNANSWERED: Final = "This has no answer yet."

_Answered = tuple[Question, Spot, object]


def holds(schema: Schema, value: object) -> bool | None:
    """Tell whether a value fits a schema; None where the schema cannot decide."""
    try:
        return _validator(schema).is_valid(value)
    except Exception:  # noqa: BLE001 - whatever a broken schema does, what hangs on it stays hidden
        return None


def problems_of(form: FormDefinition, seen: Visibility) -> tuple[Problem, ...]:
    """Return what is not right with the answers that are shown, each thing once."""
    answered = tuple(_answered(form, seen))
    found = [*_too_long(answered), *_stopped(answered)]
    if not any(problem.stops for problem in found):
        found += _invalid(form, seen)
    return tuple(dict.fromkeys(found))


@cache
def checker() -> FormatChecker:
    """Return what checks the formats of answers."""
    formats = FormatChecker(formats=())
    for name, is_right in FORMATS.items():
        formats.checks(name)(lambda value, right=is_right: _is_right(right, value))
    return formats


def _is_right(right: Callable[[str], bool], value: object) -> bool:
    return not isinstance(value, str) or right(value)


def _validator(schema: Schema) -> Draft202012Validator:
    return Draft202012Validator(schema, format_checker=checker(), registry=Registry())


def _invalid(form: FormDefinition, seen: Visibility) -> Iterator[Problem]:
    answers = _completed(seen.seen(), form.schema, form.schema)
    for error in _validator(form.schema).iter_errors(answers):
        spot: Spot = tuple(error.absolute_path)
        if error.validator == "required":
            yield from _lacking(form, seen, error, spot)
        else:
            what, remedy = _words(error)
            yield Problem(spelled(spot), told_of(_title(form, spot), what), remedy)


def _lacking(
    form: FormDefinition, seen: Visibility, error: ValidationError, spot: Spot
) -> Iterator[Problem]:
    """What is required and not there, of what is asked."""
    for name in _names(error.validator_value):
        here = (*spot, name)
        if name not in _names(error.instance) and _is_asked(form, seen, here):
            what = told_of(_title(form, here), _UNANSWERED)
            yield Problem(spelled(here), what, "Answer it, then try again.")


def _names(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, Mapping)) else ()


def _is_asked(form: FormDefinition, seen: Visibility, spot: Spot) -> bool:
    """Whether the question at spot is shown, or any that lies beneath it."""
    pattern = pattern_of(spot)
    if pattern in form.by_pattern:
        return seen.is_shown(spot)
    beneath = (each for each in form.questions if each.pattern[: len(pattern)] == pattern)
    return any(
        seen.is_shown(each)
        for question in beneath
        for each in rows_of_question(question, seen.answers)
    )


def _words(error: ValidationError) -> tuple[str, str]:
    """What is wrong with an answer and what to do, without the answer itself."""
    limit = error.validator_value
    if error.validator == "format":
        return _FORMATS.get(str(limit), ("This is not written the right way.", "Check it."))
    if error.validator == "minItems":
        return _UNANSWERED, f"Add at least {limit}."
    if error.validator == "maxLength":
        written = len(str(error.instance))
        return f"This is too long: {written:,} letters.", f"Shorten it to {limit:,} letters."
    if error.validator in ("enum", "oneOf", "anyOf", "const"):
        return "This is none of the choices.", f"Choose one of: {_choices(error.schema)}."
    return "This answer does not fit the question.", "Look at the guide beside it."


def _choices(schema: object) -> str:
    given = schema if isinstance(schema, Mapping) else {}
    choices = given.get("enum")
    return ", ".join(map(str, choices) if isinstance(choices, list) else titles_of(given))


def _too_long(answered: Sequence[_Answered]) -> Iterator[Problem]:
    for question, spot, value in answered:
        if isinstance(value, str) and len(value) > LONGEST and "maxLength" not in question.schema:
            yield Problem(
                spelled(spot),
                told_of(question.title, f"This is too long: {len(value):,} letters."),
                f"Shorten it to {LONGEST:,} letters, or attach a document.",
            )


def _stopped(answered: Sequence[_Answered]) -> Iterator[Problem]:
    for question, spot, value in answered:
        for stop in question.stops:
            if holds(stop.when, value) is not False:
                yield Problem(spelled(spot), stop.what, stop.remedy)


def _answered(form: FormDefinition, seen: Visibility) -> Iterator[_Answered]:
    for question in form.questions:
        for spot in rows_of_question(question, seen.answers):
            value = value_at(seen.answers, spot)
            if value is not MISSING and seen.is_shown(spot):
                yield question, spot, value


def _title(form: FormDefinition, spot: Spot) -> str:
    pattern = pattern_of(spot)
    schema = schema_at(pattern, form.schema, form.schema)
    title = str((schema or {}).get("title", pattern[-1] if pattern else form.title))
    numbers = [step + 1 for step in spot if isinstance(step, int)]
    return f"{title} ({numbers[-1]})" if numbers else title


def _completed(value: object, schema: Schema, root: Schema) -> object:
    """Answers without blanks, with the groups that are required: so what lacks is told singly."""
    if isinstance(value, Mapping):
        return _group(value, schema, root)
    rows = rows_of(schema, root)
    if isinstance(value, list) and rows is not None:
        return [_completed(row, rows, root) for row in value]
    return value


def _group(value: Mapping[str, object], schema: Schema, root: Schema) -> dict[str, object]:
    inner = {name: resolved(each, root) for name, each in properties_of(schema).items()}
    kept = {
        name: _completed(each, inner.get(name, {}), root)
        for name, each in value.items()
        if not is_blank(each)
    }
    for name in _names(schema.get("required")):
        if name not in kept and properties_of(inner.get(name, {})):
            kept[name] = _group({}, inner[name], root)
    return kept


def is_blank(value: object) -> bool:
    """Tell whether an answer says nothing."""
    return value is None or (isinstance(value, str) and not value.strip())
