"""One form that several people fill in: parts, each written by one person, put together.

A part never changes; who goes on writing adds a later one. Whatever parts somebody has read, in
whatever order and however often, the same parts give the same whole: the last part of each person
counts, and of several answers to one question the last that was given. Rows of a repeat are kept
from everybody who wrote some: so rows of two people never mix, and nobody takes away another's.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from librarian.domain.forms.form import FormDefinition, Pattern, Question, Schema
from librarian.domain.forms.reading import properties_of, resolved, rows_of
from librarian.domain.forms.visibility import MISSING, put, rows_of_question, value_at

FILLED_BY: Final = "x-filled-by"
PARTIES: Final = "x-parties"


@dataclass(frozen=True, slots=True)
class Party:
    """Who fills in a share of a form: a role, such as the school, whoever it is today."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one person has written so far, for one party.

    `revision` counts this person's own parts; `at` is in milliseconds since 1970. `digest` tells
    two parts apart that a sync client left with one number. `done` is the person's own word.
    """

    person: str
    party: str
    revision: int
    at: int
    answers: Mapping[str, object]
    done: bool = False
    version: str = ""
    digest: str = ""
    confirmed: Mapping[str, str] = field(default_factory=dict)
    """Old answers that were said to be still right, each with the day on which it was said."""

    @property
    def rank(self) -> tuple[int, int, str]:
        """The later part of one person has the higher rank, on every computer alike."""
        return self.revision, self.at, self.digest


@dataclass(frozen=True, slots=True)
class Share:
    """Where one party stands: who writes, what is still open, whether somebody said it is done."""

    party: Party
    people: tuple[str, ...] = ()
    answered: int = 0
    open: tuple[str, ...] = ()
    """The titles of questions that must be answered and are not."""
    done: bool = False
    last: int = 0

    @property
    def waits(self) -> bool:
        """Whether the form waits for this party."""
        return not self.done or bool(self.open)


@dataclass(frozen=True, slots=True)
class Together:
    """The whole: answers, where each party stands, and which answers were given otherwise too."""

    answers: Mapping[str, object] = field(default_factory=dict)
    shares: tuple[Share, ...] = ()
    otherwise: tuple[tuple[str, str], ...] = ()
    """A question's title and who answered it differently, earlier."""

    @property
    def is_done(self) -> bool:
        """Whether the form waits for nobody."""
        return bool(self.shares) and not any(share.waits for share in self.shares)


def parties_of(form: FormDefinition) -> tuple[Party, ...]:
    """Return who fills in a form; nobody where one person fills in all of it."""
    given = form.schema.get(PARTIES)
    rows = given if isinstance(given, list) else []
    return tuple(
        Party(str(row["id"]), str(row["title"])) for row in rows if isinstance(row, Mapping)
    )


def party_of(form: FormDefinition, question: Question) -> str:
    """Return the party that answers a question; empty where everybody may."""
    schema: Schema = form.schema
    found = ""
    for name in question.pattern:
        inside = rows_of(schema, form.schema) or schema
        schema = resolved(properties_of(inside).get(name), form.schema)
        found = str(schema.get(FILLED_BY, found))
    return found


def schema_for(form: FormDefinition, party: str) -> dict[str, object]:
    """Return the schema of the questions that one party answers, group by group."""
    ours = {each.pattern[0] for each in form.questions if party_of(form, each) == party}
    groups = properties_of(form.schema)
    return {
        "title": form.title,
        "properties": {
            name: _only(form, name, groups[name], party) for name in groups if name in ours
        },
    }


def _only(form: FormDefinition, name: str, group: object, party: str) -> object:
    """A group without the questions of others; rows of a repeat are one party's altogether."""
    schema = resolved(group, form.schema)
    if rows_of(schema, form.schema) is not None:
        return schema
    theirs = {
        q.pattern[1]
        for q in form.questions
        if q.pattern[0] == name and party_of(form, q) == party and len(q.pattern) > 1
    }
    kept = {each: value for each, value in properties_of(schema).items() if each in theirs}
    return {**schema, "properties": kept}


def latest(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the last part of each person, for each party, in the order in which they were given.

    What a part of another version of the form says is left to whoever wrote it.
    """
    found: dict[tuple[str, str], Part] = {}
    for part in parts:
        whose = (part.person, part.party)
        if whose not in found or found[whose].rank < part.rank:
            found[whose] = part
    return tuple(sorted(found.values(), key=lambda part: (part.at, part.person, part.party)))


def together(form: FormDefinition, parts: Iterable[Part]) -> Together:
    """Return the whole of these parts; any order of them, and any part twice, gives the same."""
    counting = tuple(part for part in latest(parts) if part.version in ("", form.version))
    answers: dict[str, object] = {}
    given: dict[str, list[Part]] = {}
    otherwise: list[tuple[str, str]] = []
    for question in form.questions:
        whose = party_of(form, question)
        said = [part for part in counting if _may_say(part, whose) and _says(question, part)]
        if not said:
            continue
        given[question.id] = said
        if question.repeats:
            put(answers, _repeat(question), _rows(question, counting, whose))
        else:
            put(answers, question.pattern, value_at(said[-1].answers, question.pattern))
            otherwise += _others(question, said)
    shares = tuple(_share(form, party, counting, given) for party in parties_of(form))
    return Together(answers, shares, tuple(dict.fromkeys(otherwise)))


def _may_say(part: Part, whose: str) -> bool:
    """Whether a part counts for a question; nobody answers for somebody else."""
    return whose in ("", part.party)


def _says(question: Question, part: Part) -> bool:
    return any(
        value_at(part.answers, spot) not in (MISSING, None)
        for spot in rows_of_question(question, part.answers)
    )


def _repeat(question: Question) -> Pattern:
    """The outermost repeat that a question stands in."""
    return question.pattern[: question.repeats[0]]


def _rows(question: Question, parts: Iterable[Part], whose: str) -> list[object]:
    """Everybody's rows, by who wrote them, so that a row keeps its place while others write."""
    rows: list[object] = []
    said = (part for part in parts if _may_say(part, whose))
    for part in sorted(said, key=lambda part: (part.person, part.party)):
        given = value_at(part.answers, _repeat(question))
        rows += [row for row in (given if isinstance(given, list) else []) if row not in rows]
    return rows


def _others(question: Question, said: list[Part]) -> Iterable[tuple[str, str]]:
    """Who answered a question differently before the last who did."""
    last = value_at(said[-1].answers, question.pattern)
    for part in said[:-1]:
        if value_at(part.answers, question.pattern) != last and part.person != said[-1].person:
            yield question.title, part.person


def _share(
    form: FormDefinition,
    party: Party,
    parts: tuple[Part, ...],
    given: Mapping[str, list[Part]],
) -> Share:
    theirs = [part for part in parts if part.party == party.id]
    asked = [each for each in form.questions if party_of(form, each) == party.id]
    needed = [each for each in asked if _is_needed(form, each)]
    return Share(
        party=party,
        people=tuple(dict.fromkeys(part.person for part in theirs)),
        answered=sum(each.id in given for each in asked),
        open=tuple(each.title for each in needed if each.id not in given),
        done=any(part.done for part in theirs),
        last=max((part.at for part in theirs), default=0),
    )


def _is_needed(form: FormDefinition, question: Question) -> bool:
    """Whether a question has to be answered: so do its group, if it stands in one, and the form."""
    if question.repeats:
        return False
    schema: Schema = form.schema
    for name in question.pattern:
        required = schema.get("required")
        if not isinstance(required, list) or name not in required:
            return False
        schema = resolved(properties_of(schema).get(name), form.schema)
    return True
