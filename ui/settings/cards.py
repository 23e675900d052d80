"""Cards of the Settings page: a title, and rows of a name with its choices."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui.kit.theme import Theme
from ui.kit.widgets import label, style

NAME_WIDTH: int = 220


class Card(QFrame):
    """A framed group of choices under a title."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._names: list[QLabel] = []
        self._rows: list[QHBoxLayout] = []
        self.column = QVBoxLayout(self)
        self.column.addWidget(label(title, letters="lead", strong="true"))
        style(self, kind="card")
        self.setAccessibleName(title)
        theme.follow(self, self._resize)

    def add(self, widget: QWidget) -> None:
        """Add a widget over the whole width."""
        self.column.addWidget(widget)

    def add_row(self, name: str, *choices: QWidget) -> None:
        """Add choices beside their name; without a name they begin at the left."""
        row = QHBoxLayout()
        if name:
            said = label(name)
            said.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            said.setBuddy(choices[0])
            self._names.append(said)
            row.addWidget(said)
        for choice in choices:
            row.addWidget(choice)
        row.addStretch()
        self._rows.append(row)
        self.column.addLayout(row)
        self._resize()

    def _resize(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(20), px(16), px(20), px(18))
        self.column.setSpacing(px(10))
        for row in self._rows:
            row.setSpacing(px(10))
        for name in self._names:
            name.setFixedWidth(px(NAME_WIDTH))
