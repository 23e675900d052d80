"""A team: a drive and everything that looks at it, all of it fake."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from librarian.application.scanning import Scanner
from librarian.domain.files import Closed, Listed
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fakes import (
    FakeBus,
    FakeClock,
    FakeDrive,
    FakeIndex,
    FakeReader,
)


@dataclass
class SlowDrive(FakeDrive):
    """A drive that takes a second, or another time, to list a file."""

    clock: FakeClock = field(default_factory=FakeClock)
    seconds: float = 1.0

    def walk(self, folder: str = "") -> Iterator[Listed | Closed]:
        for entry in super().walk(folder):
            self.clock.pass_by(self.seconds)
            yield entry


@dataclass
class Team:
    """A drive and everything that looks at it."""

    drive: FakeDrive = field(default_factory=FakeDrive)
    catalogue: FakeCatalogue = field(default_factory=FakeCatalogue)
    index: FakeIndex = field(default_factory=FakeIndex)
    bus: FakeBus = field(default_factory=FakeBus)
    clock: FakeClock = field(default_factory=FakeClock)

    def __post_init__(self) -> None:
        self.reader: FakeReader = FakeReader(self.drive)

    @property
    def scanner(self) -> Scanner:
        return Scanner(
            drive=self.drive,
            catalogue=self.catalogue,
            index=self.index,
            reader=self.reader,
            clock=self.clock,
            bus=self.bus,
        )


def a_team(*paths: str) -> Team:
    team = Team()
    for path in paths:
        team.drive.put(path, f"text of {path}")
    return team
