"""The parts of a name as a small list: how each is written, what it is, and what is wrong."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from librarian.application.tidying import Look
from librarian.domain.name_parts import NamePart, parts_of
from ui.curate import looks_texts as texts
from ui.kit.theme import Size, Theme

Index = QModelIndex | QPersistentModelIndex
_ROLE: Final = int(Qt.ItemDataRole.UserRole)
_EDGE: Final = 8
_HIGH: Final = 10_000
_WRAPPED: Final = int(Qt.TextFlag.TextWordWrap)


@dataclass(frozen=True, slots=True)
class Shown:
    """A part of a name with its words; `goes` where it is not in the better name."""

    written: str
    what: str
    why: str = ""
    goes: bool = False
    is_missing: bool = False

    @property
    def tone(self) -> str:
        """The name of the colour that it is written in."""
        return "warn" if self.is_missing else "bad" if self.goes else "text"


def shown_parts(look: Look) -> tuple[Shown, ...]:
    """Return the parts of the name that a look is about: what is wrong, and what is missing."""
    parts, kept = parts_of(look.path), parts_of(look.better) if look.better else ()
    shown = [_shown(part, look, kept) for part in parts]
    there = {part.kind for part in parts}
    missing = [
        Shown(texts.MISSING, texts.PART_NAMES[kind], texts.PART_WRONG[kind], is_missing=True)
        for kind in look.wrong
        if kind not in there
    ]
    return (*shown, *missing)


def _shown(part: NamePart, look: Look, kept: Sequence[NamePart]) -> Shown:
    is_wrong = part.kind in look.wrong
    goes = is_wrong or (bool(kept) and part not in kept)
    why = texts.part_wrong(part.kind, is_wrong=is_wrong) if goes else ""
    return Shown(part.written, texts.PART_NAMES[part.kind], why, goes)


class NamePartsList(QListWidget):
    """Tells the parts of a name; as high as they need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(texts.PARTS)
        self.setItemDelegate(_PartDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        theme.follow(self, self._fit)

    def show_look(self, look: Look) -> None:
        """Show the parts of another name."""
        self.clear()
        for part in shown_parts(look):
            item = QListWidgetItem(part.written)
            item.setData(_ROLE, part)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(part))
            self.addItem(item)
        self.setCurrentRow(0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other words wrap in another width."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self._fit()

    def _fit(self) -> None:
        heights = sum(self.sizeHintForRow(row) for row in range(self.count()))
        self.setFixedHeight(heights + 2 * self.frameWidth() + self._theme.px(4))


class _PartDelegate(QStyledItemDelegate):
    """Draws how a part is written with what it is beside it, and below what is wrong."""

    def __init__(self, theme: Theme, owner: QListWidget) -> None:
        super().__init__(owner)
        self._theme = theme
        self._owner = owner

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As many lines as its words need."""
        px, part = self._theme.px, index.data(_ROLE)
        width = self._owner.viewport().width()
        room = width - 2 * px(_EDGE)
        height = self._written(part, room).height() + self._below(part, room) + px(8)
        return QSize(width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it; struck through where it goes, so that it is told without seeing colours."""
        px, part = self._theme.px, index.data(_ROLE)
        painter.save()
        if option.state & QStyle.StateFlag.State_HasFocus and self._owner.hasFocus():
            painter.fillRect(option.rect, self._theme.colour("hover"))
        room = option.rect.adjusted(px(_EDGE), px(4), -px(_EDGE), -px(4))
        written = self._written(part, room.width()).translated(room.topLeft())
        self._set(painter, self._small(), "muted")
        painter.drawText(room, Qt.AlignmentFlag.AlignRight, part.what)
        self._set(painter, self._strong(part), part.tone)
        painter.drawText(written, _WRAPPED, part.written)
        if part.why:
            self._set(painter, self._small(), "text")
            painter.drawText(room.adjusted(0, written.height(), 0, 0), _WRAPPED, part.why)
        painter.restore()

    def _written(self, part: Shown, width: int) -> QRect:
        """The room for how it is written, beside what it is."""
        beside = QFontMetrics(self._small()).horizontalAdvance(part.what) + self._theme.px(_EDGE)
        room = QRect(0, 0, width - beside, _HIGH)
        metrics = QFontMetrics(self._strong(part))
        return QRect(
            0, 0, room.width(), metrics.boundingRect(room, _WRAPPED, part.written).height()
        )

    def _below(self, part: Shown, width: int) -> int:
        """The height of what is wrong."""
        if not part.why:
            return 0
        room = QRect(0, 0, width, _HIGH)
        return QFontMetrics(self._small()).boundingRect(room, _WRAPPED, part.why).height()

    def _set(self, painter: QPainter, font: QFont, tone: str) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.colour(tone))

    def _strong(self, part: Shown) -> QFont:
        font = self._theme.font(weight=QFont.Weight.DemiBold)
        font.setStrikeOut(part.goes and any(map(str.isalnum, part.written)))
        return font

    def _small(self) -> QFont:
        return self._theme.font(Size.SMALL)


def _spoken(part: Shown) -> str:
    said = f"{part.written if part.is_missing else f'“{part.written}”'}: {part.what}"
    return f"{said}. {part.why}" if part.why else said
