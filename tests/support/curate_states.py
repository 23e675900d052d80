"""The states of the page for whoever looks after the drive."""

from typing import Final

from PySide6.QtWidgets import QApplication, QTabBar

from librarian.application.about import Care
from tests.support.curate_fakes import a_look_at_a_name
from tests.support.stage import Stage, State
from tests.support.window_user import press
from ui.curate import destroy_texts, looks_texts
from ui.curate.destroy_step import DestroyStep
from ui.curate.looks_view import LooksView
from ui.curate.today_view import TodayView
from ui.shell.window import MainWindow


def what_needs_business_support(stage: Stage) -> MainWindow:
    window, library = stage.on_a_drive()
    library.caretaker.cared = Care("Janet", "Team drive", ("Janet",), is_mine=True)
    window.go_to("curate")
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, TodayView)))
    return window


def a_part_of_it(stage: Stage, number: int) -> MainWindow:
    window = what_needs_business_support(stage)
    [tabs] = [each for each in window.findChildren(QTabBar) if each.isVisible()]
    tabs.setCurrentIndex(number)
    QApplication.processEvents()
    return window


def what_needs_a_look(stage: Stage) -> MainWindow:
    return a_part_of_it(stage, 1)


def a_copy_beside_the_one_to_use(stage: Stage) -> MainWindow:
    window = what_needs_a_look(stage)
    looks = window.findChildren(LooksView)[0]
    looks.table.choose(looks.rows.named({"l1"})[0])
    press(window, looks_texts.COMPARE)
    stage.qtbot.waitUntil(lambda: bool(looks.pane.comparison.toPlainText()))
    return window


def the_parts_of_a_name(stage: Stage) -> MainWindow:
    window = what_needs_a_look(stage)
    looks = window.findChildren(LooksView)[0]
    looks.rows.show_rows((a_look_at_a_name(),))
    stage.qtbot.waitUntil(looks.panel.parts.isVisible)
    return window


def the_register(stage: Stage) -> MainWindow:
    return a_part_of_it(stage, 2)


def what_two_people_may_destroy(stage: Stage) -> MainWindow:
    return a_part_of_it(stage, 3)


def agreeing_to_destroy(stage: Stage) -> MainWindow:
    window = what_two_people_may_destroy(stage)
    press(window, destroy_texts.AGREE)
    stage.qtbot.waitUntil(lambda: bool(stage.visible(window, DestroyStep)))
    return window


def what_was_done(stage: Stage) -> MainWindow:
    return a_part_of_it(stage, 4)


CURATE_STATES: Final[tuple[State, ...]] = (
    what_needs_business_support,
    what_needs_a_look,
    a_copy_beside_the_one_to_use,
    the_parts_of_a_name,
    the_register,
    what_two_people_may_destroy,
    agreeing_to_destroy,
    what_was_done,
)
