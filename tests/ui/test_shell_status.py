"""The status line tells which drive, whether it answers, how fresh, and how far the look is."""

import pytest

from librarian.domain.clocks import nanoseconds
from librarian.domain.events import (
    DriveFound,
    DriveLost,
    IndexChanged,
    Noticed,
    Progress,
    ScanFinished,
    ScanStopped,
    Stage,
)
from librarian.domain.settings import Pace
from tests.support.fakes import FakeClock
from ui.shell.status_view_model import Reach, StatusViewModel


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def status(clock: FakeClock) -> StatusViewModel:
    status = StatusViewModel(clock)
    status.open("Team drive")
    return status


def _finished(clock: FakeClock, files: int = 20_000) -> ScanFinished:
    return ScanFinished(
        files=files,
        new=0,
        changed=0,
        missing=0,
        unreachable=0,
        at=nanoseconds(clock.now()),
        seconds=1.0,
    )


def test_the_first_look_begins_when_the_drive_is_open(status: StatusViewModel) -> None:
    status.take(IndexChanged(files=506, read=0))
    assert status.status.work == "Looking at the drive"
    assert status.status.share is None
    assert status.status.is_working


def test_a_look_that_another_process_makes_is_not_waited_for(status: StatusViewModel) -> None:
    status.take(Noticed("Another window looks at this drive."))
    assert not status.status.is_working


def test_names_that_are_being_listed_are_counted_without_a_total(status: StatusViewModel) -> None:
    status.take(Progress(Stage.LISTING, 12_000))
    assert status.status.work == "Finding files: 12,000 so far"
    assert status.status.share is None
    assert status.status.is_working


def test_looking_inside_says_how_far_how_fast_and_how_long_still(status: StatusViewModel) -> None:
    # Given twenty thousand known files, of which two thousand were looked inside before
    status.take(IndexChanged(files=20_000, read=2_000))

    # When the look has done 1,100 of the 18,000 others
    status.take(Progress(Stage.READING, 1_100, 18_000, rate=85.2, seconds_left=200))

    # Then earlier looks count too
    assert status.status.work == "Looked inside 3,100 of 20,000 · 85 a second · 3 min left"
    assert status.status.share == pytest.approx(0.155)


def test_what_was_looked_at_grows_older_while_time_passes(
    status: StatusViewModel, clock: FakeClock
) -> None:
    # Given a look that has just ended
    said: list[str] = []
    status.said.connect(said.append)
    status.take(_finished(clock))
    assert status.status.freshness == "Looked at just now"
    assert status.status.work == "20,000 files"
    assert said == ["All 20,000 files have been looked at."]

    # When two minutes pass
    clock.pass_by(125)
    status.tick()

    # Then it says so
    assert status.status.freshness == "Looked at 2 min ago"


def test_the_last_file_ends_the_work(status: StatusViewModel) -> None:
    status.take(Progress(Stage.READING, 17, 17, rate=3.0, seconds_left=0.0))
    assert not status.status.is_working


def test_a_pause_is_said_and_keeps_the_place(status: StatusViewModel) -> None:
    status.take(Progress(Stage.READING, 10, 100, rate=5.0, seconds_left=18.0))
    status.use_pace(Pace.PAUSED)
    assert status.status.work == "Paused · Looked inside 10 of 100"
    assert status.status.is_paused


def test_a_stopped_look_says_how_far_it_came(status: StatusViewModel) -> None:
    status.take(IndexChanged(files=100, read=10))
    status.take(Progress(Stage.READING, 10, 100))
    status.take(ScanStopped())
    assert status.status.work == "Stopped · Looked inside 10 of 100"
    assert not status.status.is_working


def test_a_drive_that_goes_and_comes_back_is_said_once_each(status: StatusViewModel) -> None:
    # Given somebody who listens
    said: list[str] = []
    status.said.connect(said.append)

    # When the drive goes, is missed twice, and comes back
    for event in (DriveLost("no answer"), DriveLost("no answer"), DriveFound(), DriveFound()):
        status.take(event)

    # Then each change is said once
    assert said == ["The drive can’t be reached just now.", "The drive is back."]
    assert status.status.reach is Reach.HERE


def test_another_drive_starts_afresh(status: StatusViewModel, clock: FakeClock) -> None:
    status.take(_finished(clock))
    status.expect("Sample drive")
    assert status.status.reach is Reach.OPENING
    assert (status.status.drive, status.status.freshness, status.status.work) == (
        "Sample drive",
        "",
        "",
    )
