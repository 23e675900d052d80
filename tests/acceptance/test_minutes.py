"""Two core groups in a row from the command line: a pack out, a pack back, confirmed, given out."""

import json
from pathlib import Path

import pytest

from tests.acceptance.conftest import Librarian
from tests.integration.test_minutes_pack import filled_in
from tests.support.minute_makers import CASE, FIRST


@pytest.fixture(name="program")
def made_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Librarian:
    monkeypatch.setenv("LIBRARIAN_PASSPHRASE", "a made-up passphrase")
    (tmp_path / "drive").mkdir()
    return Librarian(tmp_path / "drive", tmp_path / "home")


def test_two_meetings_in_a_row_with_a_pack_in_between(program: Librarian, tmp_path: Path) -> None:
    # Given a first meeting, written and finished
    first = program.json("minutes", "begin", CASE)["id"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"answers": FIRST}), "utf-8")
    program.json("minutes", "write", first, "--answers", str(answers))
    done = program.json("minutes", "finish", first, "--out", str(tmp_path / "out"))
    assert {Path(each).suffix for each in done["files"]} == {".pdf", ".ics"}

    # and a second, of which a teacher fills in the pack
    second = program.json("minutes", "begin", CASE)
    assert second["answers"]["last"][0]["id"] == "1.1"
    made = program.json("minutes", "pack", second["id"], "--out", str(tmp_path / "out"))
    [word] = [Path(each) for each in made["files"] if each.endswith(".docx")]
    word.write_bytes(filled_in(word.read_bytes()))

    # When it comes back, is looked through, confirmed and given out
    back = program.json("minutes", "read", second["id"], str(word))
    checked = program.json("minutes", "check", second["id"])
    held = ("--withhold", "family=Dan Rivers")
    program.json("minutes", "confirm", second["id"], "--by", "A. Okafor", *held)
    given = program.json("minutes", "issue", second["id"], "--out", str(tmp_path / "out"))

    # Then nothing was lost, and each step said what it did
    assert [each["text"] for each in back["unplaced"]] == ["soon", "The flat is damp."]
    assert "due" in [each["check"] for each in checked["remarks"]]
    assert checked["next_core_group"] == "2026-06-25"
    assert len({Path(each).parent.name for each in given["files"]}) == 3
    stages = [each["stage"] for each in program.json("minutes")["meetings"]]
    assert stages == ["issued", "draft"]
    [breakfast] = [e for e in program.json("minutes", "history", CASE)["items"] if e["id"] == "1.1"]
    assert [step["state"] for step in breakfast["steps"]] == ["", "part"]


def test_taken_at_one_desk_and_confirmed_at_another(program: Librarian, tmp_path: Path) -> None:
    # Given two desks that have chosen the team's folder
    folder = tmp_path / "Working folder"
    folder.mkdir(mode=0o770)
    worker = Librarian(tmp_path / "drive", tmp_path / "worker's home")
    for desk in (program, worker):
        desk.json("team", "folder", str(folder))
        assert desk.json("minutes")["meetings"] == []

    # When minutes are begun and shared at one
    meeting = program.json("minutes", "begin", CASE)["id"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"answers": FIRST}), "utf-8")
    program.json("minutes", "write", meeting, "--answers", str(answers))
    assert program.json("minutes", "share", meeting)["shared"]

    # Then the other confirms them, and the first sees so and writes no more
    worker.json("minutes", "confirm", meeting, "--by", "A. Okafor")
    assert [each["stage"] for each in program.json("minutes")["meetings"]] == ["confirmed"]
    place = ("--answers", str(answers), "--drive", str(program.drive))
    error = program.refusal("minutes", "write", meeting, *place)
    assert "confirmed" in error["title"]


def test_a_draft_is_not_given_out(program: Librarian, tmp_path: Path) -> None:
    meeting = program.json("minutes", "begin", CASE)["id"]
    place = ("--out", str(tmp_path), "--drive", str(program.drive))
    error = program.refusal("minutes", "issue", meeting, *place)
    assert "draft" in error["title"]
