"""What goes on while a scan runs, and losses that are none, never cost a file."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from librarian.application.ports import Cancel, Unanswered
from librarian.domain.events import (
    Event,
    IndexChanged,
    LossesDoubted,
    Progress,
    Stage,
)
from librarian.domain.files import Listed, Reading
from tests.support.fakes import (
    FakeReader,
)
from tests.support.scanning import SlowDrive, a_team


def test_many_files_that_were_moved_at_once_are_not_doubted() -> None:
    # Given a drive where most files lie in one folder
    team = a_team("a.txt", *(f"Forms/{number:03}.txt" for number in range(100)))
    team.scanner.scan()

    # When somebody renames that folder
    for path in sorted(team.drive.files)[:100]:
        team.drive.files[path.replace("Forms", "Our forms")] = team.drive.files.pop(path)
    finished = team.scanner.scan()

    # Then each file is found where it lies now, and only there
    assert not team.bus.of(LossesDoubted)
    assert finished.missing == 100
    assert team.index.paths() == set(team.drive.files)


def test_a_small_drive_that_is_all_empty_is_not_believed() -> None:
    # Given a small drive
    team = a_team(*(f"{number:03}.txt" for number in range(20)))
    team.scanner.scan()

    # When everything is gone, as where a share is not mounted
    team.drive.files.clear()
    finished = team.scanner.scan()

    # Then nothing is lost
    assert finished.missing == 0
    assert len(team.index.paths()) == 20


def test_names_from_a_slow_share_are_searchable_before_all_have_come() -> None:
    # Given a share that takes a second to list a file
    team = a_team(*(f"{number:03}.txt" for number in range(300)))
    team.drive = SlowDrive(team.drive.files, clock=team.clock)

    # When it is scanned
    team.scanner.scan()

    # Then names came in parts, and a person was told how many
    assert [event.files for event in team.bus.of(IndexChanged)][:3] == [100, 200, 300]
    assert Progress(Stage.LISTING, 100) in team.bus.events


class InterruptedReader(FakeReader):
    """Has read a file when a colleague does something to it; only then it answers."""

    meanwhile: Callable[[], None] | None = None

    def read(
        self, files: Iterable[tuple[int, Listed, Path]], cancel: Cancel
    ) -> Iterator[tuple[int, Reading | Unanswered]]:
        for answer in super().read(files, cancel):
            happens, self.meanwhile = self.meanwhile, None
            if happens:
                happens()
            yield answer


def test_a_file_that_is_saved_while_it_is_read_is_read_again() -> None:
    # Given a file that a colleague saves, and the watcher notices, while its old text is read
    team = a_team("a.txt")
    reader = InterruptedReader(team.drive)
    team.reader = reader

    def a_colleague_saves() -> None:
        team.drive.put("a.txt", "newer text", modified=2)
        team.scanner.look_at([""])

    reader.meanwhile = a_colleague_saves

    # When the drive is scanned
    team.scanner.scan()

    # Then its new text is found
    assert team.index.bodies() == {"a.txt": "newer text"}


def test_a_file_that_is_deleted_while_it_is_read_is_not_found() -> None:
    # Given a file that a colleague deletes, and the watcher notices, while it is read
    team = a_team("a.txt", "b.txt")
    reader = InterruptedReader(team.drive)
    team.reader = reader

    def a_colleague_deletes() -> None:
        del team.drive.files["a.txt"]
        team.scanner.look_at([""])

    reader.meanwhile = a_colleague_deletes

    # When the drive is scanned
    team.scanner.scan()

    # Then it is not found
    assert team.index.paths() == {"b.txt"}


def test_a_slow_index_is_not_asked_more_often_than_listing_takes() -> None:
    # Given a quick share, and an index that takes a minute for each batch
    team = a_team(*(f"{number:04}.txt" for number in range(1000)))

    def take_a_minute(event: Event) -> None:
        if isinstance(event, IndexChanged):
            team.clock.pass_by(60)

    team.bus.subscribe(take_a_minute)
    team.drive = SlowDrive(team.drive.files, clock=team.clock, seconds=0.01)

    # When it is scanned
    team.scanner.scan()

    # Then names came in a few large parts
    batches = [event.files for event in team.bus.of(IndexChanged) if not event.read]
    assert batches == [200, 400, 600, 800, 1000]
