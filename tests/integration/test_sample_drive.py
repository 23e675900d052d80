"""The sample drive is believable, complete, honest about itself, and the same each time."""

import hashlib
import json
import re
import shutil
import zipfile
from collections import Counter
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from librarian.adapters.sample import make, truth_path
from librarian.adapters.sample.people import check_digit
from librarian.bootstrap import LocalDesk
from librarian.domain.errors import LibrarianError
from librarian.domain.extraction import Reason
from librarian.domain.paths import extension_of, is_passed_over, name_of

WORDS = {"docx", "docm", "dotx", "doc", "odt", "rtf", "pdf", "txt", "md", "html"}
SHEETS_AND_SLIDES = {"xlsx", "xlsm", "xls", "xlsb", "ods", "csv", "pptx", "ppt", "odp"}
OTHERS = {"msg", "eml", "zip", "png", "jpg", "url"}
EVERY_FORMAT = WORDS | SHEETS_AND_SLIDES | OTHERS


@pytest.fixture(scope="module")
def drive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("sample") / "Team drive"
    make(at, seed=1)
    return at


@pytest.fixture(scope="module")
def truth(drive: Path) -> Any:
    return json.loads(truth_path(drive).read_text("utf-8"))


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Path:
    at = tmp_path_factory.mktemp("another") / "drive"
    make(at, seed=2)
    return at


def test_the_same_seed_gives_the_same_names_bytes_and_times(drive: Path, tmp_path: Path) -> None:
    # Given a drive of seed 1
    # When the same seed makes another one elsewhere
    again = tmp_path / "Somewhere else"
    make(again, seed=1)

    # Then nobody can tell them apart
    assert fingerprints(again) == fingerprints(drive)
    assert truth_path(again).read_bytes() == truth_path(drive).read_bytes()


def test_another_seed_gives_another_team_other_folders_and_other_files(
    drive: Path, another: Path
) -> None:
    # Given drives of two seeds
    one, other = fingerprints(drive), fingerprints(another)

    # When their files are compared
    shared = set(one) & set(other)

    # Then few have the same path, and hardly any the same bytes
    assert len(shared) < len(one) / 4
    assert sum(one[path] == other[path] for path in shared) < len(one) / 10
    assert {path.name for path in drive.iterdir()} != {path.name for path in another.iterdir()}


def test_there_are_at_least_four_hundred_files_in_every_format(drive: Path, another: Path) -> None:
    # Given drives of two seeds
    for at in (drive, another):
        # When their files are counted by format
        formats = Counter(extension_of(path) for path in fingerprints(at))

        # Then no format is missing
        assert formats.total() >= 400
        assert set(formats) >= EVERY_FORMAT


def test_the_truth_names_each_file_exactly_once(drive: Path, truth: Any) -> None:
    # Given the files on the drive
    there = set(fingerprints(drive))

    # When the truth is asked where each belongs
    told = Counter(told_paths(truth))

    # Then it knows each, once, and no other
    assert set(told) == there
    assert set(told.values()) == {1}


def test_a_document_has_one_current_version_and_copies_of_its_own(truth: Any) -> None:
    # Given every document of the truth
    for document in truth["documents"]:
        # When its versions are looked at
        paths = [version["path"] for version in document["versions"]]

        # Then the current one is the last that is no draft, and copies are of one of them
        approved = [v["path"] for v in document["versions"] if v["label"] != "DRAFT"]
        assert document["current"] == approved[-1]
        assert {copy["of"] for copy in document["copies"]} <= set(paths)
        assert [v["order"] for v in document["versions"]] == list(range(1, len(paths) + 1))


def test_versions_differ_and_copies_of_the_same_format_do_not(drive: Path, truth: Any) -> None:
    # Given the bytes of every file
    bytes_of = {path: value[0] for path, value in fingerprints(drive).items()}

    for document in truth["documents"]:
        # When versions and copies are compared
        versions = [bytes_of[version["path"]] for version in document["versions"]]

        # Then no two versions are the same, and a copy is its original's twin
        assert len(set(versions)) == len(versions)
        for copy in document["copies"]:
            if extension_of(copy["path"]) == extension_of(copy["of"]):
                assert bytes_of[copy["path"]] == bytes_of[copy["of"]]


def test_modified_times_mislead_now_and_then_but_not_mostly(drive: Path, truth: Any) -> None:
    # Given documents of which an older version is on the drive
    several = [d for d in truth["documents"] if len(d["versions"]) > 1]

    # When the newest modified time is taken for the current version
    misled = [d for d in several if newest(drive, d) != d["current"]]

    # Then that is wrong sometimes
    assert 0.05 < len(misled) / len(several) < 0.4


def test_filled_in_forms_hold_valid_nhs_numbers_of_the_testing_range(
    drive: Path, truth: Any
) -> None:
    # Given the filled-in forms whose text is plainly in the file
    personal = [drive / path for path in truth["personal"]]
    texts = [words_of(path) for path in personal if path.suffix != ".pdf"]

    # When NHS numbers are looked for
    numbers = [re.findall(r"\b999 ?\d{3} ?\d{4}\b", text) for text in texts]

    # Then most have one, and its last digit is right
    assert sum(map(bool, numbers)) >= 12
    for number in chain.from_iterable(numbers):
        digits = number.replace(" ", "")
        assert check_digit(digits[:9]) == int(digits[9])


def test_no_blank_form_holds_an_nhs_number(drive: Path, truth: Any) -> None:
    # Given every version and copy of every document
    paths = [entry["path"] for d in truth["documents"] for entry in d["versions"] + d["copies"]]

    # When NHS numbers are looked for
    found = [p for p in paths if re.search(r"\b999 ?\d{3} ?\d{4}\b", words_of(drive / p))]

    # Then there are none
    assert found == []


def test_broken_files_have_reasons_people_know_and_leavings_are_passed_over(truth: Any) -> None:
    # Given what the truth says of broken files and of what programs left
    # When reasons and names are looked at
    reasons = {entry["reason"] for entry in truth["broken"]}

    # Then reasons are the library's own, and a scan would see none of the leavings
    assert reasons <= {reason.value for reason in Reason}
    assert {Reason.PASSWORD, Reason.DAMAGED, Reason.EMPTY, Reason.NO_TEXT} <= reasons
    assert all(is_passed_over(name_of(path)) for path in truth["passed_over"])


def test_names_are_such_as_every_system_takes(drive: Path) -> None:
    # Given every path on the drive
    for path in fingerprints(drive):
        # When its parts are looked at
        parts = path.split("/")

        # Then Windows would take each of them
        assert not any(re.search(r'[<>:"|?*\\]', part) for part in parts)
        assert not any(part.endswith((" ", ".")) for part in parts)
        assert len(path) < 240


def test_a_folder_with_other_files_in_it_is_refused(tmp_path: Path) -> None:
    # Given a folder where somebody keeps something
    (tmp_path / "mine.txt").write_text("keep me")

    # When a sample drive is to be made there
    with pytest.raises(LibrarianError) as refused:
        make(tmp_path, seed=1)

    # Then it is refused with something to do about it, and nothing is lost
    assert refused.value.remedy
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_making_anew_replaces_the_drive_and_leaves_what_others_added(
    drive: Path, tmp_path: Path
) -> None:
    # Given a sample drive to which somebody added a file, and from which they took one
    at = tmp_path / "drive"
    shutil.copytree(drive, at)
    shutil.copy(truth_path(drive), truth_path(at))
    added = at / "Mine" / "my notes.txt"
    added.parent.mkdir()
    added.write_text("keep me")
    taken = next(at.rglob("*.docx"))
    taken.unlink()

    # When another seed is made at the same place
    make(at, seed=4)

    # Then only the new drive is there, and what was added
    told = set(told_paths(json.loads(truth_path(at).read_text("utf-8"))))
    assert set(fingerprints(at)) == told | {"Mine/my notes.txt"}
    assert added.read_text() == "keep me"


def fingerprints(at: Path) -> dict[str, tuple[str, int]]:
    return {
        path.relative_to(at).as_posix(): (
            hashlib.sha256(path.read_bytes()).hexdigest(),
            path.stat().st_mtime_ns,
        )
        for path in at.rglob("*")
        if path.is_file()
    }


def told_paths(truth: Any) -> list[str]:
    documents = truth["documents"]
    entries = [entry for d in documents for entry in d["versions"] + d["copies"]]
    broken = [entry["path"] for entry in truth["broken"]]
    listed = [entry["path"] for entry in entries]
    return [*listed, *broken, *truth["personal"], *truth["passed_over"]]


def newest(drive: Path, document: Any) -> str:
    paths: list[str] = [version["path"] for version in document["versions"]]
    return max(paths, key=lambda path: (drive / path).stat().st_mtime_ns)


def words_of(path: Path) -> str:
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            parts = [archive.read(n).decode("utf-8", "replace") for n in archive.namelist()]
        return re.sub(r"<[^>]+>", " ", " ".join(parts))
    return path.read_bytes().decode("utf-8", "replace")


def test_a_sample_that_was_used_is_not_made_again(tmp_path: Path) -> None:
    # Given a sample drive on which somebody changed a file
    desk = LocalDesk(tmp_path / "home")
    drive = desk.make_sample(tmp_path / "drive")
    changed = next(path for path in sorted(drive.rglob("*.txt")) if path.is_file())
    changed.write_text("changed by hand", "utf-8")

    # When the demo is started again
    desk.make_sample(tmp_path / "drive")

    # Then their change is still there
    assert changed.read_text("utf-8") == "changed by hand"


def test_who_tries_the_sample_looks_after_it(tmp_path: Path) -> None:
    # Given somebody who tries the sample in a window
    desk = LocalDesk(tmp_path / "home")

    # When it is made for them
    drive = desk.ready_sample()

    # Then they look after it, and its charter counts
    adopted = desk.adopted(drive)
    assert adopted
    assert len(adopted.curators) == 1
    with desk.catalogued(drive) as opened:
        current = desk.charter(opened).look().current
    assert current
    assert current.who
