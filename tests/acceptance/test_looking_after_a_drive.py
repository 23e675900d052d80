"""Who looks after a drive, and whether its history is whole, asked on the command line."""

import json
from pathlib import Path

import pytest

from librarian.adapters.accounts import current_account
from tests.acceptance.conftest import Librarian

ME = current_account()


@pytest.fixture
def program(tmp_path: Path) -> Librarian:
    """A drive that its founder looks after, with Tom as second keeper."""
    drive = tmp_path / "drive"
    drive.mkdir()
    program = Librarian(drive, tmp_path / "home")
    done = program.run("adopt", str(drive), "--name", "Child protection", "--keeper", "tom")
    assert done.returncode == 0, done.stderr
    return program


def test_adopting_names_two_and_writes_only_in_our_folder(program: Librarian) -> None:
    # Given a drive that was adopted, when its keepers are asked for
    answer = program.json("curators")

    # Then both are there, nobody is asked anything, and nothing else was written
    assert answer["curators"] == [ME, "tom"]
    assert answer["you"] == ME
    assert answer["questions"] == []
    assert [each.name for each in program.drive.iterdir()] == [".librarian"]


def test_one_who_adopts_alone_is_asked_for_a_second(tmp_path: Path) -> None:
    # Given somebody who adopts a drive alone
    (tmp_path / "drive").mkdir()
    program = Librarian(tmp_path / "drive", tmp_path / "home")

    # When they do so
    done = program.run("adopt", str(program.drive), "--name", "Team")

    # Then they are asked for a second, also later
    assert "curators add NAME" in done.stdout
    assert "second person" in program.json("curators")["questions"][0]


def test_keepers_are_named_and_removed(program: Librarian) -> None:
    # Given the two, when one is named and one removed
    added = program.json("curators", "add", "mia")
    removed = program.json("curators", "remove", "tom")

    # Then the answers say who is left
    assert added["curators"] == [ME, "tom", "mia"]
    assert removed["curators"] == [ME, "mia"]


def test_taking_over_from_oneself_is_refused_with_a_remedy(program: Librarian) -> None:
    # Given one who looks after the drive, when they take over, then they are told
    error = program.refusal(
        "curators", "take-over", "--because", "gone", "--drive", str(program.drive)
    )
    assert error == {
        "title": "You look after this drive already.",
        "remedy": "There is nothing more to do.",
    }


@pytest.mark.parametrize(
    "words", [("curators", "add"), ("curators", "take-over"), ("ledger", "x"), ("adopt", "d")]
)
def test_half_a_command_is_wrong_usage(program: Librarian, words: tuple[str, ...]) -> None:
    assert program.run(*words).returncode == 2


def test_a_whole_history_is_ok_and_a_harmed_one_is_not(program: Librarian) -> None:
    # Given a history that is whole, and then a file of it that is gone
    program.json("curators", "add", "mia")
    whole = program.json("ledger", "verify")
    for segment in program.drive.glob(".librarian/ledger/*/*.jsonl"):
        segment.unlink()

    # When it is checked twice
    harmed = program.run("ledger", "verify", "--drive", str(program.drive), "--json")
    mended = program.json("ledger", "verify")

    # Then the harm is told with exit 1, and mended after
    assert whole == {"ok": True, "entries": 2, "problems": []}
    assert harmed.returncode == 1
    told = json.loads(harmed.stdout)
    assert told["ok"] is False
    assert all(set(problem) == {"what", "where"} for problem in told["problems"])
    assert any("brought back" in problem["what"] for problem in told["problems"])
    assert mended == whole


def test_a_drive_with_another_mark_is_only_read_until_it_is_trusted(program: Librarian) -> None:
    # Given a drive whose mark somebody replaced
    marker = program.drive / ".librarian" / "drive.json"
    told = json.loads(marker.read_text("utf-8"))
    marker.write_text(json.dumps(told | {"id": "other", "curators": [ME, "ann"]}), "utf-8")

    # When somebody wants to write, is asked, and says yes
    refused = program.refusal("curators", "add", "eve", "--drive", str(program.drive))
    asked = program.json("curators")["questions"]
    program.run("adopt", str(program.drive), "--trust")
    added = program.json("curators", "add", "mia")

    # Then it was refused before, and done after
    assert "another drive" in refused["title"]
    assert "still your team's drive" in asked[0]
    assert added["curators"] == [ME, "ann", "mia"]


def test_words_for_people_say_the_same(program: Librarian) -> None:
    # Given the drive, when its history and keepers are asked for in words
    at = ("--drive", str(program.drive))
    keepers, history = program.run("curators", *at).stdout, program.run("ledger", *at).stdout

    # Then they are sentences
    assert keepers == f"This drive is looked after by {ME}, tom.\n"
    assert history == "1 act is on record.\nNothing is wrong.\n"
