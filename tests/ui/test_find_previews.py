"""What the Find page shows beside the results, key by key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from librarian.domain.extraction import Block, Shape
from tests.support.find_desk import Desk
from tests.support.find_fakes import MadeUpDrive
from tests.support.find_people import FixedClock, HeldJobs, a_find_view_model
from ui.find.pages_view import PagesView
from ui.find.picture_view import PictureView
from ui.find.preparing import ShownText
from ui.find.table_view import TableView
from ui.find.text_view import TextView
from ui.find.typesetting import typeset
from ui.find.view import FindView
from ui.kit.theme import Theme

# The platform without a screen cannot pass on size hints, and says so at each window.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


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
