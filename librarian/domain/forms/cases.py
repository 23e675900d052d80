"""Facts the case system already holds, and which questions they answer.

Nobody is asked twice for what is known; but an answer that may have gone stale is asked to be
confirmed, and agreement is never carried over.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from librarian.domain.forms.form import FormDefinition, Question, Spot
from librarian.domain.forms.visibility import MISSING, value_at
from librarian.domain.forms.wording import squeezed, titles_of


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
    """An answer that was filled in: where it stands, its age, and whether it may be stale.

    `source` says where it is known from, in a word or two that people understand.
    """

    spot: Spot
    value: object
    as_of: date | None
    stale: bool
    source: str = ""


def prefilled(
    form: FormDefinition,
    case: Case,
    answers: object,
    today: date,
    known_by: frozenset[str] = frozenset(),
) -> tuple[Prefilled, ...]:
    """Return what the case can answer of what was not answered by hand.

    A row that was begun by hand is filled in only from a known row that agrees with it: facts of
    two people never mix. Rows agree by all they share, or by the facts named in `known_by`.
    """
    askable = tuple(each for each in form.questions if each.prefill and not each.never_reuse)
    telling = tuple(each for each in askable if not known_by or each.pattern[-1] in known_by)
    return tuple(
        replace(found, source=case.source)
        for question in askable
        for row, facts in _rows(question, telling, case, answers)
        for found in _known(question, row, facts, today)
        if value_at(answers, found.spot) is MISSING
    )


def _known(question: Question, row: int, facts: Row, today: date) -> Iterator[Prefilled]:
    fact = facts.get(_name(question))
    value = _fitted(question, fact.value) if fact else None
    if fact is not None and value not in (None, ""):
        stale = _is_stale(question, fact.as_of, today)
        yield Prefilled(_spot(question, row), value, fact.as_of, stale)


def _fitted(question: Question, value: object) -> object:
    """A value as the question spells it; of a list of choices the one it means, else nothing."""
    choices = titles_of(question.schema)
    if not choices:
        return value
    said = squeezed(str(value))
    meant = [each for each, title in choices.items() if said in (squeezed(each), squeezed(title))]
    return meant[0] if meant else None


def _rows(
    question: Question, askable: tuple[Question, ...], case: Case, answers: object
) -> Iterator[tuple[int, Row]]:
    """The rows of answers to fill in, each with the known row it is filled in from."""
    known = case.rows.get(_kind(question), ())
    begun = value_at(answers, question.repeat) if question.repeats else MISSING
    if not question.repeats:
        yield from enumerate(known[:1])
    elif not isinstance(begun, list) or not begun:
        yield from enumerate(known)
    else:
        beside = tuple(each for each in askable if each.repeat == question.repeat)
        for number, row in enumerate(begun):
            alike = [facts for facts in known if _agrees(row, facts, beside)]
            if len(alike) == 1:
                yield number, alike[0]


def _agrees(row: object, facts: Row, questions: tuple[Question, ...]) -> bool:
    """Whether a row begun by hand and a known one share a fact, and differ in none."""
    shared = [
        squeezed(str(value)) == squeezed(str(_fitted(each, facts[_name(each)].value)))
        for each in questions
        if _name(each) in facts and (value := value_at(row, each.pattern[-1:])) is not MISSING
    ]
    return bool(shared) and all(shared)


def _kind(question: Question) -> str:
    return question.prefill.partition(".")[0]


def _name(question: Question) -> str:
    return question.prefill.partition(".")[2]


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
