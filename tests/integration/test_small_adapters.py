"""Stores, locks, logs and markers on a real disk lose nothing and say what is wrong."""

import json
import logging
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from librarian.adapters.logs import keep_log
from librarian.adapters.marker import DriveMarker
from librarian.adapters.store import JsonStore
from librarian.adapters.writer_lock import only_writer
from librarian.application.adopting import Adopted, adopt
from librarian.domain.errors import BusyError, LibrarianError

HOLDER = """
import sys
from pathlib import Path
from librarian.adapters.writer_lock import only_writer
with only_writer(Path(sys.argv[1]), "scan"):
    print("held", flush=True)
    sys.stdin.readline()
"""


def test_a_document_comes_back_and_a_damaged_one_is_set_aside(tmp_path: Path) -> None:
    # Given a saved document that something else then damages
    store = JsonStore(tmp_path)
    store.save("stars", {"paths": ["caf\udce9.txt"]})
    assert store.load("stars") == {"paths": ["caf\udce9.txt"]}
    (tmp_path / "stars.json").write_text("{half", "utf-8")

    # When it is loaded
    found = store.load("stars")

    # Then there is none, and the damaged one is kept
    assert found == {}
    assert (tmp_path / "stars.damaged").read_text("utf-8") == "{half"


def test_whatever_damaged_a_document_twice_both_are_kept(tmp_path: Path) -> None:
    # Given a document that was damaged, and another in its place that is no document
    store = JsonStore(tmp_path)
    (tmp_path / "stars.json").write_text("{half", "utf-8")
    store.load("stars")
    (tmp_path / "stars.json").write_text("[1]", "utf-8")

    # When it is loaded and kept again
    found = store.load("stars")
    store.save("stars", {})

    # Then there was none, and both damaged ones are kept
    assert found == {}
    kept = [(tmp_path / name).read_text("utf-8") for name in ("stars.damaged", "stars.damaged1")]
    assert kept == ["{half", "[1]"]


def test_a_document_that_may_not_be_read_is_told_with_a_remedy(tmp_path: Path) -> None:
    # Given something else where a document should be
    (tmp_path / "stars.json").mkdir()

    # When it is loaded, then a person learns what to do
    with pytest.raises(LibrarianError) as refusal:
        JsonStore(tmp_path).load("stars")
    assert "open it again" in refusal.value.remedy


def test_a_second_writer_is_told_who_writes(tmp_path: Path) -> None:
    # Given another process that writes
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout
        assert other.stdin
        other.stdout.readline()

        # When we want to write too
        with pytest.raises(BusyError) as refusal, only_writer(tmp_path, "window", wait=0.1):
            pass
        other.stdin.write("\n")

    # Then we hear which process it is
    assert f"scan, process {other.pid}" in refusal.value.title


def test_a_writer_that_was_killed_blocks_nobody(tmp_path: Path) -> None:
    # Given a writer that dies without a word
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout
        other.stdout.readline()
        other.kill()

    # When we want to write
    with only_writer(tmp_path, "window", wait=5.0):
        held = (tmp_path / "writer.json").exists()

    # Then we may, and nothing is left over
    assert held
    assert not (tmp_path / "writer.json").exists()


def test_adopting_writes_only_our_own_folder_and_only_once(tmp_path: Path) -> None:
    # Given a team's drive
    (tmp_path / "Form.docx").write_text("words", "utf-8")
    marker = DriveMarker(tmp_path)

    # When somebody looks after it, and then somebody else wants to
    adopt(marker, "Child protection", new_id="id-1", who="janet")
    with pytest.raises(LibrarianError) as refusal:
        adopt(marker, "Another name", new_id="id-2", who="sam")

    # Then the first stands, beside what was there
    assert marker.read() == Adopted("id-1", "Child protection", ("janet",))
    assert "Child protection" in refusal.value.title
    assert sorted(each.name for each in tmp_path.iterdir()) == [".librarian", "Form.docx"]


def test_a_damaged_marker_is_an_error_not_an_empty_drive(tmp_path: Path) -> None:
    # Given a marker that something damaged
    (tmp_path / ".librarian").mkdir()
    (tmp_path / ".librarian" / "drive.json").write_text(json.dumps({"id": 1}), "utf-8")

    # When it is read
    with pytest.raises(LibrarianError) as refusal:
        DriveMarker(tmp_path).read()

    # Then the remedy is named
    assert "backup" in refusal.value.remedy


def test_the_log_is_kept_once_however_often_it_is_asked_for(tmp_path: Path) -> None:
    # Given a log
    before = list(logging.getLogger().handlers)
    keep_log(tmp_path)

    # When it is asked for again
    keep_log(tmp_path)
    added = [each for each in logging.getLogger().handlers if each not in before]

    # Then there is one
    assert len(added) == 1
    assert (tmp_path / "librarian.log").exists()
    for handler in added:
        logging.getLogger().removeHandler(handler)
        handler.close()


@pytest.mark.logs_warnings
def test_what_an_error_says_of_a_file_is_not_in_the_log(tmp_path: Path) -> None:
    # Given a log
    before = list(logging.getLogger().handlers)
    keep_log(tmp_path)

    # When a command fails over a file that is named after a child
    try:
        (tmp_path / "Amina Yusuf referral.docx").read_bytes()
    except OSError:
        logging.getLogger("librarian.cli.running").exception("A command failed.")

    # Then the log says what failed and where, and names nobody
    for handler in logging.getLogger().handlers:
        if handler not in before:
            logging.getLogger().removeHandler(handler)
            handler.close()
    written = (tmp_path / "librarian.log").read_text("utf-8")
    assert "A command failed." in written
    assert "builtins.FileNotFoundError" in written
    assert "test_small_adapters.py" in written
    assert "Amina" not in written


@pytest.mark.parametrize("use", [keep_log, lambda folder: only_writer(folder, "scan").__enter__()])
def test_a_place_that_takes_nothing_is_told_with_a_remedy(
    tmp_path: Path, use: Callable[[Path], object]
) -> None:
    # Given a file where our folder should be
    (tmp_path / "home").write_text("in the way", "utf-8")

    # When something is to be kept there
    with pytest.raises(LibrarianError) as refusal:
        use(tmp_path / "home" / "inside")

    # Then a person learns what to check
    assert "disk" in refusal.value.remedy
