"""What a principle sees: the catalogue as of one moment, read-only; the whole drive or a part.

A part is a view like any other: the files, folders and documents that are to be looked at, each
group of versions or of equal files complete. So a check need not know which one it was given.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from typing import Final, NamedTuple

from librarian.domain.clocks import moment
from librarian.domain.document_types import Months, usual_months
from librarian.domain.documents import Document, Status, Version
from librarian.domain.files import FileState
from librarian.domain.leftovers import Leftover
from librarian.domain.lineage import Known, Looks
from librarian.domain.paths import folder_of, is_within, key

ARCHIVE: Final = "Archive"
"""The folder of a drive that replaced versions go to."""


class SeenFile(NamedTuple):
    """A file as the last scan and its reading have it.

    `modified` and `since` (when it was first seen here) are in nanoseconds since 1970. What comes
    after `why` is empty while nobody has looked inside. `personal` names kinds, never the data.
    `family` groups the versions of one document, empty for a file without any; `of` is the file
    that this one is a copy of, itself where it is none.
    """

    file: int
    path: str
    size: int
    modified: int
    since: int
    state: FileState = FileState.PRESENT
    why: str = ""
    sha256: str = ""
    canonical: str = ""
    media_type: str = ""
    words: int = 0
    personal: tuple[str, ...] = ()
    reason: str = ""
    family: str = ""
    known: Known | None = None
    looks: Looks | None = None
    label: str = ""
    of: int = 0
    head: int = 0

    @property
    def is_present(self) -> bool:
        """Whether it is there and can be opened."""
        return self.state is FileState.PRESENT

    @property
    def first_seen(self) -> date:
        """The day on which it was first seen here."""
        return moment(self.since).date()

    @property
    def last_changed(self) -> date:
        """The day that its modified time names."""
        return moment(self.modified).date()


class SeenFolder(NamedTuple):
    """A folder that holds files, itself or further down; the counts are of all beneath it."""

    path: str
    files: int
    unreachable: int = 0
    since: int = 0


@dataclass(frozen=True, slots=True)
class Recorded:
    """All documents that people decided about, by where they lie and by what is in them."""

    homes: Mapping[str, Document] = field(default_factory=dict)
    places: Mapping[str, tuple[Document, Version]] = field(default_factory=dict)
    contents: Mapping[str, tuple[Document, Version]] = field(default_factory=dict)

    def home(self, path: str) -> Document | None:
        """The document whose current version has its place at path."""
        return self.homes.get(key(path)) if self.homes else None

    def of(self, file: SeenFile) -> tuple[Document, Version] | None:
        """The document and version that a file is, by its place first, then by its content."""
        if not self.homes:
            return None
        where = key(file.path)
        if where in self.places:
            return self.places[where]
        return self.contents.get(file.sha256) or self.contents.get(file.canonical)


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """The catalogue as of one moment: files, their groups, folders, documents.

    `documents` are those to be looked at; `recorded` knows every one. `folder_owners` names who
    owns a folder, by its path. `asked` are the folders that somebody could not open.
    """

    as_of: datetime
    files: Sequence[SeenFile] = ()
    folders: Sequence[SeenFolder] = ()
    documents: Sequence[Document] = ()
    recorded: Recorded = field(default_factory=Recorded)
    folder_owners: Mapping[str, str] = field(default_factory=dict)
    asked: frozenset[str] = frozenset()
    leftovers: Sequence[Leftover] = ()
    """What programs left behind, and shortcuts that lead nowhere."""
    archive: str = ARCHIVE
    by_path: Mapping[str, SeenFile] = field(default_factory=dict)
    contents: Mapping[str, Sequence[SeenFile]] = field(default_factory=dict)
    """Files that say the very same, by what they say; only where there are several."""
    families: Mapping[str, Sequence[SeenFile]] = field(default_factory=dict)
    """Files that look like versions of one document."""
    months: Months = usual_months
    """After how many months documents are looked at again."""

    @property
    def today(self) -> date:
        """The day it is."""
        return self.as_of.date()

    def is_archived(self, path: str) -> bool:
        """Whether path lies in the archive."""
        return is_within(path, self.archive)

    def at(self, path: str) -> SeenFile | None:
        """The file at path, where it is part of this view."""
        return self.by_path.get(key(path))

    def is_held(self, path: str) -> bool:
        """Whether the document at path must stay as it is."""
        where = key(path)
        found = self.recorded.homes.get(where) or self.recorded.places.get(where, (None,))[0]
        return bool(found and found.held)


def a_view(
    as_of: datetime,
    files: Sequence[SeenFile] = (),
    *,
    folders: Sequence[SeenFolder] = (),
    documents: Sequence[Document] = (),
    recorded: Recorded | None = None,
    folder_owners: Mapping[str, str] | None = None,
    asked: Iterable[str] = (),
    leftovers: Sequence[Leftover] = (),
    archive: str = ARCHIVE,
    months: Months = usual_months,
) -> CatalogueView:
    """Return the view of these, with its groups; all of it is recorded where nothing else is."""
    return CatalogueView(
        as_of=as_of,
        files=files,
        folders=folders,
        documents=documents,
        recorded=recorded_of(documents) if recorded is None else recorded,
        folder_owners=folder_owners or {},
        asked=frozenset(asked),
        leftovers=leftovers,
        archive=archive,
        by_path={key(each.path): each for each in files},
        contents=_same(files),
        families=_grouped(files),
        months=months,
    )


def recorded_of(documents: Iterable[Document]) -> Recorded:
    """Return documents by where they lie and by what is in them; what is current comes first."""
    homes: dict[str, Document] = {}
    places: dict[str, tuple[Document, Version]] = {}
    contents: dict[str, tuple[Document, Version]] = {}
    for document in documents:
        homes[key(document.path)] = document
        for version in document.versions:
            is_current = version is document.current
            where = document.path if is_current else version.path
            if where and (is_current or version.status is not Status.APPROVED):
                places[key(where)] = document, version
            for digest in filter(None, (version.sha256, version.canonical)):
                if is_current or digest not in contents:
                    contents[digest] = document, version
    return Recorded(homes, places, contents)


def folders_of(files: Iterable[SeenFile]) -> list[SeenFolder]:
    """Return every folder that these files lie beneath, with what it holds."""
    counted: dict[str, list[int]] = {}
    for each in files:
        gone = each.state is not FileState.PRESENT
        for folder in above(folder_of(each.path)):
            count = counted.get(folder)
            if count is None:
                count = counted[folder] = [0, 0, each.since]
            count[0] += 1
            count[1] += gone
            count[2] = min(count[2], each.since)
    return [SeenFolder(path, *count) for path, count in counted.items()]


@lru_cache(maxsize=8192)
def above(folder: str) -> tuple[str, ...]:
    """Return folder and every folder it lies in, the innermost first; the drive's top is none."""
    found: list[str] = []
    while folder:
        found.append(folder)
        folder = folder_of(folder)
    return tuple(found)


def _same(files: Iterable[SeenFile]) -> dict[str, list[SeenFile]]:
    found: dict[str, list[SeenFile]] = {}
    for each in files:
        said = each.canonical or each.sha256
        if said and each.state is FileState.PRESENT:
            found.setdefault(said, []).append(each)
    return {said: group for said, group in found.items() if len(group) > 1}


def _grouped(files: Iterable[SeenFile]) -> dict[str, list[SeenFile]]:
    found: dict[str, list[SeenFile]] = {}
    for each in files:
        if each.family:
            found.setdefault(each.family, []).append(each)
    return found
