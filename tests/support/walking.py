"""Walks a window as a screen reader does: what takes the keyboard, and what it is called."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Every visible, enabled widget that takes the keyboard."""
    for part in window.findChildren(QWidget):
        takes = part.focusPolicy() is not Qt.FocusPolicy.NoFocus
        if takes and part.isVisible() and part.isEnabled() and not _is_inner(part):
            yield part


def _is_inner(part: QWidget) -> bool:
    """Whether Qt made the part inside another that speaks for it."""
    parent = part.parentWidget()
    return part.objectName().startswith("qt_") or (
        isinstance(parent, QAbstractScrollArea) and part is parent.viewport()
    )


def one_of_a_group(window: QWidget) -> set[QWidget]:
    """Radio buttons that are not chosen: the arrow keys lead to them."""
    return {
        part
        for part in focusable(window)
        if part.inherits("QRadioButton") and not part.property("checked")
    }


def name_of(part: QObject) -> str:
    return QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)


def describe(part: QWidget) -> str:
    parent = part.parentWidget()
    return f"{type(part).__name__} in {type(parent).__name__}"


def missed_by_tab(window: QWidget, most: int = 150) -> list[str]:
    """What Tab does not reach before it comes round to where it began."""
    start, passed = window.focusWidget(), list[QWidget]()
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        at = window.focusWidget()
        if at in passed:
            break
        passed.append(at)
    reachable = {part for part in focusable(window) if part.focusPolicy() & Qt.FocusPolicy.TabFocus}
    missed = [describe(part) for part in reachable - set(passed) - one_of_a_group(window)]
    return missed if start in passed else [*missed, "the start"]
