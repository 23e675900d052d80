"""Notices: what a person should know, shown over the page without stopping anybody.

A notice closes by itself, waits while the mouse or the keyboard is on it, and is read out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from librarian.domain.errors import LibrarianError
from ui.kit.announcing import announce
from ui.kit.theme import Theme
from ui.kit.widgets import button, icon_button, label, style

MOST: Final = 3
_LEAST_MS: Final = 6_000
_LETTER_MS: Final = 60


@dataclass(frozen=True, slots=True)
class Notice:
    """What happened, what to do about it, and perhaps a button that does it."""

    title: str
    remedy: str = ""
    warning: bool = False
    action: str = ""
    act: Callable[[], object] | None = None
    instead_of: str = ""
    """The words of the notice that this one takes the place of."""

    @classmethod
    def of(cls, error: Exception) -> "Notice":
        """The notice that tells of an error."""
        if isinstance(error, LibrarianError):
            return cls(error.title, error.remedy, warning=True)
        return cls("Something went wrong in Librarian.", "You can go on.", warning=True)

    @property
    def words(self) -> str:
        """All that is said, as one text."""
        return f"{self.title} {self.remedy}".strip()


class NoticeCard(QFrame):
    """One notice on the screen."""

    closed = Signal(object)

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self.notice = notice
        self._theme = theme
        self._icon = QLabel()
        self._action: QPushButton | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LEAST_MS + _LETTER_MS * len(notice.words))
        self._timer.timeout.connect(self.expire)
        style(self, kind="notice", tone="warn" if notice.warning else "")
        self.setAccessibleName(notice.words)
        self._lay_out()
        theme.follow(self, self._redraw)
        self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Wait for as long as the mouse is here."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Count again once the mouse has gone."""
        super().leaveEvent(event)
        self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the notice that has the keyboard."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def hold(self, *, on: bool) -> None:
        """Wait while the keyboard is here, then count again."""
        if on:
            self._timer.stop()
        else:
            self._timer.start()

    def seconds_left(self) -> float:
        """How long the notice stays if nobody looks at it; 0 while somebody does."""
        return max(0, self._timer.remainingTime()) / 1000

    def button(self) -> QPushButton | None:
        """The button that does something about it, if there is one."""
        return self._action

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.addWidget(self._icon, alignment=Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.addWidget(label(self.notice.title, strong="true", wrap=True))
        if self.notice.remedy:
            words.addWidget(label(self.notice.remedy, tone="muted", wrap=True))
        row.addLayout(words, 1)
        if self.notice.act is not None:
            self._action = button(self.notice.action, self._act)
            row.addWidget(self._action)
        close = icon_button(self._theme, "x", "Close this notice", self._close)
        row.addWidget(close, alignment=Qt.AlignmentFlag.AlignTop)
        for child in self.findChildren(QWidget):
            child.installEventFilter(self)
        self._row = row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold the notice while one of its buttons has the keyboard."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.hold(on=event.type() is QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    def _act(self) -> None:
        if self.notice.act is not None:
            self.notice.act()
        self._close()

    def expire(self) -> None:
        """Go, now that it was there for long enough."""
        self._close()

    def _close(self) -> None:
        self._timer.stop()
        self.closed.emit(self)

    def _redraw(self) -> None:
        px = self._theme.px
        name, tone = ("triangle-alert", "warn") if self.notice.warning else ("info", "accent")
        self._icon.setPixmap(self._theme.pixmap(name, tone, 20))
        self._row.setContentsMargins(px(14), px(10), px(8), px(10))
        self._row.setSpacing(px(12))


class NoticeBoard(QWidget):
    """Shows up to three notices at the foot of its parent; the same one is never shown twice."""

    announced = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        """Show a notice, and have it read out; the oldest makes room."""
        for before in self.cards():
            if before.notice.words == notice.instead_of:
                self._take_down(before)
        if any(card.notice.words == notice.words for card in self.cards()):
            return
        for old in self.cards()[: -(MOST - 1)]:
            self._take_down(old)
        card = NoticeCard(self._theme, notice, self)
        card.closed.connect(self._take_down)
        self._column.addWidget(card)
        card.show()
        self.show()
        self._place()
        announce(self, notice.words, urgent=notice.warning)
        self.announced.emit(notice.words)

    def cards(self) -> list[NoticeCard]:
        """The notices on the screen, oldest first."""
        items = (self._column.itemAt(row) for row in range(self._column.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [card for card in widgets if isinstance(card, NoticeCard)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the foot of the parent when it changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _take_down(self, card: QWidget) -> None:
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self.setVisible(bool(self.cards()))
        self._place()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None or not self.cards():
            return
        px = self._theme.px
        self._column.setSpacing(px(8))
        width = min(px(560), parent.width() - 2 * px(24))
        height = self._column.totalHeightForWidth(width)
        self.setGeometry(
            (parent.width() - width) // 2, parent.height() - height - px(20), width, height
        )
        self.raise_()
