"""A ledger's files in memory, as each desk's own sync client shows them; late, torn and doubled."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from librarian.application.adopting import Adopted
from librarian.application.keeping_ledger_ports import Begun, Listed
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Problem
from tests.support.fakes import FakeClock


class KilledError(Exception):
    """The process dies here."""


@dataclass
class FakeSegments:
    """One desk's replica of the ledger's folder, listed in any order."""

    clock: FakeClock
    random: Random = field(default_factory=lambda: Random(1))
    files: dict[str, bytes] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    owners: dict[str, str] = field(default_factory=dict)
    ahead: int = 0
    dies_after: int | None = None
    refuses: bool = False
    made: int = 0

    def put(self, path: str, data: bytes) -> None:
        self.files[path] = data
        self.changes[path] = self.changes.get(path, 0) + 1

    def list(self) -> Sequence[Listed]:
        listed = [Listed(path, len(data), self.changes[path]) for path, data in self.files.items()]
        self.random.shuffle(listed)
        return listed

    def read(self, path: str, start: int, most: int) -> bytes:
        return self.files.get(path, b"")[start : start + most]

    def owner(self, path: str) -> str | None:
        return self.owners.get(path)

    def begin(self, desk: str) -> Begun:
        self.made += 1
        path = f"{desk}/{self.made:04}-{self.random.getrandbits(32):08x}.jsonl"
        self.put(path, b"")
        return Begun(path, int(self.clock.now().timestamp() * 1000) - self.ahead)

    def append(self, path: str, size: int, line: bytes) -> bool:
        if self.refuses:
            raise LibrarianError("The drive is full.", "Ask IT to make room.")
        if len(self.files.get(path, b"")) != size or path not in self.files:
            return False
        if self.dies_after is not None:
            self.put(path, self.files[path] + line[: self.dies_after])
            raise KilledError
        self.put(path, self.files[path] + line)
        return True

    def overwrite(self, path: str, start: int, line: bytes, old: bytes) -> bool:
        data = self.files[path]
        if data[start : start + len(old)] != old or len(line) != len(old):
            return False
        self.put(path, data[:start] + line + data[start + len(old) :])
        return True


@dataclass
class FakeMarker:
    """The mark of a drive."""

    adopted: Adopted | None

    def read(self) -> Adopted | None:
        return self.adopted

    def write(self, adopted: Adopted) -> None:
        if self.adopted:
            raise LibrarianError("There is one.", "Nothing to do.")
        self.adopted = adopted


@dataclass
class FakeRecords:
    """What a desk has seen, in memory."""

    seen: dict[str, tuple[int, str]] = field(default_factory=dict)
    founding: Adopted | None = None
    found: tuple[Problem, ...] = ()

    def heads(self) -> Mapping[str, tuple[int, str]]:
        return dict(self.seen)

    def saw(self, heads: Mapping[str, tuple[int, str]]) -> None:
        self.seen |= heads

    def wrong(self) -> tuple[Problem, ...]:
        return self.found

    def found_wrong(self, found: Sequence[Problem]) -> None:
        self.found = tuple(found)

    def trusted(self) -> Adopted | None:
        return self.founding

    def trust(self, adopted: Adopted) -> None:
        self.founding = adopted
