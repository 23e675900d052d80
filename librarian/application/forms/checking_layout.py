"""Checks a layout: every part is understood, every scope leads to a question, none is lost."""

from collections.abc import Iterator, Mapping

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match
from referencing import Registry

from librarian.domain.forms.form import FormDefinition, Pattern, Schema, Spot
from librarian.domain.forms.layout import schema_at, scope_of
from librarian.domain.forms.reading import rows_of

Found = tuple[Spot, str, str]


def faults_of_layout(form: FormDefinition, standard: Schema) -> Iterator[Found]:
    """Yield what is not right: where in the layout, what, and what to do."""
    validator = Draft202012Validator(standard, registry=Registry())
    for error in validator.iter_errors(form.layout):
        telling = best_match(error.context) if error.context else error
        spot = tuple((telling or error).absolute_path)
        yield spot, f"{(telling or error).message[:200]}.", "See layouts in docs/forms.md."
    yield from _scopes(form, form.layout, (), ())
    for question in form.questions:
        if question.pattern not in form.places:
            yield (
                (),
                f"{question.id} is on no page, so it is never asked.",
                f"Add a control for {question.id}.",
            )


def _scopes(form: FormDefinition, element: object, spot: Spot, base: Pattern) -> Iterator[Found]:
    if not isinstance(element, Mapping):
        return
    rule = element.get("rule")
    condition = rule.get("condition") if isinstance(rule, Mapping) else None
    yield from _of_condition(form, condition, (*spot, "rule", "condition"), base)
    options = element.get("options")
    detail = options.get("detail") if isinstance(options, Mapping) else None
    if "scope" in element:
        yield from _leads(form, element, spot, base)
        inner = _within(form, element, base)
        yield from _scopes(form, detail, (*spot, "options", "detail"), inner)
    elements = element.get("elements")
    for number, each in enumerate(elements if isinstance(elements, list) else ()):
        yield from _scopes(form, each, (*spot, "elements", number), base)


def _of_condition(
    form: FormDefinition, condition: object, spot: Spot, base: Pattern
) -> Iterator[Found]:
    if not isinstance(condition, Mapping):
        return
    if "scope" in condition:
        yield from _leads(form, condition, spot, base)
    parts = condition.get("conditions")
    for number, part in enumerate(parts if isinstance(parts, list) else ()):
        yield from _of_condition(form, part, (*spot, "conditions", number), base)


def _leads(form: FormDefinition, element: Schema, spot: Spot, base: Pattern) -> Iterator[Found]:
    scope = scope_of(element.get("scope"))
    if scope is None or schema_at((*base, *scope), form.schema, form.schema) is None:
        what = f"“{element.get('scope')}” leads to no question."
        yield (*spot, "scope"), what, "Write it like #/properties/name."


def _within(form: FormDefinition, element: Schema, base: Pattern) -> Pattern:
    """What scopes inside a control's detail count from."""
    pattern = (*base, *(scope_of(element.get("scope")) or ()))
    schema = schema_at(pattern, form.schema, form.schema) or {}
    return pattern if rows_of(schema, form.schema) is not None else base
