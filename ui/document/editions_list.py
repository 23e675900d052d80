"""The versions of a document, the newest first, as a timeline that the keyboard goes through."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from librarian.application.about import Edition
from librarian.domain.searching import State
from ui.document import texts
from ui.kit.states import HEIGHT, look_of, paint_state, state_width
from ui.kit.theme import Size, Theme

_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_HIGH: Final = 74
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT: Final = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class EditionsList(QListWidget):
    """Shows versions; `opened` is Enter or a double click, `chosen` any move."""

    chosen = Signal()
    opened = Signal()

    def __init__(
        self, theme: Theme, now: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self.setItemDelegate(_EditionDelegate(theme, now, self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(texts.VERSIONS)
        self.setStyleSheet("QListView:focus { border: 0; }")  # the row shows where the keyboard is
        self.currentRowChanged.connect(self._on_row)
        self.itemDoubleClicked.connect(self._on_double_click)
        theme.follow(self, self.doItemsLayout)

    def show_editions(self, editions: Sequence[Edition], head: int, *, asked: bool) -> None:
        """Show these versions; the one that was looked at stays the one that is, else the head."""
        before = self.edition
        self.clear()
        for edition in editions:
            item = QListWidgetItem(texts.edition_name(edition))
            item.setData(_ROLE, (edition, asked))
            item.setToolTip(edition.note or edition.why)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._spoken(edition, asked=asked))
            self.addItem(item)
        keys = [_key(edition) for edition in editions]
        row = keys.index(_key(before)) if before and _key(before) in keys else head
        self.setCurrentRow(row)

    @property
    def edition(self) -> Edition | None:
        """The version that is looked at."""
        item: QListWidgetItem | None = self.currentItem()
        return item.data(_ROLE)[0] if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, arrows move; everything else is the page's."""
        if event.key() in _ENTER and not event.modifiers():
            self.opened.emit()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            super().keyPressEvent(event)
        else:
            event.ignore()

    def _spoken(self, edition: Edition, *, asked: bool) -> str:
        look = look_of(edition.state, asked=asked)
        parts = (
            texts.edition_name(edition),
            look.words if look else "",
            texts.edition_line(edition, self._now()),
            edition.note or edition.why,
        )
        return ", ".join(part for part in parts if part)

    def _on_row(self, _row: int) -> None:
        self.chosen.emit()

    def _on_double_click(self, _item: QListWidgetItem) -> None:
        self.opened.emit()


class _EditionDelegate(QStyledItemDelegate):
    """Draws a version: a dot on the line of time, its name and badge, who and when, its note."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Every row is as high as any other."""
        return QSize(self._theme.px(200), self._theme.px(_HIGH))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw the row at index."""
        edition, asked = index.data(_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option.state)
        count = index.model().rowCount()
        self._paint_time(
            painter, area, edition, first=index.row() == 0, last=index.row() == count - 1
        )
        self._paint_words(painter, area, edition, asked=asked)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        px = self._theme.px
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        ground = area.adjusted(px(6), px(2), -px(6), -px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft" if chosen else "hover"))
        painter.drawRoundedRect(ground, px(8), px(8))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), px(2)))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), px(8), px(8))

    def _paint_time(
        self, painter: QPainter, area: QRectF, edition: Edition, *, first: bool, last: bool
    ) -> None:
        px = self._theme.px
        x, y, half = area.left() + px(25), area.top() + px(19), px(5)
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        if not first:
            painter.drawLine(round(x), round(area.top()), round(x), round(y - half))
        if not last:
            painter.drawLine(round(x), round(y + half), round(x), round(area.bottom()))
        current = edition.state is State.CURRENT
        painter.setPen(QPen(self._theme.colour("good" if current else "edge"), px(2)))
        painter.setBrush(self._theme.colour("good" if current else "base"))
        painter.drawEllipse(QRectF(x - half, y - half, 2 * half, 2 * half))

    def _paint_words(
        self, painter: QPainter, area: QRectF, edition: Edition, *, asked: bool
    ) -> None:
        px = self._theme.px
        left = area.left() + px(42)
        line = QRectF(left, area.top() + px(9), area.right() - px(16) - left, px(20))
        look = look_of(edition.state, asked=asked)
        used = 0.0
        if look:
            used = state_width(look, self._theme) + px(8)
            pill = QRectF(line.right() - used + px(8), line.top() + px(1), used - px(8), px(HEIGHT))
            paint_state(painter, pill, look, self._theme)
        bold = self._theme.font(Size.BODY, QFont.Weight.DemiBold)
        small = self._theme.font(Size.SMALL)
        name = line.adjusted(0, 0, -used, 0)
        self._write(painter, name, texts.edition_name(edition), bold, "text")
        second = line.translated(0, px(21))
        self._write(painter, second, texts.edition_line(edition, self._now()), small, "muted")
        third = line.translated(0, px(39))
        self._write(painter, third, edition.note or edition.why, small, "text")

    def _write(self, painter: QPainter, place: QRectF, words: str, font: QFont, tone: str) -> None:
        fitting = QFontMetricsF(font).elidedText(
            words.replace("\n", " "), Qt.TextElideMode.ElideRight, place.width()
        )
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))
        painter.drawText(place, _LEFT, fitting)


def _key(edition: Edition) -> tuple[str, str, str]:
    return edition.path, edition.sha256, edition.label
