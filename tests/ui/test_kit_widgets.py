"""Small widgets do what their words say, with the mouse and with the keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from librarian.domain.errors import DriveUnavailableError
from librarian.domain.kinds import Kind
from librarian.domain.settings import Look
from ui.kit.badges import BadgeLabel
from ui.kit.empty import Choice, EmptyState
from ui.kit.notices import Notice, NoticeBoard
from ui.kit.theme import Theme
from ui.kit.widgets import Chip, ElidedLabel, ProgressLine, button


def test_a_chip_says_what_is_chosen_and_how_to_clear_it(qtbot: QtBot, theme: Theme) -> None:
    # Given a chip on which something is chosen
    chip = Chip(theme, "Type")
    qtbot.addWidget(chip)
    chip.show_chosen("Word")
    assert chip.text() == "Type: Word"
    assert chip.accessibleName() == "Type, Word chosen. Delete clears it."

    # When Delete is pressed on it
    with qtbot.waitSignal(chip.cleared):
        QTest.keyClick(chip, Qt.Key.Key_Delete)

    # Then whoever listens may clear it
    chip.show_chosen("")
    assert chip.text() == "Type"


def test_the_cross_of_a_chip_clears_and_the_rest_of_it_opens(qtbot: QtBot, theme: Theme) -> None:
    # Given a chip on the screen with something chosen
    chip = Chip(theme, "Type")
    qtbot.addWidget(chip)
    chip.show_chosen("Word")
    chip.resize(160, 28)
    chip.show()
    opened: list[str] = []
    chip.clicked.connect(lambda: opened.append("opened"))

    # When its words are clicked, then its cross
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(30, 14))
    with qtbot.waitSignal(chip.cleared):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(150, 14))

    # Then only the first opened it
    assert len(opened) == 1


def test_a_chip_with_nothing_chosen_has_nothing_to_clear(qtbot: QtBot, theme: Theme) -> None:
    chip = Chip(theme, "Type")
    qtbot.addWidget(chip)
    with qtbot.assertNotEmitted(chip.cleared):
        QTest.keyClick(chip, Qt.Key.Key_Delete)


def test_enter_presses_a_button(qtbot: QtBot) -> None:
    pressed: list[str] = []
    made = button("Open", lambda: pressed.append("open"))
    qtbot.addWidget(made)
    QTest.keyClick(made, Qt.Key.Key_Return)
    QTest.keyClick(made, Qt.Key.Key_Space)
    assert pressed[-1:] == ["open"]


def test_a_line_without_room_ends_in_dots_and_its_tooltip_says_it_whole(qtbot: QtBot) -> None:
    # Given a label with room for everything
    label = ElidedLabel("Community Resources / Holiday activities")
    qtbot.addWidget(label)
    label.resize(600, 20)
    label.show()
    assert (label.text(), label.toolTip()) == (label.whole, "")

    # When there is less room
    label.resize(80, 20)

    # Then it is cut, whole in the tooltip and for a screen reader
    assert label.text().endswith("…")
    assert label.toolTip() == label.whole == label.accessibleName()


def test_the_progress_line_runs_only_while_nobody_knows_how_much_there_is(
    qtbot: QtBot, theme: Theme
) -> None:
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.show_share(None)
    running = line.filled()
    qtbot.waitUntil(lambda: line.filled() != running)
    line.show_share(0.5)
    assert line.filled() == (0.0, 0.5)


def test_badges_grow_with_the_text(qtbot: QtBot, theme: Theme) -> None:
    badge = BadgeLabel(theme, Kind.PDF)
    qtbot.addWidget(badge)
    before = badge.pixmap().deviceIndependentSize().width()
    theme.use(Look.LIGHT, 200)
    assert badge.pixmap().deviceIndependentSize().width() == 2 * before
    assert badge.accessibleName() == "PDF"


def test_an_empty_state_offers_what_it_was_given_last(qtbot: QtBot, theme: Theme) -> None:
    # Given an empty state that offered something else before
    pressed: list[str] = []
    empty = EmptyState(theme)
    qtbot.addWidget(empty)
    empty.explain("search", "Old", "Old text", (Choice("Old deed", lambda: None),))

    # When it explains something new, and its button is pressed
    empty.explain(
        "search", "Nothing found", "", (Choice("Clear", lambda: pressed.append("clear")),)
    )
    empty.show()
    [only] = empty.choices()
    QTest.mouseClick(only, Qt.MouseButton.LeftButton)

    # Then that was done
    assert pressed == ["clear"]


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> Iterator[NoticeBoard]:
    page = QWidget()
    page.resize(900, 600)
    layout = QVBoxLayout(page)
    layout.addWidget(QLineEdit())
    qtbot.addWidget(page)
    page.show()
    yield NoticeBoard(theme, page)
    page.close()


def test_a_notice_is_shown_read_out_and_said_once(qtbot: QtBot, board: NoticeBoard) -> None:
    # Given a notice
    notice = Notice("Copy saved.", "Documents")

    # When it is given twice
    with qtbot.waitSignal(board.announced) as said:
        board.show_notice(notice)
    board.show_notice(notice)

    # Then it stands there once, inside the page, and was read out
    assert said.args == ["Copy saved. Documents"]
    assert [card.notice for card in board.cards()] == [notice]
    page = board.parentWidget()
    assert page is not None
    assert page.rect().contains(board.geometry())
    assert board.height() > 40


def test_only_the_three_latest_notices_stay(board: NoticeBoard) -> None:
    for number in range(5):
        board.show_notice(Notice(f"Notice {number}"))
    assert [card.notice.title for card in board.cards()] == ["Notice 2", "Notice 3", "Notice 4"]


def test_a_notice_closes_by_itself_but_not_while_it_is_held(board: NoticeBoard) -> None:
    # Given a notice that somebody holds, with the mouse or the keyboard
    board.show_notice(Notice("Copy saved."))
    [card] = board.cards()
    card.hold(on=True)
    assert card.seconds_left() == 0

    # When they leave it, and its time is over
    card.hold(on=False)
    assert card.seconds_left() > 5
    card.expire()

    # Then it goes
    assert board.cards() == []
    assert not board.isVisible()


def test_a_notice_can_do_something_and_then_goes(board: NoticeBoard) -> None:
    # Given a notice with a button
    done: list[str] = []
    notice = Notice("Copy saved.", action="Open folder", act=lambda: done.append("opened"))
    board.show_notice(notice)
    [card] = board.cards()

    # When it is pressed
    pressed = card.button()
    assert pressed is not None
    QTest.mouseClick(pressed, Qt.MouseButton.LeftButton)

    # Then it was done, and the notice is gone
    assert done == ["opened"]
    assert board.cards() == []


def test_escape_closes_a_notice(board: NoticeBoard) -> None:
    board.show_notice(Notice("Copy saved."))
    QTest.keyClick(board.cards()[0], Qt.Key.Key_Escape)
    assert board.cards() == []


def test_an_error_of_the_world_becomes_a_notice_in_its_own_words() -> None:
    error = DriveUnavailableError("The drive is away.", "Check the network.")
    assert Notice.of(error).words == "The drive is away. Check the network."


def test_any_other_error_shows_none_of_its_words() -> None:
    assert "secret" not in Notice.of(ValueError("secret")).words
