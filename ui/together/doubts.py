"""What was filled in from the case system; what is old, a person says whether it is right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from librarian.application.forms.knowing import Doubt, Known
from librarian.domain.forms.wording import in_day
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
from ui.kit.wording import counted
from ui.together import texts


class Doubts(QWidget):
    """A line that says what was filled in, and a card of doubts while there are any."""

    def __init__(self, theme: Theme, still_right: Callable[[str], None]) -> None:
        super().__init__()
        self._theme = theme
        self._still_right = still_right
        self._left = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_known(self, known: Known) -> None:
        """Show what is known now."""
        empty_out(self._column)
        if known.problem:
            line = texts.NOT_FILLED_IN.format(known.source, known.problem)
            self._column.addWidget(label(line, tone="muted", wrap=True))
        elif known.count:
            line = texts.FILLED_IN.format(counted(known.count, "answer"), known.source)
            self._column.addWidget(label(line, tone="good", wrap=True))
        if known.doubts:
            self._column.addWidget(self._card(known.doubts))

    def _card(self, doubts: tuple[Doubt, ...]) -> QWidget:
        frame = QFrame()
        style(frame, kind="card")
        frame.setAccessibleName(texts.DOUBTS)
        column = QVBoxLayout(frame)
        px = self._theme.px
        column.setContentsMargins(px(16), px(12), px(16), px(12))
        column.addWidget(label(texts.DOUBTS, letters="lead", strong="true", wrap=True))
        column.addWidget(label(texts.DOUBTS_WHY, tone="muted", wrap=True))
        self._left = len(doubts)
        for each in doubts:
            column.addWidget(self._row(frame, each))
        return frame

    def _row(self, frame: QFrame, doubt: Doubt) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        head = f"{doubt.whose}: {doubt.title}" if doubt.whose else doubt.title
        day = in_day(doubt.as_of) if doubt.as_of else ""
        line = texts.DOUBT.format(doubt.value, day) if day else doubt.value + texts.NO_DAY
        words.addWidget(label(head, strong="true", wrap=True))
        words.addWidget(label(line, tone="warn", wrap=True))
        row.addLayout(words, 1)
        right = button(texts.STILL_RIGHT, partial(self._say, frame, made, doubt))
        right.setAccessibleName(f"{texts.STILL_RIGHT}: {head}, {doubt.value}")
        row.addWidget(right)
        return made

    def _say(self, frame: QFrame, row: QWidget, doubt: Doubt) -> None:
        self._still_right(doubt.value)
        self._left -= 1
        row.focusNextChild()
        (row if self._left else frame).hide()
