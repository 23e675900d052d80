"""Rules of the house: what a principle is, and how a team has set it.

A principle is a pure function over the catalogue as of a moment, with words that say what it asks,
why, and what to do. A rule is a principle with the team's terms, mode and scope.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from librarian.domain.actions import Dispose
from librarian.domain.catalogue_view import CatalogueView
from librarian.domain.document_types import type_of
from librarian.domain.findings import Finding
from librarian.domain.kinds import kind_of
from librarian.domain.paths import extension_of, is_within


class Settable(Protocol):
    """Terms: a frozen dataclass of numbers, words, days and lists of words."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


T = TypeVar("T", bound=Settable)


class Mode(StrEnum):
    """What a rule does with what it finds; in the window: off, tell us, suggest, do it."""

    OFF = "off"
    ADVISE = "advise"
    PROPOSE = "propose"
    ENFORCE = "enforce"


class Unit(StrEnum):
    """What a check looks at, one by one; a change has only such units checked again as it touches.

    A file comes with the files that say the same and the versions of its document. A finding about
    a document has the document's path as its subject, one about a folder that folder.
    """

    FILE = "file"
    FOLDER = "folder"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a rule holds: everywhere, or only in some folders, for some types, kinds of file.

    `types` are those of documents (Form, Guidance …), `kinds` those of files (word, pdf …);
    `excepted` are paths of files or folders that it leaves alone.
    """

    folders: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()

    def covers(self, path: str) -> bool:
        """Whether the rule holds for what lies at path."""
        if self.folders and not any(is_within(path, folder) for folder in self.folders):
            return False
        if any(is_within(path, each) for each in self.excepted):
            return False
        if self.types and str(type_of(path)) not in self.types:
            return False
        return not self.kinds or str(kind_of(extension_of(path))) in self.kinds


@dataclass(frozen=True, slots=True)
class Principle(Generic[T]):
    """A rule of the house: its code, its words, its terms and its check.

    `wording` is what it asks, with the names of terms in braces; `why` and `remedy` are the user's
    help. `on` tells whether it holds from the first day; the others are offered. `by_machine`
    tells whether the automatic check may ever carry out what it proposes.
    """

    code: str
    title: str
    wording: str
    why: str
    remedy: str
    terms: type[T]
    check: Callable[[CatalogueView, T], Iterable[Finding]]
    unit: Unit = Unit.FILE
    on: bool = False
    by_machine: bool = True

    def review(self, view: CatalogueView) -> tuple[Finding, ...]:
        """Return what this principle finds under its default terms."""
        return tuple(self.check(view, self.terms()))


@dataclass(frozen=True, slots=True)
class Rule(Generic[T]):
    """A principle as a team has set it."""

    principle: Principle[T]
    terms: T
    mode: Mode = Mode.OFF
    scope: Scope = field(default_factory=Scope)

    @property
    def code(self) -> str:
        """The principle's code."""
        return self.principle.code

    @property
    def is_on(self) -> bool:
        """Whether the team keeps to it."""
        return self.mode is not Mode.OFF

    @property
    def wording(self) -> str:
        """What it asks, with the team's terms in it."""
        return self.principle.wording.format(**asdict(self.terms))

    def review(self, view: CatalogueView) -> Iterator[Finding]:
        """Yield what is found where this rule holds, proposing only what may be done.

        What is held stays: nothing is proposed for it. What destroys is never enforced.
        """
        for finding in self.principle.check(view, self.terms):
            if self.scope.covers(finding.subject):
                yield self._proposing(view, finding)

    def _proposing(self, view: CatalogueView, finding: Finding) -> Finding:
        if not finding.proposed:
            return finding
        if self.mode is Mode.ADVISE or view.is_held(finding.subject):
            return replace(finding, proposed=())
        return finding

    def enforces(self, finding: Finding) -> bool:
        """Whether the automatic check may do what this finding proposes."""
        destroys = any(isinstance(action, Dispose) for action in finding.proposed)
        return self.mode is Mode.ENFORCE and self.principle.by_machine and not destroys


AnyPrinciple = Principle[Any]
AnyRule = Rule[Any]


def as_started(principle: AnyPrinciple) -> AnyRule:
    """Return a principle as it is before a team has set anything."""
    return Rule(principle, principle.terms(), Mode.PROPOSE if principle.on else Mode.OFF)
