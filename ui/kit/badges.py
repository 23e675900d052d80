"""The small coloured badges that tell kinds of file apart; each says its kind in letters too."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from librarian.domain.kinds import Kind
from ui.kit.colours import BADGE_TEXT, BADGES
from ui.kit.theme import Theme

SIDE: Final = 36
"""Width and height of a badge at 100 per cent."""

_LETTERS: Final = 1.2
"""Height of the letters, in widths of the badge shared by one letter more than there are."""

KIND_NAMES: Final = {
    Kind.WORD: "Word document",
    Kind.PDF: "PDF",
    Kind.SHEET: "Spreadsheet",
    Kind.SLIDES: "Slides",
    Kind.MAIL: "E-mail",
    Kind.WEB: "Web page",
    Kind.TEXT: "Plain text",
    Kind.PICTURE: "Picture",
    Kind.MEDIA: "Sound or video",
    Kind.ARCHIVE: "Zip folder",
    Kind.OTHER: "Other file",
}
"""What each kind is called in the window."""


def paint_badge(painter: QPainter, rect: QRectF, kind: Kind, theme: Theme) -> None:
    """Draw the badge of kind into rect."""
    colour, letters = BADGES[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRoundedRect(rect, rect.width() / 6, rect.width() / 6)
    font = theme.font(weight=QFont.Weight.Bold)
    font.setPixelSize(max(6, round(rect.width() * _LETTERS / (len(letters) + 1))))
    painter.setFont(font)
    painter.setPen(QColor(BADGE_TEXT))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, letters)
    painter.restore()


class BadgeLabel(QLabel):
    """A badge as a widget; its name is the kind in words."""

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = kind
        theme.follow(self, self._redraw)

    def show_kind(self, kind: Kind) -> None:
        """Show the badge of another kind."""
        self._kind = kind
        self._redraw()

    def _redraw(self) -> None:
        side, scale = self._theme.px(SIDE), self.devicePixelRatioF()
        drawn = QPixmap(QSize(side, side) * scale)
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        paint_badge(painter, QRectF(0, 0, side, side), self._kind, self._theme)
        painter.end()
        self.setPixmap(drawn)
        self.setAccessibleName(KIND_NAMES[self._kind])
