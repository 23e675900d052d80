"""The ring that shows where the keyboard is, for what is drawn by hand."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.kit.theme import Theme


def paint_focus(painter: QPainter, place: QRect, theme: Theme) -> None:
    """Draw the ring just inside place."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.colour("accent"), theme.px(2)))
    painter.drawRect(QRectF(place).adjusted(1, 1, -1, -1))
