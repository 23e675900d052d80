"""Plans lose nothing: whatever fails, and wherever a process dies, while files are moved.

Colleagues save and delete meanwhile. Every content that a colleague saved and did not destroy
themselves lies on the drive, in the archive or in quarantine; no plan stays half made; and what
nobody touched goes back to where it was, with its time.
"""

from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from librarian.adapters.drive_writing import told
from librarian.domain.actions import Action, Archive, Move, SetAside
from librarian.domain.errors import LibrarianError
from librarian.domain.planning import Proposal
from tests.support.faulty_disk import FAULTS, FaultyDisk, KilledError
from tests.support.history_fakes import ActingDesk, SharedRecord, digest
from tests.support.plans import look_at, lying

PATHS = ["a.txt", "b.txt", "Forms/c.txt", "Forms/d.txt"]
PLACES = [*PATHS, "A.txt", "New/e.txt", "Forms/f.txt"]
ACTIONS = st.one_of(
    st.builds(Move, st.sampled_from(PLACES), st.sampled_from(PLACES)),
    st.builds(Archive, st.sampled_from(PLACES), st.just("Nobody used it.")),
    st.builds(SetAside, st.sampled_from(PLACES), st.sampled_from(["", *PATHS])),
)
WISHES = st.lists(ACTIONS, min_size=1, max_size=5)
MOVES = st.integers(0, 14)


class Team(RuleBasedStateMachine):
    """A drive on which plans are made while things go wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(mkdtemp(prefix="librarian-test-"))
        self.disk = FaultyDisk()
        self.record = SharedRecord()
        self.kept: set[str] = set()
        self.number = 0
        self.made: list[str] = []
        self.start()

    def teardown(self) -> None:
        rmtree(self.place)

    def start(self) -> None:
        """A process that starts, and ends what broke off at its last."""
        self.disk = FaultyDisk()
        self.desk = ActingDesk(self.place / "drive", self.record, disk=self.disk)
        self.desk.ledger.step = self.in_words
        self.desk.recoverer.recover()
        look_at(self.desk)

    def in_words(self) -> None:
        with told("the ledger"):
            self.disk.step()

    @initialize()
    def there_are_some_files(self) -> None:
        for path in PATHS:
            self.a_colleague_saves(path)

    @rule(path=st.sampled_from(PLACES))
    def a_colleague_saves(self, path: str) -> None:
        self.number += 1
        place = self.desk.root / path
        if place.exists():
            self.kept.discard(digest(place.read_bytes()))
        self.kept.add(self.desk.put(path, f"content {self.number}"))
        look_at(self.desk)

    @rule(path=st.sampled_from(PLACES))
    def a_colleague_deletes(self, path: str) -> None:
        place = self.desk.root / path
        if place.exists():
            self.kept.discard(digest(place.read_bytes()))
            place.unlink()

    @rule(wishes=WISHES)
    def a_plan_is_made(self, wishes: list[Action]) -> None:
        self.carry_out(wishes)

    @rule(wishes=WISHES)
    def a_plan_is_made_and_taken_back(self, wishes: list[Action]) -> None:
        before = lying(self.desk)
        self.made.clear()
        self.carry_out(wishes)
        for entry in self.made:
            undone = self.desk.contractor.undo(entry)
            assert not undone.failed
            assert lying(self.desk) == before
        look_at(self.desk)

    @rule(wishes=WISHES, moves=MOVES, fault=st.sampled_from(sorted(FAULTS)), lasting=st.booleans())
    def it_goes_wrong(self, wishes: list[Action], moves: int, fault: str, *, lasting: bool) -> None:
        self.disk.after(moves, FAULTS[fault], lasting=lasting)
        try:
            self.carry_out(wishes)
        except KilledError:
            self.start()
        finally:
            self.disk.after(None)

    @rule(moves=MOVES, fault=st.sampled_from(sorted(FAULTS)))
    def undoing_goes_wrong(self, moves: int, fault: str) -> None:
        if not self.made:
            return
        self.disk.after(moves, FAULTS[fault])
        try:
            with suppress(LibrarianError):
                self.desk.contractor.undo(self.made[-1])
        except KilledError:
            self.start()
        finally:
            self.disk.after(None)

    @rule(wishes=WISHES, moves=MOVES, path=st.sampled_from(PLACES))
    def a_colleague_saves_in_the_middle(self, wishes: list[Action], moves: int, path: str) -> None:
        self.disk.after(moves, lambda: self.a_colleague_saves(path))
        self.carry_out(wishes)
        self.disk.after(None)

    def carry_out(self, wishes: list[Action]) -> None:
        with suppress(LibrarianError):
            look_at(self.desk)
            plan = self.desk.planner.plan(map(Proposal, wishes))
            self.made.append(self.desk.contractor.apply(plan).entry)

    @invariant()
    def every_byte_is_somewhere(self) -> None:
        self.desk.recoverer.recover()
        found = {
            digest(path.read_bytes())
            for path in self.desk.root.rglob("*")
            if path.is_file() and not path.name.endswith(".tmp")
        }
        assert self.kept <= found, "what a colleague saved is gone"

    @invariant()
    def no_plan_stays_half_made(self) -> None:
        self.desk.recoverer.recover()
        assert not self.desk.managed.documents.unfinished_plans
        assert not list(self.desk.root.rglob("~librarian-*"))


TestTeam = Team.TestCase
TestTeam.settings = settings(
    max_examples=30,
    stateful_step_count=12,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
