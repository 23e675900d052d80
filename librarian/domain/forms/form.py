"""A form as data: its questions, who gets their answers, and where they stand on its pages.

A question is named by its place in the schema with dots (`child.name`); rows of a repeat share
their questions. An answer is named by its spot, which also counts rows: `("child", 0, "name")`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache

Json = object
Schema = Mapping[str, Json]
Pattern = tuple[str, ...]
Spot = tuple[str | int, ...]


class TakenBy(StrEnum):
    """Whose outputs may hold the answers to a question."""

    NOBODY = "nobody"
    EVERYONE = "everyone"
    ASKERS = "askers"


class Sensitivity(StrEnum):
    """How carefully answers are handled; restricted ones steer the form and go nowhere."""

    ORDINARY = "ordinary"
    PERSONAL = "personal"
    SPECIAL = "special"
    PROFESSIONALS = "professionals"
    RESTRICTED = "restricted"


class Audience(StrEnum):
    """Who may read an output."""

    PROFESSIONALS = "professionals"
    FAMILY = "family"


class Kind(StrEnum):
    """What kind of file an output is."""

    WORD = "word"
    PDF = "pdf"
    PDF_FORM = "pdf-form"
    JSON = "json"
    TEXT = "text"
    PAGE = "html"


class Effect(StrEnum):
    """What a rule of the layout does when its condition holds."""

    SHOW = "SHOW"
    HIDE = "HIDE"
    ENABLE = "ENABLE"
    DISABLE = "DISABLE"


@dataclass(frozen=True, slots=True)
class Restriction:
    """What an answer keeps out of outputs.

    Where the answer fits `when`, the questions of `leaves_out` are left out of outputs for
    `audience` (None: of every output), in its own row only if `in_row`; `warning` is said instead.
    With `question_in` and `service_in` the answer is a list of rows that name question and service;
    `reader_in` is a column that only names who must not read it.
    """

    when: Schema = field(default_factory=dict)
    leaves_out: tuple[str, ...] = ()
    audience: Audience | None = None
    in_row: bool = False
    warning: str = ""
    question_in: str = ""
    service_in: str = ""
    reader_in: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """An answer that stops the form, what is said then, and what to do instead."""

    when: Schema
    what: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its schema, and what our keywords say of its answers.

    `repeats` tells after how many steps of its pattern rows of a repeat begin.
    """

    id: str
    title: str
    schema: Schema
    pattern: Pattern
    repeats: tuple[int, ...] = ()
    taken_by: TakenBy = TakenBy.ASKERS
    sensitivity: Sensitivity = Sensitivity.ORDINARY
    prefill: str = ""
    fresh_days: int | None = None
    never_reuse: bool = False
    carry_forward: str = ""
    restrictions: tuple[Restriction, ...] = ()
    stops: tuple[Stop, ...] = ()

    @property
    def repeat(self) -> Pattern:
        """The repeat whose rows it stands in; empty for none."""
        return self.pattern[: self.repeats[-1]] if self.repeats else ()

    @property
    def goes_nowhere(self) -> bool:
        """Whether no output may hold its answers."""
        return self.taken_by is TakenBy.NOBODY or self.sensitivity is Sensitivity.RESTRICTED


@dataclass(frozen=True, slots=True)
class Leaf:
    """A condition on one answer; `scope` counts from where the rule stands."""

    scope: Pattern
    schema: Schema


@dataclass(frozen=True, slots=True)
class Several:
    """Conditions of which all, or else any, have to hold."""

    all_of: bool
    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Unknowable:
    """A condition that nobody can decide; what depends on it stays hidden."""


Condition = Leaf | Several | Unknowable


@dataclass(frozen=True, slots=True)
class Rule:
    """When to show or hide; `base` is how many steps of a spot lie before the rule's row."""

    effect: Effect
    condition: Condition
    base: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """A question's place in the layout: its page, and the rules it is under."""

    pattern: Pattern
    page: str
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """A file made from answers, the questions it takes, and who may read it."""

    id: str
    title: str
    kind: Kind
    takes: frozenset[str]
    template: str = ""
    audience: Audience = Audience.PROFESSIONALS
    only_when: tuple[tuple[str, frozenset[str]], ...] = ()
    """Questions and the answers to them with which it is made; without any it always is."""


@dataclass(frozen=True, slots=True)
class Service:
    """An in-house service that takes referrals: what people need to know to choose it."""

    id: str
    name: str
    purpose: str
    suits: str
    does_not_suit: str
    waiting: str
    choose_when: str
    takes: frozenset[str]
    questions: Schema
    outputs: tuple[Output, ...] = ()
    sign_off: str = ""


@dataclass(frozen=True)
class FormDefinition:
    """A form, complete: schema, questions in their order, places in the layout, outputs."""

    id: str
    title: str
    version: str
    schema: Schema
    questions: tuple[Question, ...]
    places: Mapping[Pattern, Placed]
    pages: tuple[str, ...]
    outputs: tuple[Output, ...]
    services: tuple[Service, ...] = ()
    each_service: tuple[Output, ...] = ()
    takes_services: bool = False
    layout: Schema = field(default_factory=dict)
    guide: str = ""

    @cached_property
    def by_pattern(self) -> Mapping[Pattern, Question]:
        """Each question by its pattern."""
        return {question.pattern: question for question in self.questions}


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not right with an answer; one that `stops` keeps every output from being made."""

    question: str
    what: str
    remedy: str
    stops: bool = True


@lru_cache(maxsize=8192)
def pattern_of(spot: Spot) -> Pattern:
    """Return the pattern of a spot: its steps without the numbers of rows."""
    return tuple(step for step in spot if isinstance(step, str))


def spelled(spot: Spot) -> str:
    """Return a spot as people write it in a file of answers: `child.0.name`."""
    return ".".join(map(str, spot))
