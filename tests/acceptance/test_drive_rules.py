"""Business Support hold the drive against its rules, from the command line."""

import json
from pathlib import Path

from benchmarks.review_truth import judge
from librarian.adapters.sample import truth_path
from librarian.bootstrap import LocalDesk
from policies.loading import load_principles
from tests.acceptance.conftest import Librarian

_SHAPE = {"id", "code", "severity", "subject", "message", "since", "proposed"}


def test_a_review_tells_what_needs_a_look_and_keeps_it_the_same(librarian: Librarian) -> None:
    # Given the scanned sample
    first = librarian.json("review")

    # When it is reviewed again
    again = librarian.json("review")

    # Then each finding has the agreed shape, and is the same one since the same moment
    assert first["findings"]
    assert all(set(each) == _SHAPE for each in first["findings"])
    assert again == first


def test_each_filled_in_form_is_told_without_a_word_of_it(librarian: Librarian) -> None:
    # Given the sample with filled-in forms among its blanks
    truth = json.loads(truth_path(Path(librarian.drive)).read_text("utf-8"))

    # When it is reviewed
    found = [each for each in librarian.json("review")["findings"] if each["code"] == "PER01"]

    # Then they are all named by place and kind, and nothing else is
    assert {each["subject"] for each in found} == set(truth["personal"])
    assert all(each["proposed"] == [] for each in found)


def test_each_principle_finds_what_is_there_and_nothing_else(librarian: Librarian) -> None:
    # Given the sample drive, which knows its own truth
    truth = json.loads(truth_path(Path(librarian.drive)).read_text("utf-8"))

    # When each principle is judged by it
    with LocalDesk(librarian.home).catalogued(librarian.drive) as drive:
        scores = judge(drive, truth)

    # Then all were judged, and nearly all of what they find, and of what there is, is right
    assert set(scores) == {each.code for each in load_principles()}
    wrong = {
        code: score for code, score in scores.items() if min(score.precision, score.recall) < 0.95
    }
    assert wrong == {}


def test_rules_are_checked_published_and_in_force(tmp_path: Path) -> None:
    # Given a small drive that somebody looks after, and rules with a mistake in them
    program = Librarian(tmp_path / "drive", tmp_path / "home")
    (program.drive / "Forms").mkdir(parents=True)
    for name in ("Plan FINAL.txt", "Leaflet.txt"):
        (program.drive / "Forms" / name).write_text(f"Words of {name}.", "utf-8")
    assert program.run("adopt", str(program.drive), "--name", "Team").returncode == 0
    program.json("scan")
    rules = tmp_path / "rules" / "principles.toml"
    rules.parent.mkdir()
    rules.write_text('[NAM01]\nmode = "propos"\n', "utf-8")
    wrong = program.run("principles", "check", str(rules.parent), "--json")
    [problem] = json.loads(wrong.stdout)["problems"]

    # When they are mended, checked and published
    rules.write_text('[NAM01]\nmode = "propose"\n', "utf-8")
    would = program.json("principles", "check", str(rules.parent))
    program.json("principles", "publish", str(rules.parent), "--note", "Names first.")
    found = program.json("review")["findings"]

    # Then line and key were told, what would change came true, and everybody sees the rules
    assert (wrong.returncode, problem["line"], problem["key"]) == (1, 2, "NAM01.mode")
    assert [each["subject"] for each in would["would_appear"]] == ["Forms/Plan FINAL.txt"]
    assert [each["id"] for each in found] == [each["id"] for each in would["would_appear"]]
    shown = program.json("principles", "show")
    assert shown["published"]["note"] == "Names first."
    assert not shown["edited_by_hand"]


def test_an_edit_by_hand_changes_nothing_and_is_told(tmp_path: Path) -> None:
    # Given a drive whose rules were published
    program = Librarian(tmp_path / "drive", tmp_path / "home")
    program.drive.mkdir()
    (program.drive / "Plan FINAL.txt").write_text("A plan.", "utf-8")
    assert program.run("adopt", str(program.drive), "--name", "Team").returncode == 0
    program.json("scan")
    rules = tmp_path / "principles.toml"
    rules.write_text('[PER01]\nmode = "advise"\n', "utf-8")
    program.json("principles", "publish", str(rules))

    # When somebody edits the file on the drive
    there = program.drive / ".librarian" / "rules" / "principles" / "principles.toml"
    there.write_text('[NAM01]\nmode = "propose"\n', "utf-8")

    # Then nothing is found that was not before, and the edit is told
    assert program.json("review")["findings"] == []
    assert program.json("principles", "show")["edited_by_hand"]


def test_what_is_waived_is_left_with_its_reason_until_its_day(tmp_path: Path) -> None:
    # Given a drive with two copies of one file
    program = Librarian(tmp_path / "drive", tmp_path / "home")
    program.drive.mkdir()
    for name in ("Plan.txt", "Plan - Copy.txt"):
        (program.drive / name).write_text("The same words.", "utf-8")
    assert program.run("adopt", str(program.drive), "--name", "Team").returncode == 0
    program.json("scan")
    [finding] = program.json("review")["findings"]

    # When one is waived, first for a reason that tells of a person
    because = ("--until", "2031-01-31", "--because")
    refused = program.run("waive", finding["id"], *because, "NHS number 999 000 0018")
    program.json("waive", finding["id"], *because, "The court asked for both.")
    review = program.json("review", "--waived")

    # Then it does not need a look any more, and everybody can read why
    assert refused.returncode == 1
    assert review["findings"] == []
    [left] = review["waived"]
    assert (left["id"], left["because"]) == (finding["id"], "The court asked for both.")
    assert left["until"] == "2031-01-31"

    # And when that is ended before its day, then it needs a look again
    program.json("waive", finding["id"], "--end")
    review = program.json("review", "--waived")
    assert [each["id"] for each in review["findings"]] == [finding["id"]]
    assert review["waived"] == []
