"""The rail keeps every page in reach, however low the window is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QToolButton
from pytestqt.qtbot import QtBot

from ui.kit.theme import Theme
from ui.shell.rail import Rail

NAMES = ("Find", "Forms", "Minutes", "Charter", "Rules", "Referrals", "Inbox", "Settings")


def test_in_a_low_window_the_pages_scroll_and_keep_their_names(qtbot: QtBot, theme: Theme) -> None:
    # Given eight pages in a window that has room for five
    rail = Rail(theme, [(name, name, "search") for name in NAMES])
    qtbot.addWidget(rail)
    rail.resize(84, 480)
    with qtbot.waitExposed(rail):
        rail.show()
    buttons = {each.text(): each for each in rail.findChildren(QToolButton)}

    # When the keyboard goes to the last one
    buttons["Settings"].setFocus(Qt.FocusReason.TabFocusReason)

    # Then it is in sight, as high as it has to be
    [area] = rail.findChildren(QScrollArea)
    last = buttons["Settings"]
    place = last.mapTo(area.viewport(), last.rect().topLeft()).y()
    assert last.height() >= last.sizeHint().height()
    assert 0 <= place <= area.viewport().height() - last.height()
