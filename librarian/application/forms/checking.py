"""Checks the folder of a form or a service: says file, line, what is not right, and what to do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from librarian.application.forms.checking_layout import faults_of_layout
from librarian.application.forms.ports import Document, FormFolder, FormShelf
from librarian.application.forms.validating import holds
from librarian.application.forms.writing import Maker, Packet
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.defining import (
    FORM,
    LAYOUT,
    OUTPUTS,
    QUESTIONS,
    SERVICE,
    form_of,
    service_of,
)
from librarian.domain.forms.form import (
    Audience,
    FormDefinition,
    Kind,
    Output,
    Question,
    Schema,
    Sensitivity,
    Service,
    Spot,
)
from librarian.domain.forms.reading import resolved
from librarian.domain.forms.referral import combined, outputs_for, takes_of
from librarian.domain.forms.taking import cut

_ANY_DAY: Final = date(2026, 1, 1)
_NEEDED: Final = ("name", "purpose", "suits", "does_not_suit", "waiting", "choose_when", "takes")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is not right in a form's folder: where, what, and how to put it right."""

    file: str
    line: int
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Standards:
    """The schemas that definitions are held against: of our keywords, and of layouts."""

    keywords: Schema
    layout: Schema


class FormChecker:
    """Checks folders of forms and services; nothing is changed."""

    def __init__(self, shelf: FormShelf, maker: Maker, standards: Standards) -> None:
        self._shelf = shelf
        self._maker = maker
        self._standards = standards

    def check(self, folder: Path) -> tuple[Fault, ...]:
        """Return what is not right, in the order of files and lines; nothing where all is well.

        Raises LibrarianError where there is no such folder.
        """
        found = self._shelf.read(folder)
        faults = list(_unreadable(found))
        if not faults and FORM in found.documents:
            faults += self._form(found)
        elif not faults and SERVICE in found.documents:
            faults += self._service(found)
        elif not faults:
            faults.append(Fault(FORM, 1, "There is no form here.", f"Add {FORM} or {SERVICE}."))
        return tuple(sorted(dict.fromkeys(faults), key=lambda each: (each.file, each.line)))

    def _form(self, folder: FormFolder) -> Iterator[Fault]:
        document = folder.documents[FORM]
        yield from self._schema(document)
        form = form_of(folder.folder.name, _values(folder), (), folder.folder.as_posix())
        if LAYOUT in folder.documents:
            layout = folder.documents[LAYOUT]
            yield from faults_as(layout, faults_of_layout(form, self._standards.layout))
        yield from _restricting(document, form)
        file = folder.documents.get(OUTPUTS, Document(OUTPUTS))
        for kind, outputs in (("output", form.outputs), ("each-service", form.each_service)):
            for number, output in enumerate(outputs):
                spot: Spot = (kind, number)
                yield from _taking(file, spot, output, form.questions)
                if kind == "output":
                    yield from self._rendering(file, spot, form, output)
        yield from _kinds(file)

    def _service(self, folder: FormFolder) -> Iterator[Fault]:
        document = folder.documents[SERVICE]
        for name in _NEEDED:
            if name not in document.value:
                yield Fault(SERVICE, 1, f"“{name}” is missing.", f"Add {name} = …")
        if QUESTIONS in folder.documents:
            yield from self._schema(folder.documents[QUESTIONS])
        service = service_of(folder.folder.name, _values(folder), folder.folder.as_posix())
        yield from _kinds(document)
        for form in self._forms():
            yield from self._service_in(form, service, document)

    def _service_in(
        self, form: FormDefinition, service: Service, document: Document
    ) -> Iterator[Fault]:
        whole = combined(form, (service,))
        everything = Output("takes", "", Kind.JSON, takes_of(form, service))
        yield from _taking(document, ("takes",), everything, whole.questions)
        for number, output in enumerate(outputs_for(form, service)[: len(service.outputs)]):
            yield from self._rendering(document, ("output", number), whole, output)

    def _forms(self) -> tuple[FormDefinition, ...]:
        forms = map(self._shelf.load, self._shelf.names())
        return tuple(form for form in forms if form.takes_services)

    def _schema(self, document: Document) -> Iterator[Fault]:
        validator = Draft202012Validator(Draft202012Validator.META_SCHEMA)
        for error in validator.iter_errors(document.value):
            spot = tuple(error.absolute_path)
            remedy = "See JSON Schema 2020-12."
            yield Fault(document.name, document.line_of(spot), f"{error.message}.", remedy)
        for spot, schema in _inside(document.value, ()):
            yield from self._keywords(document, spot, schema)

    def _keywords(self, document: Document, spot: Spot, schema: Schema) -> Iterator[Fault]:
        ours = {name: value for name, value in schema.items() if name.startswith("x-")}
        for error in Draft202012Validator(self._standards.keywords).iter_errors(ours):
            where = (*spot, *_place_of(error))
            what, remedy = f"{error.message}.", "See the keywords in docs/forms.md."
            yield Fault(document.name, document.line_of(where), what, remedy)
        if "$ref" in schema and not resolved(schema, document.value):
            what = f"“{schema['$ref']}” leads nowhere."
            yield Fault(
                document.name, document.line_of(spot), what, "Name a part of $defs in this file."
            )

    def _rendering(
        self, document: Document, spot: Spot, form: FormDefinition, output: Output
    ) -> Iterator[Fault]:
        """Try an output on answers that are all blank: it may only ask for what it takes."""
        part = cut(form, output, {}, holds)
        try:
            self._maker.make(form, output, part, Packet(output.title, "C-1", _ANY_DAY))
        except LibrarianError as error:
            line = document.line_of((*spot, "template"))
            yield Fault(document.name, line, error.title, f"Look at “{output.id}”.")


def faults_as(document: Document, found: Iterator[tuple[Spot, str, str]]) -> Iterator[Fault]:
    """Yield faults of a document from where they are in it."""
    for spot, what, remedy in found:
        yield Fault(document.name, document.line_of(spot), what, remedy)


def _unreadable(folder: FormFolder) -> Iterator[Fault]:
    for document in folder.documents.values():
        if document.error:
            remedy = "Put this line right; nothing else of it can be checked before."
            yield Fault(document.name, document.error_line, document.error, remedy)


def _values(folder: FormFolder) -> dict[str, Mapping[str, object]]:
    return {name: document.value for name, document in folder.documents.items()}


def _inside(value: object, spot: Spot) -> Iterator[tuple[Spot, Schema]]:
    """Every object of a schema; what stands beneath a keyword of ours is the keyword's affair."""
    if isinstance(value, Mapping):
        yield spot, value
        for name, each in value.items():
            if not name.startswith("x-"):
                yield from _inside(each, (*spot, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _inside(each, (*spot, number))


def _place_of(error: ValidationError) -> Spot:
    path = tuple(error.absolute_path)
    return path or ((error.instance,) if isinstance(error.instance, str) else ())


def _taking(
    document: Document, spot: Spot, output: Output, questions: tuple[Question, ...]
) -> Iterator[Fault]:
    known = {question.id: question for question in questions}
    for name, values in output.only_when:
        if name not in known or not values:
            place = document.line_of((*spot, "only-when"))
            what = f"There is no question {name} with such answers, so it is never made."
            yield Fault(document.name, place, what, "Name a question and a list of its answers.")
    line = document.line_of((*spot, "takes"))
    for name in sorted(output.takes):
        question = known.get(name)
        if question is None:
            yield Fault(document.name, line, f"There is no question {name}.", "Check its name.")
        elif question.goes_nowhere:
            what = f"{name} goes to nobody, so nothing can take it."
            yield Fault(document.name, line, what, "Take it out of “takes”.")
        elif output.audience is Audience.FAMILY and _is_for_professionals(question):
            what = f"{name} is for professionals only; a family may see this."
            yield Fault(document.name, line, what, "Take it out of “takes”.")


def _is_for_professionals(question: Question) -> bool:
    return question.sensitivity is Sensitivity.PROFESSIONALS


def _restricting(document: Document, form: FormDefinition) -> Iterator[Fault]:
    for question in form.questions:
        for restriction in question.restrictions:
            for name in restriction.leaves_out:
                if not any(each.id == name for each in form.questions):
                    what = f"{question.id} leaves out {name}, which is no question."
                    line = document.line_of(_spot_of(question))
                    yield Fault(document.name, line, what, "Check the name.")


def _spot_of(question: Question) -> Spot:
    spot: Spot = ()
    for number, name in enumerate(question.pattern, start=1):
        spot = (*spot, "properties", name)
        spot = (*spot, "items") if number in question.repeats else spot
    return spot


def _kinds(document: Document) -> Iterator[Fault]:
    for group in ("output", "each-service"):
        given = document.value.get(group)
        for number, each in enumerate(given if isinstance(given, list) else ()):
            kind = each.get("kind") if isinstance(each, Mapping) else None
            if str(kind) not in set(Kind):
                line = document.line_of((group, number, "kind"))
                what = f"There is no kind of output “{kind}”."
                yield Fault(document.name, line, what, f"Choose from: {', '.join(Kind)}.")
