"""The list of keys beside the page: shown and hidden with F1, and it never covers the page."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit.theme import Theme
from ui.kit.widgets import icon_button, label, style
from ui.shell import texts

WIDTH: int = 340
LEAST_WIDTH: int = 220
Keys = Sequence[tuple[str, str]]


class KeysPanel(QFrame):
    """Keys and what they do, in groups."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._close = icon_button(theme, "x", texts.CLOSE, self.closed.emit)
        self._groups = QVBoxLayout()
        self._area = QScrollArea()
        self._lay_out()
        theme.follow(self, self._redraw)
        self.setFocusProxy(self._close)
        self.hide()

    def explain(self, groups: Sequence[tuple[str, Keys]]) -> None:
        """Show these groups of keys."""
        inside = QWidget()
        style(inside, kind="panel")
        column = QVBoxLayout(inside)
        for title, keys in groups:
            column.addWidget(label(title, strong="true", tone="accent"))
            column.addLayout(_grid(keys))
        column.addStretch()
        column.setSpacing(self._theme.px(10))
        self._area.setWidget(inside)

    def sizeHint(self) -> QSize:
        """As wide as is good to read; less where the page beside it needs the room."""
        return QSize(self._theme.px(WIDTH), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        style(self, kind="side")
        self.setAccessibleName(texts.HELP)
        head = QHBoxLayout()
        head.addWidget(label(texts.HELP, letters="title"), 1)
        head.addWidget(self._close)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._area, 1)

    def _redraw(self) -> None:
        px = self._theme.px
        self.setMinimumWidth(px(LEAST_WIDTH))
        self.setMaximumWidth(px(WIDTH))
        self._column.setContentsMargins(px(18), px(14), px(12), px(14))


def _grid(keys: Keys) -> QGridLayout:
    grid = QGridLayout()
    for row, (key, deed) in enumerate(keys):
        pair = (
            label(key, letters="small", strong="true", wrap=True),
            label(deed, letters="small", tone="muted", wrap=True),
        )
        for column, words in enumerate(pair):
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            grid.addWidget(words, row, column)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    return grid
