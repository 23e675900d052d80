"""A small picture of how many forms were confirmed, week by week."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from librarian.application.activity import HealthPoint
from ui.kit.theme import Size, Theme

_HIGH: Final = 120


class HealthChart(QWidget):
    """Draws a line over time, its first and last number, and the months beneath it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._points: tuple[HealthPoint, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.follow(self, self._redraw)

    def show_points(self, points: Sequence[HealthPoint], spoken: str) -> None:
        """Show these points; `spoken` says the same in words."""
        self._points = tuple(points)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(self._theme.px(320), self._theme.px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        if len(self._points) < 2:  # noqa: PLR2004 - a line has two ends
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(Size.SMALL))
        room = self._room(QFontMetricsF(painter.font()))
        line = self._line(room)
        self._fill(painter, room, line)
        painter.setPen(QPen(self._theme.colour("accent"), self._theme.px(2)))
        painter.drawPolyline(line)
        self._label(painter, room, line)
        painter.end()

    def _room(self, metrics: QFontMetricsF) -> QRectF:
        """Where the line may run: numbers stand over it, months beneath."""
        line = metrics.height() + self._theme.px(4)
        side = self._theme.px(6)
        return QRectF(side, line, self.width() - 2 * side, self.height() - 2 * line)

    def _line(self, room: QRectF) -> QPolygonF:
        most = max(1, *(each.confirmed for each in self._points))
        step = room.width() / (len(self._points) - 1)
        return QPolygonF(
            [
                QPointF(
                    room.left() + step * place,
                    room.bottom() - room.height() * each.confirmed / most,
                )
                for place, each in enumerate(self._points)
            ]
        )

    def _fill(self, painter: QPainter, room: QRectF, line: QPolygonF) -> None:
        path = QPainterPath(QPointF(room.left(), room.bottom()))
        for place in range(line.size()):
            path.lineTo(line.at(place))
        path.lineTo(room.right(), room.bottom())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft"))
        painter.drawPath(path)
        painter.setPen(self._theme.colour("edge"))
        painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _label(self, painter: QPainter, room: QRectF, line: QPolygonF) -> None:
        high = QFontMetricsF(painter.font()).height()
        painter.setPen(self._theme.colour("text"))
        last = self._points[-1]
        top = line.at(line.size() - 1).y() - high - self._theme.px(2)
        number = QRectF(room.left(), max(0.0, top), room.width(), high)
        painter.drawText(number, Qt.AlignmentFlag.AlignRight, str(last.confirmed))
        painter.setPen(self._theme.colour("muted"))
        below = QRectF(room.left(), room.bottom() + self._theme.px(3), room.width(), high)
        for end, side in ((0, Qt.AlignmentFlag.AlignLeft), (-1, Qt.AlignmentFlag.AlignRight)):
            day = self._points[end].on
            painter.drawText(below, side, f"{day:%b %Y}")

    def _redraw(self) -> None:
        self.updateGeometry()
        self.update()
