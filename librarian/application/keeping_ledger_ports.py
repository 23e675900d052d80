"""What keeping a ledger in plain files needs of the world: segments, a cache, what was seen."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple, Protocol

from librarian.domain.chains import Head, Line, digest, id_of, text_of
from librarian.domain.curators import KINDS, Adopted
from librarian.domain.ledger import Entry, Problem, Stamp

PAYLOADS_ERASED: Final = "payloads_erased"
"""The kind of an entry that names, as `ids`, entries whose payloads a curator has erased."""

SPECIAL: Final = KINDS | {PAYLOADS_ERASED}
"""The kinds that are understood here and asked for by name."""


class Listed(NamedTuple):
    """A file of the ledger as a folder's listing shows it; `modified` in nanoseconds."""

    path: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Begun:
    """A new segment of this process; `modified` is the share's own time of it, in milliseconds."""

    path: str
    modified: int


class Segments(Protocol):
    """The files of the ledger on the drive; each but our own newest is only ever read.

    Every method raises DriveUnavailableError where the drive does not answer.
    """

    def list(self) -> Sequence[Listed]:
        """Every segment of every desk, conflict copies of sync clients among them."""

    def read(self, path: str, start: int, most: int) -> bytes:
        """At most so many bytes of a segment from start on."""

    def owner(self, path: str) -> str | None:
        """The account that owns the file, as far as the file system really tells."""

    def begin(self, desk: str) -> Begun:
        """Create a segment of our own, exclusively.

        Raises LibrarianError where this user may not write there.
        """

    def append(self, path: str, size: int, line: bytes) -> bool:
        """Add a line to our own segment and have it on disk; False where it has another size.

        Raises LibrarianError where the drive does not take it.
        """

    def overwrite(self, path: str, start: int, line: bytes, old: bytes) -> bool:
        """Put a line in place of another of the same length; False where it cannot be."""


@dataclass(frozen=True, slots=True)
class Known:
    """How far a segment was read: bytes and lines, the last line's hash, who owns it.

    `size` and `modified` are what the listing showed then.
    """

    path: str
    size: int
    modified: int
    read: int = 0
    lines: int = 0
    head: str = ""
    owner: str | None = None


class Taken(NamedTuple):
    """A line on its way into the cache.

    `counts` is False while nothing vouches for it. `by` is who brought it back, with `at`.
    """

    line: Line
    counts: bool
    by: str = ""
    at: Stamp | None = None


class Candidate(NamedTuple):
    """An entry that does not count so far, who brought it back, and when."""

    id: str
    who: str
    by: str
    at: Stamp


class Kept(NamedTuple):
    """An entry in the cache, as it was in its line."""

    id: str
    head: Head
    body: str | None

    def can_be_written(self) -> bool:
        """Whether it would be the same entry: a newer program may write heads of other kinds."""
        return id_of(digest(text_of(self.head).encode())) == self.id


@dataclass(frozen=True, slots=True)
class Changes:
    """Entries that count and came, or changed, after a mark; ids of those that do not count."""

    mark: int
    entries: tuple[Entry, ...] = ()
    without: tuple[str, ...] = ()


class EntryCache(Protocol):
    """What this desk has read of the ledger; thrown away and rebuilt at will."""

    def segments(self) -> dict[str, Known]:
        """How far each segment was read."""

    def take(self, known: Known, lines: Sequence[Taken]) -> None:
        """Have what was read of a segment ready to keep, and how far."""

    def keep(self) -> None:
        """Keep what was taken, all at once or not at all; an entry is kept once."""

    def forget_segment(self, path: str) -> None:
        """A segment is gone; what was read of it stays."""

    def mark(self) -> int:
        """The mark of the latest change."""

    def since(self, mark: int) -> Changes:
        """What came, or changed, after mark."""

    def of_kinds(self, kinds: Collection[str]) -> list[Entry]:
        """Every entry of these kinds, all of them special, that counts."""

    def count(self) -> int:
        """How many entries count."""

    def last(self, mark: int) -> Stamp | None:
        """The latest stamp of all entries that count and changed after mark."""

    def last_act(self, names: Sequence[str], before: Stamp) -> int | None:
        """When one of these people last did anything before a stamp, in milliseconds."""

    def candidates(self) -> list[Candidate]:
        """Entries that were brought back and do not count so far."""

    def admit(self, ids: Sequence[str]) -> None:
        """These entries count from now on."""

    def withdraw(self, ids: Sequence[str]) -> None:
        """These entries count no more."""

    def erase(self, ids: Sequence[str]) -> None:
        """The payloads of these entries are gone, wherever they turn up again."""

    def erased(self) -> frozenset[str]:
        """The entries whose payloads were erased."""

    def kept(self) -> list[Kept]:
        """Every entry that counts, as it was in its line."""

    def close(self) -> None:
        """Let go of what is open."""


class OwnRecords(Protocol):
    """What this desk has seen of a drive; no cache, kept beside the settings."""

    def heads(self) -> Mapping[str, tuple[int, str]]:
        """How many lines each segment had, and the last one's hash."""

    def saw(self, heads: Mapping[str, tuple[int, str]]) -> None:
        """Remember these too."""

    def wrong(self) -> tuple[Problem, ...]:
        """What was found wrong, and not found right since."""

    def found_wrong(self, found: Sequence[Problem]) -> None:
        """Remember that just this is wrong."""

    def trusted(self) -> Adopted | None:
        """The founding that this desk takes for the right one."""

    def trust(self, adopted: Adopted) -> None:
        """Take this founding for the right one from now on."""
