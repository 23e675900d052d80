"""Beside what needs a look: the other file, compared on demand, and the parts of its name."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from librarian.application.tidying import Left
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.name_patterns import Part
from tests.support.curate_desk import Desk, look_at
from tests.support.curate_fakes import a_look_at_a_name
from tests.support.fake_tidier import FakeTidier
from tests.support.find_people import HeldJobs
from ui.curate import looks_texts, texts
from ui.curate.beside_view_model import BesideViewModel
from ui.curate.looks_model import LEFT
from ui.curate.name_parts_list import shown_parts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_a_copy_is_compared_with_the_one_that_stays_below_the_table(desk: Desk) -> None:
    # Given a copy that is chosen
    table = look_at(desk)
    rows = desk.view.looks.rows
    table.choose(rows.named({"l2"})[0])
    assert desk.sees("Safety plan.docx")

    # When the two are compared
    desk.pushes(looks_texts.COMPARE)

    # Then what differs is there, with both names over it, and the keyboard is on it
    pane = desk.view.looks.pane
    assert desk.tidier.done == ["compare Malcolm/Safety plan (1).docx with Forms/Safety plan.docx"]
    assert desk.sees("1 difference")
    told = pane.comparison.toPlainText()
    assert "Ring the duty desk." in told
    assert pane.comparison.hasFocus() or desk.focused is pane.comparison

    # And the next copy is compared when it is chosen, while one goes through the table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert desk.tidier.done[-1].startswith("compare Old/Copy of Safety plan.docx")
    assert desk.focused is table

    # And Escape closes it, from the table too
    QTest.keyClick(table, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert table.isVisible()


def test_what_may_be_the_one_to_use_is_told_as_a_question(desk: Desk) -> None:
    # Given two versions that cannot be told apart, for a person to decide
    _, copy, _ = desk.tidier.found
    look_at(desk, (replace(copy, can_mend=False),))

    # Then the other stands there as a question, and can be compared
    assert desk.sees(looks_texts.RIVAL)
    assert not desk.sees(looks_texts.OTHER)
    desk.pushes(looks_texts.COMPARE)
    assert desk.sees("1 difference")


def test_what_cannot_be_compared_says_why_and_is_tried_again(desk: Desk) -> None:
    # Given a drive that is away
    table = look_at(desk)
    table.choose(desk.view.looks.rows.named({"l1"})[0])
    desk.tidier.refusal = DriveUnavailableError("The drive does not answer.", "Check the VPN.")
    desk.pushes(looks_texts.COMPARE)
    assert desk.sees("The drive does not answer.")
    assert desk.sees("Check the VPN.")

    # When it is back, and the person tries again, then the two stand there
    desk.tidier.refusal = None
    desk.pushes(texts.TRY_AGAIN)
    assert desk.sees("1 difference")


def test_a_comparison_that_takes_long_is_stopped() -> None:
    # Given a comparison that is asked for, and has not come
    waiting = HeldJobs()
    tidier = FakeTidier()
    model = BesideViewModel(waiting)
    model.use(tidier)
    model.ask(tidier.found[0])
    awaited = [model.is_waiting]

    # When it is stopped, then nothing is awaited, and what comes too late is not shown
    model.stop()
    awaited.append(model.is_waiting)
    waiting.run_all()
    assert (awaited, model.beside) == ([True, False], None)


def test_a_name_is_told_part_by_part_with_a_better_one(desk: Desk) -> None:
    # Given a name that is not plain
    look_at(desk, (a_look_at_a_name(),))

    # Then each part is told with what it is, in the order in which they stand
    parts = desk.view.looks.panel.parts
    spoken = [
        str(parts.item(row).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(parts.count())
    ]
    assert parts.isVisible()
    assert parts.accessibleName() == looks_texts.PARTS
    assert [words.split(":")[0] for words in spoken] == [
        "“Duty rota”",
        "“v2”",
        "“JB”",
        "“FINAL”",
        "“_”",
        "“.docx”",
    ]
    assert (
        spoken[3]
        == f"“FINAL”: {looks_texts.PART_NAMES[Part.STATUS]}. "
        + (looks_texts.PART_WRONG[Part.STATUS])
    )
    assert spoken[1].endswith(looks_texts.LEFT_OUT)
    assert desk.sees("Duty rota.docx")


def test_a_part_that_a_name_wants_and_has_not_is_told_as_missing() -> None:
    # Given a draft without a number, when its parts are told
    look = replace(a_look_at_a_name(), path="Plan DRAFT.docx", better="", wrong=(Part.VERSION,))
    *_, draft, ending, last = shown_parts(look)

    # Then nothing that is there goes, and what is missing comes last
    assert (draft.written, draft.goes, ending.written) == ("DRAFT", False, ".docx")
    assert (last.is_missing, last.what) == (True, looks_texts.PART_NAMES[Part.VERSION])
    assert last.why == looks_texts.PART_WRONG[Part.VERSION]


def test_what_is_about_no_name_shows_no_parts(desk: Desk) -> None:
    table = look_at(desk)
    table.choose(desk.view.looks.rows.named({"l3"})[0])
    assert not desk.view.looks.panel.parts.isVisible()
    assert not desk.sees(looks_texts.OTHER)


def test_what_is_left_for_a_while_is_looked_up_and_needs_a_look_again(desk: Desk) -> None:
    # Given two things that need a look, and one that is left for a while
    first, second, third = desk.tidier.found
    until = Left(date(2027, 3, 3), "It is a sample", "Janet Bloom")
    look_at(desk, (first, second, replace(third, left=until)))
    rule = desk.view.looks.rule
    titles = [rule.itemText(place) for place in range(rule.count())]
    shown_before = desk.view.looks.rows.shown
    desk.tidier.done.clear()

    # When what is left is chosen, then who left it says why, and nothing is offered but its end
    desk.view.looks.show_rule(LEFT)
    QTest.keyClick(desk.view.looks.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert (titles[0], titles[-1], shown_before) == (
        "All rules (2)",
        looks_texts.LEFT.format("1"),
        2,
    )
    assert desk.sees("Left until 3 March 2027")
    assert desk.sees("Janet Bloom: It is a sample")
    desk.pushes(looks_texts.AGAIN)
    assert desk.tidier.done == [f"again {third.id}"]
    assert looks_texts.AGAIN_SAID in desk.said
