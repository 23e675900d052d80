"""Spelling help in a field: marked when typing pauses, mended by menu or keys, never in the way."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.spelling import Speller
from tests.support.fake_spelling import FakeSpelling, a_speller
from ui.bridge.jobs import ThreadJobs
from ui.kit import spelling_texts as texts
from ui.kit.spelling import FieldSpelling, SpellingTools
from ui.kit.spelling_marks import text_of
from ui.kit.theme import Theme

PLAIN = Qt.KeyboardModifier.NoModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
"""The screenless platform says so of menus."""


class Form(QWidget):
    """A form with two long answers and a name in it."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = QPlainTextEdit(), QPlainTextEdit()
        column = QVBoxLayout(self)
        for each in (self.first, self.second):
            each.setTabChangesFocus(True)
            column.addWidget(each)

    def answers_of_form(self) -> object:
        return {"child": {"name": "Siobhan"}, "first": self.first.toPlainText()}


@dataclass
class Writer:
    """Somebody who writes in a form, with what they are told."""

    bot: QtBot
    form: Form
    helping: FieldSpelling
    spelling: FakeSpelling
    failures: list[Exception] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.form.first.toPlainText()

    def marked(self) -> list[str]:
        return self.helping.words

    def waits_for(self, *words: str) -> None:
        self.bot.waitUntil(lambda: self.marked() == list(words))

    def types(self, text: str) -> None:
        QTest.keyClicks(self.form.first, text)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        QTest.keyClick(self.form.first, key, modifier)

    def opens_menu(self, *, by_its_key: bool = False) -> QMenu:
        if by_its_key:  # the system makes such an event of it
            at, kind = self.form.first.cursorRect().center(), QContextMenuEvent.Reason.Keyboard
            QApplication.sendEvent(self.form.first, QContextMenuEvent(kind, at, at))
        else:
            self.presses(Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)
        self.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    def chooses(self, words: str) -> None:
        menu = self.opens_menu()
        action = next(each for each in menu.actions() if each.text() == words)
        menu.setActiveAction(action)
        QTest.keyClick(menu, Qt.Key.Key_Return)


@pytest.fixture
def spelling() -> FakeSpelling:
    return FakeSpelling()


@pytest.fixture
def writer(qtbot: QtBot, theme: Theme, jobs: ThreadJobs, spelling: FakeSpelling) -> Writer:
    speller = a_speller(spelling)
    return a_writer(qtbot, theme, jobs, spelling, lambda: speller)


def a_writer(
    qtbot: QtBot,
    theme: Theme,
    jobs: ThreadJobs,
    spelling: FakeSpelling,
    make: Callable[[], Speller | None],
) -> Writer:
    form = Form()
    qtbot.addWidget(form)
    failures: list[Exception] = []
    tools = SpellingTools(jobs, theme, make, failures.append, texts.to_check, pause_ms=1)
    helping = FieldSpelling(form.first, tools)
    form.show()
    form.activateWindow()
    form.first.setFocus()
    qtbot.waitUntil(form.first.hasFocus)
    helping.enter()
    return Writer(qtbot, form, helping, spelling, failures)


def test_a_slip_is_marked_when_the_cursor_has_left_it(writer: Writer) -> None:
    # Given somebody who stops in the middle of a text, behind a slip
    writer.types("Siobhan met teh wrod")
    writer.waits_for("teh")

    # When they write on
    writer.types(" the")

    # Then that is marked too, and the name of the form is not
    writer.waits_for("teh", "wrod")

    # And what is typed behind a marked word does not belong to it
    cursor = writer.form.first.textCursor()
    cursor.setPosition(len("Siobhan met teh"))
    writer.form.first.setTextCursor(cursor)
    QTest.keyClick(writer.form.first, Qt.Key.Key_Comma)
    assert writer.marked() == ["teh", "wrod"]


def test_who_listens_hears_how_many_once_and_which_with_each_f7(writer: Writer) -> None:
    # Given a text with two slips
    heard: list[str] = []
    writer.helping.said.connect(heard.append)
    writer.form.first.setPlainText("teh the wrod the")
    writer.waits_for("teh", "wrod")

    # When the keyboard comes to it, something is typed, and F7 is pressed
    writer.helping.enter()
    writer.bot.waitUntil(lambda: bool(heard))
    writer.types("the ")
    writer.waits_for("teh", "wrod")
    writer.presses(Qt.Key.Key_F7)
    writer.bot.waitUntil(lambda: len(heard) > 1)

    # Then the number was said once, not while typing, and F7 says which one it is
    assert heard == ["2 words to check.", "Word 1 of 2 to check."]

    # And when there is none, F7 says so
    writer.form.first.setPlainText("the")
    writer.waits_for()
    writer.presses(Qt.Key.Key_F7)
    writer.bot.waitUntil(lambda: heard[-1] == texts.NONE)


def test_f7_goes_from_one_to_the_next_and_round(writer: Writer) -> None:
    # Given a text with slips, behind letters of two units and half a letter
    writer.form.first.setPlainText("😀 the teh\nthe 😀😀 wrod")
    writer.waits_for("teh", "wrod")
    here = []

    # When F7 is pressed three times, and once back
    for modifier in (PLAIN, PLAIN, PLAIN, Qt.KeyboardModifier.ShiftModifier):
        writer.presses(Qt.Key.Key_F7, modifier)
        here.append(writer.form.first.textCursor().selectedText())

    # Then each is selected in turn
    assert here == ["teh", "wrod", "teh", "wrod"]


@pytest.mark.parametrize("by_its_key", [True, False])
def test_an_idea_is_taken_with_the_keyboard_alone_and_undone_in_one(
    writer: Writer, by_its_key: bool
) -> None:
    # Given a slip that F7 went to
    writer.types("teh the")
    writer.waits_for("teh")
    writer.presses(Qt.Key.Key_F7)

    # When its menu is opened and the first idea taken
    menu = writer.opens_menu(by_its_key=by_its_key)
    assert menu.activeAction().text() == "the"
    QTest.keyClick(menu, Qt.Key.Key_Return)

    # Then it stands in the text, nothing is marked, and one undo brings the slip back
    assert writer.text == "the the"
    writer.waits_for()
    writer.form.first.undo()
    assert writer.text == "teh the"


def test_what_is_ignored_is_ignored_here_and_what_is_added_everywhere(
    writer: Writer,
) -> None:
    # Given two words that no dictionary knows
    writer.types("Kwame Amara the")
    writer.waits_for("Kwame", "Amara")

    # When the first is ignored, and the second is to be known
    writer.presses(Qt.Key.Key_F7)
    writer.chooses(texts.IGNORE)
    writer.waits_for("Amara")
    writer.presses(Qt.Key.Key_F7)
    writer.chooses(texts.ADD.format("Amara"))
    writer.waits_for()

    # Then another text knows the second
    writer.form.first.setPlainText("Amara met Kwame, Kwesi")
    writer.waits_for("Kwesi")


def test_a_right_click_has_ideas_on_a_slip_and_the_usual_menu_elsewhere(writer: Writer) -> None:
    # Given a text with a slip in it
    writer.form.first.setPlainText("teh " + "the " * 8)
    writer.waits_for("teh")

    # When it is clicked on, and a word beside it
    found = []
    for position in (1, 10):
        cursor = writer.form.first.textCursor()
        cursor.setPosition(position)
        at = writer.form.first.cursorRect(cursor).center()
        writer.form.first.customContextMenuRequested.emit(at)
        writer.bot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        found.append([each.text() for each in menu.actions() if each.text()])
        menu.close()

    # Then ideas stand over what the menu offers elsewhere
    assert found[0][:4] == ["the", "ten", texts.ADD.format("teh"), texts.IGNORE]
    assert found[0][4:] == found[1]
    assert texts.NEXT in found[1]


def test_where_the_computer_has_no_help_nothing_is_to_be_seen(
    qtbot: QtBot, theme: Theme, jobs: ThreadJobs, spelling: FakeSpelling
) -> None:
    # Given a computer without a dictionary
    asked: list[None] = []

    def none_there() -> None:
        asked.append(None)

    writer = a_writer(qtbot, theme, jobs, spelling, none_there)

    # When somebody writes
    writer.types("teh wrod the")
    qtbot.waitUntil(lambda: len(asked) > 1)

    # Then nothing is marked, the menu is Qt's own, and F7 means nothing
    assert writer.marked() == []
    assert writer.form.first.contextMenuPolicy() is Qt.ContextMenuPolicy.DefaultContextMenu
    assert writer.form.first.actions() == []
    assert writer.failures == []


def test_a_text_far_too_long_is_not_looked_at(writer: Writer) -> None:
    # Given a text that was marked
    writer.form.first.setPlainText("teh the")
    writer.waits_for("teh")

    # When five megabytes are pasted into it
    writer.form.first.setPlainText(("wrod " * 19 + "wrod\n") * 50_000)

    # Then nothing is marked any more, and no word of it was asked for
    writer.helping.enter()  # it looks at once, not after a pause
    assert text_of(writer.form.first.document()) is None
    writer.waits_for()
    assert "wrod" not in writer.spelling.asked


def test_halves_of_letters_leave_all_else_in_its_place(qtbot: QtBot) -> None:
    # Given a text with half a letter, which is lost on the way to Python
    edit = QPlainTextEdit()
    qtbot.addWidget(edit)
    edit.setPlainText("teh \ud83d wrod\nteh 😀 the")

    # When it is read
    text = text_of(edit.document())

    # Then that paragraph is blank, and the next where it was
    assert text is not None
    assert text.endswith("\nteh 😀 the")
    assert text[: text.index("\n")].isspace()
    assert len(text.encode("utf-16-le")) // 2 == edit.document().characterCount() - 1
