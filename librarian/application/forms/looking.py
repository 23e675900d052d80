"""Looks through given answers: cleans them, fills in what is known, tells what was left out."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from librarian.application.forms.validating import is_blank
from librarian.domain.forms.cases import Prefilled
from librarian.domain.forms.form import FormDefinition, Problem, Spot, pattern_of, spelled
from librarian.domain.forms.formats import is_case_number
from librarian.domain.forms.visibility import MISSING, Visibility, put, rows_of_question, value_at
from librarian.domain.forms.wording import clean, in_day, told_of

_LEFT_OUT: Final = "This was answered but is not asked now, so it is in no output."


def cleaned(answers: Mapping[str, object]) -> dict[str, object]:
    """Return answers of which every text can stand in any file; blank ones are left away."""
    return {clean(name): _cleaned(value) for name, value in answers.items() if not is_blank(value)}


def _cleaned(value: object) -> object:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return cleaned(value)
    if isinstance(value, list):
        return [_cleaned(each) for each in value]
    return value


def with_prefilled(
    answers: Mapping[str, object], known: tuple[Prefilled, ...]
) -> dict[str, object]:
    """Return answers with what is known put where nothing was answered."""
    filled = deepcopy(dict(answers))
    for each in known:
        put(filled, each.spot, _cleaned(each.value))
    return filled


def stale(
    form: FormDefinition, filled_in: tuple[Prefilled, ...], confirmed: frozenset[str]
) -> Iterator[Problem]:
    """Yield a question for each known answer that may have gone stale and was not confirmed."""
    for each in filled_in:
        name = spelled(each.spot)
        if each.stale and name not in confirmed:
            title = form.by_pattern[pattern_of(each.spot)].title
            age = f"was recorded on {in_day(each.as_of)}" if each.as_of else "has no date"
            yield Problem(
                name,
                told_of(title, f"is this still right? It {age}."),
                f"Put “{name}” under “confirmed”, or answer it anew.",
            )


def left_out(everything: FormDefinition, seen: Visibility) -> Iterator[Problem]:
    """Yield what was answered and goes nowhere: hidden, not asked, or no question at all."""
    for spot in _answered(everything, seen.answers, ()):
        if pattern_of(spot) not in everything.by_pattern:
            yield _unknown(everything, spot)
        elif not seen.is_shown(spot):
            title = everything.by_pattern[pattern_of(spot)].title
            yield Problem(spelled(spot), told_of(title, _LEFT_OUT), "Nothing to do.", stops=False)


def _unknown(everything: FormDefinition, spot: Spot) -> Problem:
    pattern = pattern_of(spot)
    if any(each[: len(pattern)] == pattern for each in everything.by_pattern):
        what = "This answer does not fit: the form has several questions here."
        return Problem(spelled(spot), what, "Write a group of answers, or a list of them.")
    return Problem(spelled(spot), "There is no such question.", "Check how its name is spelled.")


def misnamed(everything: FormDefinition, seen: Visibility) -> Iterator[Problem]:
    """Yield restrictions that name no question or service: they would keep nothing back."""
    services = {service.id for service in everything.services} | {"", "everyone"}
    for question in everything.questions:
        for restriction in question.restrictions:
            rows = value_at(seen.answers, question.pattern) if restriction.question_in else None
            for number, row in enumerate(rows if isinstance(rows, list) else ()):
                given = row if isinstance(row, Mapping) else {}
                name = str(given.get(restriction.question_in, ""))
                service = str(given.get(restriction.service_in) or "")
                if not _is_named(everything, name) or service not in services:
                    where = spelled((*question.pattern, number))
                    what = told_of(question.title, "There is no such answer or service here.")
                    yield Problem(where, what, "Check both names; see “librarian forms”.")


def _is_named(everything: FormDefinition, name: str) -> bool:
    whole = ".".join(step for step in name.split(".") if not step.isdigit())  # of a row
    return any(each.id == whole or each.id.startswith(f"{whole}.") for each in everything.questions)


def case_number(form: FormDefinition, seen: Visibility) -> str:
    """Return the first case number of the answers, fit for a file's name; empty for none."""
    for question in form.questions:
        if question.schema.get("format") == "case-number":
            for spot in rows_of_question(question, seen.answers):
                value = value_at(seen.answers, spot)
                if isinstance(value, str) and seen.is_shown(spot) and is_case_number(value):
                    return value.replace("/", "-").replace(" ", "-")
    return ""


def _answered(form: FormDefinition, value: object, spot: Spot) -> Iterator[Spot]:
    if pattern_of(spot) in form.by_pattern and spot and isinstance(spot[-1], str):
        yield spot
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield from _answered(form, each, (*spot, name))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _answered(form, each, (*spot, number))
    elif value is not MISSING:
        yield spot
