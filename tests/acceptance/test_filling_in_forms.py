"""One form, asked once: a referrer's way from the command line, in the agreed words and shapes."""

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from librarian.bootstrap.forms import OURS
from tests.acceptance.conftest import Librarian
from tests.support.form_makers import SERVICES, answers

MadeLibrarian = Callable[[], Librarian]


@pytest.fixture(name="program")
def made_program(a_librarian: MadeLibrarian) -> Librarian:
    return a_librarian()


def in_file(folder: Path, document: dict[str, Any]) -> str:
    path = folder / "answers.json"
    path.write_text(json.dumps(document), "utf-8")
    return str(path)


def test_the_forms_and_their_services_are_listed(program: Librarian) -> None:
    # Given the program as it ships
    # When the forms are listed
    listed = program.json("forms")["forms"]

    # Then the referral is among them, with what people need to know to choose each service
    [referral] = [form for form in listed if form["id"] == "referral"]
    assert referral["version"] == "1.0"
    assert "999" in referral["guide"]
    assert [each["id"] for each in referral["services"]] == list(SERVICES)
    assert all(each["purpose"] and each["waiting"] for each in referral["services"])


def test_one_set_of_answers_fills_in_three_services_forms(
    program: Librarian, tmp_path: Path
) -> None:
    # Given answers, and a folder that is not there yet
    given, out = in_file(tmp_path, {"answers": answers()}), tmp_path / "out"
    services = ("--service", "fgdm", "--service", "da", "--service", "par")

    # When they are filled in for three services
    done = program.json("fill", "referral", "--answers", given, "--out", str(out), *services)

    # Then each packet lies there, and says what it holds; nothing else lies there
    assert done["problems"] == []
    assert {each["for"] for each in done["outputs"]} == {
        "fgdm",
        "da",
        "par",
        "case-system",
        "family",
    }
    paths = {Path(each["path"]) for each in done["outputs"]}
    assert {path for path in out.rglob("*") if path.is_file()} == paths
    fields = {each["for"]: set(each["fields"]) for each in done["outputs"]}
    assert "da.dash" not in fields["fgdm"]
    assert not any("law.restrict" in taken for taken in fields.values())
    assert done["counted"]["questions"] < done["counted"]["instead_of"]


def test_a_mistake_writes_nothing_and_says_where(program: Librarian, tmp_path: Path) -> None:
    # Given answers that lack one
    given, out = in_file(tmp_path, {"answers": answers(need={"worry": ""})}), tmp_path / "out"

    # When they are filled in
    done = program.run("fill", "referral", "--answers", given, "--out", str(out), "--json")

    # Then it ends with 1, names the question, and nothing is there
    said = json.loads(done.stdout)
    assert done.returncode == 1
    assert said["outputs"] == []
    assert [each["question"] for each in said["problems"]] == ["need.worry"]
    assert not out.exists()


def test_it_is_said_in_words_too(program: Librarian, tmp_path: Path) -> None:
    # Given answers, when they are filled in without --json
    given = in_file(tmp_path, answers())
    done = program.run("fill", "referral", "--answers", given, "--out", str(tmp_path / "out"))

    # Then the last line tells what it saved
    assert done.stdout.splitlines()[-1].startswith("1 service · ")
    assert "Mia" not in done.stdout


@pytest.mark.parametrize(
    ("content", "word"),
    [
        ("{", "JSON"),
        ("[1]", "answers"),
        ("[" * 3000, "JSON"),
        ('{"a":' * 40 + "1" + "}" * 40, "answers"),
    ],
)
def test_a_file_that_holds_no_answers_is_refused(
    program: Librarian, tmp_path: Path, content: str, word: str
) -> None:
    # Given a file of something else
    (tmp_path / "a.json").write_text(content, "utf-8")

    # When it is given as answers, then that is said, with what to do
    error = program.refusal(
        "fill", "referral", "--answers", str(tmp_path / "a.json"), "--out", str(tmp_path)
    )
    assert word in error["title"]
    assert error["remedy"]


def test_a_form_that_is_not_there_is_refused(program: Librarian, tmp_path: Path) -> None:
    given = in_file(tmp_path, answers())
    error = program.refusal("fill", "holiday", "--answers", given, "--out", str(tmp_path))
    assert "referral" in error["remedy"]


def test_what_the_case_system_knows_is_not_asked_again(program: Librarian, tmp_path: Path) -> None:
    # Given an export of two siblings, one address of which is old
    export = tmp_path / "export"
    export.mkdir()
    rows = [
        {
            "case_number": "C-100245",
            "case": "C-100245",
            "name": "Mia",
            "dob": "04/05/2016",
            "address": "1 Elm Walk",
            "as_of": "2020-01-01",
            "address_as_of": "2020-01-01",
        },
        {
            "case_number": "C-100245",
            "case": "C-100246",
            "name": "Leo",
            "dob": "20/01/2018",
            "address": "",
            "as_of": "2020-01-01",
            "address_as_of": "",
        },
    ]
    with (export / "child.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    known = ("--case", "C-100245", "--from", str(export))
    blank = answers()
    del blank["child"]

    # When a referral is filled in without a word about them
    given = in_file(tmp_path, {"answers": blank})
    place = ("--out", str(tmp_path / "out"), "--json")
    asked = program.run("fill", "referral", "--answers", given, *known, *place)

    # Then the old address is asked about, and nothing is written yet
    [problem] = json.loads(asked.stdout)["problems"]
    assert problem["question"] == "child.0.address"
    assert "1 January 2020" in problem["what"]

    # and when it is confirmed, both are in the packet, and the count tells what was filled in
    given = in_file(tmp_path, {"answers": blank, "confirmed": ["child.0.address"]})
    done = program.json("fill", "referral", "--answers", given, *known, *place[:2])
    [data] = [
        each["path"] for each in done["outputs"] if each["path"].endswith("fgdm answers.json")
    ]
    children = json.loads(Path(data).read_text("utf-8"))["answers"]["child"]
    assert [child["name"] for child in children] == ["Mia", "Leo"]
    assert children[0]["dob"] == "2016-05-04"
    assert done["counted"]["filled_in"] == 7


def test_the_samples_case_database_fills_in_a_sibling_group(
    sample: tuple[Librarian, dict[str, Any]], tmp_path: Path
) -> None:
    # Given the sample, which tells where its made-up case database is described
    program, demo = sample
    blank = answers()
    del blank["child"]
    given = {"answers": blank, "confirmed": ["child.0.address"]}
    known = ("--case", "C-100245", "--from", demo["cases"])

    # When three siblings and their parents are referred to three services
    services = ("--service", "fgdm", "--service", "par", "--service", "da")
    place = ("--answers", in_file(tmp_path, given), "--out", str(tmp_path / "out"))
    done = program.json("fill", "referral", *place, *known, *services)

    # Then all three are in each packet, and a good part was not asked
    assert done["problems"] == []
    text = next(each for each in done["outputs"] if each["for"] == "case-system")["path"]
    assert all(name in Path(text).read_text("utf-8") for name in ("Mia", "Leo", "Zoë"))
    assert 40 < done["counted"]["filled_in"] < done["counted"]["questions"]


def test_a_service_is_added_without_code(program: Librarian, tmp_path: Path) -> None:
    # Given a team's own service: one of ours, copied and changed
    folder = program.home / "own" / "forms" / "services" / "mentoring"
    shutil.copytree(OURS / "services" / "par", folder)
    text = (folder / "service.toml").read_text("utf-8")
    (folder / "service.toml").write_text(text.replace("Parenting programmes", "Mentoring"), "utf-8")
    questions = {"type": "object", "properties": {"hobby": {"title": "Hobby", "type": "string"}}}
    (folder / "questions.json").write_text(json.dumps(questions), "utf-8")
    shutil.copy(OURS / "services" / "hb" / "form.docx", folder / "form.docx")

    # When it is checked, then its form, which is another service's, is found not to fit
    checked = program.run("forms", "check", str(folder), "--json")
    assert checked.returncode == 1
    assert "does not take" in json.loads(checked.stdout)["problems"][0]["what"]

    # and when it brings no form of its own, it is in order, and takes referrals
    head, _, _ = (folder / "service.toml").read_text("utf-8").partition("[[output]]")
    (folder / "service.toml").write_text(head, "utf-8")
    assert program.json("forms", "check", str(folder)) == {"ok": True, "problems": []}
    given = in_file(tmp_path, answers(services=["mentoring"], mentoring={"hobby": "Chess"}))
    done = program.json("fill", "referral", "--answers", given, "--out", str(tmp_path / "out"))
    assert "mentoring.hobby" in done["outputs"][0]["fields"] + done["outputs"][1]["fields"]
