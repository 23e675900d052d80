"""Conditions of a layout decide what is asked; where they cannot be decided, nothing is."""

from typing import Any, Final

import pytest

from tests.support.form_makers import a_form, seen

SCHEMA: Final = {
    "properties": {
        "safe": {"type": "boolean"},
        "why": {"type": "string"},
        "more": {"type": "string"},
        "people": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"kind": {"enum": ["adult", "child"]}, "school": {"type": "string"}},
            },
        },
    }
}


def control(name: str, **more: Any) -> dict[str, Any]:
    return {"type": "Control", "scope": f"#/properties/{name}", **more}


def rule(effect: str, name: str, **condition: Any) -> dict[str, Any]:
    return {"rule": {"effect": effect, "condition": {"scope": f"#/properties/{name}", **condition}}}


def laid_out(*elements: dict[str, Any]) -> dict[str, Any]:
    return {"type": "VerticalLayout", "elements": list(elements)}


@pytest.mark.parametrize(
    ("effect", "safe", "asked"),
    [
        ("SHOW", False, True),
        ("SHOW", True, False),
        ("SHOW", None, False),
        ("HIDE", False, False),
        ("HIDE", True, True),
        ("HIDE", None, True),
        ("ENABLE", True, True),
        ("DISABLE", False, True),
    ],
)
def test_a_rule_shows_or_hides_by_another_answer(
    effect: str, safe: bool | None, asked: bool
) -> None:
    # Given a question under a rule, and an answer it depends on
    form = a_form(
        SCHEMA,
        laid_out(control("safe"), control("why", **rule(effect, "safe", schema={"const": False}))),
    )
    given = {"why": "x"} if safe is None else {"safe": safe, "why": "x"}

    # When the form is looked at, then it is asked as the rule says
    assert ("why" in dict(seen(form, given))) is asked  # type: ignore[call-overload] # a mapping


@pytest.mark.parametrize(
    "condition",
    [
        {},
        {"scope": "#/properties/safe"},
        {"scope": "#/properties/safe", "schema": {"$ref": "#/$defs/nowhere"}},
        {"scope": "#/properties/safe", "schema": {"type": "nonsense"}},
        {"scope": "somewhere", "schema": {}},
        {"type": "AND", "conditions": []},
        {"type": "OR", "conditions": [{"scope": "#/properties/safe", "schema": {}}, {}]},
        "always",
    ],
)
@pytest.mark.parametrize("effect", ["SHOW", "HIDE", "SOMETIMES"])
def test_a_condition_that_cannot_be_decided_hides(effect: str, condition: object) -> None:
    # Given a rule that nobody can decide
    broken = {"rule": {"effect": effect, "condition": condition}}
    form = a_form(SCHEMA, laid_out(control("safe"), control("why", **broken)))

    # When the form is answered, then what stands under it is hidden, whatever its effect
    assert seen(form, {"safe": True, "why": "x"}) == {"safe": True}


def test_a_hidden_answer_keeps_nothing_else_open() -> None:
    # Given three questions, each open only while the one before has an answer
    form = a_form(
        SCHEMA,
        laid_out(
            control("safe"),
            control("why", **rule("SHOW", "safe", schema={"const": False})),
            control("more", **rule("SHOW", "why", schema={"type": "string"})),
        ),
    )

    # When the first is changed after all were answered
    left = seen(form, {"safe": True, "why": "x", "more": "y"})

    # Then the two behind it are hidden, though their answers are still there
    assert left == {"safe": True}


def test_rules_that_wait_for_each_other_hide_each_other() -> None:
    # Given two questions, each open only while the other has an answer
    form = a_form(
        SCHEMA,
        laid_out(
            control("why", **rule("SHOW", "more", schema={"type": "string"})),
            control("more", **rule("SHOW", "why", schema={"type": "string"})),
        ),
    )

    # When both have one, then neither is asked
    assert seen(form, {"why": "x", "more": "y"}) == {}


def test_in_a_repeat_a_rule_looks_at_its_own_row() -> None:
    # Given people of whom only children are asked for their school
    detail = laid_out(
        control("kind"), control("school", **rule("SHOW", "kind", schema={"const": "child"}))
    )
    form = a_form(SCHEMA, laid_out(control("people", options={"detail": detail})))

    # When an adult and a child have a school
    left = seen(
        form,
        {"people": [{"kind": "adult", "school": "A"}, {"kind": "child", "school": "B"}]},
    )

    # Then only the child keeps it, each in the same row as before
    assert left == {"people": [{"kind": "adult"}, {"kind": "child", "school": "B"}]}


def test_a_rule_of_a_group_holds_for_all_in_it() -> None:
    # Given a group inside a page, both under rules
    page = {
        "type": "Category",
        "label": "More",
        "elements": [
            {
                "type": "Group",
                "elements": [control("why")],
                **rule("HIDE", "safe", expectedValue=True),
            }
        ],
    }
    form = a_form(SCHEMA, {"type": "Categorization", "elements": [page, control("safe")]})

    # When the older kind of condition holds, then all of the group is hidden
    assert seen(form, {"safe": True, "why": "x"}) == {"safe": True}
    assert form.places[("why",)].page == "More"


def test_what_is_on_no_page_is_not_asked() -> None:
    assert seen(a_form(SCHEMA, laid_out(control("safe"))), {"why": "x"}) == {}


def test_a_form_without_a_layout_asks_everything() -> None:
    # Given a form that brings no layout, when it is answered, then nothing is lost
    given = {"safe": False, "why": "x", "more": "y", "people": [{"kind": "adult", "school": "A"}]}
    assert seen(a_form(SCHEMA), given) == given
