"""The box people type into; Down goes into the results, Escape clears."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.find import texts
from ui.kit.theme import Theme
from ui.kit.widgets import style

_DOWN = (Qt.Key.Key_Down, Qt.Key.Key_PageDown)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 500


class SearchBox(QLineEdit):
    """A line of text with a lens before it and a cross after it."""

    went_down = Signal()
    entered = Signal()
    escaped = Signal()
    copy_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lens = QAction(self)
        self.addAction(self._lens, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(texts.SEARCH_HINT)
        self.setClearButtonEnabled(True)
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(texts.SEARCH)
        self.setAccessibleDescription(texts.SEARCH_HELP)
        style(self, kind="search")
        theme.follow(self, self._redraw)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that lead out of the box; all others edit what is in it."""
        if event.key() in _DOWN:
            self.went_down.emit()
        elif event.key() in _ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def take_key(self, event: QKeyEvent) -> None:
        """Type on here with a key that was pressed elsewhere."""
        self.setFocus()
        self.end(False)
        super().keyPressEvent(event)

    def _redraw(self) -> None:
        self._lens.setIcon(self._theme.icon("search", "muted"))
