"""Business support go through what needs a look: group by group, and one by one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.tidying import Look
from tests.support.curate_desk import Desk, look_at
from tests.support.ui_fakes import FakeDesk
from tests.ui.conftest import Opener
from ui.curate import looks_texts, texts
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


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
