"""Says what is kept back from whom as people read it: questions and services by their names."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Protocol

from librarian.domain.forms.form import FormDefinition, Restriction, Service, Spot
from librarian.domain.forms.sections import Entry

EVERYBODY = "every service"


class Answered(Protocol):
    """A form with its answers."""

    @property
    def form(self) -> FormDefinition:
        """The form as it is asked."""

    @property
    def chosen(self) -> tuple[Service, ...]:
        """The services it is for."""

    def value(self, spot: Spot) -> object:
        """What is answered at spot; None where nothing is."""


def withheld(entry: Entry, answered: Answered) -> Entry:
    """Return an entry that lists what is kept back, in names; any other as it is."""
    question = answered.form.by_pattern.get(tuple(entry.name.split(".")))
    told = [each for each in question.restrictions if each.question_in] if question else []
    if question is None or not told:
        return entry
    rows = answered.value(question.pattern)
    lines = [
        _line(row, told[0], answered)
        for row in (rows if isinstance(rows, list) else [])
        if isinstance(row, Mapping)
    ]
    return replace(entry, answer="\n".join(lines) or entry.answer)


def _line(row: Mapping[str, object], told: Restriction, answered: Answered) -> str:
    name = str(row.get(told.question_in, ""))
    service = str(row.get(told.service_in) or "")
    titles = {each.id: each.title for each in answered.form.questions}
    services = {each.id: each.name for each in answered.chosen}
    whom = services.get(service, service) if service not in ("", "everyone") else EVERYBODY
    plain = ".".join(step for step in name.split(".") if not step.isdigit())
    return f"{titles.get(plain, name)} (kept from {whom})"
