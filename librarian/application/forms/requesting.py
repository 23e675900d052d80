"""Meeting requests that were made before, by case number: repeated in one go, changes shown.

They lie in the team's restricted working folder, each as a part that never changes, for as long
as the plan lasts. Business Support read what is otherwise than last time, and nothing twice.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Final

from librarian.application.forms.looking import cleaned
from librarian.application.forms.ports import FormShelf
from librarian.application.forms.sharing import Shared, WorkingFolder
from librarian.application.ports import Clock
from librarian.domain.clocks import moment, nanoseconds
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.form import FormDefinition
from librarian.domain.forms.formats import is_case_number, is_day
from librarian.domain.forms.sections import sections
from librarian.domain.forms.together import Part

FORM: Final = "meeting-request"
ANEW: Final = (("when", "day"), ("when", "others"), ("papers", "by"), ("sign", "ok"))
"""What is asked anew each time: days go by, and a signature is given once."""
_MILLION: Final = 1_000_000
_TRIES: Final = 20


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it was made: by whom, when, and what it said."""

    case: str
    who: str
    at: date
    answers: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Difference:
    """One question that is answered otherwise than last time, in words; empty for no answer."""

    question: str
    before: str
    after: str


class Requests:
    """Keeps meeting requests and brings them back."""

    def __init__(
        self, *, folder: WorkingFolder, shelf: FormShelf, clock: Clock, person: str
    ) -> None:
        self._folder = folder
        self._shelf = shelf
        self._clock = clock
        self._person = person

    def cases(self) -> tuple[str, ...]:
        """The case numbers that have requests. Raises LibrarianError where the folder is away."""
        self._folder.check()
        return tuple(each.case for each in self._folder.names() if each.form == FORM)

    def before(self, case: str) -> tuple[Request, ...]:
        """The requests that were made for a case, the last first."""
        self._folder.check()
        parts = sorted(self._folder.parts(Shared(FORM, case)), key=lambda part: part.at)
        return tuple(_request(case, part) for part in reversed(parts))

    def repeated(self, case: str) -> dict[str, object]:
        """The answers that the next request begins with: those of the last, less what is anew."""
        found = self.before(case)
        if not found:
            raise LibrarianError(
                f"There was no request for case {case} before.", "Fill in a new one."
            )
        answers = deepcopy(dict(found[0].answers))
        for group, name in ANEW:
            inside = answers.get(group)
            if isinstance(inside, dict):
                inside.pop(name, None)
        return answers

    def changes(self, case: str, answers: Mapping[str, object]) -> tuple[Difference, ...]:
        """What a new request says otherwise than the last one, question by question."""
        found = self.before(case)
        before = found[0].answers if found else {}
        return differences(self._shelf.load(FORM), before, cleaned(answers))

    def keep(self, case: str, answers: Mapping[str, object]) -> Request:
        """Put a request on record. Raises LibrarianError where the folder may not hold it."""
        if not is_case_number(case):
            raise LibrarianError("This is not a case number.", "Requests go by case number.")
        self._folder.check()
        shared, told = Shared(FORM, case), cleaned(answers)
        for _ in range(_TRIES):
            part = Part(
                person=self._person,
                party="",
                revision=1 + max((p.revision for p in self._folder.parts(shared)), default=0),
                at=nanoseconds(self._clock.now()) // _MILLION,
                answers=told,
                done=True,
                version=self._shelf.load(FORM).version,
            )
            if self._folder.add(shared, part):
                return _request(case, part)
        raise LibrarianError("The request could not be kept.", "Try again in a moment.")

    def forget_ended(self) -> tuple[str, ...]:
        """Take away the requests of cases whose plan is over, and return their numbers."""
        today = self._clock.now().date()
        ended = tuple(case for case in self.cases() if _is_over(self.before(case), today))
        for case in ended:
            self._folder.forget(Shared(FORM, case))
        return ended


def differences(
    form: FormDefinition, before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[Difference, ...]:
    """Return each question that is answered otherwise, in the order of the form."""
    old, new = _said(form, before), _said(form, after)
    names = dict.fromkeys((*new, *old))
    return tuple(
        Difference(name, old.get(name, ""), new.get(name, ""))
        for name in names
        if old.get(name, "") != new.get(name, "")
    )


def _said(form: FormDefinition, answers: Mapping[str, object]) -> dict[str, str]:
    return dict(_entries(form, answers))


def _entries(form: FormDefinition, answers: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for section in sections(form, answers):
        for entry in section.entries:
            row = f" ({entry.row})" if entry.row else ""
            yield f"{section.title}: {entry.question}{row}", entry.answer


def _request(case: str, part: Part) -> Request:
    return Request(case, part.person, moment(part.at * _MILLION).date(), part.answers)


def _is_over(found: tuple[Request, ...], today: date) -> bool:
    """Whether the plan is over, as far as the last request says; without a word it lasts."""
    meeting = found[0].answers.get("meeting") if found else None
    until = meeting.get("until") if isinstance(meeting, Mapping) else None
    return isinstance(until, str) and is_day(until) and date.fromisoformat(until) < today
