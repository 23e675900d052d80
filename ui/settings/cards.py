"""Cards of the Settings page: a title, and rows of a name with its choices."""

from typing import Final

from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.kit.theme import Theme
from ui.kit.widgets import label, style

NAME_WIDTH: Final = 220
LARGE: Final = 130
"""Above this size of text there is no room for a name beside its choices."""


class Card(QFrame):
    """A framed group of choices under a title."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._names: list[QLabel] = []
        self._rows: list[QBoxLayout] = []
        self._sides: list[QHBoxLayout] = []
        self.column = QVBoxLayout(self)
        self.column.addWidget(label(title, letters="lead", strong="true"))
        style(self, kind="card")
        self.setAccessibleName(title)
        theme.follow(self, self._resize)

    def add(self, widget: QWidget) -> None:
        """Add a widget over the whole width."""
        self.column.addWidget(widget)

    def add_row(self, name: str, *choices: QWidget) -> None:
        """Add choices beside their name, or beneath it where text is large."""
        row, side = QBoxLayout(QBoxLayout.Direction.LeftToRight), QHBoxLayout()
        if name:
            said = label(name)
            said.setBuddy(choices[0])
            self._names.append(said)
            row.addWidget(said)
        for choice in choices:
            side.addWidget(choice)
        side.addStretch()
        row.addLayout(side, 1)
        self._rows.append(row)
        self._sides.append(side)
        self.column.addLayout(row)
        self._resize()

    def _resize(self) -> None:
        px, ways = self._theme.px, QBoxLayout.Direction
        is_large = self._theme.text_size > LARGE
        self.column.setContentsMargins(px(20), px(16), px(20), px(18))
        self.column.setSpacing(px(10))
        for row in self._rows:
            row.setDirection(ways.TopToBottom if is_large else ways.LeftToRight)
            row.setSpacing(px(4) if is_large else px(10))
        for side in self._sides:
            side.setSpacing(px(10))
        for name in self._names:
            name.setMinimumWidth(0 if is_large else px(NAME_WIDTH))
