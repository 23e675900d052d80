"""A folder of a form is checked: file, line, what is not right, and what to do about it."""

import json
import shutil
from pathlib import Path
from typing import Any, Final

import pytest

from librarian.application.forms.checking import FormChecker
from librarian.bootstrap.forms import OURS, form_room
from tests.support.fakes import FakeClock
from tests.support.form_makers import SERVICES

FORM: Final = """{
  "title": "Test",
  "type": "object",
  "properties": {
    "name": {"title": "Name", "type": "string"},
    "secret": {
      "type": "string",
      "x-taken-by": "nobody"
    },
    "kind": {"oneOf": [{"const": "a", "title": "A"}, {"const": "b", "title": "B"}]},
    "notes": {"type": "array", "items": {"$ref": "#/$defs/note"}}
  },
  "$defs": {"note": {"type": "object", "properties": {"text": {"type": "string"}}}}
}
"""


def control(name: str, **more: Any) -> dict[str, Any]:
    return {"type": "Control", "scope": f"#/properties/{name}", **more}


CONDITIONS: Final = [
    {"scope": "#/properties/name", "schema": {"maxLength": 0}},
    {"type": "LEAF", "scope": "#/properties/secret", "expectedValue": "x"},
]
TWO: Final = {
    "type": "Category",
    "label": "Two",
    "elements": [control("kind", options={"format": "radio"}), control("notes")],
    "rule": {"effect": "HIDE", "condition": {"type": "OR", "conditions": CONDITIONS}},
}
ONE: Final = {
    "type": "Category",
    "label": "One",
    "elements": [
        {"type": "HorizontalLayout", "elements": [control("name")]},
        {"type": "Label", "text": "Read this first"},
        control("secret"),
    ],
}
LAYOUT: Final = {
    "type": "Categorization",
    "elements": [ONE, {"type": "Categorization", "label": "Inner", "elements": [TWO]}],
}


@pytest.fixture(name="checker")
def made_checker(tmp_path: Path) -> FormChecker:
    return form_room(tmp_path / "home", FakeClock()).checker


@pytest.fixture(name="folder")
def made_folder(tmp_path: Path) -> Path:
    """A form that is in order."""
    (tmp_path / "test").mkdir()
    (tmp_path / "test" / "form.json").write_text(FORM, "utf-8")
    (tmp_path / "test" / "layout.json").write_text(json.dumps(LAYOUT, indent=1), "utf-8")
    return tmp_path / "test"


@pytest.mark.parametrize("name", ["referral", *(f"services/{each}" for each in SERVICES)])
def test_what_ships_is_in_order(checker: FormChecker, name: str) -> None:
    assert checker.check(OURS / name) == ()


def test_layouts_in_the_form_of_json_forms_are_in_order(checker: FormChecker, folder: Path) -> None:
    assert checker.check(folder) == ()


@pytest.mark.parametrize(
    ("before", "after", "line", "word"),
    [
        ('"title": "Test",', '"title": "Test"', 3, "delimiter"),
        ('"type": "string",\n', '"type": "strng",\n', 7, "strng"),
        ('"nobody"', '"somebody"', 8, "somebody"),
        ('"x-taken-by"', '"x-takenby"', 8, "x-takenby"),
        ("#/$defs/note", "#/$defs/nope", 11, "leads nowhere"),
    ],
)
def test_a_mistake_in_the_questions_is_found_on_its_line(
    checker: FormChecker, folder: Path, *, before: str, after: str, line: int, word: str
) -> None:
    # Given a form with one mistake
    (folder / "form.json").write_text(FORM.replace(before, after, 1), "utf-8")

    # When it is checked
    found = checker.check(folder)

    # Then that line is named, with what to do
    told = [fault for fault in found if fault.file == "form.json" and word in fault.what]
    assert [fault.line for fault in told][:1] == [line]
    assert all(fault.remedy for fault in found)


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ("#/properties/kind", "#/properties/kid", "leads to no question"),
        ("#/properties/kind", "kind", "does not match"),
        ('"HIDE"', '"VANISH"', "VANISH"),
        ('"expectedValue": "x"', '"value": "x"', "is a required property"),
        ('"label": "One"', '"name": "One"', "'label' is a required property"),
        ("#/properties/name", "#/properties/secret", "name is on no page"),
    ],
)
def test_a_mistake_in_the_layout_is_found(
    checker: FormChecker, folder: Path, before: str, after: str, word: str
) -> None:
    # Given a layout with one mistake
    layout = json.dumps(LAYOUT, indent=1).replace(before, after, 1)
    (folder / "layout.json").write_text(layout, "utf-8")

    # When it is checked
    found = checker.check(folder)

    # Then it is named
    assert any(word in fault.what for fault in found), found
    assert {fault.file for fault in found} == {"layout.json"}


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ('kind = "text"\ntakes = ["nme"]', "no question nme"),
        ('kind = "text"\ntakes = ["secret"]', "goes to nobody"),
        ('kind = "fax"\ntakes = "all"', "fax"),
        ('kind = "word"\ntakes = "all"\ntemplate = "gone.docx"', "gone.docx"),
        ('kind = "pdf"\ntakes = ["name"]\ntemplate = "bad.typ"', "printed"),
        ('kind = "text', "toml"),
    ],
)
def test_an_output_that_asks_for_what_it_may_not_have_is_found(
    checker: FormChecker, folder: Path, output: str, word: str
) -> None:
    # Given an output with one mistake
    (folder / "outputs.toml").write_text(f'[[output]]\nid = "x"\ntitle = "X"\n{output}\n', "utf-8")
    (folder / "bad.typ").write_text("#nonsense(", "utf-8")

    # When the folder is checked
    [fault] = checker.check(folder)

    # Then it is named in its file, after its first line
    assert fault.file == "outputs.toml"
    assert fault.line > 1
    assert word in fault.what or word == "toml"


@pytest.mark.parametrize(
    ("before", "after", "word"),
    [
        ('purpose = "', 'porpose = "', "purpose"),
        ('"ref.urgency"', '"ref.urgent"', "ref.urgent"),
        ('"ref.urgency"', '"law.restrict"', "goes to nobody"),
        ('"ref.urgency", "ref.why_now", ', "", "does not take"),
    ],
)
def test_a_mistake_of_a_service_is_found(
    checker: FormChecker, tmp_path: Path, before: str, after: str, word: str
) -> None:
    # Given a service with one mistake
    folder = tmp_path / "fgdm"
    shutil.copytree(OURS / "services" / "fgdm", folder)
    text = (folder / "service.toml").read_text("utf-8")
    (folder / "service.toml").write_text(text.replace(before, after, 1), "utf-8")

    # When it is checked
    found = checker.check(folder)

    # Then it is named
    assert any(word in fault.what for fault in found), found


def test_a_folder_without_a_form_is_told(checker: FormChecker, tmp_path: Path) -> None:
    # Given an empty folder, when it is checked, then it says what belongs there
    [fault] = checker.check(tmp_path)
    assert "service.toml" in fault.remedy
