"""Forms made of the constructs of JSON Forms are drawn, ruled and validated."""

import json
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from librarian.application.forms.sheet import Sheet, look_at
from librarian.application.forms.validating import holds, problems_of
from librarian.domain.forms.defining import form_of
from librarian.domain.forms.drawing import drawn
from librarian.domain.forms.form import FormDefinition, spelled
from librarian.domain.forms.visibility import Visibility
from tests.support.find_people import PromptJobs
from ui.forms.topic_view import TopicView
from ui.forms.view_model import FormsViewModel
from ui.kit.theme import Theme

CASES = Path(__file__).parents[1] / "cases" / "json_forms" / "examples.json"
EXAMPLES: list[dict[str, Any]] = json.loads(CASES.read_bytes())
each_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each["name"])


def form_in(example: dict[str, Any]) -> FormDefinition:
    return form_of("example", {"form.json": example["schema"], "layout.json": example["layout"]})


@each_example
def test_its_questions_stand_on_their_pages(example: dict[str, Any]) -> None:
    # Given a form; when its pages are drawn
    topics = drawn(form_in(example))

    # Then each has its questions, in their order
    made = {topic.title: [".".join(each) for each in topic.patterns] for topic in topics}
    assert made == example["pages"]


@each_example
def test_it_is_validated(example: dict[str, Any]) -> None:
    # Given a form, with answers that fit and answers that do not
    form = form_in(example)

    # When both are held against it
    good = problems_of(form, Visibility(form, example["good"], holds))
    bad = problems_of(form, Visibility(form, example["bad"], holds))

    # Then only the second ones have a problem
    assert good == ()
    assert bad != ()


@each_example
def test_it_is_shown_as_its_rules_want_it(
    example: dict[str, Any], qtbot: QtBot, theme: Theme
) -> None:
    # Given a form that is being filled in
    model = FormsViewModel(PromptJobs(), lambda *_: None, lambda _: None)
    model.now = look_at(Sheet("a", form_in(example), example["good"]))
    view = TopicView(theme, model)
    qtbot.addWidget(view)
    model.setParent(view)

    # When its pages are shown one after the other
    shown, closed = [], []
    for page in range(len(model.now.topics)):
        model.page = page
        view.show_now()
        asked = [field for field in view.fields.values() if not field.isHidden()]
        shown += [spelled(field.spot) for field in asked]
        closed += [spelled(field.spot) for field in asked if not field.control.isEnabled()]

    # Then what is asked is to be seen, and may be answered unless a rule forbids it
    assert shown == example["shown"]
    assert closed == example.get("disabled", [])
