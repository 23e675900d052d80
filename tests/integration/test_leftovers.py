"""What programs leave behind is known without being searched, found by the rule, and set aside."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from librarian.application.planning import proposals_of
from librarian.bootstrap import LocalDesk
from librarian.domain.leftovers import leads_nowhere, left_kind
from tests.acceptance.conftest import Librarian

LONG_AGO = (datetime.now(UTC) - timedelta(days=9)).timestamp()  # noqa: TID251 - the program's own clock


def old_file(path: Path, words: str) -> None:
    """A file that nobody has changed for a week."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, "utf-8")
    os.utime(path, (LONG_AGO, LONG_AGO))


def never() -> bool:
    """Nobody stops it."""
    return False


def test_leftovers_are_found_set_aside_and_gone(tmp_path: Path) -> None:
    # Given a drive with a form, its owner file, a dead and a living shortcut, and a fresh sign
    drive = tmp_path / "drive"
    old_file(drive / "Forms" / "Plan.txt", "A plan.")
    old_file(drive / "Forms" / "~$Plan.docx", "Janet")
    old_file(drive / "Forms" / "Gone.url", "[InternetShortcut]\nURL=Old/Nothing.txt\n")
    old_file(drive / "Forms" / "There.url", "[InternetShortcut]\nURL=Plan.txt\n")
    old_file(drive / "Forms" / "Web.url", "[InternetShortcut]\nURL=https://example.org/\n")
    (drive / "Forms" / "~$Other.docx").write_text("Tom", "utf-8")
    program = Librarian(drive, tmp_path / "home")
    assert program.run("adopt", str(drive), "--name", "Team").returncode == 0
    program.json("scan")
    rules = tmp_path / "principles.toml"
    rules.write_text('[BRO01]\nmode = "propose"\n', "utf-8")
    program.json("principles", "publish", str(rules))

    # When it is reviewed, and what is found is set aside
    with LocalDesk(tmp_path / "home").catalogued(drive) as opened:
        found = opened.rules.review().findings
        plan = opened.history.planner.plan(proposals_of(found))
        made = opened.history.contractor.apply(plan, cancel=never)
        with opened.writing("test") as scanner:
            scanner.scan()
        after = opened.rules.review().findings
        searched = set(opened.catalogue.known())

    # Then just these were found, they lie aside, and nothing of it was ever searched
    gone = ["Forms/Gone.url", "Forms/~$Plan.docx"]
    assert sorted(each.subject for each in found) == gone
    assert (made.done, plan.conflicts, after) == (2, (), ())
    assert [path for path in gone if (drive / path).exists()] == []
    assert (drive / ".librarian" / "quarantine" / "Forms" / "~$Plan.docx").exists()
    assert not [path for path in searched if "~$" in path]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("~$an.docx", "open"),
        (".~lock.Plan.odt#", "open"),
        ("~WRL0A1F.tmp", "temporary"),
        ("Film.part", "temporary"),
        ("~librarian-12-34-moving.tmp", None),
        ("Thumbs.db", None),
        ("Plan - replaced by.url", None),
        ("Plan.docx", None),
    ],
)
def test_only_what_programs_leave_is_left_behind(name: str, kind: str | None) -> None:
    assert left_kind(name) == kind


@pytest.mark.parametrize(
    ("link", "nowhere"),
    [
        ("Nothing.docx", True),
        ("There.docx", False),
        ("../There.docx", True),
        ("../../Elsewhere.docx", False),
        ("file:///S:/Team/Forms/Nothing.docx", True),
        ("S:\\Team\\Forms\\There.docx", False),
        ("H:\\Mine\\Nothing.docx", False),
        ("https://example.org/Nothing.docx", False),
        ("mailto:team@example.org", False),
    ],
)
def test_a_shortcut_leads_nowhere_only_where_we_can_know(link: str, *, nowhere: bool) -> None:
    found = leads_nowhere([link], "Forms/Plan.url", "S:\\Team", {"Forms/There.docx"}.__contains__)
    assert found is nowhere
