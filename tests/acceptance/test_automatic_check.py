"""The automatic check does what the rules let it do, tells of it, and leaves the rest to people."""

import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from librarian.adapters.clock import SystemClock
from tests.acceptance.conftest import Librarian
from tests.support.team_forms import answers_to

ROUND = {
    *("findings", "opened", "closed", "missing"),
    *("entry", "done", "failed", "conflicts", "summary", "ended"),
}


def a_drive_with_a_copy(program: Librarian) -> None:
    """A drive that is looked after, whose rules say that copies are set aside by themselves."""
    (program.drive / "Forms").mkdir()
    text = "What did the child say?\nWhat will we do?\n" * 20
    for name in ("Visit form", "Visit form - Copy"):
        (program.drive / f"Forms/{name}.txt").write_text(text, "utf-8")
    program.run("adopt", str(program.drive), "--name", "Our team")


def enforce(program: Librarian, place: Path) -> None:
    folder = place / "rules"
    folder.mkdir()
    before, code, after = program.json("principles", "show", "--as-file")["file"].partition(
        "[DUP01]"
    )
    after = after.replace('mode = "propose"', 'mode = "enforce"', 1)
    (folder / "principles.toml").write_text(before + code + after, "utf-8")
    program.json("principles", "publish", str(folder), "--note", "Copies are set aside.")


def test_only_what_is_set_to_enforce_is_done(
    a_librarian: Callable[[], Librarian], tmp_path: Path
) -> None:
    # Given a drive with a copy, at first under rules that only propose
    program = a_librarian()
    a_drive_with_a_copy(program)
    proposing = program.json("steward", "--once")
    enforce(program, tmp_path)

    # When the automatic check runs again, twice
    done = program.json("steward", "--once")
    again = program.json("steward", "--once")

    # Then it did nothing at first, then set the copy aside, then found nothing more to do
    assert set(done) == ROUND
    assert (proposing["done"], done["done"], again["done"]) == (0, 1, 0)
    assert (program.drive / ".librarian/quarantine/Forms/Visit form - Copy.txt").exists()
    told = Path(proposing["summary"]).read_text("utf-8")
    assert "Need a look: 1. Left for now: 0." in told
    assert "Visit" not in told
    assert program.json("undo", done["entry"])["done"] == 1
    assert (program.drive / "Forms/Visit form - Copy.txt").exists()


def test_meeting_requests_go_when_their_plan_is_over(
    a_librarian: Callable[[], Librarian], tmp_path: Path
) -> None:
    # Given a team's working folder with requests of a plan that is over, and of one that goes on
    program = a_librarian()
    a_drive_with_a_copy(program)
    folder = tmp_path / "Working folder"
    folder.mkdir(mode=0o770)
    program.json("team", "folder", str(folder))
    for case, until in (("C-100245", "2020-01-31"), ("C-100999", "2999-01-31")):
        answers = answers_to("meeting-request")
        answers["meeting"] |= {"case": case, "until": until}
        file = tmp_path / "answers.json"
        file.write_text(json.dumps({"answers": answers}), "utf-8")
        program.json("team", "request", case, "--answers", str(file))

    # When the automatic check runs, and again while the folder is away
    done = program.json("steward", "--once")
    folder.rename(tmp_path / "away")
    again = program.json("steward", "--once")

    # Then those of the first are gone, and a folder that is away stops nothing
    assert (done["ended"], again["ended"]) == (1, 0)
    assert [each.name for each in (tmp_path / "away").iterdir()] == ["meeting-request C-100999"]


def test_a_file_that_is_gone_is_missing_for_the_team(a_librarian: Callable[[], Librarian]) -> None:
    # Given a confirmed form that somebody took away
    program = a_librarian()
    a_drive_with_a_copy(program)
    for number in range(9):  # so many that one is no mass loss
        (program.drive / f"{number}.txt").write_text(f"words {number}", "utf-8")
    program.json("scan")
    program.json("approve", "Forms/Visit form.txt")
    (program.drive / "Forms/Visit form.txt").rename(program.home / "kept")

    # When the automatic check looks, and again when it is back
    gone = program.json("steward", "--once")
    (program.home / "kept").rename(program.drive / "Forms/Visit form.txt")
    back = program.json("steward", "--once")

    # Then it is missing, then it is not
    assert (gone["missing"], back["missing"]) == (1, 0)


def test_a_second_computer_leaves_it_to_the_first(a_librarian: Callable[[], Librarian]) -> None:
    # Given an automatic check that runs at another computer
    program = a_librarian()
    a_drive_with_a_copy(program)
    until = SystemClock().now() + timedelta(hours=1)
    lease = {"who": "tom on PC7", "until": until.isoformat()}
    (program.drive / ".librarian/automatic-check.json").write_text(json.dumps(lease), "utf-8")

    # When this one is to run
    error = program.refusal("steward", "--once", "--drive", str(program.drive))

    # Then it says who does it
    assert error["title"] == "The automatic check runs at tom on PC7 already."
