"""What is asked of the index, and what it answers."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from librarian.domain.facets import Facets
from librarian.domain.kinds import Kind


class State(StrEnum):
    """Where a file stands among the versions of its document."""

    CURRENT = "current"
    LOOKS_NEWEST = "looks-newest"
    LOOKS_OLDER = "looks-older"
    DRAFT = "draft"
    SUPERSEDED = "superseded"
    ARCHIVED = "archived"
    ONLY = "only"


class Age(StrEnum):
    """How long ago a file was changed, as a filter."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"
    OLDER = "older"


@dataclass(frozen=True, slots=True)
class Filters:
    """What results are narrowed to; within one kind of filter any choice will do."""

    kinds: frozenset[Kind] = frozenset()
    folders: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    changed: Age | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What a person typed, narrowed by filters; while typing, the last word is a beginning."""

    text: str
    filters: Filters = field(default_factory=Filters)
    limit: int = 50
    typing: bool = True
    all_versions: bool = False
    """Whether older versions and copies are wanted one by one, archived ones too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file as the index holds it.

    `modified` is in nanoseconds since 1970. `body` is empty until the file was looked inside,
    and stays so where its text is withheld. `backwater` tells that the file lies among old or
    backup folders, `broken` that it is of no use: damaged, empty or not what its name says.
    """

    file: int
    path: str
    title: str
    kind: Kind
    modified: int
    size: int
    headings: str = ""
    body: str = ""
    author: str = ""
    facets: Facets = field(default_factory=Facets)
    personal: bool = False
    backwater: bool = False
    broken: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """One file that answers a query; `score` is higher for better, comparable in one answer.

    `document` names the document it is a version of, `label` the version. `by` and `since` tell
    who confirmed it and when; `edited`, that its file was changed after that. `why` gives the
    reasons for its state in words; `question` is what nobody could tell so far. `folded` holds
    the other versions and copies that stand under it.
    """

    file: int
    path: str
    title: str
    kind: Kind
    modified: datetime
    size: int
    score: float
    state: State = State.ONLY
    personal: bool = False
    facets: Facets = field(default_factory=Facets)
    document: str = ""
    label: str = ""
    by: str = ""
    since: datetime | None = None
    edited: bool = False
    why: tuple[str, ...] = ()
    question: str = ""
    folded: "tuple[Hit, ...]" = ()


@dataclass(frozen=True, slots=True)
class Results:
    """The best hits, best first; `total` counts all; `also` names what else was searched for.

    `corrected` names the near spelling that was searched where the typed one was not found.
    """

    query: Query
    hits: tuple[Hit, ...] = ()
    total: int = 0
    also: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    took_ms: float = 0.0


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of a file's text around what was asked; `marks` are (start, end) within it."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How many results each filter would leave, by filter value, most first.

    `are_files` tells that files were counted, of which several may be one result; `total` is how
    many results there are as it stands, where that is known.
    """

    kinds: tuple[tuple[str, int], ...] = ()
    folders: tuple[tuple[str, int], ...] = ()
    ages: tuple[tuple[str, int], ...] = ()
    themes: tuple[tuple[str, int], ...] = ()
    languages: tuple[tuple[str, int], ...] = ()
    changed: tuple[tuple[str, int], ...] = ()
    are_files: bool = False
    total: int | None = None


@dataclass(frozen=True, slots=True)
class Why:
    """One part of a hit's score, in words a person can follow."""

    what: str
    points: float
