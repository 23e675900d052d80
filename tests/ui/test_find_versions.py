"""Versions of a document among the results: folded, told apart, and why one is the one to use."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from librarian.application.about import Care, Sent
from librarian.domain.events import DocumentsChanged
from librarian.domain.searching import Hit, Query, Results, State
from tests.support.find_fakes import MadeUpDrive
from tests.support.find_people import FixedClock, Person, PromptJobs, a_find_view_model
from ui.find import texts
from ui.find.results_model import ROW, Row
from ui.find.view import FindView
from ui.kit.theme import Theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CONTROL = Qt.KeyboardModifier.ControlModifier
GUIDE, TEMPLATE, OLD = 0, 1, 5
WHY = "It looks like the latest: it says version 2, the other version 1."


class Desk:
    """A person before results that are versions of one document."""

    def __init__(self, qtbot: QtBot, theme: Theme) -> None:
        self.qtbot = qtbot
        self.drive = MadeUpDrive()
        self.person = Person()
        self.state = State.LOOKS_NEWEST
        self.changes: dict[str, object] = {"why": (WHY,)}
        self.find = a_find_view_model(PromptJobs(), self.person)
        self.view = FindView(theme, FixedClock(), self.find)
        self.view.resize(1200, 800)
        self.documents: list[str] = []
        self.view.document_wanted.connect(self.documents.append)
        qtbot.addWidget(self.view)
        self.find.setParent(self.view)

    def sit_down(self) -> None:
        look = replace(self.drive.look, find=self.fold)
        self.find.use(look, self.drive.act)
        with self.qtbot.waitExposed(self.view):
            self.view.show()
        self.view.begin()
        QTest.keyClicks(self.view.box, "genogram")
        self.press(Qt.Key.Key_Down)

    def fold(self, query: Query) -> Results:
        found = self.drive.find(query)
        by_file = {hit.file: hit for hit in found.hits}
        if not {GUIDE, TEMPLATE, OLD} <= by_file.keys():
            return found
        under = tuple(replace(by_file[file], state=State.LOOKS_OLDER) for file in (TEMPLATE, OLD))
        head: Hit = replace(by_file[GUIDE], state=self.state, folded=under, **self.changes)  # type: ignore[arg-type]  # fields of Hit
        rest = tuple(hit for hit in found.hits if hit.file not in (GUIDE, TEMPLATE, OLD))
        return replace(found, hits=(head, *rest), total=found.total - 2)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        focused: QWidget | None = self.view.focusWidget()
        QTest.keyClick(self.view if focused is None else focused, key, held)

    @property
    def rows(self) -> list[Row]:
        model = self.view.found.results.list.model()
        return [model.index(number, 0).data(ROW) for number in range(model.rowCount())]

    def sees(self, words: str) -> bool:
        QApplication.processEvents()  # what was just added is shown then
        labels = self.view.findChildren(QLabel)
        return any(words in label.text() for label in labels if label.isVisible())

    def pushes(self, words: str) -> None:
        QApplication.processEvents()  # what was just added is shown then
        buttons = self.view.findChildren(QPushButton)
        found = [each for each in buttons if each.isVisible() and each.text() == words]
        QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    return Desk(qtbot, theme)


def test_older_versions_are_folded_and_unfold_with_an_arrow(desk: Desk) -> None:
    # Given a result with two older versions
    desk.sit_down()
    before = len(desk.rows)
    assert desk.rows[0].others == "2 other versions"

    # When Right is pressed
    desk.press(Qt.Key.Key_Right)

    # Then they stand beneath it, and Left from one of them leads back to it
    assert [row.under for row in desk.rows[:4]] == [False, True, True, False]
    assert desk.rows[0].others == "Hide 2 other versions"
    desk.press(Qt.Key.Key_Down)
    assert desk.find.chosen
    assert desk.find.chosen.file == TEMPLATE
    desk.press(Qt.Key.Key_Left)
    assert len(desk.rows) == before
    assert desk.find.chosen.file == GUIDE


def test_what_is_confirmed_and_what_only_looks_so_differ_in_words(desk: Desk) -> None:
    # Given one that only looks like the latest
    desk.sit_down()
    look, spoken = desk.rows[0].look, desk.rows[0].spoken
    assert look
    assert look.outlined
    assert "not confirmed yet" in spoken

    # When business support confirm it
    desk.state = State.CURRENT
    when = datetime(2026, 3, 3, tzinfo=UTC)
    desk.changes = {"by": "Janet Bloom", "since": when}
    desk.find.take_event(DocumentsChanged())
    desk.qtbot.waitUntil(lambda: desk.rows[0].hit.by == "Janet Bloom")

    # Then its badge is solid with a tick, and it says by whom and when
    look = desk.rows[0].look
    assert look
    assert look.tick
    assert not look.outlined
    assert "Current, Confirmed by Janet Bloom, 3 Mar" in desk.rows[0].spoken
    assert desk.sees("Confirmed by Janet Bloom, 3 Mar")


def test_why_this_one_is_told_in_words(desk: Desk) -> None:
    # Given a result that looks like the latest
    desk.sit_down()

    # When the person asks why
    desk.press(Qt.Key.Key_E, CONTROL)

    # Then the reasons are told with how sure they are, and Escape puts them away
    assert desk.sees(texts.WHY_SURE)
    assert desk.sees(WHY)
    desk.press(Qt.Key.Key_Escape)
    assert not desk.sees(WHY)
    assert desk.view.box.text() == "genogram"


def test_what_nobody_can_tell_is_not_called_the_latest(desk: Desk) -> None:
    # Given versions that cannot be told apart
    desk.state = State.ONLY
    desk.changes = {"question": "Which of these is the one to use?"}

    # When they are found
    desk.sit_down()

    # Then the badge and the reasons say so
    look = desk.rows[0].look
    assert look
    assert look.words == "Not clear which to use"
    desk.press(Qt.Key.Key_E, CONTROL)
    assert desk.sees(texts.WHY_UNSURE)
    assert desk.sees("Which of these is the one to use?")


def test_anybody_can_ask_business_support(desk: Desk) -> None:
    # Given the reasons of a result
    desk.sit_down()
    desk.drive.sent = Sent()
    desk.press(Qt.Key.Key_E, CONTROL)

    # When the person asks business support to confirm it
    desk.pushes(texts.ASK_CONFIRM)

    # Then they are asked
    assert desk.drive.asked[-1].startswith("ask Direct work/Genograms/Genogram guide")
    assert desk.person.notices == [texts.ASKED_NOW]


def test_all_about_a_result_is_one_key_away(desk: Desk) -> None:
    # Given a result, when Ctrl+I is pressed
    desk.sit_down()
    desk.press(Qt.Key.Key_I, CONTROL)

    # Then all about it is asked for
    assert desk.documents == ["Direct work/Genograms/Genogram guide - Guidance.docx"]


def test_a_change_after_it_was_confirmed_is_told_beside_the_preview(desk: Desk) -> None:
    # Given a confirmed file that somebody changed
    desk.state = State.CURRENT
    when = datetime(2026, 3, 3, tzinfo=UTC)
    desk.changes = {"by": "Janet Bloom", "since": when, "edited": True}

    # When it is found
    desk.sit_down()

    # Then the person is told which version they look at, and led to the change
    assert desk.sees(texts.EDITED)
    desk.pushes(texts.EDITED_SEE)
    assert len(desk.documents) == 1


def test_the_start_page_calls_for_somebody_to_look_after_the_drive(desk: Desk) -> None:
    # Given a drive that nobody looks after
    wanted: list[bool] = []
    desk.view.care_wanted.connect(lambda: wanted.append(True))
    desk.drive.cared = Care("Janet Bloom", may_begin=True)
    desk.find.use(desk.drive.look, desk.drive.act)
    with desk.qtbot.waitExposed(desk.view):
        desk.view.show()

    # When the button is pressed
    assert desk.sees(texts.CARE_TITLE)
    desk.pushes(texts.CARE_DO)

    # Then how to look after it is shown
    assert wanted == [True]


def test_who_cannot_write_there_is_not_called_for(desk: Desk) -> None:
    # Given a drive that this person can only read, when the start page is shown
    desk.drive.cared = Care("Sam Okoro")
    desk.find.use(desk.drive.look, desk.drive.act)
    with desk.qtbot.waitExposed(desk.view):
        desk.view.show()

    # Then nothing is asked of them
    assert not desk.sees(texts.CARE_TITLE)
