"""What the case system knows of somebody's part of a shared form: filled in, and doubted when old.

Where an address was recorded long ago, a person says that it is still right before the part is
done. What they said holds for as long as the form counts it as fresh.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from librarian.application.forms.known_facts import CaseSystem
from librarian.application.forms.looking import with_prefilled
from librarian.application.forms.sharing import Shared
from librarian.application.ports import Clock
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case, Prefilled, prefilled
from librarian.domain.forms.form import FormDefinition, Question
from librarian.domain.forms.together import party_of
from librarian.domain.forms.visibility import rows_of_question, value_at

Confirmed = Mapping[str, str]
"""What was said to be still right, each with the day on which it was said."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """An answer that was recorded long ago, or on no certain day, and whose it is."""

    title: str
    whose: str
    value: str
    as_of: date | None


@dataclass(frozen=True, slots=True)
class Known:
    """A part with what the case system knows, how many answers came from it, and the doubts."""

    source: str = ""
    answers: Mapping[str, object] | None = None
    count: int = 0
    doubts: tuple[Doubt, ...] = ()
    problem: str = ""
    """Why nothing is known, where there is a case system."""


class Knower:
    """Asks the case system that is set up on this computer."""

    def __init__(
        self,
        cases: Callable[[], CaseSystem | None],
        form: Callable[[str], FormDefinition],
        clock: Clock,
    ) -> None:
        self._cases = cases
        self._form = form
        self._clock = clock

    def look_up(
        self, shared: Shared, party: str, answers: Mapping[str, object], confirmed: Confirmed
    ) -> Known:
        """What is known of a party's part; nothing where no question of it is ever filled in."""
        form = self._form(shared.form)
        ours = tuple(each for each in form.questions if party_of(form, each) == party)
        source = self._cases() if any(each.prefill for each in ours) else None
        if source is None:
            return Known(answers=answers)
        try:
            case = replace(source.find(shared.case), source=source.name)
        except LibrarianError as error:
            return Known(source.name, answers, problem=error.title)
        return self._known(replace(form, questions=ours), case, answers, confirmed)

    def check_done(
        self, shared: Shared, party: str, answers: Mapping[str, object], confirmed: Confirmed
    ) -> None:
        """Raise LibrarianError where an old answer was not said to be still right."""
        doubts = self.look_up(shared, party, answers, confirmed).doubts
        if doubts:
            first = doubts[0]
            whose = f" of {first.whose}" if first.whose else ""
            raise LibrarianError(
                f"{first.title}{whose}: nobody said yet whether this is still right.",
                "Say so, or write the right one, for each that is listed. Then your part is done.",
            )

    def _known(
        self, form: FormDefinition, case: Case, answers: Mapping[str, object], confirmed: Confirmed
    ) -> Known:
        today = self._today()
        found = prefilled(form, case, answers, today)
        filled = with_prefilled(answers, found)
        old = [each for each in prefilled(form, case, {}, today) if each.stale]
        doubts = tuple(
            doubt
            for question in form.questions
            for doubt in _doubts(question, filled, old)
            if not _is_fresh(question, confirmed.get(doubt.value, ""), today)
        )
        return Known(case.source, filled, len(found), tuple(dict.fromkeys(doubts)))

    def _today(self) -> date:
        return self._clock.now().astimezone().date()


def _doubts(
    question: Question, answers: Mapping[str, object], old: list[Prefilled]
) -> Iterator[Doubt]:
    """The answers to a question that are still the old ones, wherever their row stands by now."""
    recorded = {
        str(each.value): each.as_of
        for each in old
        if tuple(step for step in each.spot if isinstance(step, str)) == question.pattern
    }
    for spot in rows_of_question(question, answers) if recorded else ():
        value = value_at(answers, spot)
        if isinstance(value, str) and value in recorded:
            whose = value_at(answers, (*spot[:-1], "name"))
            name = whose if isinstance(whose, str) and spot[-1] != "name" else ""
            yield Doubt(question.title, name, value, recorded[value])


def _is_fresh(question: Question, said: str, today: date) -> bool:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return False
    return today - day <= timedelta(days=question.fresh_days or 0)
