"""No bytes are lost: whatever fails, and wherever a process dies, between two steps of an act.

Colleagues save, move and delete; two desks act, fail, die and start again. Every content that a
colleague saved and did not destroy themselves, and every content that was ever recorded, is then
on the drive, in the archive or in the version store; and each document has one current version
that can be had, or somebody is asked.
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from librarian.adapters.drive_writing import told
from librarian.domain.errors import LibrarianError
from tests.support.faulty_disk import FAULTS, FaultyDisk, KilledError
from tests.support.history_fakes import ActingDesk, SharedRecord, digest

HOME = "Forms/Form.txt"
TWIN = "Forms/form.txt"
DRAFTS = ("Forms/Draft.txt", "Drafts/Other.txt")
PATHS = st.sampled_from([HOME, TWIN, *DRAFTS])
DESKS = st.sampled_from(["desk1", "desk2"])
MOVES = st.integers(0, 30)
FAULT_NAMES = st.sampled_from(sorted(FAULTS))


class Asked(NamedTuple):
    """What somebody is asked to do, with which file, as a version of which document."""

    act: str
    path: str
    of: str


def in_words(disk: FaultyDisk) -> None:
    """The ledger lies on the same drive, and says in words what goes wrong."""
    with told("the ledger"):
        disk.step()


def restore_first(desk: ActingDesk, asked: Asked) -> None:
    document = desk.managed.at(asked.path)
    versions = document.versions if document else ()
    desk.restorer.restore(asked.path, versions[0].label if versions else "v1.0")


ACTS: dict[str, Callable[[ActingDesk, Asked], object]] = {
    "publish": lambda desk, asked: desk.publisher.publish(asked.path, of=asked.of),
    "approve": lambda desk, asked: desk.publisher.approve(asked.path, of=asked.of),
    "restore": restore_first,
    "put back": lambda desk, asked: desk.restorer.put_back(asked.path),
    "archive": lambda desk, asked: desk.archivist.archive(asked.path, of=asked.of),
}
ASKED = st.builds(Asked, st.sampled_from(sorted(ACTS)), PATHS, st.sampled_from(["", HOME]))


class Team(RuleBasedStateMachine):
    """A drive on which things go wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(mkdtemp(prefix="librarian-test-"))
        self.root = self.place / "drive"
        self.record = SharedRecord()
        self.saved: dict[str, set[str]] = {}
        self.number = 0
        self.desks = {name: self.started(name) for name in ("desk1", "desk2")}

    def teardown(self) -> None:
        for path in self.root.rglob("*"):
            path.chmod(0o755)
        rmtree(self.place)

    def started(self, name: str) -> ActingDesk:
        """A process of a desk that starts, and ends what broke off at its last."""
        who = "janet" if name == "desk1" else "tom"
        disk = FaultyDisk()
        made = ActingDesk(
            self.root, self.record, who=who, desk=name, disk=disk, home=self.place / name
        )
        made.ledger.step = lambda: in_words(disk)
        made.recoverer.recover()
        return made

    # What colleagues do

    @initialize()
    def there_is_an_approved_form(self) -> None:
        self.a_colleague_saves(HOME)
        self.desks["desk1"].publisher.approve(HOME)

    @rule(path=PATHS)
    def a_colleague_saves(self, path: str) -> None:
        self.number += 1
        text = f"content {self.number}"
        self.forget(path)
        self.desks["desk1"].put(path, text)
        self.saved.setdefault(path, set()).add(digest(text))

    @rule(path=PATHS)
    def a_colleague_deletes(self, path: str) -> None:
        place = self.root / path
        if place.exists():
            self.forget(path)
            place.unlink()

    @rule()
    def a_colleague_changes_the_letter_case(self) -> None:
        one, other = self.root / HOME, self.root / TWIN
        if one.exists() and not other.exists():
            one.rename(other)
        elif other.exists() and not one.exists():
            other.rename(one)

    # What those who look after the drive do

    @rule(desk=DESKS, asked=ASKED)
    def somebody_acts(self, desk: str, asked: Asked) -> None:
        self.carry_out(self.desks[desk], asked)

    @rule(desk=DESKS, asked=ASKED, moves=MOVES, fault=FAULT_NAMES, lasting=st.booleans())
    def somebody_acts_and_it_goes_wrong(
        self, desk: str, asked: Asked, moves: int, fault: str, *, lasting: bool
    ) -> None:
        acting = self.desks[desk]
        self.disk(acting).after(moves, FAULTS[fault], lasting=lasting)
        try:
            self.carry_out(acting, asked)
        except KilledError:
            self.desks[desk] = self.started(desk)
        finally:
            self.disk(acting).after(None)

    @rule(desk=DESKS, asked=ASKED, moves=MOVES)
    def a_colleague_saves_in_the_middle(self, desk: str, asked: Asked, moves: int) -> None:
        acting = self.desks[desk]
        self.disk(acting).after(moves, lambda: self.a_colleague_saves(HOME))
        self.carry_out(acting, asked)
        self.disk(acting).after(None)

    @rule(asked=ASKED, other=ASKED, moves=MOVES)
    def two_desks_race(self, asked: Asked, other: Asked, moves: int) -> None:
        first, second = self.desks["desk1"], self.desks["desk2"]
        self.disk(first).after(moves, lambda: self.carry_out(second, other))
        self.carry_out(first, asked)
        self.disk(first).after(None)

    @rule(desk=DESKS)
    def a_desk_starts_again(self, desk: str) -> None:
        self.desks[desk] = self.started(desk)

    def carry_out(self, acting: ActingDesk, asked: Asked) -> None:
        """Have a desk act; what it refuses in words is an answer too."""
        with suppress(LibrarianError):
            ACTS[asked.act](acting, asked)

    def disk(self, acting: ActingDesk) -> FaultyDisk:
        assert isinstance(acting.disk, FaultyDisk)
        return acting.disk

    def forget(self, path: str) -> None:
        """What a colleague overwrites or deletes by hand is theirs to destroy, unless recorded."""
        place = self.root / path
        if place.exists():
            lying = digest(place.read_bytes())
            for digests in self.saved.values():
                digests.discard(lying)

    # What always holds

    @invariant()
    def every_byte_is_somewhere(self) -> None:
        kept = {digest(path.read_bytes()) for path in self.root.rglob("*") if path.is_file()}
        for path, digests in self.saved.items():
            assert digests <= kept, f"what was saved at {path} is gone"

    @invariant()
    def every_recorded_version_can_be_had(self) -> None:
        desk = self.desks["desk1"]
        desk.managed.refresh()
        for document in desk.managed.documents.by_id.values():
            for version in document.versions:
                assert desk.store.has(version.sha256)
        assert not desk.store.check(()).problems

    @invariant()
    def each_document_has_one_current_version_or_a_question(self) -> None:
        desk = self.desks["desk1"]
        for document in desk.managed.documents.by_id.values():
            reigning = [each for each in document.approved if each.until is None]
            assert len(reigning) == (1 if document.approved else 0)

    @invariant()
    def nothing_is_left_half_done(self) -> None:
        for desk in self.desks.values():
            desk.recoverer.recover()
        self.desks["desk1"].managed.refresh()
        left = [
            path for path in self.root.rglob("~librarian-*") if not path.name.endswith("-part.tmp")
        ]
        assert not self.desks["desk1"].managed.documents.unfinished
        assert not left, left

    @invariant()
    def an_approval_is_what_lies_there_or_somebody_is_told(self) -> None:
        desk = self.desks["desk1"]
        for document in desk.managed.documents.by_id.values():
            if document.current is None:
                continue
            served = desk.lender.serve(document.path)
            approved = digest(served.place.read_bytes()) == document.current.sha256
            assert approved, "readers always get the approved bytes"


TestTeam = Team.TestCase
TestTeam.settings = settings(
    max_examples=25,
    stateful_step_count=15,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
