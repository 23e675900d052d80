"""Long answers of each page know the names that stand in their form."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.support.fake_spelling import a_speller
from tests.support.find_people import PromptJobs
from tests.support.form_desks import FakeBox
from tests.support.form_writer import Writer
from tests.support.minute_makers import CASE
from tests.support.minute_taker import Taker
from ui.charter.editing import Editor
from ui.kit.spelling import FieldSpelling, HoldsAnswers, SpellingTools
from ui.kit.theme import Theme
from ui.together.part import PartEditor

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def slips(theme: Theme, view: QWidget, text: str) -> list[str]:
    """What is marked of a text in the first long answer that is to be seen."""
    field = next(each for each in view.findChildren(QPlainTextEdit) if each.isVisible())
    speller = a_speller()
    tools = SpellingTools(PromptJobs(), theme, lambda: speller, raising, str)
    helping = FieldSpelling(field, tools)
    field.setPlainText(text)
    helping.enter()
    return helping.words


def raising(error: Exception) -> None:
    raise error


def test_a_child_of_the_case_is_no_slip_in_a_referral(
    qtbot: QtBot, theme: Theme, tmp_path: Path
) -> None:
    # Given a referral of a child
    writer = Writer(qtbot, theme, tmp_path, FakeBox())
    writer.pushes("Start: Referral to our services")
    writer.ticks("Which services do you want? Family group decision making")
    writer.model.answer(("child", 0, "name"), "Kwame Okafor")

    # When a later page says their name, and a slip
    writer.turns_to("What is needed")

    # Then only the slip is marked
    assert slips(theme, writer.view, "the Okafor’s wrod KWAME Wrod") == [
        *("wrod", "Wrod"),
    ]


def test_who_came_is_no_slip_in_the_minutes(theme: Theme, tmp_path: Path) -> None:
    # Given minutes that say who came
    taker = Taker(theme, tmp_path)
    taker.room.desk.begin(CASE)
    taker.model.begin(CASE)
    taker.model.answer(("came", 0, "name"), "Agnieszka O’Rourke-Nowak")

    # When a long answer speaks of them
    # Then only the slip is marked
    said = "Agnieszka and Nowak said that the O'Rourke family wrod"
    assert slips(theme, taker.view, said) == ["wrod"]
    delete(taker.view)


@pytest.mark.parametrize("kind", [Editor, PartEditor])
def test_charter_and_shared_forms_tell_their_names_too(kind: type) -> None:
    assert issubclass(kind, HoldsAnswers)
