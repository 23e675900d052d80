"""What others rely on: every command answers in the words and shapes that were agreed."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.acceptance.conftest import Librarian

MadeLibrarian = Callable[[], Librarian]


def test_the_demo_makes_scans_and_tells(sample: tuple[Librarian, dict[str, Any]]) -> None:
    # Given a computer without any drive
    # When the demo is run without a window
    program, answer = sample

    # Then a drive of at least 400 files was looked inside, and each file without text says why
    assert answer["files"] >= 400
    assert answer["with_text"] > 0.9 * answer["files"]
    assert all(entry["reason"] for entry in answer["without_text"])
    assert program.drive.is_dir()


def test_a_half_word_finds_the_form(librarian: Librarian) -> None:
    # Given the scanned sample
    # When half a word is typed
    answer = librarian.json("find", "genog", "--limit", "3")

    # Then the best hit is that form, in the agreed shape
    assert set(answer) == {"query", "also", "took_ms", "total", "hits"}
    assert len(answer["hits"]) == 3
    best = answer["hits"][0]
    assert {"path", "title", "document", "label", "state", "score", "snippet"} <= set(best)
    assert "genogram" in best["title"].lower()
    assert "\\" not in best["path"]


def test_an_acronym_is_widened_and_said(librarian: Librarian) -> None:
    # Given the scanned sample
    # When an acronym is searched
    answer = librarian.json("find", "cin plan")

    # Then its meaning is searched too, and named
    assert "child in need" in " ".join(answer["also"]).lower()


def test_a_slip_that_was_mended_is_said(librarian: Librarian) -> None:
    # Given the scanned sample
    # When a word is typed with a slip
    done = librarian.run("find", "genogarm")

    # Then it says what was searched for
    assert "showing results for “genogram”" in done.stdout


def test_why_adds_up_to_the_score(librarian: Librarian) -> None:
    # Given the scanned sample
    # When a search is explained
    answer = librarian.json("find", "safety plan", "--explain", "--limit", "5")

    # Then the parts of each hit add up to its score
    for hit in answer["hits"]:
        assert abs(sum(part["points"] for part in hit["why"]) - hit["score"]) < 0.01


def test_the_facts_of_a_file_are_shown(librarian: Librarian) -> None:
    # Given a hit
    path = librarian.json("find", "threshold type:pdf", "--limit", "1")["hits"][0]["path"]

    # When its facts are asked for, relative and in full
    facts = librarian.json("show", path)
    in_full = librarian.json("show", str(librarian.drive / path))

    # Then they are the same, and tell what it is
    assert facts == in_full
    assert facts["media_type"] == "application/pdf"
    assert facts["words"] > 0


def test_a_second_scan_finds_nothing_new(librarian: Librarian) -> None:
    # Given the scanned sample
    # When it is scanned again
    answer = librarian.json("scan")

    # Then nothing is new, changed or missing
    assert (answer["new"], answer["changed"], answer["missing"]) == (0, 0, 0)


def test_filled_in_forms_are_found_by_name_only(librarian: Librarian) -> None:
    # Given the files that the sample knows to be filled in
    truth = json.loads(librarian.drive.with_name("drive.truth.json").read_text("utf-8"))

    # When each is shown and searched for
    kinds = {path: librarian.json("show", path)["personal"] for path in truth["personal"]}
    hits = librarian.json("find", "name of child date of birth", "--limit", "500")["hits"]

    # Then they are recognised, and none shows a word from inside
    assert all(kinds.values()), [path for path, found in kinds.items() if not found]
    assert not [hit for hit in hits if hit["path"] in truth["personal"] and hit["snippet"]]


def test_looking_writes_nothing_on_the_drive(a_librarian: MadeLibrarian) -> None:
    # Given a drive nobody looks after
    program = a_librarian()
    (program.drive / "Form.txt").write_text("words", "utf-8")

    # When it is scanned and searched
    program.json("scan")
    found = program.json("find", "words")

    # Then the file is found, and the drive holds only it
    assert found["total"] == 1
    assert [each.name for each in program.drive.iterdir()] == ["Form.txt"]


def test_adopting_a_drive_twice_is_refused_with_a_remedy(a_librarian: MadeLibrarian) -> None:
    # Given a drive that somebody looks after
    program = a_librarian()
    done = program.run("adopt", str(program.drive), "--name", "Our team", "--json")
    assert json.loads(done.stdout)["name"] == "Our team"

    # When it is adopted again
    error = program.refusal("adopt", str(program.drive), "--name", "Another")

    # Then the first stands
    assert "Our team" in error["title"]
    assert error["remedy"]


def test_a_folder_that_is_not_there_is_a_clear_error(a_librarian: MadeLibrarian) -> None:
    # Given a name that leads nowhere
    program = a_librarian()

    # When it is scanned
    error = program.refusal("scan", "--drive", str(program.drive / "nowhere"))

    # Then the person is told what to check
    assert "nowhere" in error["title"]
    assert "Check" in error["remedy"]


def test_it_is_the_same_as_a_process_of_its_own(librarian: Librarian) -> None:
    # Given the scanned sample
    command = [sys.executable, "-m", "ui", "find", "genogram", "--json"]

    # When it is searched by a process as people start it
    done = subprocess.run(
        [*command, "--drive", str(librarian.drive), "--home", str(librarian.home)],
        capture_output=True,
        check=True,
    )

    # Then one JSON document is all it says
    assert json.loads(done.stdout)["total"] > 0
    assert done.stderr == b""


def test_wrong_usage_ends_with_two(a_librarian: MadeLibrarian) -> None:
    # Given the program
    program = a_librarian()

    # When it is asked for something it does not know
    done = program.run("fnid", "genogram")

    # Then it says how it is used
    assert done.returncode == 2
    assert "usage" in done.stderr.lower()


def test_names_that_would_steer_a_terminal_are_shown_as_names(a_librarian: MadeLibrarian) -> None:
    # Given a file whose name holds what a terminal would obey
    program = a_librarian()
    (program.drive / "genogram \x1b[31m \u202etxt.txt").write_text("a family tree", "utf-8")
    program.json("scan")

    # When it is found
    done = program.run("find", "genogram", "--drive", str(program.drive))

    # Then nothing of it reaches the terminal
    assert "genogram ?[31m ?txt.txt" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and full devices of POSIX")
def test_an_answer_that_nobody_can_take_is_no_traceback(librarian: Librarian) -> None:
    # Given the scanned sample
    command = [sys.executable, "-m", "ui", "find", "plan", "--limit", "200", "--json"]
    command += ["--drive", str(librarian.drive), "--home", str(librarian.home)]

    # When the reader goes away at once, and when the disk behind stdout is full
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as early:
        assert early.stdout
        assert early.stderr
        early.stdout.close()
        quiet = early.stderr.read()
    with Path("/dev/full").open("wb") as full:
        refused = subprocess.run(
            command, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    # Then the first ends in silence, and the second says what to check
    assert (early.returncode, quiet) == (0, b"")
    assert refused.returncode == 1
    assert refused.stderr == "The answer could not be written.\nCheck that the disk is not full.\n"


@pytest.mark.parametrize(("limit", "code"), [("-1", 2), ("0", 0), ("9" * 25, 0)])
def test_any_limit_is_answered(librarian: Librarian, limit: str, code: int) -> None:
    # Given the scanned sample
    # When a strange number of hits is asked for
    done = librarian.run("find", "plan", "--limit", limit, "--drive", str(librarian.drive))

    # Then it is answered, or it is wrong usage
    assert done.returncode == code


def test_a_line_of_the_teams_own_words_that_is_not_right_is_told(
    a_librarian: MadeLibrarian,
) -> None:
    # Given a team's own words, one line of which is no list
    program = a_librarian()
    words = program.home / "own" / "words"
    words.mkdir(parents=True)
    (words / "acronyms.tsv").write_text("FTC\tfamily tree chart\nno tab here\n", "utf-8")

    # When the drive is looked at
    done = program.run("scan", "--drive", str(program.drive))

    # Then it says which line was left out, and the other one counts
    assert "A line of your team’s own words could not be used." in done.stderr
    assert "acronyms.tsv, line 2" in done.stderr
    assert program.json("find", "FTC")["also"] == ["family tree chart"]
