"""The box people type into; Down goes into the results, Escape clears."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.find import texts
from ui.kit.theme import Theme
from ui.kit.widgets import icon_button, style

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
        self._cross = icon_button(theme, "x", texts.CLEAR, self.escaped.emit)
        self._cross.setParent(self)
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.setCursor(Qt.CursorShape.ArrowCursor)
        self._cross.hide()
        self.setPlaceholderText(texts.SEARCH_HINT)
        self.setAcceptDrops(False)  # a file dropped here is for the window to recognise
        self.setMaxLength(_LONGEST)
        self.setAccessibleName(texts.SEARCH)
        self.setAccessibleDescription(texts.SEARCH_HELP)
        self.textChanged.connect(self._on_text)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lens before the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        top = (self.height() - self._theme.px(18)) / 2
        painter.drawPixmap(QPointF(self._theme.px(14), top), self._theme.pixmap("search", "muted"))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the end."""
        super().resizeEvent(event)
        self._place_cross()

    def _on_text(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _place_cross(self) -> None:
        size = self._cross.sizeHint()
        left = self.width() - size.width() - self._theme.px(6)
        self._cross.setGeometry(
            left, (self.height() - size.height()) // 2, size.width(), size.height()
        )

    def _redraw(self) -> None:
        px = self._theme.px
        self.setTextMargins(px(28), 0, px(32), 0)
        self._place_cross()
        self.update()
