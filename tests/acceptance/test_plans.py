"""Plans on the command line answer in the shape that was agreed."""

from collections.abc import Callable

from tests.acceptance.conftest import Librarian


def test_a_plan_is_made_applied_and_undone(a_librarian: Callable[[], Librarian]) -> None:
    # Given a drive that is looked after, with two files
    program = a_librarian()
    for name in ("one", "two"):
        (program.drive / f"{name}.txt").write_text(f"the words of {name}", "utf-8")
    program.run("adopt", str(program.drive), "--name", "Our team")
    program.json("scan")

    # When a rename and what cannot be is planned, applied and undone
    plan = program.json("plan", "--move", "one.txt", "Forms/One.txt", "--move", "two.txt", "a:b")
    made = program.json("apply", plan["id"])
    found = program.json("find", "words of one")
    undone = program.json("undo", made["entry"])

    # Then each answers in its shape, and the search followed
    assert [set(each) for each in plan["actions"]] == [
        {"kind", "path", "before", "after", "finding"}
    ]
    assert plan["actions"][0]["after"] == "Forms/One.txt"
    assert [each["path"] for each in plan["conflicts"]] == ["two.txt"]
    assert (made["done"], made["failed"]) == (1, [])
    assert "Forms/One.txt" in {hit["path"] for hit in found["hits"]}
    assert (undone["done"], undone["failed"]) == (1, [])
    assert (program.drive / "one.txt").exists()
    assert program.json("ledger", "verify")["ok"]
    assert program.run("undo", made["entry"], "--drive", str(program.drive)).returncode == 1
