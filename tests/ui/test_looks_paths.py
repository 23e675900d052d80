"""Business support go through what needs a look: group by group, and one by one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.tidying import Look
from librarian.domain.errors import DriveUnavailableError
from librarian.domain.name_patterns import Part
from tests.support.curate_desk import Desk
from tests.support.curate_fakes import FakeTidier, a_look_at_a_name
from tests.support.find_people import HeldJobs
from tests.support.ui_fakes import FakeDesk
from tests.ui.conftest import Opener
from ui.curate import looks_texts, texts
from ui.curate.beside_view_model import BesideViewModel
from ui.curate.name_parts_list import shown_parts
from ui.kit.rows_table import RowsTable
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def look_at(desk: Desk, looks: tuple[Look, ...] = ()) -> RowsTable:
    """Sit down before what needs a look, with the keyboard in the table."""
    desk.tidier.found = looks or desk.tidier.found
    desk.sit_down()
    desk.turns_to(texts.LOOKS)
    return desk.view.looks.table


def many_looks(number: int) -> tuple[Look, ...]:
    """So many, of the second rule twice as many as of the first, which matters most."""
    since = datetime(2026, 11, 18, 9, tzinfo=UTC)
    rules = (("A", "Blank forms only", "high"), *[("B", "No copies", "low")] * 2)
    return tuple(
        Look(
            f"l{at}",
            *rules[at % 3][:2],
            f"Team {at % 7}/Plan {at}.docx",
            "Something.",
            rules[at % 3][2],
            since - timedelta(minutes=at),
            can_mend=at % 3 > 0,
        )
        for at in range(number)
    )


def headings(desk: Desk) -> list[object]:
    rows = desk.view.looks.rows
    return [rows.data(rows.index(row, 0)) for row in range(rows.rowCount()) if rows.heading(row)]


def groups_by(desk: Desk, way: str) -> None:
    """Choose a way to group, as somebody with a keyboard does."""
    [control] = [
        each
        for each in desk.view.findChildren(QComboBox)
        if each.isVisible() and each.accessibleName() == looks_texts.GROUP
    ]
    control.setFocus()
    steps = list(looks_texts.GROUPS).index(way) - control.currentIndex()
    for _ in range(abs(steps)):
        QTest.keyClick(control, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)


def test_looks_stand_under_their_rules_the_worst_first(desk: Desk) -> None:
    # Given more than can be seen at once, when business support come to them
    look_at(desk, many_looks(30))

    # Then what matters most comes first, folded, and the first heading is chosen whole
    assert headings(desk) == ["Blank forms only (10)", "No copies (20)"]
    assert not desk.view.looks.rows.has_open
    assert len(desk.view.looks.chosen()) == 10
    assert desk.sees(looks_texts.chosen(10))


def test_headings_are_opened_folded_and_planned_whole_by_keyboard(desk: Desk) -> None:
    # Given folded headings
    table = look_at(desk, many_looks(30))

    # When the second is gone to and opened, its first row is one, and the heading is all of it
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Right)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert [look.rule for look in desk.view.looks.chosen()] == ["No copies"]
    QTest.keyClick(table, Qt.Key.Key_Left)
    desk.pushes(texts.PLAN_THESE)

    # Then everything of this kind is one plan
    assert desk.sees("20 changes")


def test_enter_opens_a_heading_and_plans_a_row(desk: Desk) -> None:
    # Given folded headings, when Enter is pressed on one, it opens and no plan is made
    table = look_at(desk, many_looks(30))
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.view.looks.rows.has_open
    assert not desk.sees(texts.PLAN_WHAT)

    # When it is pressed on a row, then there is a plan for it
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert desk.sees("1 change")


def test_headings_are_opened_with_the_mouse(desk: Desk) -> None:
    # Given folded headings
    table = look_at(desk, many_looks(30))
    rows = desk.view.looks.rows
    second = table.visualRect(rows.index(1, 0))

    # When the arrow of one is clicked, then it opens and is chosen whole
    arrow = second.topLeft() + QPoint(8, second.height() // 2)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=arrow)
    assert (rows.rowCount(), len(desk.view.looks.chosen())) == (22, 20)

    # When its words are clicked, then it stays as it is; when they are clicked twice, it folds
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert rows.rowCount() == 22
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=second.center())
    assert rows.rowCount() == 2


def test_looks_are_grouped_in_other_ways_by_keyboard(desk: Desk) -> None:
    # Given looks with and without an owner, and one about a folder
    one, two, three = desk.tidier.found
    folder = replace(three, path="Forms", is_folder=True)
    look_at(desk, (one, replace(two, owner="Team manager"), folder))

    # When other ways to group are chosen, then headings say so
    groups_by(desk, "folder")
    assert headings(desk) == [f"{looks_texts.TOP} (1)", "Malcolm (1)", "Old (1)"]
    groups_by(desk, "kind")
    assert headings(desk) == [f"{looks_texts.FOLDER} (1)", "Word document (2)"]
    groups_by(desk, "owner")
    assert headings(desk) == [f"{looks_texts.NOBODY} (2), 1 matters most", "Team manager (1)"]
    groups_by(desk, "")
    assert not desk.view.looks.rows.is_grouped
    assert desk.view.looks.rows.rowCount() == 3


def test_a_heading_is_read_out_with_how_many_it_stands_for(desk: Desk) -> None:
    look_at(desk, many_looks(30))
    rows = desk.view.looks.rows
    said = rows.data(rows.index(1, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "No copies: 20 things, folded"


def test_what_was_opened_stays_open_and_chosen_while_the_drive_changes(desk: Desk) -> None:
    # Given a heading that was opened, and a row in it
    looks = many_looks(30)
    table = look_at(desk, looks)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(table, key)
    [chosen] = desk.view.looks.chosen()

    # When something else is put right by somebody else
    desk.tidier.found = tuple(look for look in looks if look.id not in {"l0", "l29"})
    desk.model.tidying.load()

    # Then the heading is open still, and the keyboard where it was
    assert headings(desk) == ["Blank forms only (9)", "No copies (19)"]
    assert desk.view.looks.rows.has_open
    assert desk.view.looks.chosen() == [chosen]


def test_words_narrow_groups_and_open_what_is_left(desk: Desk) -> None:
    # Given folded headings, when words are typed that few have
    look_at(desk, many_looks(30))
    desk.view.looks.filter.setText("plan 11")

    # Then the one that has them is to be seen
    assert headings(desk) == ["No copies (1)"]
    assert desk.view.looks.rows.has_open
    assert [look.id for look in desk.view.looks.chosen()] == ["l11"]

    # And where none has them, the page says so
    desk.view.looks.filter.setText("qqxzyv")
    assert desk.sees(looks_texts.NOT_FOUND)


def test_all_headings_are_folded_and_opened_at_once(desk: Desk) -> None:
    look_at(desk, many_looks(30))
    desk.pushes(looks_texts.OPEN)
    assert desk.view.looks.rows.has_open
    desk.pushes(looks_texts.FOLD)
    assert not desk.view.looks.rows.has_open


def test_many_thousands_cost_no_widget_each(desk: Desk) -> None:
    # Given a table with a few rows
    look_at(desk)
    before = len(desk.view.findChildren(QWidget))

    # When there are twenty thousand, all open
    desk.tidier.found = many_looks(20_000)
    desk.model.tidying.load()
    desk.pushes(looks_texts.OPEN)

    # Then not one widget came with them, and all can be chosen at once
    assert len(desk.view.findChildren(QWidget)) == before
    QTest.keyClick(desk.view.looks.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.view.looks.chosen()) == 20_000


def test_the_way_to_group_is_remembered(opener: Opener) -> None:
    # Given a window in which looks are grouped by folder
    fake = FakeDesk()
    window = opener.open_on_team_drive(fake)
    window.go_to("curate")
    page = window.page
    assert page is not None
    page.recall({"grouped": "folder"})

    # When it is closed, then that is what is remembered; what is not known changes nothing
    assert page.memory() == {"grouped": "folder"}
    page.recall({"grouped": "by the moon"})
    assert page.memory() == {"grouped": "folder"}


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
