"""From the command line, one person asks to have something destroyed, and it can be kept."""

from pathlib import Path

from tests.acceptance.conftest import Librarian


def test_what_was_asked_for_is_kept_after_all(tmp_path: Path) -> None:
    # Given a copy that was set aside, kept for no day at all by the team's rule
    program = Librarian(tmp_path / "drive", tmp_path / "home")
    program.drive.mkdir()
    for name in ("Plan.txt", "Plan - Copy.txt"):
        (program.drive / name).write_text("The same words.", "utf-8")
    assert program.run("adopt", str(program.drive), "--name", "Team").returncode == 0
    program.json("scan")
    rules = tmp_path / "principles.toml"
    rules.write_text('[RET01]\nmode = "propose"\naside_days = 0\n', "utf-8")
    program.json("principles", "publish", str(rules))
    plan = program.json("plan", "--set-aside", "Plan - Copy.txt", "Plan.txt")
    program.json("apply", plan["id"])
    aside = program.drive / ".librarian" / "quarantine" / "Plan - Copy.txt"

    # When somebody asks to have it destroyed, and it is kept
    asked = program.json("dispose", str(aside), "--because", "Twice.")
    at_once = program.run("dispose", "--agree", asked["entry"])
    kept = program.json("dispose", "--keep", asked["entry"])

    # Then one person alone could not destroy it, and nothing waits any more
    assert [each["because"] for each in asked["waiting"]] == ["Twice."]
    assert at_once.returncode != 0
    assert (kept["destroyed"], kept["waiting"]) == (False, [])
    assert aside.exists()
