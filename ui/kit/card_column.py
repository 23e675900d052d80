"""A column of cards, drawn anew when something changed: each with a title, and rows in it."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.centred import CentredColumn
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import label, style


class CardColumn(CentredColumn):
    """Holds cards; `first` is the first thing that can be done, where the keyboard begins."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__(theme, width)
        self._look = theme
        self._cards: list[QVBoxLayout] = []
        self.first: QWidget | None = None
        theme.follow(self, self.respace)

    def begin(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        if self.first:
            self.first.setFocus()

    def has_keyboard(self) -> bool:
        """Whether the keyboard is on something in here."""
        focused: QWidget | None = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def card(self, title: str, deed: QWidget | None = None) -> QVBoxLayout:
        """Add a card, perhaps with something to do beside its title; return where rows go."""
        frame = QFrame()
        style(frame, kind="card")
        frame.setAccessibleName(title)
        inside = QVBoxLayout(frame)
        head = QHBoxLayout()
        head.addWidget(label(title, letters="lead", strong="true", wrap=True), 1)
        if deed is not None:
            head.addWidget(deed)
        inside.addLayout(head)
        self.column.addWidget(frame)
        self._cards.append(inside)
        return inside

    def row(self, title: str, line: str, *deeds: QWidget, tone: str = "muted") -> QWidget:
        """Return a title with a line under it, and at the right what can be done about it."""
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(self._look.px(2))
        words.addWidget(label(title, strong="true", wrap=True))
        words.addWidget(label(line, tone=tone, wrap=True))
        row.addLayout(words, 1)
        for deed in deeds:
            row.addWidget(deed)
            self.first = self.first or deed
        return made

    def clear(self) -> None:
        """Take everything away, to be drawn anew."""
        self._cards.clear()
        self.first = None
        empty_out(self.column)

    def respace(self) -> None:
        """Leave room as the size of the text wants it."""
        px = self._look.px
        self.column.setContentsMargins(px(8), px(24), px(8), px(28))
        self.column.setSpacing(px(15))
        for inside in self._cards:
            inside.setContentsMargins(px(20), px(15), px(20), px(17))
            inside.setSpacing(px(10))


def at_the_left(*widgets: QWidget) -> QWidget:
    """Return widgets in a row that begins at the left and takes no more room than they do."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return made
