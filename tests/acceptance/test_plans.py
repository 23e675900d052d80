"""Plans on the command line answer in the shape that was agreed."""

from collections.abc import Callable

from tests.acceptance.conftest import Librarian


def test_a_plan_is_made_applied_and_undone(a_librarian: Callable[[], Librarian]) -> None:
    # Given a drive that is looked after, with three files
    program = a_librarian()
    for name in ("one", "two", "three"):
        (program.drive / f"{name}.txt").write_text(f"the words of {name}", "utf-8")
    program.run("adopt", str(program.drive), "--name", "Our team")
    program.json("scan")

    # When a rename, an archiving and what cannot be is planned, applied and undone
    moves = ("--move", "one.txt", "Forms/One.txt", "--move", "two.txt", "a:b")
    plan = program.json("plan", *moves, "--archive", "three.txt")
    made = program.json("apply", plan["id"])
    found = program.json("find", "words of one")
    by_default = program.json("find", "words of three")["hits"]
    on_request = program.json("find", "words of three", "--all-versions")["hits"]
    undone = program.json("undo", made["entry"])

    # Then each answers in its shape, and the search followed
    row = {"kind", "path", "before", "after", "finding"}
    assert [set(each) for each in plan["actions"]] == [row, row]
    assert plan["actions"][0]["after"] == "Forms/One.txt"
    assert [each["path"] for each in plan["conflicts"]] == ["two.txt"]
    assert (made["done"], made["failed"]) == (2, [])
    assert "Archive/three.txt" not in {hit["path"] for hit in by_default}
    assert ("Archive/three.txt", "archived") in {(h["path"], h["state"]) for h in on_request}
    assert "Forms/One.txt" in {hit["path"] for hit in found["hits"]}
    assert (undone["done"], undone["failed"]) == (2, [])
    assert (program.drive / "one.txt").exists()
    assert program.json("ledger", "verify")["ok"]
    assert program.run("undo", made["entry"], "--drive", str(program.drive)).returncode == 1


def test_what_needs_a_look_is_planned_and_put_right(a_librarian: Callable[[], Librarian]) -> None:
    # Given a drive with a copy, which a rule finds
    program = a_librarian()
    (program.drive / "Forms").mkdir()
    for name in ("Forms/Visit form.txt", "Forms/Visit form - Copy.txt"):
        text = "What did the child say?\nWhat will we do?\n" * 20
        (program.drive / name).write_text(text, "utf-8")
    program.run("adopt", str(program.drive), "--name", "Our team")
    program.json("scan")
    found = [each for each in program.json("review")["findings"] if each["code"] == "DUP01"]

    # When that finding is planned and applied
    plan = program.json("plan", found[0]["id"])
    made = program.json("apply", plan["id"])
    again = program.json("review")["findings"]

    # Then the copy is set aside, the plan names the finding, and it needs no look any more
    assert [each["finding"] for each in plan["actions"]] == [found[0]["id"]]
    assert made["done"] == 1
    assert (program.drive / ".librarian/quarantine/Forms/Visit form - Copy.txt").exists()
    assert "DUP01" not in {each["code"] for each in again}
