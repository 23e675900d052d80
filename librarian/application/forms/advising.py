"""Advice on answers that a form's schema cannot give: protected time, and words about a person.

It stops nothing but what must not be written at all.
"""

from collections.abc import Callable, Iterator
from datetime import date, time
from typing import Final

from librarian.domain.charter.protected import AN_HOUR, ProtectedTime
from librarian.domain.forms.form import FormDefinition, Problem, Question, Spot, spelled
from librarian.domain.forms.formats import is_day, is_time
from librarian.domain.forms.visibility import rows_of_question, value_at
from librarian.domain.forms.wording import told_of

MEETING_TIME: Final = "x-meeting-time"
NO_PERSONAL: Final = "x-no-personal"
_MINUTES: Final = "minutes"

Adviser = Callable[[FormDefinition, object], Iterator[Problem]]
"""Looks at the answers that are shown, and tells what people should know of them."""


def on_protected_time(time_of: Callable[[], ProtectedTime]) -> Adviser:
    """Return what warns of meetings in the team's time with children."""

    def advise(form: FormDefinition, answers: object) -> Iterator[Problem]:
        for question in form.questions:
            beside = question.schema.get(MEETING_TIME)
            for spot in rows_of_question(question, answers) if beside else ():
                if _covers(time_of(), answers, spot, str(beside)):
                    yield _warning(question, spot, time_of())

    return advise


def on_personal_words(looks_personal: Callable[[str], bool]) -> Adviser:
    """Return what refuses details of a person where a form is about none."""

    def advise(form: FormDefinition, answers: object) -> Iterator[Problem]:
        for question in form.questions:
            value = value_at(answers, question.pattern)
            wants_none = question.schema.get(NO_PERSONAL) is True
            if wants_none and isinstance(value, str) and looks_personal(value):
                yield Problem(
                    question.id,
                    told_of(question.title, "this looks like details of a person."),
                    "Leave out names, dates of birth and numbers. Say what could be better.",
                )

    return advise


def _covers(kept: ProtectedTime, answers: object, spot: Spot, beside: str) -> bool:
    day, starts = value_at(answers, (*spot[:-1], beside)), value_at(answers, spot)
    minutes = value_at(answers, (*spot[:-1], _MINUTES))
    if not (isinstance(day, str) and isinstance(starts, str)):
        return False
    if not (is_day(day) and is_time(starts)):
        return False
    lasts = minutes if isinstance(minutes, int) else AN_HOUR
    return kept.covers(date.fromisoformat(day), time.fromisoformat(starts), lasts)


def _warning(question: Question, spot: Spot, kept: ProtectedTime) -> Problem:
    return Problem(
        spelled(spot),
        told_of(question.title, f"This falls into the team’s time with children, {kept.spoken}."),
        f"Meetings are welcome from {kept.meetings_spoken}. If it cannot be then, say why.",
        stops=False,
    )
