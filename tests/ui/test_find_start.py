"""The page before a search, filters, and rows as they are read."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from librarian.domain.events import IndexChanged
from librarian.domain.kinds import Kind
from librarian.domain.searching import Snippet
from tests.support.find_desk import GUIDE, LEFT, NO_KEY, TEMPLATE, Desk
from tests.support.find_files import MadeUpFile
from ui.find.cards import FileCard, ShelfCard
from ui.find.files_card import FilesCard
from ui.find.results_model import ROW
from ui.find.text_view import TextView

# The platform without a screen cannot pass on size hints, and says so at each window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_filter_is_chosen_and_cleared_by_keyboard(desk: Desk) -> None:
    # Given results of several types
    desk.sit_down()
    desk.types("genogram")
    chip = desk.view.filters.chip("Type")
    chip.setFocus()

    # When the chip is opened, the first choice ticked and the menu closed
    desk.press(Qt.Key.Key_Down)
    menu = desk.view.filters.open_menu()
    assert menu
    QTest.keyClick(menu, Qt.Key.Key_Space)
    still_open = menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Escape)

    # Then the list is narrowed, the chip says so, and Delete clears it
    assert still_open
    assert {row.hit.kind for row in desk.rows} == {Kind.WORD}
    assert chip.text() == "Type: Word"
    desk.press(Qt.Key.Key_Delete)
    assert len({row.hit.kind for row in desk.rows}) > 1


def test_choices_say_how_many_results_they_leave(desk: Desk) -> None:
    # Given a search
    desk.sit_down()
    desk.types("genogram")

    # When the types are opened with the mouse
    chip = desk.view.filters.chip("Type")
    QTest.mouseClick(chip, LEFT, NO_KEY, QPoint(10, 10))
    menu = desk.view.filters.open_menu()
    assert menu

    # Then each says its number, and a click leaves the menu open
    assert [action.text() for action in menu.actions()][:2] == ["Word\t4", "Spreadsheet\t2"]
    second = menu.actionGeometry(menu.actions()[1]).center()
    QTest.mouseClick(menu, LEFT, NO_KEY, second)
    assert menu.isVisible()
    assert {row.hit.kind for row in desk.rows} == {Kind.SHEET}
    menu.close()


def test_results_that_were_counted_one_by_one_are_what_the_list_says(desk: Desk) -> None:
    # Given a search whose results were counted as documents
    desk.drive.exact = 3
    desk.sit_down()

    # When it is typed
    desk.types("genogram")

    # Then the list says that number
    assert desk.sees("3 results")


def test_clear_all_takes_every_filter_away(desk: Desk) -> None:
    # Given a search narrowed to a shelf
    desk.sit_down()
    desk.view.start.shelf_chosen.emit("Forms")
    assert {row.hit.path.split("/")[0] for row in desk.rows} == {"Forms"}

    # When all filters are cleared
    QTest.mouseClick(desk.button("Clear all"), LEFT)

    # Then nothing is asked any more
    assert desk.view.start.isVisible()


def test_the_start_page_offers_stars_recent_files_news_and_shelves(desk: Desk) -> None:
    # Given a person with a star and a file opened before
    desk.drive.stars = [GUIDE]
    desk.drive.opened = ["Guidance/Thresholds.pdf"]

    # When they sit down
    desk.sit_down()

    # Then all four are there, and looking at them is noted
    files = [card.text() for card in desk.view.start.findChildren(FileCard)]
    shelves = [card.text() for card in desk.view.start.findChildren(ShelfCard)]
    assert files[:2] == ["Genogram guide - Guidance", "Thresholds"]
    assert "Core group minutes template" in files
    assert shelves[0] == "Guidance"
    assert desk.drive.looks == 1


def test_lists_that_are_empty_leave_their_room_to_files(desk: Desk) -> None:
    # Given a person who never starred nor opened anything, and two new files
    desk.drive.files = [MadeUpFile(f"New/{name}.docx", days=1) for name in ("One", "Two")]

    # When they sit down
    desk.sit_down()

    # Then what is new stands first, in two columns, and the empty lists share one
    stars, opened, news = desk.view.start.findChildren(FilesCard)
    files = news.findChildren(FileCard)
    assert [file.y() for file in files] == [files[0].y()] * len(files)
    assert news.x() < stars.x() == opened.x()
    assert news.width() > stars.width() * 1.5
    assert stars.geometry().bottom() < opened.y()


def test_where_there_is_little_room_shelves_come_before_empty_lists(desk: Desk) -> None:
    # Given a narrow window of a person who never starred nor opened anything
    desk.view.resize(600, 500)

    # When they sit down
    desk.sit_down()

    # Then only lists that hold something are there
    stars, opened, news = desk.view.start.findChildren(FilesCard)
    assert not stars.isVisible()
    assert not opened.isVisible()
    assert news.isVisible()


def test_what_the_keyboard_goes_to_is_scrolled_into_sight(desk: Desk) -> None:
    # Given a window so low that the first shelf is below its edge
    desk.drive.files = [MadeUpFile("Shelf/Form.docx", days=400)]
    desk.view.resize(1200, 240)
    desk.sit_down()

    # When a person goes down
    desk.press(Qt.Key.Key_Down)

    # Then they see where they are
    shelf = desk.focused
    assert isinstance(shelf, ShelfCard)
    assert not shelf.visibleRegion().isEmpty()


def test_the_start_page_is_walked_by_keyboard(desk: Desk) -> None:
    # Given a person with two stars
    desk.drive.stars = [GUIDE, TEMPLATE]
    desk.sit_down()

    # When they go down twice and press Enter
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)

    # Then the second file is opened
    assert desk.drive.opened == [TEMPLATE]


def test_what_comes_in_meanwhile_takes_the_keyboard_from_nobody(desk: Desk) -> None:
    # Given a person on the second of two stars
    desk.drive.stars = [GUIDE, TEMPLATE]
    desk.sit_down()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)

    # When the scan finds a new shelf
    desk.drive.files.append(MadeUpFile("A new shelf/Form.docx"))
    desk.find.take_event(IndexChanged(files=79, read=79))
    desk.qtbot.waitUntil(lambda: "A new shelf" in desk.cards())

    # Then they are where they were
    card = desk.focused
    assert isinstance(card, FileCard)
    assert card.place == TEMPLATE


def test_a_shelf_shows_what_lies_in_it(desk: Desk) -> None:
    # Given a person at the page
    desk.sit_down()
    shelf = next(c for c in desk.view.start.findChildren(ShelfCard) if c.text() == "Forms")

    # When they open a shelf
    shelf.setFocus()
    desk.press(Qt.Key.Key_Return)

    # Then its files are listed, the chip says so, and the box waits for words
    assert len(desk.rows) == 5
    assert desk.view.filters.chip("Folder").text() == "Folder: Forms"
    assert desk.focused is desk.view.box


def test_a_quiet_refresh_keeps_the_row_and_the_place(desk: Desk) -> None:
    # Given a person far down in a long list
    desk.sit_down()
    desk.types("practice")
    results = desk.view.found.results.list
    results.setFocus()
    results.point_at(30)
    place = results.verticalScrollBar().value()
    before, height = results.currentIndex().data(ROW), results.sizeHintForRow(0)

    # When the scan finds another file that comes first
    desk.drive.files.append(MadeUpFile("Guidance/Practice first.docx", score=200))
    desk.find.take_event(IndexChanged(files=79, read=79))
    desk.qtbot.waitUntil(lambda: desk.rows[0].title == "Practice first")

    # Then the same row is looked at, and it has not moved under the eyes
    assert results.currentIndex().row() == 31
    assert results.currentIndex().data(ROW) == before
    assert results.verticalScrollBar().value() == place + height
    assert place > 0


def test_rows_read_aloud_say_what_they_are(desk: Desk) -> None:
    # Given a search that finds a filled-in form
    desk.sit_down()
    desk.types("filled in")

    # When a screen reader reads the row
    interface = QAccessible.queryAccessibleInterface(desk.view.found.results.list)
    row = interface.child(0)

    # Then it says title, kind, folder, date, and that the text is withheld
    assert row.text(QAccessible.Text.Name) == (
        "Genogram - filled in, Word document, Cases to file, 17 Nov, "
        "Holds personal details: text not shown"
    )


def test_a_snippet_is_never_taken_for_html(desk: Desk) -> None:
    # Given a file whose text looks like HTML
    desk.drive.files = [MadeUpFile("Notes.txt", "<img src=x> genogram & <b>more</b>")]
    desk.sit_down()

    # When it is found
    desk.types("genogram")
    text = desk.view.found.preview.findChild(TextView)

    # Then the row keeps it as it is written
    assert text
    assert desk.rows[0].snippet == Snippet("<img src=x> genogram & <b>more</b>", ((12, 20),))
