"""Lays answers out for reading: words in the shape of the form, and sections in its order."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from librarian.domain.forms.form import FormDefinition, Question, Spot, spelled
from librarian.domain.forms.visibility import MISSING, rows_of_question, value_at
from librarian.domain.forms.wording import PICTURE, worded


@dataclass(frozen=True, slots=True)
class Entry:
    """One question with its answer in words; `row` is that of a repeat, from 1 (0: none).

    `name` is the answer's name in a file of answers; `whose` is the first answer of its row.
    """

    question: str
    answer: str
    row: int = 0
    name: str = ""
    whose: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A page's answered questions."""

    title: str
    entries: tuple[Entry, ...]


def in_words(form: FormDefinition, answers: object) -> dict[str, object]:
    """Return answers in the same shape, each in words; templates see nothing else."""
    return _in_words(form, answers, ())


def sections(form: FormDefinition, answers: object) -> tuple[Section, ...]:
    """Return the answered questions of answers, page by page, rows together."""
    found: dict[str, list[tuple[Spot, Entry]]] = {page: [] for page in form.pages}
    for question in form.questions:
        place = form.places.get(question.pattern)
        if place is None:
            continue
        for spot in rows_of_question(question, answers):
            said = worded(question, _answer(answers, spot))
            if said:
                entry = Entry(question.title, said, _row_of(spot), spelled(spot))
                found.setdefault(place.page, []).append((spot, entry))
    return tuple(
        Section(title, _named(sorted(pairs, key=_group))) for title, pairs in found.items() if pairs
    )


def _named(pairs: list[tuple[Spot, Entry]]) -> tuple[Entry, ...]:
    """Entries in order, each of a row with that row's first answer."""
    first: dict[Spot, str] = {}
    for spot, entry in pairs:
        first.setdefault(_place_of_row(spot), entry.answer)
    return tuple(
        replace(entry, whose=first[_place_of_row(spot)]) if entry.row else entry
        for spot, entry in pairs
    )


def _place_of_row(spot: Spot) -> Spot:
    """The spot as far as the last row it stands in."""
    rows = [number for number, step in enumerate(spot) if isinstance(step, int)]
    return spot[: rows[-1] + 1] if rows else ()


def _in_words(form: FormDefinition, answers: object, spot: Spot) -> dict[str, object]:
    given = answers if isinstance(answers, Mapping) else {}
    return {name: _said(form, value, (*spot, name)) for name, value in given.items()}


def _said(form: FormDefinition, value: object, spot: Spot) -> object:
    question = _question_at(form, spot)
    if question is not None:
        is_picture = question.schema.get("format") == PICTURE
        return value or "" if is_picture else worded(question, value)
    if isinstance(value, list):
        return [_in_words(form, row, (*spot, number)) for number, row in enumerate(value)]
    return _in_words(form, value, spot)


def _question_at(form: FormDefinition, spot: Spot) -> Question | None:
    pattern = tuple(step for step in spot if isinstance(step, str))
    return form.by_pattern.get(pattern)


def _answer(answers: object, spot: Spot) -> object:
    value = value_at(answers, spot)
    return None if value is MISSING else value


def _row_of(spot: Spot) -> int:
    numbers = [step for step in spot if isinstance(step, int)]
    return numbers[-1] + 1 if numbers else 0


def _group(pair: tuple[Spot, Entry]) -> tuple[str, int]:
    """Sort by repeat and row; the order of questions stays as it was."""
    spot, entry = pair
    return ("", 0) if entry.row == 0 else (str(spot[0]), entry.row)
