"""Buttons of the start page: a file with its badge, a shelf with its name; each drawn as one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from librarian.domain.kinds import kind_of
from librarian.domain.paths import extension_of, printable
from ui.find import texts
from ui.kit.badges import KIND_NAMES, paint_badge
from ui.kit.theme import Size, Theme
from ui.kit.wording import counted

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.finding import Shelf
    from librarian.application.wishing import ShutFolder

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class Card(QAbstractButton):
    """Two lines of text beside a sign; arrows move from one to the next, Enter presses.

    `place` is the path it stands for; `ground` and `edge` name the colours it has while nobody
    points at it. A file's title gives up its middle first, since versions differ at their ends.
    """

    height_at_100 = 52
    ground = edge = "base"
    elide = Qt.TextElideMode.ElideMiddle

    def __init__(
        self, theme: Theme, place: str, title: str, note: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = place
        self._title = title
        self._note = note
        self.setText(title.replace("&", "&&"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as two lines."""
        return QSize(self._theme.px(220), self._theme.px(self.height_at_100))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses; Up and Down go to the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, the sign and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        px = self._theme.px
        side = px(28)
        sign = QRectF(px(12), (self.height() - side) / 2, side, side)
        self.paint_sign(painter, sign)
        left = sign.right() + px(12)
        self._paint_words(painter, QRectF(left, 0, self.width() - left - px(12), self.height()))
        painter.end()

    def paint_sign(self, painter: QPainter, place: QRectF) -> None:
        """Draw what stands before the words; each kind of card has its own sign."""

    def event(self, event: QEvent) -> bool:
        """The keyboard's coming and going shows."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def _paint_ground(self, painter: QPainter) -> None:
        px = self._theme.px
        ground = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        lively = self.isDown() or self.underMouse()
        tone = "hover" if lively else "accent_soft" if self.hasFocus() else self.ground
        edge = "accent" if self.hasFocus() else self.edge
        painter.setBrush(self._theme.colour(tone))
        painter.setPen(QPen(self._theme.colour(edge), px(2) if self.hasFocus() else 1))
        painter.drawRoundedRect(ground, px(8), px(8))

    def _paint_words(self, painter: QPainter, place: QRectF) -> None:
        title = self._theme.font(Size.BODY, QFont.Weight.DemiBold)
        note = self._theme.font(Size.SMALL)
        middle = place.center().y()
        px = self._theme.px
        for font, tone, words, top in (
            (title, "text", self._title, middle - px(20)),
            (note, "muted", self._note, middle + px(1)),
        ):
            painter.setFont(font)
            painter.setPen(self._theme.colour(tone))
            fitting = QFontMetricsF(font).elidedText(words, self.elide, place.width())
            line = QRectF(place.left(), top, place.width(), px(20))
            painter.drawText(line, _LEFT, fitting)


class FileCard(Card):
    """A file: a press opens it."""

    def __init__(
        self, theme: Theme, path: str, title: str, note: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, path, title, note, parent)
        self._kind = kind = kind_of(extension_of(path))
        self.setAccessibleName(f"{title}, {KIND_NAMES[kind]}, {note}")
        self.setToolTip(texts.OPENS.format(title))

    def paint_sign(self, painter: QPainter, place: QRectF) -> None:
        """Draw the badge of the file's kind."""
        paint_badge(painter, place, self._kind, self._theme)


class ShelfCard(Card):
    """A top folder of the drive: a press looks into it."""

    height_at_100 = 60
    edge = "line"
    elide = Qt.TextElideMode.ElideRight

    def __init__(self, theme: Theme, shelf: Shelf, parent: QWidget | None = None) -> None:
        name, files = printable(shelf.folder) or texts.TOP, shelf.files
        super().__init__(theme, shelf.folder, name, counted(files, "file"), parent)
        self.setAccessibleName(f"{name}, {counted(files, 'file')}")
        self.setToolTip(texts.SHOWS_SHELF.format(name))

    def paint_sign(self, painter: QPainter, place: QRectF) -> None:
        """Draw a folder."""
        half = self._theme.px(22) / 2
        corner = place.center() - QPointF(half, half)
        painter.drawPixmap(corner, self._theme.pixmap("folder", "accent", 22))


class ShutCard(Card):
    """A folder that this person cannot open: a press asks to be let in."""

    height_at_100 = 60
    edge = "line"
    elide = Qt.TextElideMode.ElideRight

    def __init__(self, theme: Theme, shut: ShutFolder, parent: QWidget | None = None) -> None:
        name = printable(shut.path)
        super().__init__(theme, shut.path, name, texts.SHUT.format(shut.whom), parent)
        self.setAccessibleName(texts.SHUT_SPOKEN.format(name, shut.whom))
        self.setToolTip(texts.SHUT.format(shut.whom))

    def paint_sign(self, painter: QPainter, place: QRectF) -> None:
        """Draw a lock, in the grey of what is not to be had."""
        half = self._theme.px(22) / 2
        corner = place.center() - QPointF(half, half)
        painter.drawPixmap(corner, self._theme.pixmap("lock", "muted", 22))
