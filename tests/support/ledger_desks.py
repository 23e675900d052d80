"""Desks over a ledger in memory, for tests that need no files."""

from dataclasses import dataclass, field
from pathlib import Path

from librarian.adapters.ledger_cache import SqliteLedgerCache
from librarian.application.adopting import Adopted
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.keeping_ledger_writing import LedgerWriter
from tests.support.fakes import FakeClock
from tests.support.ledger_fakes import FakeMarker, FakeRecords, FakeSegments
from tests.support.ledgers import FOUNDING


@dataclass
class Team:
    """One drive in memory and the desks that keep its ledger."""

    folder: Path
    marker: FakeMarker = field(default_factory=lambda: FakeMarker(FOUNDING))
    clock: FakeClock = field(default_factory=FakeClock)
    caches: list[SqliteLedgerCache] = field(default_factory=list)
    records: dict[str, FakeRecords] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.segments = FakeSegments(self.clock)

    def desk(self, who: str, clock: FakeClock | None = None) -> LedgerKeeper:
        """A new process at somebody's desk; its cache is new too, what it has seen is not."""
        cache = SqliteLedgerCache(self.folder / f"{len(self.caches)}.sqlite")
        self.caches.append(cache)
        return LedgerKeeper(
            marker=self.marker,
            segments=self.segments,
            cache=cache,
            records=self.records.setdefault(who, FakeRecords()),
            writer=LedgerWriter(
                segments=self.segments,
                clock=clock or self.clock,
                desk=f"desk-{who}",
                who=who,
                salt=lambda: "salt",
            ),
            clock=clock or self.clock,
        )

    def mark(self, adopted: Adopted | None) -> None:
        self.marker.adopted = adopted

    def close(self) -> None:
        for cache in self.caches:
            cache.close()
