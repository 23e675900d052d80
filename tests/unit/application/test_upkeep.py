"""The keeper scans, follows hints, and survives whatever a single scan runs into."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random
from threading import Thread

from librarian.application.scanning import Scanner
from librarian.application.upkeep import Keeper
from librarian.domain.errors import BusyError, LibrarianError
from librarian.domain.events import DriveLost, Event, IndexChanged, Noticed, ScanFinished
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fakes import (
    FakeBus,
    FakeClock,
    FakeDrive,
    FakeIndex,
    FakeReader,
    FakeWatcher,
)

PATIENCE = 10.0


@dataclass
class Household:
    """A keeper with everything it keeps."""

    drive: FakeDrive = field(default_factory=FakeDrive)
    catalogue: FakeCatalogue = field(default_factory=FakeCatalogue)
    index: FakeIndex = field(default_factory=FakeIndex)
    bus: FakeBus = field(default_factory=FakeBus)
    watcher: FakeWatcher = field(default_factory=FakeWatcher)
    busy: int = 0
    refuses: LibrarianError | None = None
    openings: int = 0
    on_opening: Callable[[], None] = lambda: None

    def __post_init__(self) -> None:
        self.keeper = Keeper(
            writing=self._writing,
            drive=self.drive,
            watcher=self.watcher,
            bus=self.bus,
            rescan_seconds=lambda: 3600.0,
            random=Random(1),
        )

    @contextmanager
    def _writing(self) -> Iterator[Scanner]:
        if self.busy:
            self.busy -= 1
            raise BusyError("Another Librarian is at work.", "Wait until it is done.")
        if self.refuses:
            raise self.refuses
        self.openings += 1
        self.on_opening()
        yield Scanner(
            drive=self.drive,
            catalogue=self.catalogue,
            index=self.index,
            reader=FakeReader(self.drive),
            clock=FakeClock(),
            bus=self.bus,
        )

    def run_until(self, answer: Callable[[Event], None]) -> None:
        """Run the keeper; `answer` is told each event and stops it when it has seen enough."""
        self.bus.subscribe(answer)
        keeping = Thread(target=self.keeper.run, daemon=True)
        keeping.start()
        keeping.join(PATIENCE)
        assert not keeping.is_alive(), "the keeper was never stopped"


def test_it_scans_at_the_start_and_ends_when_told_to() -> None:
    # Given a drive with a file
    house = Household()
    house.drive.put("a.txt")

    # When the keeper runs until its first scan is over
    def stop(event: Event) -> None:
        if isinstance(event, ScanFinished):
            house.keeper.stop()

    house.run_until(stop)

    # Then the file is found
    assert house.index.paths() == {"a.txt"}


def test_told_to_end_while_it_looks_inside_files_it_ends_at_once() -> None:
    # Given a drive with a file
    house = Household()
    house.drive.put("a.txt")

    # When the keeper is told to end while that file is being settled
    def stop(event: Event) -> None:
        if isinstance(event, IndexChanged) and event.read:
            house.keeper.stop()

    house.run_until(stop)

    # Then it ended without waiting for the next time to look
    assert not house.bus.of(ScanFinished)


def test_a_hint_makes_a_new_file_findable_without_a_scan() -> None:
    # Given a keeper whose first scan is over
    house = Household()
    house.drive.put("Forms/a.txt")

    # When a file appears and the watcher hints at its folder
    def hint(event: Event) -> None:
        if isinstance(event, ScanFinished) and house.watcher.look:
            house.drive.put("Forms/b.txt", "new words")
            house.watcher.look(frozenset({"Forms"}))
        if isinstance(event, IndexChanged) and "new words" in house.index.bodies().values():
            house.keeper.stop()

    house.run_until(hint)

    # Then it was found, after one scan only
    assert len(house.bus.of(ScanFinished)) == 1


def test_looking_again_on_demand_scans_the_whole_drive() -> None:
    # Given a keeper whose first scan is over
    house = Household()
    house.drive.put("a.txt")

    # When a person asks to look again
    def again(event: Event) -> None:
        if isinstance(event, ScanFinished):
            if len(house.bus.of(ScanFinished)) == 1:
                house.drive.put("b.txt")
                house.keeper.look_again()
            else:
                house.keeper.stop()

    house.run_until(again)

    # Then the second scan found what was new
    assert house.index.paths() == {"a.txt", "b.txt"}


def test_a_drive_that_is_away_is_said_and_searching_stays() -> None:
    # Given a drive that does not answer
    house = Household()
    house.drive.away = True

    # When the keeper runs
    def stop(event: Event) -> None:
        if isinstance(event, DriveLost):
            house.keeper.stop()

    house.run_until(stop)

    # Then it said so, and nothing was lost
    assert [event.why for event in house.bus.of(DriveLost)] == ["The drive does not answer."]


def test_while_another_process_writes_the_person_is_told_who() -> None:
    # Given a data folder that another process holds
    house = Household(busy=1)

    # When the keeper runs
    def stop(event: Event) -> None:
        if isinstance(event, Noticed):
            house.keeper.stop()

    house.run_until(stop)

    # Then it says so
    assert house.bus.of(Noticed)[0].title == "Another Librarian is at work."


class UnreliableIndex(FakeIndex):
    """An index that fails until it is opened anew."""

    broken = False

    def commit(self) -> None:
        if self.broken:
            raise LibrarianError("The search index does not answer.", "Look at the drive again.")
        super().commit()


def test_an_index_that_failed_is_opened_anew_when_a_person_looks_again() -> None:
    # Given an index that fails, and is sound when it is opened another time
    index = UnreliableIndex()
    house = Household(index=index)
    house.drive.put("a.txt")
    index.broken = True

    # When a person is told so, and looks again
    def look_again(event: Event) -> None:
        if isinstance(event, Noticed):
            house.on_opening = lambda: setattr(index, "broken", False)
            house.keeper.look_again()
        if isinstance(event, ScanFinished):
            house.keeper.stop()

    house.run_until(look_again)

    # Then the file is found
    assert house.index.paths() == {"a.txt"}
    assert house.openings == 2


def test_a_disk_that_takes_nothing_is_told_and_the_keeper_lives_on() -> None:
    # Given a data folder that cannot be written
    house = Household()
    house.refuses = LibrarianError("Librarian cannot write.", "Check the disk.")

    # When the keeper runs until it says so
    house.run_until(lambda event: house.keeper.stop() if isinstance(event, Noticed) else None)

    # Then a person was told what to check
    assert [notice.remedy for notice in house.bus.of(Noticed)] == ["Check the disk."]
