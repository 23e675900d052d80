"""What reviewing needs of the catalogue: all files, or the few that a change touches."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from librarian.domain.catalogue_view import SeenFile, SeenFolder
from librarian.domain.documents import Document
from librarian.domain.findings import Finding
from librarian.domain.leftovers import Leftover


@dataclass(frozen=True, slots=True)
class Whole:
    """Every file that is known, and how many changes that takes in."""

    files: Sequence[SeenFile]
    mark: int


@dataclass(frozen=True, slots=True)
class Part:
    """What is touched by changes: files with their whole groups, and folders.

    `paths` are those of all files here, before and now, gone ones included.
    """

    files: Sequence[SeenFile]
    folders: Sequence[SeenFolder]
    paths: Collection[str]
    mark: int


@dataclass(frozen=True, slots=True)
class Print:
    """A document as it was at the last review: where it lay, and what sums it up."""

    path: str
    sum: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """Findings to forget and to keep; by code, the subjects whose findings are replaced."""

    subjects: Mapping[str, Collection[str]]
    findings: Sequence[Finding]


class ReviewStore(Protocol):
    """Findings of this desk and what they were made from; a cache, like the catalogue beside it."""

    def stamp(self) -> str:
        """What the last review went by; empty before the first."""

    def paths(self) -> Sequence[str]:
        """Where every file lies."""

    def count_due(self) -> int:
        """How many files changed since."""

    def whole(self) -> Whole:
        """Everything that is known of files."""

    def part(self, documents: Iterable[Document], folders: Iterable[str]) -> Part:
        """What changed since, and what these documents and folders are about."""

    def prints(self) -> Mapping[str, Print]:
        """Each document as it was at the last review."""

    def findings(self) -> Sequence[Finding]:
        """What was found so far, by code and subject."""

    def leftovers(self) -> Sequence[Leftover]:
        """What programs left behind and which shortcuts lead nowhere, by path."""

    def subjects(self, replaced: Replaced) -> Sequence[Finding]:
        """The findings that would be replaced."""

    def begin_anew(
        self, whole: Whole, findings: Sequence[Finding], prints: Mapping[str, Print], stamp: str
    ) -> None:
        """Keep a review of everything, whole or not at all."""

    def revise(
        self,
        part: Part,
        replaced: Replaced,
        prints: Mapping[str, Print],
        gone: Collection[str],
    ) -> None:
        """Keep a review of a part; `gone` are documents that are no more."""


class SinceBook(Protocol):
    """When each open finding was first found: kept, for the catalogue is a cache."""

    def load(self) -> Mapping[str, int]:
        """Milliseconds since 1970, by finding."""

    def save(self, since: Mapping[str, int]) -> None:
        """Keep these, and no others."""

    def add(self, since: Mapping[str, int]) -> None:
        """Keep these too."""
