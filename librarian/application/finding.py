"""Finding files: answers queries, shows facts and previews, and fills the page before a search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from librarian.application.belongings import Belongings
from librarian.application.folding import Folding
from librarian.application.ports import (
    Catalogue,
    Drive,
    IndexReader,
    Previewer,
    Record,
    Tally,
)
from librarian.domain.errors import LibrarianError
from librarian.domain.extraction import Reason
from librarian.domain.files import FileState
from librarian.domain.paths import folder_of
from librarian.domain.places import is_backwater
from librarian.domain.previews import NoPreview, Preview
from librarian.domain.searching import Counts, Query, Results, Snippet, Why

_COPIES: Final = 4
"""So many times as many changed files are looked at as are told, since copies are told once."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A top folder of the drive and how many files lie beneath it."""

    folder: str
    files: int


@dataclass(frozen=True, slots=True)
class Start:
    """What a person sees before typing anything."""

    starred: tuple[Record, ...]
    recent: tuple[Record, ...]
    changed: tuple[Record, ...]
    shelves: tuple[Shelf, ...]
    tally: Tally


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of one file, and whether this person starred it."""

    record: Record
    starred: bool


class Finder:
    """Answers what people ask of the drive; every call may be made from any thread."""

    def __init__(
        self,
        *,
        catalogue: Catalogue,
        index: IndexReader,
        drive: Drive,
        previewer: Previewer,
        belongings: Belongings,
        folding: Folding | None = None,
        serve: Callable[[str], Path] | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._index = index
        self._previewer = previewer
        self._belongings = belongings
        self._folding = folding
        self._drive = drive
        self._serve = serve or drive.locate
        self._opened: dict[int, int] | None = None
        self._since: int | None = None

    def find(self, query: Query) -> Results:
        """The best hits for query, best first; older versions and copies under the one to use."""
        if self._folding is None:
            return self._search(query)
        return self._folding.find(query, self._search)

    def counts(self, query: Query) -> Counts:
        """How many results each filter would leave."""
        of_files = self._index.counts(query)
        if self._folding is None or query.all_versions:
            return of_files
        return self._folding.counts(query, self._search, of_files)

    def total(self, results: Results) -> int:
        """How many results there are in all; of very many, how many files at most."""
        query = results.query
        if self._folding is None or query.all_versions:
            return results.total
        exact = self._folding.total(query, self._search)
        return results.total if exact is None else exact

    def snippets(self, query: Query, files: Sequence[int]) -> dict[int, Snippet]:
        """A piece of text around what was asked, for each of these files that has any."""
        return self._index.snippets(query, files)

    def words(self, query: Query) -> tuple[str, ...]:
        """The plain words to mark where a file is shown."""
        return self._index.words(query)

    def near(self, text: str) -> tuple[str, ...]:
        """Spellings that would have found something."""
        return self._index.near(text)

    def why(self, query: Query, path: str) -> tuple[Why, ...]:
        """Why the file at path has its score, part by part."""
        return self._index.explain(query, self._record(path).file, self._openings())

    def refresh(self) -> None:
        """See what was made searchable since."""
        self._index.refresh()
        self._opened = None

    def tally(self) -> Tally:
        """How many files are known and how many were looked inside."""
        return self._catalogue.tally()

    def start(self, limit: int = 8) -> Start:
        """What to show before anything was typed."""
        belongings = self._belongings
        if self._since is None:
            self._since = belongings.last_look()
        return Start(
            starred=self._present(belongings.starred()),
            recent=self._present(tuple(belongings.opened())[:limit]),
            changed=_told_once(self._catalogue.recent(self._since, _COPIES * limit))[:limit],
            shelves=tuple(Shelf(folder, files) for folder, files in self._catalogue.folders()),
            tally=self._catalogue.tally(),
        )

    def note_look(self) -> None:
        """Remember that this person has seen what is new; it stays shown until they come again."""
        self._belongings.note_look()

    def facts(self, path: str) -> Facts:
        """What is known of the file at path.

        Raises LibrarianError where no such file is known.
        """
        record = self._record(path)
        return Facts(record, record.listed.path in self._belongings.starred())

    def preview(self, path: str, query: Query, first_page: int = 0) -> Preview:
        """What readers get of the file at path, with the words of query marked.

        A file kept online only is not fetched to be shown.
        Raises LibrarianError with a remedy where the drive does not give the file just now.
        """
        if self._drive.is_online_only(path):
            return NoPreview(Reason.ONLINE_ONLY)
        words = self._index.words(query)
        shown = self._previewer.preview(self._serve(path), words, first_page)
        if isinstance(shown, NoPreview) and shown.reason is Reason.UNREACHABLE:
            self._drive.check_readable(path)
        return shown

    def _search(self, query: Query) -> Results:
        return self._index.find(query, self._openings())

    def _record(self, path: str) -> Record:
        record = self._catalogue.record(path)
        if record is None:
            raise LibrarianError(
                "This file is not known here.", "Check the name, or look at the drive again."
            )
        return record

    def _present(self, paths: Sequence[str]) -> tuple[Record, ...]:
        found = (self._catalogue.record(path) for path in paths)
        return tuple(record for record in found if record and record.state is FileState.PRESENT)

    def _openings(self) -> dict[int, int]:
        if self._opened is None:
            records = ((self._catalogue.record(p), o) for p, o in self._belongings.opened().items())
            self._opened = {record.file: opened.times for record, opened in records if record}
        return self._opened

    def forget_openings(self) -> None:
        """Count openings afresh at the next search."""
        self._opened = None


def _told_once(records: Sequence[Record]) -> tuple[Record, ...]:
    """Files in their order without copies of one another; a copy among what is old gives way."""
    told: dict[str, Record] = {}
    for record in records:
        content = record.reading.sha256 if record.reading else record.listed.path
        if content not in told or _is_old(told[content]) > _is_old(record):
            told[content] = record
    kept = {record.file for record in told.values()}
    return tuple(record for record in records if record.file in kept)


def _is_old(record: Record) -> bool:
    return is_backwater(folder_of(record.listed.path))
