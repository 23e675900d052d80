"""Each principle finds what its case file says, and nothing else."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from typing import Any, Final

import pytest

from librarian.domain.actions import Action
from librarian.domain.principles import Mode, Rule, Scope
from policies.loading import load_principles
from tests.support.sources import ROOT
from tests.support.views import a_case_view

_CASES: Final = ROOT / "tests" / "cases" / "principles"
_BY_CODE: Final = {each.code: each for each in load_principles()}


def cases() -> Iterator[Any]:
    for file in sorted(_CASES.glob("*.toml")):
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            yield pytest.param(file.stem[:5].upper(), case, id=f"{file.stem[:5]}: {case['name']}")


@pytest.mark.parametrize(("code", "case"), list(cases()))
def test_a_principle_finds_what_its_case_says(code: str, case: dict[str, Any]) -> None:
    # Given a drive as the case tells it, and the rule with the case's terms and scope
    view = a_case_view(case)
    principle = _BY_CODE[code]
    terms = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in case.get("terms", {}).items()
    }
    scope = Scope(**{name: tuple(value) for name, value in case.get("scope", {}).items()})
    rule = Rule(principle, principle.terms(**terms), Mode(case.get("mode", "propose")), scope)

    # When the drive is held against it
    found = sorted(rule.review(view), key=lambda each: (each.subject, each.detail))

    # Then it finds just that, says so in a sentence, and proposes what is said
    assert [each.subject for each in found] == case["found"]
    assert all(each.message.endswith(".") for each in found)
    if "proposed" in case:
        assert [_told(action) for each in found for action in each.proposed] == case["proposed"]


def test_each_principle_has_cases_in_which_nothing_is_found() -> None:
    # Given all case files
    files = {file.stem: tomllib.loads(file.read_text("utf-8")) for file in _CASES.glob("*.toml")}

    # When those without a case of either sort are looked for
    lacking = [
        name
        for name, told in files.items()
        if {bool(case["found"]) for case in told["case"]} != {True, False}
    ]

    # Then there are none
    assert lacking == []


def _told(action: Action) -> str:
    values = [str(value) for each in fields(action) if (value := getattr(action, each.name))]
    return " | ".join([type(action).__name__, *values])
