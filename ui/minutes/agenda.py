"""The agenda at the left: six boxes for the meeting with their minutes, the rest, the end."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout

from ui.kit.theme import Theme
from ui.kit.widgets import label, style
from ui.minutes import texts

WIDTH: Final = 252
STEPS: Final = (
    *((title, pages) for title, pages, _ in texts.STEPS),
    *texts.LATER,
    (texts.END, ()),
    (texts.WORKER, ()),
)
"""Every step in its order: its title and its sections."""


class Agenda(QFrame):
    """Says which step is wanted; `mark` marks the one that is shown."""

    def __init__(self, theme: Theme, go: Callable[[int], None]) -> None:
        super().__init__()
        self._theme = theme
        self._group = QButtonGroup(self)
        self._buttons: list[QPushButton] = []
        self.clock = label("", letters="small", tone="muted", wrap=True)
        self._column = QVBoxLayout(self)
        self._heads: list[QLabel] = []
        style(self, kind="side")
        self.setAccessibleName(texts.AGENDA)
        minutes = {title: spent for title, _, spent in texts.STEPS}
        heads = {
            0: texts.IN_MEETING,
            len(texts.STEPS): texts.AFTERWARDS,
            len(STEPS) - 2: texts.AT_THE_END,
        }
        for number, (title, _) in enumerate(STEPS):
            if number in heads:
                head = label(heads[number], letters="small", tone="muted", strong="true")
                self._heads.append(head)
                self._column.addWidget(head)
            if number == 0:
                self._column.addWidget(self.clock)
            self._add(number, title, minutes.get(title), go)
        self._column.addStretch(1)
        theme.follow(self, self._redraw)

    def mark(self, step: int) -> None:
        """Mark the step that is shown; Tab comes to it, arrow keys go to those beside it."""
        self._buttons[step].setChecked(True)
        for each in self._buttons:
            reached = Qt.FocusPolicy.StrongFocus if each.isChecked() else Qt.FocusPolicy.ClickFocus
            each.setFocusPolicy(reached)

    def _add(self, number: int, title: str, minutes: int | None, go: Callable[[int], None]) -> None:
        spent = f"  ·  {texts.MINUTES.format(minutes)}" if minutes else ""
        made = QPushButton(f"{title}{spent}")
        made.setCheckable(True)
        made.setAccessibleName(title)
        style(made, kind="step")
        made.clicked.connect(lambda _checked=False, at=number: go(at))
        self._group.addButton(made)
        self._buttons.append(made)
        self._column.addWidget(made)

    def _redraw(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(WIDTH))
        self._column.setContentsMargins(px(10), px(14), px(10), px(10))
        self._column.setSpacing(px(2))
        self.clock.setContentsMargins(px(10), 0, 0, px(2))
        for number, head in enumerate(self._heads):
            head.setContentsMargins(px(10), px(10) if number else 0, 0, px(2))
