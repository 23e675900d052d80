"""Known facts come from an export folder or a database, and only what is known for sure."""

import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from librarian.adapters.forms.cases import FolderCases
from librarian.adapters.forms.cases_in_databases import DatabaseCases
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case, Fact, prefilled
from tests.support.form_makers import a_form

TODAY = date(2026, 11, 20)
MAPPING = """url = "sqlite:///{database}"
[child]
table = "Children View"
case_number = "case no"
as_of = "updated"
columns = {{ name = "full name", dob = "born" }}
"""


def a_database(folder: Path) -> Path:
    """A database of two cases with a view that no name of which is a plain word."""
    with sqlite3.connect(folder / "cases.sqlite") as database:
        database.execute('CREATE TABLE "Children View" ("case no", "full name", "born", "updated")')
        database.executemany(
            'INSERT INTO "Children View" VALUES (?, ?, ?, ?)',
            [("C-1", "Mia", "2016-05-04", "2026-11-01"), ("C-2", "Zed", "2010-01-01", None)],
        )
    database.close()
    mapping = folder / "cases.toml"
    mapping.write_text(MAPPING.format(database=(folder / "cases.sqlite").as_posix()), "utf-8")
    return mapping


def test_a_database_tells_the_facts_of_one_case(tmp_path: Path) -> None:
    # Given a database with a mapping, when a case is looked for
    case = DatabaseCases(a_database(tmp_path)).find("C-1")

    # Then its facts are there under our names, with their day, and no other case's
    recorded = date(2026, 11, 1)
    assert case.rows["child"] == (
        {"name": Fact("Mia", recorded), "dob": Fact("2016-05-04", recorded)},
    )


@pytest.mark.parametrize("number", ["C-3", "' OR 1=1 --", "", "%"])
def test_a_case_that_is_not_known_is_told_whatever_its_number_says(
    tmp_path: Path, number: str
) -> None:
    # Given a database, when something else than one of its numbers is looked for
    # Then nothing is found
    with pytest.raises(LibrarianError, match="not known"):
        DatabaseCases(a_database(tmp_path)).find(number)


@pytest.mark.parametrize(
    "text", ["", "url = ", 'url = "sqlite:////nowhere/x.db"\n[child]\ntable = "x"', 'url = "what"']
)
def test_a_mapping_that_leads_nowhere_is_told(tmp_path: Path, text: str) -> None:
    # Given a mapping that cannot be used, when a case is looked for, then that is said
    (tmp_path / "bad.toml").write_text(text, "utf-8")
    with pytest.raises(LibrarianError, match="apping"):
        DatabaseCases(tmp_path / "bad.toml").find("C-1")


def test_an_export_may_be_json(tmp_path: Path) -> None:
    # Given an export of objects, when a case is looked for
    rows = [{"case_number": "C-1", "name": "Mia", "dob_as_of": "2026-01-01", "dob": "04/05/2016"}]
    (tmp_path / "child.json").write_text(json.dumps(rows), "utf-8")

    # Then days are spelled our way, and what has no day says so
    [child] = FolderCases(tmp_path).find("C-1").rows["child"]
    assert child == {"name": Fact("Mia"), "dob": Fact("2016-05-04", date(2026, 1, 1))}


@pytest.mark.parametrize("content", [b"{", b"\xff\xfe\x00", b"[" * 5000])
def test_a_broken_export_is_told(tmp_path: Path, content: bytes) -> None:
    # Given a file that is no export, when a case is looked for, then that is said
    (tmp_path / "child.json").write_bytes(content)
    with pytest.raises(LibrarianError, match="export"):
        FolderCases(tmp_path).find("C-1")


SCHEMA = {
    "properties": {
        "agree": {"type": "string", "x-prefill": "case.agree", "x-never-reuse": True},
        "plan": {
            "oneOf": [{"const": "cp", "title": "Child protection plan"}, {"const": "none"}],
            "x-prefill": "case.plan",
        },
        "child": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "name": {"type": "string", "x-prefill": "child.name"},
                    "dob": {"type": "string", "x-prefill": "child.dob"},
                    "address": {"type": "string", "x-prefill": "child.address", "x-freshness": 28},
                    "note": {"type": "string"},
                },
            },
        },
    }
}
KNOWN = Case(
    "C-1",
    "export",
    {
        "case": ({"agree": Fact("yes"), "plan": Fact("CHILD PROTECTION PLAN")},),
        "child": (
            {
                "name": Fact("Mia"),
                "dob": Fact("2016-05-04"),
                "address": Fact("1 Elm", date(2026, 10, 1)),
            },
            {"name": Fact("Leo"), "dob": Fact("2018-01-20"), "address": Fact("1 Elm", TODAY)},
        ),
    },
)


@pytest.mark.parametrize(
    ("answers", "children"),
    [
        ({}, {(0, "name"): "Mia", (1, "name"): "Leo"}),
        ({"child": [{"name": "leo"}]}, {(0, "dob"): "2018-01-20"}),
        ({"child": [{"dob": "2016-05-04"}]}, {(0, "name"): "Mia"}),
        ({"child": [{"name": "Zoe"}]}, {}),
        ({"child": [{"name": "Leo", "dob": "2016-05-04"}]}, {}),
        ({"child": [{"note": "x"}]}, {}),
    ],
)
def test_facts_of_two_people_never_mix(
    answers: dict[str, Any], children: dict[tuple[int, str], str]
) -> None:
    # Given what was begun by hand, and two known siblings
    # When what is known is filled in
    found = {each.spot: each.value for each in prefilled(a_form(SCHEMA), KNOWN, answers, TODAY)}

    # Then a row gets the facts of the one child that it agrees with, or none
    told = {spot[1:]: value for spot, value in found.items() if spot[0] == "child"}
    assert children.items() <= told.items()
    assert bool(told) == bool(children)


def test_agreement_is_never_reused_and_choices_are_understood() -> None:
    # Given a case that knows an agreement and a plan, when it is filled in
    found = {each.spot: each.value for each in prefilled(a_form(SCHEMA), KNOWN, {}, TODAY)}

    # Then the plan is, as the form spells it, and the agreement is not
    assert found["plan",] == "cp"
    assert ("agree",) not in found


def test_only_what_is_older_than_its_freshness_is_stale() -> None:
    # Given two addresses, one of today, when they are filled in, then the older one is stale
    found = {each.spot: each.stale for each in prefilled(a_form(SCHEMA), KNOWN, {}, TODAY)}
    assert found["child", 0, "address"]
    assert not found["child", 1, "address"]
    assert not found["child", 0, "name"]


def test_a_source_is_tried_before_it_is_used(tmp_path: Path) -> None:
    # Given a database, an export, a folder that is none, and an export that names no case
    export, other, nameless = (tmp_path / name for name in ("export", "other", "nameless"))
    for folder in (export, other, nameless):
        folder.mkdir()
    (export / "child.csv").write_text("case_number,name\nC-1,Mia\n", "utf-8")
    (nameless / "child.csv").write_text("name\nMia\n", "utf-8")

    # When each is tried; then the good ones say what they hold, and the others what to do
    assert "child" in DatabaseCases(a_database(tmp_path)).check()
    assert FolderCases(export).check() == ("child",)
    with pytest.raises(LibrarianError, match="holds no export"):
        FolderCases(other).check()
    with pytest.raises(LibrarianError, match="of which case"):
        FolderCases(nameless).check()


def test_a_mapping_with_a_wrong_column_is_told_when_it_is_tried(tmp_path: Path) -> None:
    # Given a mapping that names a column the view has not
    mapping = a_database(tmp_path)
    mapping.write_text(mapping.read_text("utf-8").replace("full name", "no_name"), "utf-8")

    # When it is tried; then that is said
    with pytest.raises(LibrarianError, match="does not answer as its mapping says"):
        DatabaseCases(mapping).check()
