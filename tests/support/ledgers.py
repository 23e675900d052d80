"""Desks that keep one drive's ledger in real files, for tests."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from librarian.adapters.ledger_cache import SqliteLedgerCache
from librarian.adapters.ledger_files import FolderSegments
from librarian.adapters.ledger_records import LocalRecords, desk_id
from librarian.adapters.marker import DriveMarker
from librarian.application.adopting import Adopted
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.keeping_ledger_ports import Begun, Listed
from librarian.application.keeping_ledger_writing import LedgerWriter
from librarian.application.ports import Clock
from tests.support.fakes import FakeClock

FOUNDING = Adopted("drive-1", "Child protection", ("janet", "tom"))


@dataclass
class _Ownerless:
    """Segments on a file system that tells no owners."""

    real: FolderSegments

    def list(self) -> Sequence[Listed]:
        return self.real.list()

    def read(self, path: str, start: int, most: int) -> bytes:
        return self.real.read(path, start, most)

    def owner(self, _: str) -> str | None:
        return None

    def begin(self, desk: str) -> Begun:
        return self.real.begin(desk)

    def append(self, path: str, size: int, line: bytes) -> bool:
        return self.real.append(path, size, line)

    def overwrite(self, path: str, start: int, line: bytes, old: bytes) -> bool:
        return self.real.overwrite(path, start, line, old)


@dataclass
class TeamDrive:
    """A drive with a ledger, and the desks at which people work on it."""

    root: Path
    homes: Path
    clock: Clock = field(default_factory=FakeClock)
    open: list[SqliteLedgerCache] = field(default_factory=list)

    def adopt(self, founding: Adopted = FOUNDING) -> "TeamDrive":
        self.root.mkdir(parents=True, exist_ok=True)
        DriveMarker(self.root).write(founding)
        return self

    def desk(
        self,
        who: str,
        *,
        clock: Clock | None = None,
        segments: type[FolderSegments] = FolderSegments,
    ) -> LedgerKeeper:
        """A process at somebody's desk; who is who they say, since one account runs all tests."""
        place, at = self.homes / who, clock or self.clock
        files = _Ownerless(segments(self.root, at))
        cache = SqliteLedgerCache(place / "catalogue.sqlite")
        self.open.append(cache)
        return LedgerKeeper(
            marker=DriveMarker(self.root),
            segments=files,
            cache=cache,
            records=LocalRecords(place / "own"),
            writer=LedgerWriter(
                segments=files,
                clock=at,
                desk=desk_id(place / "own"),
                who=who,
                salt=lambda: token_hex(16),
            ),
            clock=at,
        )

    def segments(self) -> list[Path]:
        return sorted((self.root / ".librarian" / "ledger").glob("*/*.jsonl"))

    def close(self) -> None:
        for cache in self.open:
            cache.close()
