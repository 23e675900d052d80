"""A scan brings catalogue and index up to what the drive holds, and nothing is lost on the way."""

import pytest

from librarian.domain.errors import CancelledError, DriveUnavailableError
from librarian.domain.events import (
    DriveLost,
    IndexChanged,
    Noticed,
    Progress,
    Stage,
)
from librarian.domain.files import Closed, FileState
from tests.support.scanning import a_team


def test_a_first_scan_makes_every_file_searchable_with_its_text() -> None:
    # Given a drive nobody looked at yet
    team = a_team("Forms/Genogram.docx", "Leaflet.txt")

    # When it is scanned
    finished = team.scanner.scan()

    # Then both are new, and found with what is inside
    assert (finished.files, finished.new, finished.changed, finished.missing) == (2, 2, 0, 0)
    assert team.index.bodies() == {
        "Forms/Genogram.docx": "text of Forms/Genogram.docx",
        "Leaflet.txt": "text of Leaflet.txt",
    }


def test_names_are_searchable_before_any_content_is_read() -> None:
    # Given a drive, and somebody who notes what is found whenever the index changes
    team = a_team("a.txt", "b.txt")
    seen: list[tuple[set[str], int]] = []
    team.bus.subscribe(
        lambda event: (
            seen.append((team.index.paths(), event.read))
            if isinstance(event, IndexChanged)
            else None
        )
    )

    # When it is scanned
    team.scanner.scan()

    # Then the first thing that could be found were both names, with nothing looked inside
    assert seen[0] == ({"a.txt", "b.txt"}, 0)


def test_an_unchanged_drive_costs_no_read() -> None:
    # Given a drive that was scanned
    team = a_team("a.txt", "b.txt")
    team.scanner.scan()
    team.reader.read_paths.clear()

    # When it is scanned again
    finished = team.scanner.scan()

    # Then nothing was read and nothing is news
    assert team.reader.read_paths == []
    assert (finished.new, finished.changed) == (0, 0)


def test_a_file_that_was_fetched_from_the_cloud_is_read_then() -> None:
    # Given a scanned file that was kept online only, and one that is here
    team = a_team("a.txt", "b.txt")
    team.drive.online_only.add("a.txt")
    team.scanner.scan()
    team.reader.read_paths.clear()
    team.scanner.scan()
    before = list(team.reader.read_paths)

    # When somebody opened it, which fetched it and changed nothing else
    team.drive.online_only.clear()
    finished = team.scanner.scan()

    # Then it is looked inside, once
    assert before == []
    assert team.reader.read_paths == ["a.txt"]
    assert (finished.new, finished.changed) == (0, 1)


def test_a_changed_file_is_read_again() -> None:
    # Given a scanned file that somebody saves anew
    team = a_team("a.txt")
    team.scanner.scan()
    team.drive.put("a.txt", "new words", modified=2)

    # When the drive is scanned
    finished = team.scanner.scan()

    # Then its new words are found
    assert finished.changed == 1
    assert team.index.bodies() == {"a.txt": "new words"}


def test_a_deleted_file_is_found_no_more_but_stays_known() -> None:
    # Given two scanned files, one of which goes
    team = a_team("a.txt", "b.txt")
    team.scanner.scan()
    del team.drive.files["b.txt"]

    # When the drive is scanned
    finished = team.scanner.scan()

    # Then it is not found, and the catalogue says that it was not seen
    assert finished.missing == 1
    assert team.index.paths() == {"a.txt"}
    record = team.catalogue.record("b.txt")
    assert record
    assert record.state is FileState.NOT_SEEN


def test_a_file_that_comes_back_is_found_again() -> None:
    # Given a file that was not seen at the last scan
    team = a_team("a.txt", "b.txt")
    team.scanner.scan()
    kept = team.drive.files.pop("b.txt")
    team.scanner.scan()
    team.drive.files["b.txt"] = kept

    # When it is back
    team.scanner.scan()

    # Then it is found with its text
    assert team.index.bodies()["b.txt"] == "text of b.txt"


def test_files_behind_a_closed_folder_are_unreachable_not_missing() -> None:
    # Given a folder that this person loses
    team = a_team("Panel/secret.txt", "a.txt")
    team.scanner.scan()
    team.drive.closed["Panel"] = Closed("Panel", "You may not open this folder.")

    # When the drive is scanned
    finished = team.scanner.scan()

    # Then its files drop out of searches, and the reason is known
    record = team.catalogue.record("Panel/secret.txt")
    assert record
    assert (record.state, record.why) == (FileState.UNREACHABLE, "You may not open this folder.")
    assert (finished.missing, finished.unreachable) == (0, 1)
    assert team.index.paths() == {"a.txt"}


def test_a_drive_that_goes_away_half_way_changes_nothing() -> None:
    # Given a scanned drive that drops while it is walked
    team = a_team(*(f"{number}.txt" for number in range(10)))
    team.scanner.scan()
    team.drive.lost_after = 3

    # When it is scanned
    with pytest.raises(DriveUnavailableError):
        team.scanner.scan()

    # Then every file is still found, and everybody is told
    assert len(team.index.paths()) == 10
    assert team.bus.of(DriveLost)


def test_a_mass_disappearance_is_not_believed() -> None:
    # Given a drive of a hundred files of which sixty are suddenly gone
    team = a_team(*(f"{number:03}.txt" for number in range(100)))
    team.scanner.scan()
    for path in sorted(team.drive.files)[:60]:
        del team.drive.files[path]

    # When it is scanned
    finished = team.scanner.scan()

    # Then nothing becomes missing, and the person is asked
    assert finished.missing == 0
    assert len(team.index.paths()) == 100
    assert "60 files" in team.bus.of(Noticed)[0].title


def test_a_mass_disappearance_is_believed_when_a_person_says_so() -> None:
    # Given the same loss
    team = a_team(*(f"{number:03}.txt" for number in range(100)))
    team.scanner.scan()
    for path in sorted(team.drive.files)[:60]:
        del team.drive.files[path]

    # When a person says that they really are gone
    finished = team.scanner.scan(accept_losses=True)

    # Then they are
    assert finished.missing == 60
    assert len(team.index.paths()) == 40


def test_a_slow_network_is_not_a_bad_file() -> None:
    # Given a file that cannot be fetched just now
    team = a_team("a.txt", "slow.txt")
    team.reader.unanswered = {"slow.txt"}

    # When the drive is scanned
    finished = team.scanner.scan()

    # Then it is found by its name, counted, and read at the next scan
    assert finished.unreachable == 1
    assert team.index.bodies()["slow.txt"] == ""
    team.reader.unanswered.clear()
    team.scanner.scan()
    assert team.index.bodies()["slow.txt"] == "text of slow.txt"


def test_a_name_that_changes_only_its_case_is_the_same_file() -> None:
    # Given a file whose name is spelled otherwise one day
    team = a_team("Forms/genogram.docx", "a.txt")
    team.scanner.scan()
    before = team.catalogue.record("Forms/genogram.docx")
    team.drive.files["Forms/Genogram.docx"] = team.drive.files.pop("Forms/genogram.docx")

    # When the drive is scanned
    finished = team.scanner.scan()

    # Then it keeps its number, and nothing is missing
    after = team.catalogue.record("Forms/Genogram.docx")
    assert before
    assert after
    assert after.file == before.file
    assert (finished.new, finished.changed, finished.missing) == (0, 1, 0)
    assert team.index.paths() == {"Forms/Genogram.docx", "a.txt"}


def test_two_names_that_differ_only_in_case_are_two_files() -> None:
    # Given a share that tells case apart
    team = a_team("Form.docx")
    team.scanner.scan()
    team.drive.put("form.docx", "another")

    # When a twin appears
    finished = team.scanner.scan()

    # Then both are found
    assert finished.new == 1
    assert team.index.paths() == {"Form.docx", "form.docx"}


def test_stopping_keeps_what_was_settled_and_goes_on_where_it_was() -> None:
    # Given a person who stops the scan once names are in
    team = a_team(*(f"{number}.txt" for number in range(20)))
    with pytest.raises(CancelledError):
        team.scanner.scan(lambda: len(team.reader.read_paths) >= 5)
    read_before = len(team.reader.read_paths)

    # When it is started again
    team.scanner.scan()

    # Then each file was read once only
    assert read_before == 5
    assert sorted(team.reader.read_paths) == sorted(set(team.reader.read_paths))
    assert all(team.index.bodies().values())


def test_a_hint_is_followed_in_its_folder_only() -> None:
    # Given a scanned drive on which files appear, change and go in one folder
    team = a_team("Forms/a.txt", "Forms/b.txt", "Other/c.txt")
    team.scanner.scan()
    team.drive.put("Forms/a.txt", "changed", modified=2)
    del team.drive.files["Forms/b.txt"]
    team.drive.put("Forms/New/d.txt", "fresh")
    team.drive.put("Other/e.txt", "not hinted at")

    # When the watcher hints at that folder
    team.scanner.look_at(["Forms"])
    team.scanner.read_new()

    # Then all of it is found, and nothing of the other folder
    assert team.index.bodies() == {
        "Forms/a.txt": "changed",
        "Forms/New/d.txt": "fresh",
        "Other/c.txt": "text of Other/c.txt",
    }


def test_a_folder_that_vanished_is_noticed_from_above() -> None:
    # Given a folder that somebody removes
    team = a_team("Forms/Old/a.txt", "Forms/b.txt")
    team.scanner.scan()
    del team.drive.files["Forms/Old/a.txt"]

    # When the watcher hints at it
    team.scanner.look_at(["Forms/Old"])

    # Then its files are found no more
    assert team.index.paths() == {"Forms/b.txt"}


def test_what_a_killed_run_left_in_doubt_is_mended() -> None:
    # Given a run that died after the catalogue's row and before the index
    team = a_team("a.txt", "b.txt")
    team.scanner.scan()
    [file] = [f for f, entry in team.index.found.items() if entry.path == "a.txt"]
    del team.index.found[file]
    team.catalogue.rows[file].dirty = True

    # When the next scan begins
    team.scanner.scan()

    # Then the index agrees again
    assert team.index.bodies()["a.txt"] == "text of a.txt"
    assert team.catalogue.doubtful() == []


def test_a_better_extractor_reads_again_what_an_older_one_read() -> None:
    # Given files read by revision one
    team = a_team("a.txt")
    team.scanner.scan()
    team.reader.read_paths.clear()
    team.reader.revisions = {"plain": 2}

    # When a scan finds revision two
    team.scanner.scan()

    # Then the file was read once more
    assert team.reader.read_paths == ["a.txt"]


def test_progress_tells_how_many_of_how_many() -> None:
    # Given three files
    team = a_team("a.txt", "b.txt", "c.txt")

    # When they are scanned
    team.scanner.scan()

    # Then the last word on reading is three of three
    last = [each for each in team.bus.of(Progress) if each.stage is Stage.READING][-1]
    assert (last.done, last.total) == (3, 3)
