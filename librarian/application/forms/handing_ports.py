"""What handing referrals over needs of the world: addresses, inboxes, seals, messages, a book."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from librarian.domain.ledger import Entry, Json
from librarian.domain.referrals import ANSWER_DAYS


@dataclass(frozen=True, slots=True)
class Address:
    """Where a service takes referrals: a restricted folder, an age key, an e-mail address.

    All of it may be missing; then a message is prepared, and the person says whom it goes to.
    """

    service: str
    inbox: Path | None = None
    age_key: str = ""
    email: str = ""
    answer_days: int = ANSWER_DAYS


class Addresses(Protocol):
    """Knows where services take referrals."""

    def of(self, service: str) -> Address:
        """Where this service does. Raises LibrarianError where that is not told rightly."""


class Inboxes(Protocol):
    """Folders that services take packets from; every method raises LibrarianError, with a remedy.

    A packet comes into being in two steps: all its files under a name that only we use, then,
    with one move, its own name.
    """

    def check(self, folder: Path) -> None:
        """Raise where the folder is away, cannot be written, or is open to everybody."""

    def place(self, folder: Path, name: str, files: Mapping[str, bytes]) -> None:
        """Write all files of a packet, in the place of whatever an earlier try left there."""

    def is_placed(self, folder: Path, name: str) -> bool:
        """Whether a packet waits there for its own name."""

    def finish(self, folder: Path, name: str) -> None:
        """Give the packet its own name; where one of that name is there already, nothing."""

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names of the whole packets in a folder, in order."""

    def files(self, folder: Path, name: str) -> tuple[str, ...]:
        """The names of a packet's files, in order."""

    def read(self, folder: Path, name: str, file: str) -> bytes:
        """What one file of a packet holds."""

    def add(self, folder: Path, name: str, file: str, content: bytes) -> None:
        """Add a file to a packet, whole or not at all; one of that name is not replaced."""

    def remove(self, folder: Path, name: str) -> None:
        """Take a packet away for good, with all its files."""


class Seals(Protocol):
    """Encrypts for a service, and opens what was encrypted for it."""

    def seal(self, content: bytes, key: str) -> bytes:
        """The content as only the holder of the key can read it. Raises LibrarianError."""

    def open(self, content: bytes) -> bytes:
        """What was encrypted for this person. Raises LibrarianError where the key is not here."""


@dataclass(frozen=True, slots=True)
class Letter:
    """A message with a packet's files, for a person to send; `to` may be empty."""

    name: str
    to: str
    subject: str
    body: str
    files: Mapping[str, bytes]


class Letters(Protocol):
    """Prepares messages on this computer; nothing is ever sent from here."""

    def put(self, letter: Letter) -> Path:
        """Write a message that any mail program opens, and return where it lies."""

    def remove(self, path: Path) -> None:
        """Take a message away for good; one that is not there is gone already."""


@dataclass(frozen=True, slots=True)
class KeptHead:
    """What is readable of a kept submission: which it is, of which form, from which day."""

    id: str
    form: str
    version: str
    kept: date


class Submissions(Protocol):
    """What was handed over, kept encrypted on this computer until it is purged."""

    def save(self, head: KeptHead, answers: Mapping[str, object]) -> None:
        """Keep answers whole or not at all. Raises LibrarianError where that is not possible."""

    def load(self, head: KeptHead) -> Mapping[str, object]:
        """The answers. Raises LibrarianError where they are not there or were changed."""

    def heads(self) -> Sequence[KeptHead]:
        """All that is kept, the latest first."""

    def forget(self, submission: str) -> None:
        """Delete one; one that is not there is gone already."""


class Book(Protocol):
    """Where it is written how referrals stand: the shared ledger, or this computer alone."""

    who: str
    """The account of this person."""

    def write(self, kind: str, payload: Mapping[str, Json]) -> None:
        """Put it on record, on this computer at least."""

    def entries(self) -> Iterable[Entry]:
        """All that is on record, here and on the drive."""


class Shelf(Protocol):
    """A place on this computer where files of packets lie while somebody reads them."""

    def put(self, packet: str, file: str, content: bytes) -> Path:
        """Put a copy there that only this person can read. Raises LibrarianError."""

    def clear(self) -> None:
        """Take all copies away that no program has open."""
