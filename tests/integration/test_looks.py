"""What needs a look on a real drive: whose it is, what stands beside it, and what its name says."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from librarian.application.tidying import Look, TeamTidier
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.about import tidier_of
from librarian.domain.errors import LibrarianError
from librarian.domain.name_patterns import Part
from librarian.domain.principles import Mode
from tests.acceptance.conftest import Librarian

GUIDE = " ".join(
    f"Point {number}: listen to what the child says and write it down in their own words."
    for number in range(30)
)


@pytest.fixture
def tidier(tmp_path: Path) -> Iterator[TeamTidier]:
    """Puts a drive right that has a copy, two versions, and a name that is not plain."""
    drive = tmp_path / "drive"
    files = {
        "Forms/Plan.txt": "What we do next.",
        "Old/Plan copy.txt": "What we do next.",
        "Duty/Rota FINAL.txt": "Who is on duty.",
        "Here/Guide to visits.txt": f"{GUIDE} Ring first.",
        "There/Guide to visits.txt": f"{GUIDE} Knock first.",
    }
    for path, words in files.items():
        (drive / path).parent.mkdir(parents=True, exist_ok=True)
        (drive / path).write_text(words, "utf-8")
        os.utime(drive / path, (1_750_000_000, 1_750_000_000))
    program = Librarian(drive, tmp_path / "home")
    assert program.run("adopt", str(drive), "--name", "Team").returncode == 0
    program.json("scan")
    with LocalDesk(tmp_path / "home").catalogued(drive) as opened:
        [names] = [r for r in opened.rules.book.in_force().rules if r.code == "NAM01"]
        opened.rules.set_rule(replace(names, mode=Mode.PROPOSE), "", "")
        opened.history.owners.assign_folder("Duty", "Duty manager")
        yield tidier_of(
            history=opened.history,
            rules=opened.rules,
            genealogist=opened.genealogist,
            catalogue=opened.catalogue,
            bus=opened.bus,
        )


def look_at(tidier: TeamTidier, code: str, path: str) -> Look:
    [found] = [look for look in tidier.looks() if (look.code, look.path) == (code, path)]
    return found


def test_a_copy_stands_beside_the_one_that_stays(tidier: TeamTidier) -> None:
    # Given a copy, when it is compared
    look = look_at(tidier, "DUP01", "Old/Plan copy.txt")
    assert look.other == "Forms/Plan.txt"
    assert tidier.compare(look).same

    # Then two that differ are told apart, and what cannot be read says so
    other = tidier.compare(replace(look, other="Duty/Rota FINAL.txt"))
    assert [(pair.before, pair.after) for pair in other.pairs] == [
        ("What we do next.", ""),
        ("", "Who is on duty."),
    ]
    with pytest.raises(LibrarianError):
        tidier.compare(replace(look, other="Forms/Gone.txt"))


def test_a_name_that_is_not_plain_says_what_is_wrong_and_what_is_better(
    tidier: TeamTidier,
) -> None:
    look = look_at(tidier, "NAM01", "Duty/Rota FINAL.txt")
    assert look.is_about_name
    assert (look.wrong, look.better) == ((Part.STATUS,), "Duty/Rota.txt")


def test_who_owns_a_folder_owns_what_needs_a_look_in_it(tidier: TeamTidier) -> None:
    assert look_at(tidier, "NAM01", "Duty/Rota FINAL.txt").owner == "Duty manager"
    assert look_at(tidier, "DUP01", "Old/Plan copy.txt").owner == ""


def test_two_that_cannot_be_told_apart_stand_side_by_side(tidier: TeamTidier) -> None:
    # Given two versions of which either may be the one to use
    [asked] = [look for look in tidier.looks() if look.code == "CUR01"]

    # When one of them is compared, then with the other
    assert {asked.path, asked.other} == {"Here/Guide to visits.txt", "There/Guide to visits.txt"}
    assert not asked.can_mend
    assert tidier.compare(asked).changes == 1
