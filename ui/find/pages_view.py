"""The pages of a PDF beneath each other, as wide as there is room, with the words marked.

Pages that were not drawn yet hold their place; they are asked for when they come into sight.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from ui.find import texts
from ui.find.preparing import DrawnPage, ShownPages
from ui.find.ring import paint_focus
from ui.kit.colours import LIGHT
from ui.kit.theme import Theme

_A4: Final = 297 / 210
_WIDEST: Final = 1000
_KEPT: Final = 12
"""Pages kept at the size of the screen; scaling one takes some milliseconds."""


class PagesView(QAbstractScrollArea):
    """Draws pages as they come; Page Up, Page Down, Home and End scroll."""

    wanted = Signal(int)
    """A page came into sight that was not drawn yet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pages: dict[int, DrawnPage] = {}
        self._scaled: dict[int, QPixmap] = {}
        self._count = 0
        self._ratio = _A4
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts.PREVIEW)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        theme.follow(self, self._lay_out)

    def show_pages(self, shown: ShownPages, *, keep_place: bool) -> None:
        """Show another document, or the same one with other words marked."""
        self._pages, self._scaled, self._count = {}, {}, shown.count
        if shown.pages and shown.pages[0].image.width():
            self._ratio = shown.pages[0].image.height() / shown.pages[0].image.width()
        place = self.verticalScrollBar().value() if keep_place else 0
        self.setAccessibleName(texts.preview_of(shown.count))
        self._lay_out()
        self.verticalScrollBar().setValue(place)
        self.add_pages(shown)

    def add_pages(self, shown: ShownPages) -> None:
        """More pages of the same document came."""
        if shown.count != self._count:
            return
        for number, page in enumerate(shown.pages, shown.first):
            self._pages[number] = page
            self._scaled.pop(number, None)
        self.viewport().update()
        self._ask()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring shows."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages that are in sight; one of another shape is fitted into its place."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), self._theme.colour("hover"))
        for number in self._in_sight():
            self._paint_page(painter, number)
        if self.hasFocus():
            paint_focus(painter, self.viewport().rect(), self._theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width."""
        super().resizeEvent(event)
        self._scaled.clear()
        self._lay_out()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll by keys; others are left to the page around."""
        bar = self.verticalScrollBar()
        places = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        place = places.get(Qt.Key(event.key()))
        if place is not None:
            bar.setValue(place)
        else:
            super().keyPressEvent(event)

    def _paint_page(self, painter: QPainter, number: int) -> None:
        place = self._place(number)
        page = self._pages.get(number)
        if page is None:
            painter.fillRect(place, self._theme.colour("base"))
            painter.setPen(self._theme.colour("muted"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, texts.page_of(number + 1))
            return
        pixmap = self._fitted(number, page, place)
        size = pixmap.deviceIndependentSize()
        sheet = QRectF(QPointF(place.center().x() - size.width() / 2, place.top()), size)
        painter.drawPixmap(sheet.topLeft(), pixmap)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for mark in page.marks:
            where = QRectF(
                sheet.left() + mark.left * sheet.width(),
                sheet.top() + mark.top * sheet.height(),
                mark.width * sheet.width(),
                mark.height * sheet.height(),
            )
            painter.fillRect(where.adjusted(-1, -1, 1, 1), QColor(LIGHT.mark))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)

    def _fitted(self, number: int, page: DrawnPage, place: QRect) -> QPixmap:
        pixmap = self._scaled.get(number)
        if pixmap is None:
            ratio = self.devicePixelRatioF()
            scaled = page.image.scaled(
                place.size() * ratio,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap = QPixmap.fromImage(scaled)
            pixmap.setDevicePixelRatio(ratio)
            while len(self._scaled) >= _KEPT:
                del self._scaled[next(iter(self._scaled))]
            self._scaled[number] = pixmap
        return pixmap

    def _page_size(self) -> tuple[int, int]:
        room = self.viewport().width() - 2 * self._theme.px(16)
        width = max(1, min(room, self._theme.px(_WIDEST)))
        return width, round(width * self._ratio)

    def _place(self, number: int) -> QRect:
        width, height = self._page_size()
        gap = self._theme.px(16)
        left = (self.viewport().width() - width) // 2
        top = gap + number * (height + gap) - self.verticalScrollBar().value()
        return QRect(left, top, width, height)

    def _in_sight(self) -> range:
        step = self._page_size()[1] + self._theme.px(16)
        top = self.verticalScrollBar().value()
        first = max(0, (top - self._theme.px(16)) // step)
        return range(first, min(self._count, (top + self.viewport().height()) // step + 1))

    def _lay_out(self) -> None:
        gap, height = self._theme.px(16), self._page_size()[1]
        whole = self._count * (height + gap) + gap
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, self.viewport().height() - self._theme.px(40)))
        bar.setSingleStep(self._theme.px(48))
        bar.setRange(0, max(0, whole - self.viewport().height()))
        self.viewport().update()

    def _on_scroll(self) -> None:
        self.viewport().update()
        self._ask()

    def _ask(self) -> None:
        for number in self._in_sight():
            if number not in self._pages:
                self.wanted.emit(number)
                return
