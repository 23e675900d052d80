"""Desks that keep one drive's ledger in real files, for tests."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from librarian.adapters.ledger_cache import SqliteLedgerCache
from librarian.adapters.ledger_files import FolderSegments
from librarian.adapters.ledger_records import LocalRecords, desk_id
from librarian.adapters.marker import DriveMarker
from librarian.application.adopting import Adopted
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.keeping_ledger_writing import LedgerWriter
from librarian.application.ports import Clock
from tests.support.fakes import FakeClock

FOUNDING = Adopted("drive-1", "Child protection", ("janet", "tom"))


class OwnedSegments(FolderSegments):
    """Segments whose owners are told by a test instead of by the file system."""

    owners: Callable[[str], str | None] = staticmethod(lambda _: None)

    def owner(self, path: str) -> str | None:
        return self.owners(path)


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
        home: str = "",
        clock: Clock | None = None,
        owners: Callable[[str], str | None] = lambda _: None,
    ) -> LedgerKeeper:
        """One process of one person; another one of the same desk where home is the same."""
        place = self.homes / (home or who)
        segments = OwnedSegments(self.root, clock or self.clock)
        segments.owners = owners
        cache = SqliteLedgerCache(place / "catalogue.sqlite")
        self.open.append(cache)
        return LedgerKeeper(
            marker=DriveMarker(self.root),
            segments=segments,
            cache=cache,
            records=LocalRecords(place / "own"),
            writer=LedgerWriter(
                segments=segments,
                clock=clock or self.clock,
                desk=desk_id(place / "own"),
                who=who,
                salt=lambda: token_hex(16),
            ),
            clock=clock or self.clock,
        )

    def segments(self) -> list[Path]:
        return sorted((self.root / ".librarian" / "ledger").glob("*/*.jsonl"))

    def close(self) -> None:
        for cache in self.open:
            cache.close()
