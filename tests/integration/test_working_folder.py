"""Parts of shared forms in a restricted folder: one file for each, none by two, none for all."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from librarian.adapters.forms.folders import FolderShelf
from librarian.adapters.forms.working_folder import FolderOfParts
from librarian.application.forms.sharing import Colleague, Shared
from librarian.bootstrap.forms import OURS
from librarian.domain.errors import DriveUnavailableError, LibrarianError
from tests.support.fakes import FakeClock

REVIEW = Shared("review-invitation", "C-100245")
SCHOOL = {"school": {"can": "yes", "who": "Ms Hall"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that only the team may read."""
    made = tmp_path / "Working folder"
    made.mkdir(mode=0o770)
    return made


def colleague(folder: Path, person: str) -> Colleague:
    return Colleague(
        folder=FolderOfParts(folder),
        shelf=FolderShelf(OURS),
        clock=FakeClock(),
        person=person,
    )


def test_everybody_sees_what_others_wrote_and_what_waits(folder: Path) -> None:
    # Given a school and a carer, each at a computer of their own
    school, carer = colleague(folder, "hall"), colleague(folder, "gran")
    before = carer.look(REVIEW, "carer")

    # When the school writes its part
    school.write(REVIEW, "school", SCHOOL, done=True)

    # Then the carer's computer hears of it, and no more while nobody writes
    after = carer.watch(REVIEW, before.stamp)
    assert after
    assert after.whole.answers == SCHOOL
    assert carer.watch(REVIEW, after.stamp) is None
    waiting = [share.party.id for share in after.whole.shares if share.waits]
    assert "school" not in waiting
    assert "carer" in waiting
    assert carer.forms() == (REVIEW,)


def test_no_file_is_ever_written_twice_or_named_after_a_person(folder: Path) -> None:
    # Given somebody who writes three times
    hall = colleague(folder, "hall")
    contents: dict[str, bytes] = {}
    for can in ("yes", "online", "no"):
        hall.write(REVIEW, "school", {"school": {"can": can}})
        for path in folder.rglob("*.json"):
            assert contents.setdefault(path.name, path.read_bytes()) == path.read_bytes()

    # Then there are three files, and the last counts
    assert len(contents) == 3
    assert hall.look(REVIEW).whole.answers == {"school": {"can": "no"}}
    assert not any("hall" in name for name in contents)
    assert [path.name for path in folder.rglob("~*")] == []


def test_two_computers_of_one_person_lose_nothing(folder: Path) -> None:
    # Given one person at many computers at once
    def write(number: int) -> None:
        told = {"school": {"can": "yes", "who": f"No. {number}"}}
        colleague(folder, "hall").write(REVIEW, "school", told)

    # When all write at the same moment
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write, range(8)))

    # Then each part has a file of its own
    kept = [json.loads(path.read_bytes()) for path in folder.rglob("*.json")]
    assert sorted(each["revision"] for each in kept) == list(range(1, 9))
    assert len({each["answers"]["school"]["who"] for each in kept}) == 8


def test_a_folder_that_is_open_to_everybody_is_refused(folder: Path) -> None:
    # Given a working folder that anybody may read
    folder.chmod(0o755)

    # When somebody writes there, then nothing is written
    with pytest.raises(LibrarianError, match="open to everybody"):
        colleague(folder, "hall").write(REVIEW, "school", SCHOOL)
    assert list(folder.iterdir()) == []


def test_a_folder_that_is_away_is_told(tmp_path: Path) -> None:
    with pytest.raises(DriveUnavailableError):
        colleague(tmp_path / "nowhere", "hall").look(REVIEW)


@pytest.mark.parametrize(
    ("shared", "party", "what"),
    [
        (Shared("review-invitation", "Mia Rivers"), "school", "no.*case number|not a case number"),
        (REVIEW, "police", "Nobody of that role"),
        (Shared("supervision", "C-100245"), "school", "Nobody of that role"),
    ],
)
def test_a_name_is_no_case_number_and_a_stranger_no_party(
    folder: Path, shared: Shared, party: str, what: str
) -> None:
    with pytest.raises(LibrarianError, match=what):
        colleague(folder, "hall").write(shared, party, SCHOOL)


def test_what_a_sync_client_left_behind_is_counted_once_or_passed_over(folder: Path) -> None:
    # Given a part, a copy that a sync client made of it, and a file that is cut off
    hall = colleague(folder, "hall")
    hall.write(REVIEW, "school", SCHOOL)
    [part] = folder.rglob("*.json")
    part.with_name(part.name.replace(".json", " (Conflict).json")).write_bytes(part.read_bytes())
    part.with_name("school 0000 0009.part.json").write_bytes(part.read_bytes()[:40])

    # When it is read, then it says what was written, once
    assert hall.look(REVIEW).whole.answers == SCHOOL
    assert hall.look(REVIEW, "school").mine == SCHOOL


def test_a_form_that_was_handed_over_leaves_nothing_behind(folder: Path) -> None:
    # Given a form, when it is ended, then its folder is gone
    hall = colleague(folder, "hall")
    hall.write(REVIEW, "school", SCHOOL)
    hall.end(REVIEW)
    assert list(folder.iterdir()) == []
    assert hall.forms() == ()
