"""A form while it is being filled in: what was answered so far, and what follows from it.

Pure: a page can ask after every key press, and nothing here touches a disk.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from librarian.application.forms.filling import Last
from librarian.application.forms.looking import left_out, misnamed, stale, with_prefilled
from librarian.application.forms.restrictions_said import withheld
from librarian.application.forms.validating import holds, is_blank, problems_of
from librarian.domain.forms.cases import Case, Prefilled, prefilled
from librarian.domain.forms.drawing import Topic, drawn
from librarian.domain.forms.form import (
    FormDefinition,
    Pattern,
    Problem,
    Service,
    Spot,
    pattern_of,
    spelled,
)
from librarian.domain.forms.last_referral import brought_over
from librarian.domain.forms.moving_rows import beside, without
from librarian.domain.forms.referral import Count, combined, counted
from librarian.domain.forms.sections import Entry, Section, sections
from librarian.domain.forms.steering import steering
from librarian.domain.forms.visibility import MISSING, Visibility, put, value_at
from librarian.domain.forms.wording import worded

SERVICES = ("services",)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One form in somebody's hands. `id` is that of its draft, and of what is handed over.

    `form` is the whole form with every service. `known` is what was filled in from elsewhere;
    `confirmed` names, spelled out, what may be stale and was said to be right. `facts` are asked
    again where other services are chosen; no draft keeps them. `shared` is what was seen of the
    team's copy; None where there is none. `apart` is the id of the team's copy that somebody else
    went on with; empty where this is no second one.
    """

    id: str
    form: FormDefinition
    answers: Mapping[str, object] = field(default_factory=dict)
    confirmed: frozenset[str] = frozenset()
    known: tuple[Prefilled, ...] = ()
    source: str = ""
    facts: tuple["Facts", ...] = ()
    shared: Mapping[str, int] | None = None
    apart: str = ""

    def answer(self, spot: Spot, value: object) -> "Sheet":
        """The sheet with an answer; a blank one takes the answer away."""
        answers = deepcopy(dict(self.answers))
        put(answers, spot, "" if is_blank(value) else value)
        answered = replace(self, answers=answers)
        return answered._refilled() if spot == SERVICES else answered  # noqa: SLF001 - its own kind

    def add_row(self, spot: Spot) -> "Sheet":
        """The sheet with an empty row more in the repeat at spot."""
        return replace(self, answers=self._with_rows(spot, [*(self._rows(spot) or [{}]), {}]))

    def remove_row(self, spot: Spot, row: int) -> "Sheet":
        """The sheet without one row of the repeat at spot; what is said of others moves up."""
        rows = self._rows(spot)
        del rows[row : row + 1]
        known = ((each, without(each.spot, spot, row)) for each in self.known)
        confirmed = (without(spot_of(name), spot, row) for name in self.confirmed)
        return replace(
            self,
            answers=self._with_rows(spot, rows),
            known=tuple(replace(each, spot=moved) for each, moved in known if moved is not None),
            confirmed=frozenset(spelled(moved) for moved in confirmed if moved is not None),
        )

    def removed(self, spot: Spot, row: int) -> "Removed":
        """What goes with a row of the repeat at spot, to be put back."""
        names = (name for name in self.confirmed if spot_of(name)[: len(spot) + 1] == (*spot, row))
        return Removed(
            spot=spot,
            row=row,
            value=value_at(self.answers, (*spot, row)),
            known=tuple(each for each in self.known if each.spot[: len(spot) + 1] == (*spot, row)),
            confirmed=frozenset(names),
        )

    def put_back(self, gone: "Removed") -> "Sheet":
        """The sheet with a row that was taken out, where it stood."""
        rows, spot = self._rows(gone.spot), gone.spot
        row = min(gone.row, len(rows))
        rows.insert(row, gone.value if isinstance(gone.value, Mapping) else {})
        known = (replace(each, spot=beside(each.spot, spot, row)) for each in self.known)
        names = (spelled(beside(spot_of(name), spot, row)) for name in self.confirmed)
        return replace(
            self,
            answers=self._with_rows(spot, rows),
            known=(*known, *gone.known),
            confirmed=frozenset(names) | gone.confirmed,
        )

    def _rows(self, spot: Spot) -> list[object]:
        rows = value_at(self.answers, spot)
        return list(rows) if isinstance(rows, list) else []

    def _with_rows(self, spot: Spot, rows: list[object]) -> Mapping[str, object]:
        answers = deepcopy(dict(self.answers))
        put(answers, spot, rows)
        return answers

    def confirm(self, spot: Spot) -> "Sheet":
        """The sheet in which a known answer was said to be still right."""
        return replace(self, confirmed=self.confirmed | {spelled(spot)})

    def with_case(self, case: Case, today: date) -> "Sheet":
        """The sheet with what a case source knows, wherever nothing was answered by hand."""
        facts = Facts(today, case=case)
        sheet = replace(self, source=case.source, facts=(*self.facts, facts))
        return facts.filled_into(sheet)

    def with_last(self, last: Last, today: date) -> "Sheet":
        """The sheet with what the family's last referral said, wherever nothing else does."""
        facts = Facts(today, last=last)
        return facts.filled_into(replace(self, facts=(*self.facts, facts)))

    def _refilled(self) -> "Sheet":
        """The sheet with what is known of questions that are asked only now."""
        sheet = self
        for facts in self.facts:
            sheet = facts.filled_into(sheet)
        return sheet

    @property
    def chosen(self) -> tuple[Service, ...]:
        """The services it is for, in the form's order."""
        named = value_at(self.answers, SERVICES)
        wanted = set(map(str, named)) if isinstance(named, list) else set()
        if not self.form.takes_services:
            return ()
        return tuple(service for service in self.form.services if service.id in wanted)


@dataclass(frozen=True, slots=True)
class Removed:
    """A row that was taken out, with what is known of its answers."""

    spot: Spot
    row: int
    value: object
    known: tuple[Prefilled, ...]
    confirmed: frozenset[str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What a case source or the last referral knows, on the day somebody asked."""

    day: date
    case: Case | None = None
    last: Last | None = None

    def filled_into(self, sheet: Sheet) -> Sheet:
        """The sheet with these facts, wherever nothing was answered."""
        form, answers = _joined(sheet.form, sheet.chosen), sheet.answers
        found: tuple[Prefilled, ...] = ()
        if self.case:
            found = prefilled(form, self.case, answers, self.day)
        elif self.last:
            found = brought_over(form, self.last.answers, answers, self.last.day, self.day)
        answered = with_prefilled(answers, found)
        return replace(sheet, answers=answered, known=(*sheet.known, *found))


@dataclass(frozen=True)
class Looked:
    """What follows from a sheet: its pages, what is asked on them, and what is not right."""

    sheet: Sheet
    form: FormDefinition
    topics: tuple[Topic, ...]
    seen: Visibility
    problems: tuple[Problem, ...]
    count: Count
    chosen: tuple[Service, ...]

    def value(self, spot: Spot) -> object:
        """What is answered at spot; None where nothing is."""
        value = value_at(self.sheet.answers, spot)
        return None if value is MISSING else value

    def said(self, spot: Spot) -> str:
        """What is answered at spot, in words."""
        question = self.form.by_pattern.get(pattern_of(spot))
        return worded(question, self.value(spot)) if question else ""

    def rows(self, spot: Spot) -> int:
        """How many rows the repeat at spot has; at least one is shown."""
        value = value_at(self.sheet.answers, spot)
        return max(1, len(value)) if isinstance(value, list) else 1

    def known(self, spot: Spot) -> Prefilled | None:
        """What was filled in at spot, while the answer is still that one."""
        return next((each for each in _standing(self.sheet) if each.spot == spot), None)

    def problem(self, spot: Spot) -> Problem | None:
        """What is not right with the answer at spot."""
        name = spelled(spot)
        return next((each for each in self.problems if each.question == name), None)

    def stop(self) -> Problem | None:
        """What stops the form altogether, such as a child in danger."""
        for each in self.problems:
            spot = spot_of(each.question)
            question = self.form.by_pattern.get(pattern_of(spot))
            stops = question.stops if question else ()
            if any(each.what == stop.what for stop in stops):
                return each
        return None

    def page_of(self, problem: Problem) -> int:
        """The page on which a problem is put right; the first one where it is on none."""
        pattern = pattern_of(spot_of(problem.question))
        for number, topic in enumerate(self.topics):
            if any(each[: len(pattern)] == pattern for each in topic.patterns):
                return number
        return 0

    def is_stale(self, spot: Spot) -> bool:
        """Whether a known answer at spot has to be said to be right, and was not."""
        known = self.known(spot)
        return bool(known and known.stale and spelled(spot) not in self.sheet.confirmed)

    def is_steered_by(self, spot: Spot) -> bool:
        """Whether the answer at spot decides what is asked, or whether the form stops."""
        pattern = pattern_of(spot)
        return pattern == SERVICES or pattern in _steering(_Key(self.form))

    def sections(self) -> tuple[Section, ...]:
        """The answered questions in words, page by page; services and questions by their names."""
        names = {service.id: service.name for service in self.chosen}
        return tuple(
            replace(
                section,
                entries=tuple(withheld(_named(each, names), self) for each in section.entries),
            )
            for section in sections(self.form, self.seen.seen())
        )


def look_at(sheet: Sheet) -> Looked:
    """Return what follows from a sheet."""
    chosen = sheet.chosen
    form = _joined(sheet.form, chosen)
    seen = Visibility(form, sheet.answers, holds)
    standing = tuple(each for each in _standing(sheet) if seen.is_shown(each.spot))
    everything = _joined(sheet.form, sheet.form.services)
    problems = (
        *problems_of(form, seen),
        *stale(form, standing, sheet.confirmed),
        *misnamed(everything, seen),
        *left_out(everything, seen),
    )
    count = counted(form, chosen, seen, len(standing))
    told = tuple(dict.fromkeys(problems))
    return Looked(sheet, form, _topics(sheet.form, chosen), seen, told, count, chosen)


def _named(entry: Entry, names: Mapping[str, str]) -> Entry:
    """An answer that lists services, with their names; any other as it is."""
    lines = entry.answer.splitlines()
    if not names or any(line not in names for line in lines):
        return entry
    return replace(entry, answer="\n".join(names[line] for line in lines))


def _standing(sheet: Sheet) -> tuple[Prefilled, ...]:
    """What was filled in and was not answered otherwise since."""
    return tuple(each for each in sheet.known if value_at(sheet.answers, each.spot) == each.value)


def _joined(form: FormDefinition, chosen: tuple[Service, ...]) -> FormDefinition:
    return _combined(_Key(form), tuple(service.id for service in chosen))


def _topics(form: FormDefinition, chosen: tuple[Service, ...]) -> tuple[Topic, ...]:
    return _drawn(_Key(form), tuple(service.id for service in chosen))


@dataclass(frozen=True, slots=True, eq=False)
class _Key:
    """A form by its identity: it is read once and never changed."""

    form: FormDefinition

    def __hash__(self) -> int:
        return id(self.form)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and other.form is self.form


@lru_cache(maxsize=64)
def _combined(key: _Key, chosen: tuple[str, ...]) -> FormDefinition:
    services = (service for service in key.form.services if service.id in chosen)
    return combined(key.form, services)


@lru_cache(maxsize=64)
def _drawn(key: _Key, chosen: tuple[str, ...]) -> tuple[Topic, ...]:
    return drawn(_combined(key, chosen))


@lru_cache(maxsize=64)
def _steering(key: _Key) -> frozenset[Pattern]:
    return steering(key.form)


def spot_of(name: str) -> Spot:
    """Return the spot that a name spells, as problems carry it."""
    return tuple(int(step) if step.isdigit() else step for step in name.split(".") if step)
