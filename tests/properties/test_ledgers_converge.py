"""Whatever desks, clocks, crashes and sync clients do, all desks end with the same history."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from librarian.adapters.ledger_cache import SqliteLedgerCache
from librarian.application.curators import Appointments
from librarian.application.keeping_ledger import LedgerKeeper
from librarian.application.keeping_ledger_writing import LedgerWriter
from librarian.domain.errors import LibrarianError
from librarian.domain.ledger import Entry, in_order
from tests.support.fakes import FakeClock
from tests.support.ledger_fakes import FakeMarker, FakeRecords, FakeSegments, KilledError
from tests.support.ledgers import FOUNDING

PEOPLE = ("janet", "tom", "mia")
WHO = st.sampled_from(PEOPLE)
CHANCE = st.integers(0, 2**20)


@dataclass
class Desk:
    """A desk: its replica of the files, what it remembers, its cache, and what runs there."""

    who: str
    clock: FakeClock
    segments: FakeSegments
    records: FakeRecords
    cache: SqliteLedgerCache
    keeper: LedgerKeeper
    told: dict[str, Entry]


class TeamMachine(RuleBasedStateMachine):
    """Three people act at their desks; files travel between them late, torn, doubled or not."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.caches = 0
        self.acknowledged: set[str] = set()
        self.salts = 0
        self.desks = {who: self.desk(who) for who in PEOPLE}

    def desk(self, who: str) -> Desk:
        clock = FakeClock()
        segments, records = FakeSegments(clock, Random(who)), FakeRecords()
        cache = self.cache()
        keeper = self.keeper(who, clock, segments, records, cache)
        return Desk(who, clock, segments, records, cache, keeper, {})

    def cache(self) -> SqliteLedgerCache:
        self.caches += 1
        return SqliteLedgerCache(Path(self.folder.name) / f"{self.caches}.sqlite")

    def keeper(
        self,
        who: str,
        clock: FakeClock,
        segments: FakeSegments,
        records: FakeRecords,
        cache: SqliteLedgerCache,
    ) -> LedgerKeeper:
        writer = LedgerWriter(
            segments=segments, clock=clock, desk=f"desk-{who}", who=who, salt=self.salt
        )
        return LedgerKeeper(
            marker=FakeMarker(FOUNDING),
            segments=segments,
            cache=cache,
            records=records,
            writer=writer,
            clock=clock,
        )

    def salt(self) -> str:
        self.salts += 1
        return f"{self.salts:032x}"

    def restart(self, desk: Desk) -> None:
        desk.keeper = self.keeper(desk.who, desk.clock, desk.segments, desk.records, desk.cache)
        desk.told = {}

    def hear(self, desk: Desk) -> None:
        news = desk.keeper.poll()
        desk.told |= {entry.id: entry for entry in news.entries}

    # What people and machines do

    @rule(who=WHO, note=st.sampled_from(["a", "b"]))
    def somebody_acts(self, who: str, note: str) -> None:
        desk = self.desks[who]
        self.hear(desk)
        entry = desk.keeper.append("noted", {"note": note})
        assert all(entry.stamp > other.stamp for other in desk.told.values())
        self.acknowledged.add(entry.id)

    @rule(who=WHO, name=st.sampled_from([*PEOPLE, "ann"]), adds=st.booleans())
    def somebody_changes_who_looks_after_it(self, who: str, name: str, *, adds: bool) -> None:
        appointments = Appointments(self.desks[who].keeper)
        change: Callable[[str], object] = appointments.add if adds else appointments.remove
        with suppress(LibrarianError):
            change(name)

    @rule(who=WHO)
    def somebody_without_the_right_writes_all_the_same(self, who: str) -> None:
        entry = self.desks[who].keeper.append("curator_added", {"name": "ann"})
        self.acknowledged.add(entry.id)

    @rule(who=WHO)
    def somebody_takes_over(self, who: str) -> None:
        with suppress(LibrarianError):
            Appointments(self.desks[who].keeper).take_over("They left.")

    @rule(who=WHO, after=st.integers(0, 700))
    def a_process_dies_while_it_writes(self, who: str, after: int) -> None:
        desk = self.desks[who]
        desk.segments.dies_after = after
        with suppress(KilledError):
            desk.keeper.append("noted", {"note": "never acknowledged"})
        desk.segments.dies_after = None
        self.restart(desk)

    @rule(who=WHO)
    def the_drive_refuses(self, who: str) -> None:
        desk = self.desks[who]
        desk.segments.refuses = True
        with suppress(LibrarianError):
            desk.keeper.append("noted", {"note": "refused"})
        desk.segments.refuses = False

    @rule(who=WHO, seconds=st.sampled_from([-40_000_000, -3600, 1, 90, 3600, 3_000_000]))
    def a_clock_jumps(self, who: str, seconds: int) -> None:
        self.desks[who].clock.pass_by(seconds)

    @rule(who=WHO)
    def a_desk_looks(self, who: str) -> None:
        self.hear(self.desks[who])

    @rule(who=WHO)
    def a_cache_is_thrown_away(self, who: str) -> None:
        desk = self.desks[who]
        desk.cache.close()
        desk.cache = self.cache()
        self.restart(desk)

    @rule(writer=WHO, reader=WHO, chance=CHANCE, part=st.sampled_from([0.3, 0.9, 1.0]))
    def a_file_travels(self, writer: str, reader: str, chance: int, part: float) -> None:
        files, there = self.desks[writer].segments.files, self.desks[reader].segments
        if files:
            path = sorted(files)[chance % len(files)]
            data = files[path][: int(len(files[path]) * part)]
            if len(data) > len(there.files.get(path, b"")):
                there.put(path, data)

    @rule(who=WHO, chance=CHANCE)
    def a_sync_client_makes_a_conflict_copy(self, who: str, chance: int) -> None:
        segments = self.desks[who].segments
        if segments.files:
            path = sorted(segments.files)[chance % len(segments.files)]
            copy = path.replace(".jsonl", f"-DESKTOP-{chance % 9} (conflict).jsonl")
            segments.put(copy, segments.files[path])

    @rule(who=WHO, chance=CHANCE, part=st.sampled_from([0.0, 0.5]))
    def a_backup_brings_back_an_older_state(self, who: str, chance: int, part: float) -> None:
        desk = self.desks[who]
        self.hear(desk)
        if desk.segments.files:
            path = sorted(desk.segments.files)[chance % len(desk.segments.files)]
            data = desk.segments.files.pop(path)
            if part:
                desk.segments.put(path, data[: int(len(data) * part)])
        desk.keeper.verify()

    # What must hold in the end

    @rule()
    def everything_arrives_everywhere(self) -> None:
        for _ in range(2):
            self.sync()
            for desk in self.desks.values():
                desk.keeper.verify()
        self.sync()
        for desk in self.desks.values():
            self.hear(desk)
        fresh = self.desk("ann")
        for desk in self.desks.values():
            self.copy_all(desk, fresh)
        self.hear(fresh)
        histories = [in_order(each.told.values()) for each in (*self.desks.values(), fresh)]
        rights = [each.keeper.rights for each in (*self.desks.values(), fresh)]
        fresh.cache.close()
        assert all(history == histories[0] for history in histories)
        assert all(each == rights[0] for each in rights)
        assert self.acknowledged <= {entry.id for entry in histories[0]}
        assert not self.desks["janet"].keeper.poll().entries, "a second look tells nothing new"

    def sync(self) -> None:
        for source in self.desks.values():
            for target in self.desks.values():
                self.copy_all(source, target)

    def copy_all(self, source: Desk, target: Desk) -> None:
        for path, data in source.segments.files.items():
            if len(data) > len(target.segments.files.get(path, b"")):
                target.segments.put(path, data)

    def teardown(self) -> None:
        try:
            self.everything_arrives_everywhere()
        finally:
            for desk in self.desks.values():
                desk.cache.close()
            self.folder.cleanup()


TestLedgersConverge = TeamMachine.TestCase
TestLedgersConverge.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)
