"""What a window shows and does about one document: values, and the two services behind them.

Both services put together what is inferred from the files and what people have decided, so that a
page never has to know the one from the other by anything but its words.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from librarian.domain.searching import State


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a document, as a line of its timeline.

    `path` is where its file lies, empty where only its recorded bytes are left. `sha256` is the
    digest of what was seen there. `when` is since when it counts, or when its file was changed.
    `recorded` tells that its bytes can be brought back.
    """

    path: str
    sha256: str
    state: State
    when: datetime
    label: str = ""
    who: str = ""
    note: str = ""
    why: str = ""
    recorded: bool = False
    is_change: bool = False
    """Whether it lies in the confirmed version's place without being confirmed."""

    @property
    def is_confirmed(self) -> bool:
        """Whether people have decided about it, rather than the files suggesting it."""
        return bool(self.who)


@dataclass(frozen=True, slots=True)
class CopyPlace:
    """Where a copy lies, and why it is taken for one."""

    path: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class OpenElsewhere:
    """Who seems to have the file open, since when; `doubtful` where the sign of it is old."""

    who: str
    since: datetime
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class WishShown:
    """What a reader asked for, and nobody dealt with yet."""

    id: str
    who: str
    when: datetime
    words: str


@dataclass(frozen=True, slots=True)
class About:
    """All about one document: `path` is its file, or the file that was asked about.

    `seen` is the digest of what lies at `path`, so that an act on it can refuse another. `edited`
    tells that it was changed after it was confirmed. `may_change` tells that this person looks
    after the drive; `keepers` are those who do.
    """

    path: str
    title: str
    editions: tuple[Edition, ...]
    seen: str = ""
    head: int = 0
    copies: tuple[CopyPlace, ...] = ()
    question: str = ""
    edited: bool = False
    held: bool = False
    open_elsewhere: OpenElsewhere | None = None
    owner: str = ""
    deputy: str = ""
    phone: str = ""
    review_due: date | None = None
    missing_since: datetime | None = None
    """Since when a complete look at the drive has not found its file."""
    is_missing: bool = False
    """Whether the last look did not find its file; `lies_at` is where it seems to be now."""
    lies_at: str = ""
    may_vouch: bool = False
    """Whether this person may say that it is still right: it is confirmed, and theirs or due."""
    wishes: tuple[WishShown, ...] = ()
    may_change: bool = False
    keepers: tuple[str, ...] = ()

    @property
    def current(self) -> Edition | None:
        """The version to use, as far as anybody can tell; None where nothing is known."""
        return self.editions[self.head] if self.editions else None


class Turn(StrEnum):
    """What became of a piece of text from one version to the other."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Pair:
    """A piece of text in both versions, side by side; a table's row holds its cells by tabs."""

    turn: Turn
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side, in reading order; `same` where every word is."""

    same: bool
    pairs: tuple[Pair, ...] = ()

    @property
    def changes(self) -> int:
        """How many pieces are not the same."""
        return sum(pair.turn is not Turn.SAME for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Sent:
    """A wish on its way: on record, or as a message file to be sent by the person."""

    message: Path | None = None


class Known(StrEnum):
    """What a file from elsewhere turned out to be."""

    CURRENT = "current"
    REPLACED = "replaced"
    DRAFT = "draft"
    LATEST = "latest"
    OLDER = "older"
    FILLED_IN = "filled in"
    ALIKE = "alike"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a dropped file is: the document it belongs to, and what changed since.

    `path` is the file to use instead. `changes` is None where the two could not be compared.
    """

    name: str
    known: Known
    path: str = ""
    title: str = ""
    label: str = ""
    since: datetime | None = None
    changes: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A copy that this person made, and whose original has another current version by now."""

    copy: Path
    path: str
    label: str
    who: str
    since: datetime


class Registrar(Protocol):
    """Shows and changes single documents; every call may block and be made from any thread."""

    def about(self, path: str) -> About:
        """All that is known of the document at path. Raises LibrarianError where there is none."""

    def compare(self, one: Edition, other: Edition) -> Comparison:
        """Two versions side by side. Raises LibrarianError where one cannot be read as text."""

    def read(self, edition: Edition) -> tuple[str, ...]:
        """A version's text, block by block. Raises LibrarianError where it has none."""

    def confirm(self, path: str, *, note: str = "", seen: str = "", of: str = "") -> None:
        """Make the file at path the current version of its document, or of the one at `of`."""

    def put_forward(self, path: str, *, note: str = "", seen: str = "", of: str = "") -> None:
        """Record the file at path as a draft of its document, or of the one at `of`."""

    def restore(self, path: str, edition: Edition, *, note: str = "", seen: str = "") -> None:
        """Make a recorded version of the document at path current again."""

    def put_back(self, path: str, *, seen: str = "") -> None:
        """Put the confirmed bytes back where somebody changed the file."""

    def follow(self, path: str, to: str) -> None:
        """The document at path has its place at `to` from now on: somebody moved its file."""

    def hold(self, path: str, *, on: bool) -> None:
        """Keep the document where and as it is, or let it go again."""

    def ask_to_confirm(self, path: str, *, seen: str = "") -> Sent:
        """Ask those who look after the drive whether this is the current one."""

    def suggest(self, path: str, note: str, *, seen: str = "") -> Sent:
        """Tell those who look after the drive what should be otherwise."""

    def report(self, path: str, note: str) -> Sent:
        """Tell those who look after the drive that something is wrong with the file."""

    def vouch(self, path: str) -> Sent | None:
        """Say that the document at path is still right; None where that settled it at once."""

    def answer(self, wish: str) -> None:
        """A reader's wish was dealt with."""

    def change_template(self, path: str) -> str:
        """Begin the next version of the document at path; return where its draft lies."""

    def save_dated_copy(self, path: str, folder: Path) -> Path:
        """Put a copy with today's date in its name into folder, and return where it lies."""

    def left_behind(self) -> tuple[LeftBehind, ...]:
        """Copies made here whose original has moved on, until `forget` was told of them."""

    def forget(self, copy: Path) -> None:
        """Tell nothing about this copy any more."""

    def recognise(self, file: Path) -> Recognised:
        """What a file from anywhere is."""


@dataclass(frozen=True, slots=True)
class Care:
    """Who looks after a drive: nobody (`name` empty), or these; `questions` wait for them.

    `me` is this person; `may_begin` tells that they can write there.
    """

    me: str
    name: str = ""
    keepers: tuple[str, ...] = ()
    is_mine: bool = False
    may_begin: bool = False
    questions: tuple[str, ...] = ()
    taken_over: tuple[str, ...] = ()

    @property
    def is_nobodys(self) -> bool:
        """Whether nobody looks after the drive so far."""
        return not self.name


@dataclass(frozen=True, slots=True)
class Task:
    """One document to be confirmed: its candidates, the likeliest first."""

    title: str
    candidates: tuple[Edition, ...]
    question: str = ""
    used: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """What waits for those who look after a drive."""

    tasks: tuple[Task, ...] = ()
    confirmed: int = 0
    wishes: tuple[tuple[str, WishShown], ...] = field(default=())
    """Each with the path that it is about."""


class Caretaker(Protocol):
    """Looks after a whole drive; every call may block and be made from any thread."""

    def care(self) -> Care:
        """Who looks after the drive."""

    def begin(self, name: str, keeper: str = "") -> Care:
        """Look after the drive from now on, with a second person where one is named."""

    def name_keeper(self, keeper: str) -> Care:
        """Name somebody else to look after the drive too."""

    def take_over(self, because: str) -> Care:
        """Look after a drive whose keepers are all gone, for a reason that everybody sees."""

    def board(self, most: int = 20) -> Board:
        """The most used documents that nobody has confirmed so far, and what readers wish."""
