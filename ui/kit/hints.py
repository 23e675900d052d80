"""A quiet line that tells the keys."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.kit.theme import Size, Theme


class Hints(QWidget):
    """Draws as many keys and their meanings as there is room for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._hints: tuple[tuple[str, str], ...] = ()
        theme.follow(self, self._redraw)

    def show_hints(self, hints: tuple[tuple[str, str], ...]) -> None:
        """Tell these keys instead."""
        self._hints = hints
        self.setAccessibleName(", ".join(f"{keys}: {what}" for keys, what in hints))
        self.update()

    def sizeHint(self) -> QSize:
        """One small line."""
        return QSize(0, self._theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each key in a small frame, and what it does."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(0, 0, self.width(), 0)
        font = self._theme.font(Size.SMALL)
        painter.setFont(font)
        left = float(self._theme.px(18))
        for keys, what in self._hints:
            right = self._paint(painter, QFontMetricsF(font), left, keys, what)
            if right is None:
                break
            left = right
        painter.end()

    def _paint(
        self, painter: QPainter, metrics: QFontMetricsF, left: float, keys: str, what: str
    ) -> float | None:
        """Draw one hint; returns where the next one begins, or None where there is no room."""
        px = self._theme.px
        key_width = metrics.horizontalAdvance(keys) + px(10)
        width = key_width + px(6) + metrics.horizontalAdvance(what)
        if left + width > self.width() - px(8):
            return None
        frame = QRectF(left, (self.height() - px(18)) / 2 + 0.5, key_width, px(18))
        painter.setPen(self._theme.colour("line"))
        painter.drawRoundedRect(frame, px(4), px(4))
        painter.setPen(self._theme.colour("muted"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, keys)
        words = QRectF(frame.right() + px(6), 0, width, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, what)
        return left + width + px(18)

    def _redraw(self) -> None:
        self.updateGeometry()
        self.update()
