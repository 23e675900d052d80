"""Puts a form or a service together from the documents of its folder."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from librarian.domain.forms.form import Audience, FormDefinition, Kind, Output, Schema, Service
from librarian.domain.forms.layout import pages_of, places_of
from librarian.domain.forms.reading import questions_of

FORM: Final = "form.json"
LAYOUT: Final = "layout.json"
OUTPUTS: Final = "outputs.toml"
SERVICE: Final = "service.toml"
QUESTIONS: Final = "questions.json"
GUIDE: Final = "guide.md"

Documents = Mapping[str, Mapping[str, object]]


def form_of(
    name: str,
    documents: Documents,
    services: Sequence[Service] = (),
    folder: str = "",
    guide: str = "",
) -> FormDefinition:
    """Return the form of these documents, with the services that take it."""
    schema = documents.get(FORM, {})
    layout = documents.get(LAYOUT) or default_layout(schema)
    outputs = documents.get(OUTPUTS, {})
    takes_services = schema.get("x-services") is True
    questions = questions_of(schema)
    every = frozenset(question.id for question in questions if not question.goes_nowhere)
    return FormDefinition(
        id=name,
        title=str(schema.get("title", name)),
        version=str(schema.get("x-version", "1.0")),
        schema=schema,
        questions=questions,
        places=places_of(layout, schema),
        pages=pages_of(layout, schema),
        outputs=tuple(outputs_of(outputs.get("output"), folder, every)),
        services=tuple(services) if takes_services else (),
        each_service=tuple(outputs_of(outputs.get("each-service"), folder, frozenset())),
        takes_services=takes_services,
        layout=layout,
        guide=guide,
    )


def service_of(name: str, documents: Documents, folder: str = "") -> Service:
    """Return the service of these documents."""
    told = documents.get(SERVICE, {})
    return Service(
        id=name,
        name=str(told.get("name", name)),
        purpose=str(told.get("purpose", "")),
        suits=str(told.get("suits", "")),
        does_not_suit=str(told.get("does_not_suit", "")),
        waiting=str(told.get("waiting", "")),
        choose_when=str(told.get("choose_when", "")),
        takes=frozenset(_texts(told.get("takes"))),
        questions=documents.get(QUESTIONS, {}),
        outputs=tuple(outputs_of(told.get("output"), folder, frozenset())),
        sign_off=str(told.get("sign_off", "")),
    )


def outputs_of(given: object, folder: str, every: frozenset[str]) -> Iterator[Output]:
    """Yield outputs; `takes = "all"` is every question whose answers may leave the form."""
    for each in given if isinstance(given, list) else ():
        if isinstance(each, Mapping) and str(each.get("kind")) in set(Kind):
            takes = each.get("takes")
            template = each.get("template")
            family = each.get("audience") == Audience.FAMILY
            yield Output(
                id=str(each.get("id", "output")),
                title=str(each.get("title", "")),
                kind=Kind(str(each["kind"])),
                takes=every if takes == "all" else frozenset(_texts(takes)),
                template=f"{folder}/{template}" if template else "",
                audience=Audience.FAMILY if family else Audience.PROFESSIONALS,
                only_when=_conditions(each.get("only-when")),
            )


def _conditions(given: object) -> tuple[tuple[str, frozenset[str]], ...]:
    """Questions and their answers; what is told otherwise lets an output be made with no answer."""
    if given is None:
        return ()
    if not isinstance(given, Mapping) or not given:
        return (("", frozenset()),)
    return tuple((str(name), frozenset(_texts(values))) for name, values in given.items())


def default_layout(schema: Schema) -> Schema:
    """Return a layout that shows everything, for a form that brings none."""
    properties = schema.get("properties")
    names = properties if isinstance(properties, Mapping) else {}
    controls = [{"type": "Control", "scope": f"#/properties/{name}"} for name in names]
    return {"type": "VerticalLayout", "elements": controls}


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()
