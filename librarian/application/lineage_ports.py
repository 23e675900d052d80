"""What working out lineages needs of the catalogue: files, how they are filed, their ties."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from librarian.domain.lineage import Known, Lineage, Looks
from librarian.domain.lineage_candidates import Filed
from librarian.domain.lineage_kinship import Kinship
from librarian.domain.lineage_members import Member


@dataclass(frozen=True, slots=True)
class Agenda:
    """What there is to do: files that changed, and how much was worked out before.

    `since` counts files taken in singly since everything was last looked at as a whole.
    """

    due: tuple[int, ...]
    known: int
    since: int
    revision: int


@dataclass(frozen=True, slots=True)
class Whole:
    """Everything there is to know, worked out afresh."""

    files: Mapping[int, int]
    """The content of each file."""
    filed: Sequence[Filed]
    ties: Sequence[Kinship]
    lineages: Iterable[Lineage]
    boilerplate: Collection[int]
    revision: int


@dataclass(frozen=True, slots=True)
class Revision:
    """What changes because some files did.

    `due` are the files taken in; `contents` are all whose lineages are replaced; of these,
    `renewed` are filed afresh and have the `ties` given here instead of any before.
    """

    due: Sequence[int]
    files: Mapping[int, int]
    contents: Collection[int]
    renewed: Collection[int]
    filed: Sequence[Filed] = ()
    ties: Sequence[Kinship] = ()
    lineages: Sequence[Lineage] = field(default_factory=tuple)


@dataclass(frozen=True, slots=True)
class Place:
    """Where one file stands in its lineage; `head` is the file to show for all of it.

    `of` is the file that this one is a copy of, itself where it is none; `order` counts versions
    from the oldest; `modified` is in nanoseconds since 1970.
    """

    file: int
    path: str
    lineage: str
    head: int
    of: int
    looks: Looks
    known: Known
    label: str
    why: str
    order: int
    title: str
    question: str
    size: int
    modified: int


class LineageStore(Protocol):
    """Lineages and what they were made from, on this desk; one writer, any number of readers."""

    def agenda(self) -> Agenda:
        """What there is to do."""

    def every_member(self) -> list[Member]:
        """All files that can be versions of something, in no certain order."""

    def members(self, files: Collection[int]) -> list[Member]:
        """Those of these files that can be versions of something."""

    def contents_of(self, files: Collection[int]) -> Mapping[int, int]:
        """The content that each of these files had when it was last taken in."""

    def files_with(self, contents: Collection[int]) -> set[int]:
        """The files that had one of these contents when they were last taken in."""

    def filed_under(self, anchors: Collection[int], titles: Collection[str]) -> set[int]:
        """The contents that share one of these, unless a crowd does."""

    def ties_of(self, contents: Collection[int]) -> list[Kinship]:
        """The ties that touch one of these contents."""

    def boilerplate(self) -> frozenset[int]:
        """The checksums that tell nothing."""

    def begin_anew(self, whole: Whole) -> None:
        """Replace everything."""

    def revise(self, revision: Revision) -> None:
        """Replace what changed, whole or not at all."""

    def places(self, files: Collection[int]) -> dict[int, Place]:
        """Where each of these files stands; those without a lineage are left out."""

    def families(self, files: Collection[int]) -> dict[str, list[Place]]:
        """Where all files of the lineages of these files stand, by lineage."""

    def lineage(self, name: str) -> Lineage | None:
        """The lineage with this id."""

    def lineages(self) -> Iterator[Lineage]:
        """Every lineage, by title."""
