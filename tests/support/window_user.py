"""A person at the window, for its tests: presses what they see, and tells what is shown."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.support.ui_fakes import FakeDesk, FakeLibrary
from ui.kit.notices import NoticeBoard
from ui.shell.window import MainWindow


def press(window: QWidget, words: str) -> None:
    """Press the visible button that says these words."""
    buttons = [b for b in window.findChildren(QPushButton) if b.isVisible() and b.text() == words]
    assert buttons, f"no button says {words}"
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)


def push(view: QWidget, name: str) -> None:
    """Press the one visible button of this name by keyboard."""
    QApplication.processEvents()  # what was just added is shown then
    [found] = [
        each
        for each in view.findChildren(QPushButton)
        if each.isVisible() and name in (each.text(), each.accessibleName())
    ]
    found.setFocus()
    QTest.keyClick(found, Qt.Key.Key_Return)


def reads(view: QWidget, words: str) -> bool:
    """Whether these words stand anywhere in what is shown."""
    QApplication.processEvents()
    labels = view.findChildren(QLabel)
    return any(words in each.text() for each in labels if each.isVisible())


def press_keys(window: QWidget, keys: str) -> None:
    """Press keys as a person does, wherever the keyboard is."""
    QTest.keySequence(window, QKeySequence(keys))


def shown(window: QWidget, kind: type[QWidget]) -> bool:
    """Whether a part of this kind is to be seen."""
    return any(part.isVisible() for part in window.findChildren(kind))


def notices(window: QWidget) -> list[str]:
    [board] = window.findChildren(NoticeBoard)
    return [card.notice.title for card in board.cards()]


def library_of(window: MainWindow, desk: FakeDesk) -> FakeLibrary:
    assert window.session.library is not None
    return desk.libraries[window.session.library.root]


def focus_of(window: QWidget) -> QWidget:
    return QApplication.focusWidget() or window.focusWidget()
