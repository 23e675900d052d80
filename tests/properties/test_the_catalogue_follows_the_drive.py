"""Whatever colleagues do to a drive, and however scans are cut short, one scan puts all right."""

from contextlib import suppress

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from librarian.application.scanning import Scanner
from librarian.domain.errors import CancelledError, DriveUnavailableError
from tests.support.fake_catalogue import FakeCatalogue
from tests.support.fakes import (
    FakeBus,
    FakeClock,
    FakeDrive,
    FakeIndex,
    FakeReader,
)

PATHS = st.sampled_from(["a.txt", "A.txt", "F/b.txt", "f/b.txt", "F/G/c.txt", "F/d.txt", "H/e.txt"])


class KilledError(Exception):
    """The process dies here."""


class MortalIndex(FakeIndex):
    """An index whose process can be killed at a commit: what was pending is lost."""

    def __init__(self) -> None:
        super().__init__()
        self.lives: int | None = None

    def commit(self) -> None:
        if self.lives is not None:
            if self.lives == 0:
                self._pending.clear()
                raise KilledError
            self.lives -= 1
        super().commit()


class DriveMachine(RuleBasedStateMachine):
    """Colleagues save and delete; scans, hints and kills come in between."""

    def __init__(self) -> None:
        super().__init__()
        self.drive = FakeDrive()
        self.catalogue = FakeCatalogue()
        self.index = MortalIndex()
        self.moment = 0

    @rule(path=PATHS, words=st.sampled_from(["red", "blue"]))
    def a_colleague_saves(self, path: str, words: str) -> None:
        self.moment += 1
        self.drive.put(path, words, self.moment)

    @rule(path=PATHS)
    def a_colleague_deletes(self, path: str) -> None:
        self.drive.files.pop(path, None)

    @rule(folder=st.sampled_from(["", "F", "F/G", "H"]))
    def the_watcher_hints(self, folder: str) -> None:
        self.scanner().look_at([folder])

    @rule(lives=st.integers(0, 3))
    def the_scan_is_killed(self, lives: int) -> None:
        self.index.lives = lives
        try:
            self.scanner().scan()
        except KilledError:
            pass
        finally:
            self.index.lives = None

    @rule(after=st.integers(0, 3))
    def the_drive_drops(self, after: int) -> None:
        self.drive.lost_after = after
        try:
            self.scanner().scan()
        except DriveUnavailableError:
            pass
        finally:
            self.drive.lost_after = None

    @rule(steps=st.integers(0, 3))
    def a_person_stops_the_scan(self, steps: int) -> None:
        patience = iter(range(steps))
        with suppress(CancelledError):
            self.scanner().scan(lambda: next(patience, None) is None)

    @rule()
    def the_librarian_scans(self) -> None:
        self.scanner().scan()
        assert self.index.bodies() == {
            path: content.decode() for path, (content, _) in self.drive.files.items()
        }
        assert self.catalogue.doubtful() == []
        again = self.scanner().scan()
        assert (again.new, again.changed, again.missing) == (0, 0, 0)

    def scanner(self) -> Scanner:
        return Scanner(
            drive=self.drive,
            catalogue=self.catalogue,
            index=self.index,
            reader=FakeReader(self.drive),
            clock=FakeClock(),
            bus=FakeBus(),
        )


TestTheCatalogueFollowsTheDrive = DriveMachine.TestCase
