"""What the library needs of the world, as small protocols; adapters and indexers provide them."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, Protocol, TypeVar

from librarian.domain.errors import LibrarianError
from librarian.domain.events import Event
from librarian.domain.files import Closed, FileState, Listed, Reading
from librarian.domain.previews import Preview
from librarian.domain.searching import Counts, Entry, Query, Results, Snippet, Why

T = TypeVar("T")


class Clock(Protocol):
    """Tells the time."""

    def now(self) -> datetime:
        """The moment it is, in UTC."""

    def ticks(self) -> float:
        """Seconds that only ever go forward, for measuring how long something took."""


class Cancel(Protocol):
    """A person's wish to stop, looked at between two steps."""

    def __call__(self) -> bool:
        """Whether to stop now."""


class Bus(Protocol):
    """Carries events to whoever subscribed, in the publisher's thread."""

    def publish(self, event: Event) -> None: ...

    def subscribe(self, listener: Callable[[Event], None]) -> None: ...


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies directly in a folder: files, paths of folders to go into, what is closed."""

    files: tuple[Listed, ...]
    folders: tuple[str, ...]
    closed: tuple[Closed, ...] = ()


class Drive(Protocol):
    """A shared drive, in place."""

    root: Path

    def walk(self, folder: str = "") -> Iterator[Listed | Closed]:
        """Every file beneath folder that is not passed over, and every folder that is closed.

        Raises DriveUnavailableError where the drive's top cannot be listed at all.
        """

    def is_there(self) -> bool:
        """Whether the drive's top can be listed just now."""

    def locate(self, path: str) -> Path:
        """The absolute path the operating system opens, long paths included."""

    def list(self, folder: str) -> Listing | Closed:
        """What lies directly in folder."""

    def is_online_only(self, path: str) -> bool:
        """Whether to read this file would fetch it from the cloud, as far as can be told."""

    def check_readable(self, path: str) -> None:
        """Raise LibrarianError with a remedy where this file cannot be opened just now."""

    def copy_out(self, path: str, target: Path) -> None:
        """Copy a file to target, whole or not at all; never over anything.

        Raises LibrarianError where the file cannot be read or target cannot be written.
        """


class Known(NamedTuple):
    """What the catalogue remembers of a file, just enough to tell whether it changed.

    `settled` is False while its contents are still to be read.
    """

    file: int
    size: int
    modified: int
    settled: bool
    state: FileState


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file whose contents are still to be read."""

    file: int
    listed: Listed


@dataclass(frozen=True, slots=True)
class Record:
    """All that the catalogue knows of one file; `since` is when it was first seen here.

    `since` and `seen` are in nanoseconds since 1970. `reading` is None until it was looked
    inside; its body is never kept here.
    """

    file: int
    listed: Listed
    state: FileState
    why: str
    since: int
    seen: int
    reading: Reading | None


@dataclass(frozen=True, slots=True)
class Tally:
    """How many files are known, how many were looked inside, how many have text."""

    files: int
    read: int
    with_text: int


class Catalogue(Protocol):
    """What is known of the drive's files; one writer, any number of readers.

    A row is dirty from the moment it changes until the index is known to agree with it.
    """

    def known(self, folder: str = "") -> dict[str, Known]:
        """The essentials of each file beneath folder, by its path."""

    def known_by_extension(self, extensions: Sequence[str]) -> dict[str, Known]:
        """The essentials of each file with one of these extensions, by its path."""

    def enter(self, files: Sequence[Listed], at: int) -> list[int]:
        """Add or change files, to be read again; returns their numbers, all dirty."""

    def settle(self, readings: Sequence[tuple[int, Reading]]) -> None:
        """Keep what was read; the rows stay dirty until `agreed`."""

    def postpone(self, files: Sequence[tuple[int, str]]) -> None:
        """Files that could not be fetched just now, each with why; left alone until `retry`."""

    def lose(self, files: Sequence[int], state: FileState, why: str) -> None:
        """Mark files not seen or unreachable; the rows are dirty."""

    def agreed(self, files: Sequence[int]) -> None:
        """The index agrees with these rows now."""

    def waiting(self) -> Iterator[Waiting]:
        """Files still to be read, recently changed folders first; fetched bit by bit."""

    def count_waiting(self) -> int: ...

    def count_present(self) -> int:
        """How many files are there, as far as is known."""

    def rename(self, file: int, path: str) -> None:
        """The same file is spelled otherwise now; `enter` comes next."""

    def retry(self) -> None:
        """Try postponed files again."""

    def placeholders(self) -> frozenset[str]:
        """The paths of present files that were kept online only when they were last listed."""

    def doubtful(self) -> list[Record]:
        """Dirty rows: the last run ended before the index agreed with them."""

    def reread(self, files: Sequence[int]) -> None:
        """Have these files read again at the next chance."""

    def outdated(self, revisions: Mapping[str, int]) -> list[int]:
        """Files last read by an extractor of a lower revision than it has now."""

    def record(self, path: str) -> Record | None:
        """All that is known of the file at path, compared by key."""

    def records(self, files: Sequence[int]) -> list[Record]:
        """All that is known of each of these files, in this order; unknown ones left out."""

    def with_content(self, sha256: str, canonical: str) -> list[Record]:
        """Files that are present and have this content, or the same in every way that matters."""

    def without_text(self) -> list[tuple[str, str]]:
        """Path and reason of each present file that was looked inside and has no text."""

    def tally(self) -> Tally: ...

    def recent(self, since: int, limit: int) -> list[Record]:
        """Present files first seen or changed after since, last changed first."""

    def folders(self) -> list[tuple[str, int]]:
        """Each top folder of the drive and how many present files lie beneath it."""

    def finished(self) -> int | None:
        """When the last complete scan ended, in nanoseconds since 1970."""

    def distrust(self) -> None:
        """The index was begun anew: no row agrees with it, and every file is read again."""

    def finish(self, at: int) -> None:
        """A complete scan ended at this moment."""


class IndexWriter(Protocol):
    """Makes files searchable; nothing is found before `commit`."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Add entries, replacing those of the same file."""

    def remove(self, files: Iterable[int]) -> None: ...

    def commit(self) -> None: ...


class IndexReader(Protocol):
    """Answers queries over what was committed; safe to use from several threads."""

    def find(self, query: Query, opened: Mapping[int, int]) -> Results:
        """The best hits; opened tells how often this person opened a file. Never raises for
        anything a person can type.
        """

    def fitting(self, query: Query, files: Collection[int]) -> Collection[int]:
        """Those of these files that the limits of query (kind, folder, date …) let through."""

    def counts(self, query: Query) -> Counts:
        """How many results each filter would leave."""

    def snippets(self, query: Query, files: Sequence[int]) -> dict[int, Snippet]:
        """A piece of text for each of these files that has any."""

    def words(self, query: Query) -> tuple[str, ...]:
        """The plain words to mark in a preview."""

    def near(self, text: str) -> tuple[str, ...]:
        """Spellings that would have found something."""

    def explain(self, query: Query, file: int, opened: Mapping[int, int]) -> tuple[Why, ...]:
        """Why a file has its score; the points add up to it."""

    def refresh(self) -> None:
        """See what was committed since."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A file that could not be fetched just now: the network's fault, not the file's."""

    why: str


class Reader(Protocol):
    """Looks inside files, each in isolation: a bad one costs itself alone."""

    revisions: Mapping[str, int]
    """The revision of each extractor, by name."""

    def get_ready(self) -> None:
        """Start what reading needs, since files will come in a moment."""

    def read(
        self, files: Iterable[tuple[int, Listed, Path]], cancel: Cancel
    ) -> Iterator[tuple[int, Reading | Unanswered]]:
        """What was found in each file, in any order; ends early when cancelled."""

    def close(self) -> None: ...


class Previewer(Protocol):
    """Shows what a file looks like, in isolation."""

    def preview(self, path: Path, words: Sequence[str], first_page: int = 0) -> Preview:
        """The file, or from first_page on, with words marked. Never raises for a bad file."""

    def close(self) -> None: ...


class Watcher(Protocol):
    """Says where to look again; a hint, never the truth."""

    def watch(self, look: Callable[[frozenset[str]], None]) -> AbstractContextManager[None]:
        """Call look with the folders in which something moved, settled into bursts."""


class Jobs(Protocol):
    """Runs work elsewhere; each lane runs one piece at a time, in order."""

    def submit(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[LibrarianError], None] | None = None,
    ) -> None:
        """Run work in lane; done or failed is called afterwards where the owner of this port
        wants it (in the window: on the GUI thread).
        """


class Store(Protocol):
    """Small named JSON documents of this user, kept and never a cache."""

    def load(self, name: str) -> dict[str, object]:
        """The document, or an empty one. A damaged one is set aside, never overwritten."""

    def save(self, name: str, document: Mapping[str, object]) -> None:
        """Write whole or not at all."""


class Desktop(Protocol):
    """What the operating system does for a person; each raises LibrarianError where it fails."""

    def open(self, path: Path) -> None: ...

    def open_folder(self, path: Path) -> None: ...

    def print(self, path: Path) -> None: ...
