"""Draws one result: badge, title, a piece of its text with the words bold, folder and date.

A row must cost less than a millisecond, so what was laid out once for a width is kept.
"""

import re
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from librarian.domain.searching import Snippet
from ui.find import texts
from ui.find.results_model import ROW, Index, Row
from ui.kit.badges import SIDE, paint_badge
from ui.kit.states import HEIGHT, paint_state, state_width
from ui.kit.theme import Size, Theme

_KEPT: Final = 400
_INDENT: Final = 28
_ARROW: Final = 18
"""How wide the arrow to other versions is; where there is no room for words, it stands alone."""
_ARROWS: Final = {False: "chevron-right", True: "chevron-down"}
_LINE_ENDS: Final = re.compile(r"[\r\n\t\x0b\x0c\u2028\u2029]")
_LEAD: Final = 24
"""Letters left before the first word found, where the text must be cut in front of it."""


@dataclass(frozen=True, slots=True)
class _Type:
    """The fonts of a row and their measures, for one look."""

    title: QFont
    body: QFont
    small: QFont
    title_size: QFontMetricsF
    body_size: QFontMetricsF
    small_size: QFontMetricsF


class ResultsDelegate(QStyledItemDelegate):
    """Draws the rows of the results list."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layouts: OrderedDict[tuple[object, ...], QTextLayout] = OrderedDict()
        self._type = self._typeset()
        theme.follow(self, self._forget)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every row is as high as any other."""
        return QSize(self._theme.px(240), self._theme.px(78))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row at index."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        area: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, area, option.state)
        if row.under:
            beneath = index.model().index(index.row() + 1, 0).data(ROW)
            goes_on = isinstance(beneath, Row) and beneath.under
            self._paint_branch(painter, QRectF(area), goes_on=goes_on)
        self._paint_row(painter, QRectF(area), row)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        px = self._theme.px
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        ground = QRectF(area).adjusted(px(6), px(2), -px(6), -px(2))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("accent_soft" if chosen else "hover"))
        painter.drawRoundedRect(ground, px(8), px(8))
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.colour("accent"), px(2)))
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), px(8), px(8))
        elif chosen:
            painter.setBrush(self._theme.colour("accent"))
            bar = QRectF(ground.left(), ground.top() + px(16), px(3), ground.height() - px(32))
            painter.drawRoundedRect(bar, px(1), px(1))

    def _paint_row(self, painter: QPainter, area: QRectF, row: Row) -> None:
        px = self._theme.px
        side = px(SIDE)
        if row.under:
            area = area.adjusted(px(_INDENT), 0, 0, 0)
        badge = QRectF(area.left() + px(18), area.top() + px(13), side, side)
        paint_badge(painter, badge, row.hit.kind, self._theme)
        left = badge.right() + px(12)
        inside = QRectF(left, area.top(), area.right() - px(18) - left, area.height())
        lines = _lines(row)
        self._paint_head(painter, _line(inside, px(lines[0]), px(20)), row)
        if len(lines) > 2:  # noqa: PLR2004 - title, text, place
            self._paint_text(painter, _line(inside, px(lines[1]), px(20)), row)
        self._paint_place(painter, _line(inside, px(lines[-1]), px(16)), row)

    def _paint_branch(self, painter: QPainter, area: QRectF, *, goes_on: bool) -> None:
        """Draw the line that ties another version to the one above, and on to the next."""
        px = self._theme.px
        painter.setPen(QPen(self._theme.colour("edge"), 1))
        left, middle = area.left() + px(30), area.center().y()
        foot = area.bottom() + 1 if goes_on else middle
        painter.drawLine(QPointF(left, area.top()), QPointF(left, foot))
        painter.drawLine(QPointF(left, middle), QPointF(left + px(10), middle))

    def _paint_head(self, painter: QPainter, line: QRectF, row: Row) -> None:
        used = self._paint_date(painter, line, row)
        painter.setFont(self._type.title)
        painter.setPen(self._theme.colour("text"))
        room = line.width() - used - self._theme.px(12)
        title = self._type.title_size.elidedText(row.title, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, title)

    def _paint_date(self, painter: QPainter, line: QRectF, row: Row) -> float:
        """Draw the date, and the star before it; returns how much room they took."""
        painter.setFont(self._type.small)
        painter.setPen(self._theme.colour("muted"))
        end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(line, end, row.date)
        used = self._type.small_size.horizontalAdvance(row.date)
        if row.starred:
            used += self._theme.px(22)
            star = self._theme.pixmap("star-filled", "star", 16)
            top = line.center().y() - self._theme.px(8)
            painter.drawPixmap(QPointF(line.right() - used, top), star)
        return used

    def _paint_text(self, painter: QPainter, line: QRectF, row: Row) -> None:
        if row.hit.personal:
            lock = self._theme.pixmap("lock", "muted", 14)
            painter.drawPixmap(QPointF(line.left(), line.top() + self._theme.px(3)), lock)
            painter.setFont(self._type.body)
            painter.setPen(self._theme.colour("muted"))
            beside = line.adjusted(self._theme.px(20), 0, 0, 0)
            words = self._fitting(texts.PERSONAL, beside.width())
            painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, words)
        elif row.snippet:
            painter.setPen(self._theme.colour("text"))
            self._layout(row.snippet, line.width()).draw(painter, line.topLeft())

    def _paint_place(self, painter: QPainter, line: QRectF, row: Row) -> None:
        used = self._paint_state(painter, line, row)
        painter.setFont(self._type.small)
        others = self._others_on(line, row)
        if others is not None:
            painter.setPen(self._theme.colour("accent"))
            end = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            if others.width() > self._theme.px(_ARROW):
                painter.drawText(others, end, row.others)
            arrow = self._theme.pixmap(_ARROWS[row.unfolded], "accent", 14)
            top = others.center().y() - self._theme.px(7)
            painter.drawPixmap(QPointF(others.right() - self._theme.px(14), top), arrow)
        painter.setPen(self._theme.colour("muted"))
        room = (
            line.width() - used - (others.width() + self._theme.px(10) if others is not None else 0)
        )
        words = " · ".join(part for part in (row.standing, row.folder) if part)
        place = self._type.small_size.elidedText(words, Qt.TextElideMode.ElideRight, room)
        beside = line.adjusted(used, 0, 0, 0)
        painter.drawText(beside, Qt.AlignmentFlag.AlignVCenter, place)

    def others_place(self, area: QRectF, row: object) -> QRectF | None:
        """Where in a row's area the words about its other versions stand; None where none do."""
        if not isinstance(row, Row):
            return None
        px = self._theme.px
        left = area.left() + px(18) + px(SIDE) + px(12)
        inside = QRectF(left, area.top(), area.right() - px(18) - left, area.height())
        line = _line(inside, px(_lines(row)[-1]), px(16))
        found = self._others_on(line, row)
        return found.adjusted(-px(4), -px(4), px(4), px(6)) if found is not None else None

    def _others_on(self, line: QRectF, row: Row) -> QRectF | None:
        if not row.others:
            return None
        arrow = self._theme.px(_ARROW)
        width = self._type.small_size.horizontalAdvance(row.others) + arrow
        badge = state_width(row.look, self._theme) if row.look is not None else 0
        if badge + width > line.width():
            width = arrow
        return QRectF(line.right() - width, line.top(), width, line.height())

    def _paint_state(self, painter: QPainter, line: QRectF, row: Row) -> float:
        """Draw where the file stands among its versions, where that is known."""
        look = row.look
        if look is None:
            return 0.0
        px = self._theme.px
        width = state_width(look, self._theme)
        pill = QRectF(line.left(), line.center().y() - px(HEIGHT) / 2, width, px(HEIGHT))
        paint_state(painter, pill, look, self._theme)
        return width + px(8)

    def _fitting(self, words: str, width: float) -> str:
        return self._type.body_size.elidedText(words, Qt.TextElideMode.ElideRight, width)

    def _layout(self, snippet: Snippet, width: float) -> QTextLayout:
        """The snippet on one line of this width, laid out once."""
        known = (snippet, round(width))
        layout = self._layouts.get(known)
        if layout is None:
            layout = self._layouts[known] = self._laid_out(snippet, width)
            if len(self._layouts) > _KEPT:
                self._layouts.popitem(last=False)
        return layout

    def _laid_out(self, snippet: Snippet, width: float) -> QTextLayout:
        text, marks = self._cut(snippet, width)
        layout = QTextLayout(text, self._type.body)
        layout.setFormats([self._bold(start, end) for start, end in marks])
        layout.setTextOption(_one_line())
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(width * 2)
        line.setPosition(QPointF(0, 1))
        layout.endLayout()
        layout.setCacheEnabled(True)
        return layout

    def _cut(self, snippet: Snippet, width: float) -> tuple[str, list[tuple[int, int]]]:
        """The piece of the snippet that fits, with its first mark in sight."""
        text = _LINE_ENDS.sub(" ", snippet.text)
        marks = [mark for mark in snippet.marks if mark[1] <= len(text)]
        first = marks[0][1] if marks else 0
        start = 0
        if self._type.body_size.horizontalAdvance(text[:first]) > width * 0.7:
            start = text.find(" ", max(0, marks[0][0] - _LEAD), marks[0][0]) + 1
        lead = "… " if start else ""
        bold = self._type.title_size.horizontalAdvance(
            "".join(text[begin:end] for begin, end in marks)
        )
        fitting = self._fitting(lead + text[start:], width - bold * 0.08)
        shift, most = len(lead) - start, len(fitting.rstrip("…"))
        moved = ((begin + shift, min(end + shift, most)) for begin, end in marks)
        return fitting, [(begin, end) for begin, end in moved if 0 <= begin < end]

    def _bold(self, start: int, end: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, end - start
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Bold)
        found.format = form
        return found

    def _forget(self) -> None:
        self._layouts.clear()
        self._type = self._typeset()

    def _typeset(self) -> _Type:
        title = self._theme.font(Size.BODY, QFont.Weight.DemiBold)
        body, small = self._theme.font(Size.BODY), self._theme.font(Size.SMALL)
        return _Type(
            title, body, small, QFontMetricsF(title), QFontMetricsF(body), QFontMetricsF(small)
        )


def _lines(row: Row) -> tuple[int, ...]:
    """Where the lines of a row begin: title, text where there is any, place."""
    return (16, 40) if row.bare and not row.hit.personal else (9, 31, 53)


def _line(inside: QRectF, top: float, height: float) -> QRectF:
    return QRectF(inside.left(), inside.top() + top, inside.width(), height)


def _one_line() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    return option
