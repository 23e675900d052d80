"""The line at the foot of the window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui.kit.announcing import announce
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, ProgressLine, button, label, style
from ui.shell import texts
from ui.shell.status_view_model import Reach, StatusViewModel

TICK_MS: Final = 20_000
_REACH: Final = {
    Reach.NONE: (texts.NO_DRIVE, "edge"),
    Reach.OPENING: (texts.CONNECTING, "edge"),
    Reach.HERE: (texts.CONNECTED, "good"),
    Reach.AWAY: (texts.NOT_REACHED, "warn"),
}


@dataclass(frozen=True, slots=True)
class StatusDeeds:
    """What the line's buttons do."""

    pause: Callable[[], object]
    go_on: Callable[[], object]
    stop: Callable[[], object]
    look_again: Callable[[], object]


class StatusLine(QFrame):
    """Draws a StatusViewModel; its buttons are there only while they make sense."""

    def __init__(
        self,
        theme: Theme,
        model: StatusViewModel,
        deeds: StatusDeeds,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._dot = _Dot(theme)
        self._drive = label(strong="true", letters="small")
        self._reach = label(letters="small", tone="muted")
        self._freshness = label(letters="small", tone="muted")
        self._work = ElidedLabel()
        self._progress = ProgressLine(theme)
        self._pause = self._button(texts.PAUSE, texts.PAUSE_WHY, "pause", deeds.pause)
        self._go_on = self._button(texts.GO_ON, texts.GO_ON_WHY, "play", deeds.go_on)
        self._stop = self._button(texts.STOP, texts.STOP_WHY, "square", deeds.stop)
        self._again = self._button(texts.AGAIN, texts.AGAIN_WHY, "refresh-cw", deeds.look_again)
        self._lay_out()
        timer = QTimer(self)
        timer.timeout.connect(model.tick)
        timer.start(TICK_MS)
        model.changed.connect(self._show)
        model.said.connect(self._say)
        theme.follow(self, self._resize)
        self._show()

    def _lay_out(self) -> None:
        style(self, kind="status")
        style(self._work, tone="muted", letters="small")
        self._work.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._work.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        left: tuple[QWidget, ...] = (self._dot, self._drive, self._reach, self._freshness)
        right = (self._progress, self._pause, self._go_on, self._stop, self._again)
        for widget in (*left, self._work, *right):
            self._row.addWidget(widget)
        self._row.setStretchFactor(self._work, 1)

    def _button(self, text: str, why: str, icon: str, pressed: Callable[[], object]) -> QPushButton:
        made = button(text, pressed, "small")
        made.setToolTip(why)
        made.setAccessibleName(text)
        made.setAccessibleDescription(why)
        self._theme.dress(made, icon, "muted", 14)
        return made

    def _show(self) -> None:
        status = self._model.status
        words, tone = _REACH[status.reach]
        self._dot.show_tone(tone)
        self._drive.setText(status.drive)
        self._drive.setVisible(bool(status.drive))
        self._reach.setText(words)
        self._freshness.setText(f"·  {status.freshness}" if status.freshness else "")
        self._work.show_text(status.work)
        self._progress.setVisible(status.is_working)
        self._progress.show_share(status.share if not status.is_paused else status.share or 0.0)
        self._pause.setVisible(status.is_working and not status.is_paused)
        self._go_on.setVisible(status.is_paused)
        self._stop.setVisible(status.is_working)
        self._again.setVisible(not status.is_working and status.reach is Reach.HERE)

    def _say(self, words: str) -> None:
        announce(self, words)

    def _resize(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(3), px(10), px(3))
        self._row.setSpacing(px(8))
        self._progress.setFixedWidth(px(120))
        self.setMinimumHeight(px(34))


class _Dot(QWidget):
    """A filled circle; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._tone = "edge"
        theme.follow(self, self._resize)

    def show_tone(self, tone: str) -> None:
        """Draw in another colour."""
        self._tone = tone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour(self._tone))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()

    def _resize(self) -> None:
        self.setFixedSize(self._theme.px(9), self._theme.px(9))
