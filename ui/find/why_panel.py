"""Beneath the title: why this file is the one to use, in words, and what can be done about it."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from librarian.domain.searching import Hit, State
from ui.find import texts
from ui.kit.emptying import empty_out
from ui.kit.flow import FlowLayout
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, point, style


class WhyPanel(QFrame):
    """Tells the reasons one by one; `closed` when a person has read them."""

    closed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        ask: Callable[[], object],
        tell_all: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._how_sure = label(wrap=True, strong="true")
        self._reasons = QVBoxLayout()
        self._ask = button(texts.ASK_CONFIRM, ask)
        self._all = button(texts.ALL_ABOUT, tell_all)
        self._close = button(texts.WHY_CLOSE, self.closed.emit, "quiet")
        style(self, kind="notice")
        self._lay_out()
        theme.follow(self, self._respace)
        self.hide()

    def show_hit(self, hit: Hit, now: datetime) -> None:
        """Tell why this file is shown, and not another version of it."""
        how_sure, reasons = texts.reasons(hit, now)
        self._how_sure.setText(how_sure)
        empty_out(self._reasons)
        for reason in reasons:
            self._reasons.addWidget(point(reason))
        self.setAccessibleName(" ".join((how_sure, *reasons)))
        self._ask.setVisible(hit.state is not State.CURRENT)

    def begin(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        first = self._all if self._ask.isHidden() else self._ask
        first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for made in (self._ask, self._all, self._close):
            buttons.addWidget(made)
        column = QVBoxLayout(self)
        column.addWidget(self._how_sure)
        column.addLayout(self._reasons)
        column.addLayout(buttons)
        self._column, self._buttons = column, buttons

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(14), px(10), px(14), px(12))
        self._column.setSpacing(px(8))
        self._reasons.setSpacing(px(3))
        self._buttons.setSpacing(px(8))


class EditedBar(QFrame):
    """Says that the file was changed after it was confirmed, and leads to the change."""

    def __init__(
        self, theme: Theme, see: Callable[[], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel()
        style(self, kind="notice", tone="warn")
        row = QHBoxLayout(self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(texts.EDITED, wrap=True), 1)
        row.addWidget(button(texts.EDITED_SEE, see, "small"), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        theme.follow(self, self._respace)
        self.hide()

    def _respace(self) -> None:
        px = self._theme.px
        self._icon.setPixmap(self._theme.pixmap("triangle-alert", "warn", 18))
        self._row.setContentsMargins(px(12), px(8), px(8), px(8))
        self._row.setSpacing(px(10))
