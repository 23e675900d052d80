"""Joins a form with the services somebody chose, asks each fact once, counts what that saves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from librarian.domain.forms.form import FormDefinition, Output, Question, Schema, Service, TakenBy
from librarian.domain.forms.layout import pages_of, places_of
from librarian.domain.forms.reading import questions_of
from librarian.domain.forms.taking import takes_of_everyone
from librarian.domain.forms.visibility import Visibility, rows_of_question


@dataclass(frozen=True, slots=True)
class Count:
    """How much was asked: of how many services, instead of what, and what was filled in."""

    services: int
    questions: int
    instead_of: int
    filled_in: int


def combined(form: FormDefinition, services: Iterable[Service]) -> FormDefinition:
    """Return the form with the questions of these services, and no question nobody takes."""
    chosen = tuple(services)
    schema = _with_services(form.schema, chosen)
    layout = _with_pages(form.layout, chosen)
    wanted = _wanted(form, chosen)
    questions = tuple(each for each in questions_of(schema) if wanted(each))
    ids = {question.id for question in questions}
    asked = {
        pattern: place
        for pattern, place in places_of(layout, schema).items()
        if ".".join(pattern) in ids
    }
    pages = tuple(dict.fromkeys(place.page for place in asked.values()))
    ordered = tuple(page for page in pages_of(layout, schema) if page in pages)
    return replace(
        form, schema=schema, layout=layout, questions=questions, places=asked, pages=ordered
    )


def takes_of(form: FormDefinition, service: Service) -> frozenset[str]:
    """Return every question a service gets the answers of: everyone's, asked for, its own."""
    own = {f"{service.id}.{each.id}" for each in questions_of(service.questions)}
    return takes_of_everyone(form.questions) | service.takes | own


def outputs_for(form: FormDefinition, service: Service) -> tuple[Output, ...]:
    """Return the outputs of a service's packet; none takes more than the service does."""
    takes = takes_of(form, service)
    return tuple(
        replace(output, takes=output.takes & takes if output.takes else takes)
        for output in (*service.outputs, *form.each_service)
    )


def counted(
    form: FormDefinition, services: tuple[Service, ...], seen: Visibility, filled_in: int
) -> Count:
    """Return how many questions are asked, row by row, and how many on forms of their own."""
    shown: dict[str, int] = {}
    for question in form.questions:
        spots = rows_of_question(question, seen.answers)
        shown[question.id] = sum(map(seen.is_shown, spots))
    own: dict[str, set[str]] = {}
    for name in shown:
        own.setdefault(name.partition(".")[0], set()).add(name)
    everyone = takes_of_everyone(form.questions)
    separately = sum(
        shown[name]
        for service in services
        for name in shown.keys() & (everyone | service.takes | own.get(service.id, set()))
    )
    return Count(len(services), sum(shown.values()), separately, filled_in)


def _wanted(form: FormDefinition, services: tuple[Service, ...]) -> "_Wanted":
    if not form.takes_services:
        return _Wanted(None)
    return _Wanted(frozenset().union(*(takes_of(form, service) for service in services)))


@dataclass(frozen=True, slots=True)
class _Wanted:
    """Tells which questions are asked at all; None takes every one."""

    taken: frozenset[str] | None

    def __call__(self, question: Question) -> bool:
        return (
            self.taken is None
            or question.taken_by is not TakenBy.ASKERS
            or question.id in self.taken
        )


def _with_services(schema: Schema, services: tuple[Service, ...]) -> Schema:
    properties = schema.get("properties")
    shared = properties if isinstance(properties, Mapping) else {}
    own = {
        service.id: {"title": service.name, **service.questions, "type": "object"}
        for service in services
    }
    required = schema.get("required")
    needed = required if isinstance(required, list) else []
    return {**schema, "required": [*needed, *own], "properties": {**shared, **own}}


def _with_pages(layout: Schema, services: tuple[Service, ...]) -> Schema:
    elements = layout.get("elements")
    shared = elements if isinstance(elements, list) else []
    pages = [
        {
            "type": "Category",
            "label": service.name,
            "elements": [{"type": "Control", "scope": f"#/properties/{service.id}"}],
        }
        for service in services
    ]
    return {**layout, "elements": [*shared, *pages]}
