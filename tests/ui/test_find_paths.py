"""What people do on the Find page, key by key, over a made-up drive."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from librarian.domain.events import IndexChanged
from librarian.domain.extraction import Block, Shape
from librarian.domain.kinds import Kind
from librarian.domain.searching import Snippet
from librarian.domain.settings import Look
from tests.support.find_fakes import (
    FixedClock,
    HeldJobs,
    MadeUpDrive,
    MadeUpFile,
    Person,
    PromptJobs,
    a_find_view_model,
)
from ui.find.cards import Card, FileCard, ShelfCard
from ui.find.files_card import FilesCard
from ui.find.pages_view import PagesView
from ui.find.picture_view import PictureView
from ui.find.preparing import ShownText
from ui.find.results_model import ROW, Row
from ui.find.table_view import TableView
from ui.find.text_view import TextView
from ui.find.typesetting import typeset
from ui.find.view import FindView
from ui.kit.theme import Theme

# The platform without a screen cannot pass on size hints, and says so at each window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier
GUIDE = "Direct work/Genograms/Genogram guide - Guidance.docx"
TEMPLATE = "Direct work/Genograms/Genogram_template_v2.docx"


class Desk:
    """A person in front of the page."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.drive = MadeUpDrive()
        self.person = Person()
        self.find = a_find_view_model(PromptJobs(), self.person)
        self.view = FindView(theme, FixedClock(), self.find)
        self.view.resize(1200, 800)
        qtbot.addWidget(self.view)
        self.find.setParent(self.view)

    def sit_down(self) -> None:
        self.find.use(self.drive.look, self.drive.act)
        with self.qtbot.waitExposed(self.view):
            self.view.show()
        self.view.begin()

    def types(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def press(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        modifiers = Qt.KeyboardModifier.NoModifier
        for modifier in held:
            modifiers |= modifier
        QTest.keyClick(self.focused, key, modifiers)

    @property
    def focused(self) -> QWidget:
        focused: QWidget | None = self.view.focusWidget()
        return self.view if focused is None else focused

    @property
    def rows(self) -> list[Row]:
        model = self.view.found.results.list.model()
        rows = (model.index(n, 0).data(ROW) for n in range(model.rowCount()))
        return [row for row in rows if isinstance(row, Row)]

    def sees(self, words: str) -> bool:
        """Whether these words stand somewhere on the page."""
        shown = (w for w in self.view.findChildren(QWidget) if w.isVisible())
        return any(
            words in widget.text()
            for widget in shown
            if isinstance(widget, QLabel | QAbstractButton)
        )

    def cards(self) -> list[str]:
        """What the cards of the start page say."""
        return [card.text() for card in self.view.start.findChildren(Card) if card.isVisible()]

    def button(self, words: str) -> QPushButton:
        buttons = self.view.findChildren(QPushButton)
        return next(each for each in buttons if each.text() == words and each.isVisible())

    def shows(self, kind: type[QWidget]) -> bool:
        return any(each.isVisible() for each in self.view.found.preview.findChildren(kind))


@pytest.fixture(scope="module")
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp)
    theme.use(Look.LIGHT, 100)
    return theme


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Iterator[Desk]:
    desk = Desk(qtbot, theme)
    yield desk
    desk.view.hide()


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


def test_clear_all_takes_every_filter_away(desk: Desk) -> None:
    # Given a search narrowed to a shelf
    desk.sit_down()
    desk.view.start.shelf_chosen.emit("Forms")
    assert {row.hit.path.split("/")[0] for row in desk.rows} == {"Forms"}

    # When all filters are cleared
    QTest.mouseClick(desk.button("Clear all"), LEFT)

    # Then nothing is asked any more
    assert desk.view.start.isVisible()


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


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("genogram guide", TextView),
        ("assessment", PagesView),
        ("who has been", TableView),
        ("whiteboard", PictureView),
        ("core group FW", TextView),
    ],
)
def test_each_kind_of_file_has_its_preview(desk: Desk, words: str, kind: type[QWidget]) -> None:
    # Given a person at the page
    desk.sit_down()

    # When they search for a file of this kind
    desk.types(words)

    # Then it is shown as such
    desk.qtbot.waitUntil(lambda: desk.shows(kind))


def test_a_mail_shows_who_wrote_it_and_what_is_attached(desk: Desk) -> None:
    # Given a person at the page
    desk.sit_down()

    # When they look at a message
    desk.types("core group FW")
    text = desk.view.found.preview.findChild(TextView)

    # Then its head and its attachment are there
    assert text
    desk.qtbot.waitUntil(lambda: "Genogram.docx" in text.toPlainText())
    assert "Janet Bloom <janet@team.example>" in text.toPlainText()


def test_a_long_document_reads_on_as_it_is_scrolled(qtbot: QtBot, theme: Theme) -> None:
    # Given a document of three hundred paragraphs under headings
    heading, text = Block(Shape.HEADING, "Part", 1), Block(Shape.PARAGRAPH, "Ask, and listen.")
    blocks = (heading, text) * 300
    view = TextView(theme)
    qtbot.addWidget(view)
    view.resize(600, 500)
    view.show()
    view.show_text(ShownText(typeset(blocks, ()), cut=True), keep_place=False)
    at_first = view.toPlainText().count("Part")

    # When it is scrolled to the end, again and again
    bar = view.verticalScrollBar()
    while bar.value() < bar.maximum():
        bar.setValue(bar.maximum())

    # Then all of it is there, every heading set as one, and it says that the file goes on
    assert at_first < 100
    assert view.toPlainText().count("Part") == 300
    assert view.toPlainText().endswith("Open the file to read on.")
    assert view.document().toHtml().count("<h2 ") == 300


def test_the_words_are_marked_in_the_preview(desk: Desk) -> None:
    # Given a person at the page
    desk.sit_down()

    # When they look at a document
    desk.types("genogram guide")
    text = desk.view.found.preview.findChild(TextView)

    # Then the words stand on the colour of marks
    assert text
    desk.qtbot.waitUntil(lambda: "#ffe9a3" in text.document().toHtml())


def test_pages_further_down_are_drawn_when_they_are_scrolled_to(desk: Desk) -> None:
    # Given a form of five pages
    desk.sit_down()
    desk.types("assessment")
    pages = desk.view.found.preview.findChild(PagesView)
    assert pages
    desk.qtbot.waitUntil(pages.isVisible)

    # When it is scrolled to its end
    pages.verticalScrollBar().setValue(pages.verticalScrollBar().maximum())

    # Then the last page was asked for
    path = "Forms/Assessment/Child and family assessment with genogram and chronology.pdf"
    desk.qtbot.waitUntil(lambda: f"preview {path} 4" in desk.drive.asked)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("genogram register", "No preview: password-protected."),
        ("filled in", "This file holds personal details, so its text is not shown here."),
    ],
)
def test_no_preview_says_why_and_what_to_do(desk: Desk, words: str, said: str) -> None:
    # Given a person at the page
    desk.sit_down()

    # When they choose a file that is not shown
    desk.types(words)

    # Then the reason stands there in plain words
    desk.qtbot.waitUntil(lambda: desk.sees(said))


def test_a_slow_preview_says_that_it_is_coming(qtbot: QtBot, theme: Theme) -> None:
    # Given a drive whose previews take their time
    jobs, drive = HeldJobs(), MadeUpDrive()
    find = a_find_view_model(jobs)
    view = FindView(theme, FixedClock(), find)
    find.setParent(view)
    qtbot.addWidget(view)
    find.use(drive.look, drive.act)
    view.show()

    # When a file is chosen and nothing comes
    find.search.type("genogram")
    jobs.run("search")

    # Then the page says so after a moment
    def said() -> bool:
        labels = view.found.preview.findChildren(QLabel)
        return any(each.text() == "Getting the preview …" for each in labels)

    qtbot.waitUntil(said)


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


def test_the_facts_are_shown_and_put_away(desk: Desk) -> None:
    # Given a result
    desk.sit_down()
    desk.types("genogram guide")
    desk.qtbot.waitUntil(lambda: desk.find.preview.facts is not None)
    before = desk.sees("Janet Bloom")

    # When Ctrl+Shift+I is pressed
    desk.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)

    # Then they are there where they were not, and the other way round
    assert desk.sees("Janet Bloom") is not before


def test_a_tall_window_has_room_for_the_facts(desk: Desk) -> None:
    # Given a window too low for them
    desk.view.resize(1200, 600)
    desk.sit_down()
    desk.types("genogram guide")
    desk.qtbot.waitUntil(lambda: desk.find.preview.facts is not None)
    before = desk.sees("Janet Bloom")

    # When it is made taller
    desk.view.resize(1200, 1000)

    # Then they are there by themselves
    desk.qtbot.waitUntil(lambda: desk.sees("Janet Bloom"))
    assert not before
