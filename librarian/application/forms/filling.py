"""The clerk: takes answers to a form, says what is not right, and makes every output of them.

Nothing is made while anything stops the form, and everything is made before anything is written.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from librarian.application.forms.advising import Adviser
from librarian.application.forms.looking import (
    case_number,
    cleaned,
    left_out,
    misnamed,
    stale,
    with_prefilled,
)
from librarian.application.forms.ports import FormShelf, PacketTray
from librarian.application.forms.referring import chosen_services
from librarian.application.forms.validating import holds, problems_of
from librarian.application.forms.writing import EXTENSIONS, Maker, Packet
from librarian.application.ports import Clock
from librarian.domain.forms.cases import Case, Prefilled, prefilled
from librarian.domain.forms.form import FormDefinition, Output, Problem, Service, spelled
from librarian.domain.forms.last_referral import brought_over
from librarian.domain.forms.referral import Count, combined, counted, outputs_for
from librarian.domain.forms.taking import Cut, cut
from librarian.domain.forms.visibility import Visibility, value_at
from librarian.domain.forms.wording import told_of

NO_CASE = "no case number"


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody filled in: answers, the form's version they were for, what they confirmed."""

    answers: Mapping[str, object]
    version: str = ""
    confirmed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Last:
    """What was answered in the family's last referral, and on which day."""

    answers: Mapping[str, object]
    day: date


@dataclass(frozen=True, slots=True)
class Made:
    """One finished output: for whom, its file, which fields it holds."""

    reader: str
    name: str
    content: bytes
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filling:
    """What came of filling in a form; nothing is made where a problem stops it."""

    folder: str
    made: tuple[Made, ...]
    problems: tuple[Problem, ...]
    count: Count
    filled_in: tuple[Prefilled, ...] = ()
    case: str = NO_CASE
    answers: Mapping[str, object] = field(default_factory=dict)
    """What was answered in the end, with what was filled in."""
    apart: bool = False
    """Whether its files go only where not everybody may look."""

    @property
    def ok(self) -> bool:
        """Whether nothing stopped it."""
        return not any(problem.stops for problem in self.problems)


class Clerk:
    """Lists forms, and turns answers into outputs."""

    def __init__(
        self, shelf: FormShelf, maker: Maker, clock: Clock, advisers: Sequence[Adviser] = ()
    ) -> None:
        self._shelf = shelf
        self._maker = maker
        self._clock = clock
        self._advisers = advisers

    def forms(self) -> tuple[FormDefinition, ...]:
        """Every form there is."""
        return tuple(map(self._shelf.load, self._shelf.names()))

    def form(self, name: str) -> FormDefinition:
        """The form of this id. Raises LibrarianError where there is none that is in order."""
        return self._shelf.load(name)

    def fill(
        self,
        name: str,
        given: Given,
        services: Sequence[str] = (),
        case: Case | None = None,
        last: Last | None = None,
    ) -> Filling:
        """Return what comes of these answers; with a case, what it knows is filled in.

        What neither answers is brought over from the family's last referral, where one is given.

        Raises LibrarianError where there is no such form or service.
        """
        whole = self._shelf.load(name)
        today = self._clock.now().date()
        answers = cleaned(given.answers)
        chosen = chosen_services(whole, answers, services)
        if whole.takes_services:
            answers = {**answers, "services": [service.id for service in chosen]}
        form = combined(whole, chosen)
        known = prefilled(form, case, answers, today) if case else ()
        answers = with_prefilled(answers, known)
        before = brought_over(form, last.answers, answers, last.day, today) if last else ()
        answers, known = with_prefilled(answers, before), (*known, *before)
        seen = Visibility(form, answers, holds)
        filled_in = tuple(each for each in known if seen.is_shown(each.spot))
        everything = combined(whole, whole.services)
        problems = (
            *_outdated(form, given),
            *problems_of(form, seen),
            *stale(form, filled_in, given.confirmed),
            *misnamed(everything, seen),
            *left_out(everything, seen),
            *(told for advise in self._advisers for told in advise(form, seen.seen())),
        )
        return self._filled(_Work(form, chosen, seen, problems), filled_in, today)

    def _filled(self, work: "_Work", filled_in: tuple[Prefilled, ...], today: date) -> Filling:
        form, chosen, seen = work.form, work.chosen, work.seen
        problems = list(work.problems)
        stops = any(problem.stops for problem in problems)
        parts = () if stops else tuple(_parts(form, chosen, seen))
        problems += [problem for each in parts for problem in _leaking(form, each)]
        number = case_number(form, seen) or NO_CASE
        leaks = any(problem.stops for problem in problems)
        made = () if leaks else tuple(self._made(form, part, number, today) for part in parts)
        count = counted(form, chosen, seen, len(filled_in))
        folder = f"{number} {today.isoformat()}"
        told = tuple(dict.fromkeys(problems))
        answers = seen.seen()
        whole = dict(answers) if isinstance(answers, Mapping) else {}
        apart = form.schema.get("x-kept-apart") is True
        return Filling(folder, made, told, count, filled_in, number, whole, apart)

    def _made(self, form: FormDefinition, part: "_Part", number: str, today: date) -> Made:
        packet = Packet(part.reader, number, today)
        content = self._maker.make(form, part.output, part.cut, packet)
        names = (number, today.isoformat(), part.service, part.output.id)
        name = f"{' '.join(filter(None, names))}.{EXTENSIONS[part.output.kind]}"
        place = f"{part.service}/{name}" if part.service else name
        return Made(part.service or part.output.id, place, content, part.cut.fields)


@dataclass(frozen=True, slots=True)
class _Work:
    """A form joined with services, what is shown of it, and what was found so far."""

    form: FormDefinition
    chosen: tuple[Service, ...]
    seen: Visibility
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """One output to be made: whose it is, and what was cut for it."""

    service: str
    reader: str
    output: Output
    cut: Cut


def hand_over(filling: Filling, tray: PacketTray) -> Path:
    """Write what was made, all of it or nothing, and return the folder."""
    return put_into(tray, filling, filling.made)


def put_into(tray: PacketTray, filling: Filling, made: tuple[Made, ...]) -> Path:
    """Write some of what was made, all of it or nothing, and return the folder."""
    files = {each.name: each.content for each in made}
    return tray.put(filling.folder, files, apart=filling.apart)


def _parts(form: FormDefinition, chosen: tuple[Service, ...], seen: Visibility) -> Iterator[_Part]:
    answers = seen.seen()
    for service in chosen:
        for output in outputs_for(form, service):
            part = cut(form, output, answers, holds, service.id)
            yield _Part(service.id, service.name, output, part)
    for output in form.outputs:
        if not _is_wanted(output, answers):
            continue
        yield _Part("", output.title, output, cut(form, output, answers, holds))


def _is_wanted(output: Output, answers: object) -> bool:
    """Whether the answers ask for an output; a missing answer asks for none that waits for it."""
    return all(
        str(value_at(answers, tuple(name.split(".")))) in values
        for name, values in output.only_when
    )


def _leaking(form: FormDefinition, part: _Part) -> Iterator[Problem]:
    for spot in part.cut.leaks:
        pattern = tuple(step for step in spot if isinstance(step, str))
        title = form.by_pattern[pattern].title
        yield Problem(
            spelled(spot),
            told_of(title, f"words that must not go to “{part.reader}” stand here too."),
            "Take them out here, or change what must not be passed on.",
        )


def _outdated(form: FormDefinition, given: Given) -> Iterator[Problem]:
    if given.version and given.version != form.version:
        yield Problem(
            "",
            f"These answers are for version {given.version} of the form; it is {form.version} now.",
            "Look through the answers against the new form, then put its version there.",
        )
