"""What stands where nothing is to show: a sign, what is the matter, and what to do about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import button, label


@dataclass(frozen=True, slots=True)
class Choice:
    """A button: its words, what it does, and whether it is the one to take."""

    text: str
    pressed: Callable[[], object]
    primary: bool = False


class EmptyState(QWidget):
    """An icon, a title, a sentence and buttons, in the middle of the room there is."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = "search"
        self._icon = QLabel()
        self._title = label(letters="title", wrap=True)
        self._text = label(tone="muted", wrap=True)
        self._choices = QHBoxLayout()
        self._lay_out()
        theme.follow(self, self._redraw)

    def explain(self, icon: str, title: str, text: str, choices: Sequence[Choice] = ()) -> None:
        """Show this instead of what was shown."""
        self._icon_name = icon
        self._title.setText(title)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self._offer(choices)
        self._redraw()

    def choices(self) -> list[QPushButton]:
        """The buttons that are offered now."""
        items = (self._choices.itemAt(place) for place in range(self._choices.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QPushButton)]

    def _offer(self, choices: Sequence[Choice]) -> None:
        empty_out(self._choices)
        for choice in choices:
            kind = "primary" if choice.primary else ""
            self._choices.addWidget(button(choice.text, choice.pressed, kind))

    def _lay_out(self) -> None:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        for text in (self._icon, self._title, self._text):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)
        column.addLayout(self._choices)
        self._choices.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._column = column
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._middle)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)

    def _redraw(self) -> None:
        px = self._theme.px
        self._icon.setPixmap(self._theme.pixmap(self._icon_name, "accent", 40))
        self._middle.setFixedWidth(px(460))
        self._column.setSpacing(px(12))
        self._choices.setSpacing(px(10))
