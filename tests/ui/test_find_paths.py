"""What people do on the Find page, key by key, over a made-up drive."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from librarian.domain.events import IndexChanged
from tests.support.find_desk import GUIDE, LEFT, TEMPLATE, Desk

# The platform without a screen cannot pass on size hints, and says so at each window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_type_and_press_enter_opens_the_first_result(desk: Desk) -> None:
    # Given a person at the page
    desk.sit_down()

    # When they type and press Enter
    desk.types("genogram guide")
    desk.press(Qt.Key.Key_Return)

    # Then the right file is opened
    assert [row.title for row in desk.rows] == ["Genogram guide - Guidance"]
    assert desk.drive.opened == [GUIDE]


def test_the_keyboard_goes_down_into_the_list_and_up_again(desk: Desk) -> None:
    # Given results
    desk.sit_down()
    desk.types("genogram")

    # When somebody goes down twice, opens, and comes up again
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Up)

    # Then the second row was opened, and the box has the keyboard
    assert desk.drive.opened == [TEMPLATE]
    assert desk.focused is desk.view.box


def test_letters_typed_in_the_list_go_into_the_box(desk: Desk) -> None:
    # Given the keyboard in the list
    desk.sit_down()
    desk.types("geno")
    desk.press(Qt.Key.Key_Down)

    # When somebody types on
    desk.types("gram")
    desk.press(Qt.Key.Key_Backspace)

    # Then the words are in the box and so is the keyboard
    assert desk.view.box.text() == "genogra"
    assert desk.focused is desk.view.box


def test_space_goes_into_the_preview_and_escape_back_to_the_list(desk: Desk) -> None:
    # Given the keyboard in the list
    desk.sit_down()
    desk.types("genogram")
    desk.press(Qt.Key.Key_Down)

    # When Space is pressed
    desk.press(Qt.Key.Key_Space)
    inside = desk.view.found.preview.has_focus()
    desk.press(Qt.Key.Key_Escape)

    # Then the preview had the keyboard, and the list has it again with everything in place
    assert inside
    assert desk.focused is desk.view.found.results.list
    assert desk.view.box.text() == "genogram"


def test_a_narrow_window_shows_list_or_preview(desk: Desk) -> None:
    # Given a window with no room for both
    desk.view.resize(640, 600)
    desk.sit_down()
    desk.types("genogram")
    page = desk.view.found
    alone = (page.results.isVisible(), page.preview.isVisible())

    # When somebody goes into the preview and types on from there
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Space)
    inside = (page.results.isVisible(), page.preview.isVisible())
    desk.view.begin()
    desk.types("safety")

    # Then each had the room for itself, and the new results are seen
    assert alone == (True, False)
    assert inside == (False, True)
    assert (page.results.isVisible(), page.preview.isVisible()) == (True, False)


def test_escape_clears_and_the_start_page_comes_back(desk: Desk) -> None:
    # Given a narrowed search
    desk.sit_down()
    desk.types("genogram")

    # When Escape is pressed
    desk.press(Qt.Key.Key_Escape)

    # Then the box is empty and the start page is there
    assert desk.view.box.text() == ""
    assert desk.view.start.isVisible()


@pytest.mark.parametrize(
    ("key", "held", "done"),
    [
        (Qt.Key.Key_S, (Qt.KeyboardModifier.ControlModifier,), f"star {GUIDE}"),
        (Qt.Key.Key_P, (Qt.KeyboardModifier.ControlModifier,), f"print {GUIDE}"),
        (Qt.Key.Key_D, (Qt.KeyboardModifier.ControlModifier,), f"copy {GUIDE}"),
        (
            Qt.Key.Key_O,
            (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier),
            f"folder {GUIDE}",
        ),
    ],
)
@pytest.mark.parametrize("in_list", [False, True])
def test_keys_act_on_the_chosen_file(
    desk: Desk, key: Qt.Key, held: tuple[Qt.KeyboardModifier, ...], done: str, in_list: bool
) -> None:
    # Given a result, and the keyboard in the box or in the list
    desk.sit_down()
    desk.types("genogram")
    if in_list:
        desk.press(Qt.Key.Key_Down)

    # When the key is pressed
    desk.press(key, *held)

    # Then it is done, and nothing was typed
    assert done in desk.drive.asked
    assert desk.view.box.text() == "genogram"


def test_a_star_in_the_list_stars_the_row(desk: Desk) -> None:
    # Given the keyboard in the list
    desk.sit_down()
    desk.types("genogram")
    desk.press(Qt.Key.Key_Down)

    # When * is typed
    desk.types("*")

    # Then the row has a star, and says so
    assert desk.rows[0].starred
    assert "starred" in desk.rows[0].spoken


def test_the_full_path_is_copied(desk: Desk) -> None:
    # Given a result
    desk.sit_down()
    desk.types("genogram")
    desk.press(Qt.Key.Key_Down)

    # When Ctrl+C is pressed
    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    # Then the path is on the clipboard and a notice says so
    assert QGuiApplication.clipboard().text() == f"/drive/{GUIDE}"
    assert desk.person.notices == [f"Path copied. /drive/{GUIDE}"]


def test_words_marked_in_the_box_are_copied_as_words(desk: Desk) -> None:
    # Given words that were selected
    desk.sit_down()
    desk.types("genogram")
    desk.view.box.selectAll()

    # When Ctrl+C is pressed
    desk.press(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    # Then the words are copied, not the path
    assert QGuiApplication.clipboard().text() == "genogram"


def test_nothing_found_says_what_to_do_and_a_near_spelling_finds(desk: Desk) -> None:
    # Given a drive that is half looked at and knows a near spelling
    desk.sit_down()
    desk.drive.spellings = ("safety",)
    desk.find.take_event(IndexChanged(files=20_000, read=3_100))

    # When somebody types what is not there, and takes the near spelling
    desk.types("saftty")
    said = [
        desk.sees("Nothing found for “saftty”"),
        desk.sees("16,900 of 20,000 files are not looked inside yet."),
        desk.sees("Ask Business Support"),
    ]
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Space)

    # Then all was said, and the file is found
    assert said == [True, True, True]
    assert desk.view.box.text() == "safety"
    assert desk.rows[0].title == "Safety plan template"


def test_nothing_found_says_what_was_tried(desk: Desk) -> None:
    # Given a drive without what the vocabulary knows of an acronym
    desk.sit_down()
    desk.drive.also = {"taf author:nobody": ("Team Around the Family",)}

    # When somebody asks for it, narrowed by what they typed
    desk.types("taf author:nobody")

    # Then the page says what else was searched for, and what narrows the search
    assert desk.sees("Also tried: Team Around the Family.")
    assert desk.sees("Take out “author:nobody”")


def test_nothing_left_with_filters_offers_to_clear_them(desk: Desk) -> None:
    # Given a filter that leaves nothing
    desk.sit_down()
    desk.view.start.shelf_chosen.emit("Community")
    desk.types("genogram")
    assert desk.sees("Narrowed to folder Community.")

    # When the filters are cleared
    QTest.mouseClick(desk.button("Clear filters"), LEFT)

    # Then there are results
    assert desk.rows[0].hit.path == GUIDE


def test_looking_again_is_asked_of_the_window(desk: Desk) -> None:
    # Given nothing found
    desk.sit_down()
    desk.types("zzz")

    # When "Look at the drive again" is pressed, then the window hears it
    with desk.qtbot.waitSignal(desk.view.look_again):
        QTest.mouseClick(desk.button("Look at the drive again"), LEFT)


def test_a_corrected_search_says_so_and_can_be_made_exact(desk: Desk) -> None:
    # Given a slip of the finger
    desk.sit_down()
    desk.drive.corrections = {"genogrm": "genogram"}
    desk.drive.also = {"genogrm": ("family tree",)}

    # When it is typed
    desk.types("genogrm")

    # Then the page says what it searched for, and offers just what was typed
    assert desk.sees("Showing results for “genogram”.")
    assert desk.sees("Also searching: family tree")
    QTest.mouseClick(desk.button("Search only for “genogrm”"), LEFT)
    assert desk.view.box.text() == '"genogrm"'
