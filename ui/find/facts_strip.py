"""What is known of the file that is looked at, in two columns beneath its preview."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui.find import texts
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import label, rule, style

_HIGHEST = 152


class FactsStrip(QWidget):
    """Names and values; it takes no more room than it needs, and scrolls where there is more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout()
        inside = QFrame()
        style(inside, kind="panel")
        inside.setLayout(self._grid)
        self._scroll = QScrollArea()
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setAccessibleName(texts.FACTS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(rule())
        column.addWidget(self._scroll)
        theme.follow(self, self._respace)

    def show_lines(self, lines: Sequence[tuple[str, str]]) -> None:
        """Show these names and values instead of the ones before."""
        if tuple(lines) == self._lines:
            return
        self._lines = tuple(lines)
        empty_out(self._grid)
        half = -(-len(self._lines) // 2)
        for number, (name, value) in enumerate(self._lines):
            row, side = number % half, 2 * (number // half)
            self._grid.addWidget(_name(name), row, side, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_value(value), row, side + 1, Qt.AlignmentFlag.AlignTop)
        self._respace()

    def _respace(self) -> None:
        px = self._theme.px
        self._grid.setContentsMargins(px(16), px(10), px(16), px(10))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(4))
        for column, stretch in enumerate((0, 3, 0, 2)):
            self._grid.setColumnStretch(column, stretch)
        rows = -(-len(self._lines) // 2)
        self._scroll.setFixedHeight(min(px(rows * 21 + 22), px(_HIGHEST)))


def _name(text: str) -> QLabel:
    return label(text, tone="muted", letters="small")


def _value(text: str) -> QLabel:
    made = label(text, wrap=True, letters="small")
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
