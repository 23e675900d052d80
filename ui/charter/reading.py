"""The charter to read: its sections at the left, the text in a column that is good to read."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.charter.sections import Section, sections_of
from ui.charter import texts
from ui.charter.typesetting import charter_html
from ui.kit.theme import Theme
from ui.kit.widgets import label, style

WIDTH = 760
SIDE = 284


class Sheet(QTextBrowser):
    """A page of text whose lines are never longer than is good to read."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        style(self, kind="sheet")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        px = self._theme.px
        spare = max(px(28), (self.width() - px(WIDTH)) // 2)
        self.setViewportMargins(spare, px(20), spare - px(6), px(8))
        super().resizeEvent(event)


class Reading(QWidget):
    """Shows the charter; the section that is read is marked at the left."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._sections: Sequence[Section] = ()
        self._places: list[int] = []
        self._team = label(letters="title", wrap=True)
        self._line = label(tone="muted", wrap=True)
        self.contents = QListWidget()
        self.sheet = Sheet(theme, texts.READING)
        self._lay_out()
        self.contents.currentRowChanged.connect(self._go_to)
        self.sheet.verticalScrollBar().valueChanged.connect(self._mark)
        theme.follow(self, self._redraw)

    def show_charter(self, answers: Mapping[str, object]) -> None:
        """Show these answers from the top, or where the reader was if only they changed."""
        team = answers.get("team")
        told = team if isinstance(team, Mapping) else {}
        self._team.setText(str(told.get("name", texts.OUR_CHARTER)))
        self._line.setText(str(told.get("line", "")))
        self._sections = tuple(each for each in sections_of(answers) if each.pieces)
        self.contents.blockSignals(True)
        self.contents.clear()
        for number, each in enumerate(self._sections, start=1):
            item = QListWidgetItem(f"{number}  {each.title}", self.contents)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{number}, {each.title}")
        self.contents.setCurrentRow(0)
        self.contents.blockSignals(False)
        self._redraw()

    def begin(self) -> None:
        """Put the keyboard where reading begins."""
        self.contents.setFocus()

    def _lay_out(self) -> None:
        self._side = QFrame()
        style(self._side, kind="contents")
        self._column = QVBoxLayout(self._side)
        self.contents.setAccessibleName(texts.CONTENTS)
        self.contents.setWordWrap(True)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.contents.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style(self.contents, kind="contents")
        self._column.addWidget(self._team)
        self._column.addWidget(self._line)
        self._column.addWidget(self.contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self.sheet, 1)

    def _go_to(self, row: int) -> None:
        if 0 <= row < len(self._sections):
            bar = self.sheet.verticalScrollBar()
            bar.blockSignals(True)
            self.sheet.scrollToAnchor(self._sections[row].id)
            bar.blockSignals(False)

    def _mark(self, _: int) -> None:
        """Mark the section at the top of what is to be seen."""
        top = self.sheet.cursorForPosition(self.sheet.viewport().rect().topLeft()).position()
        row = sum(place <= top for place in self._places) - 1
        self.contents.blockSignals(True)
        self.contents.setCurrentRow(max(0, row))
        self.contents.blockSignals(False)

    def _redraw(self) -> None:
        px = self._theme.px
        self._side.setFixedWidth(px(SIDE))
        self._column.setContentsMargins(px(20), px(22), px(8), px(12))
        self._column.setSpacing(px(8))
        bar = self.sheet.verticalScrollBar()
        share = bar.value() / max(1, bar.maximum())
        self.sheet.setHtml(charter_html(self._theme, self._sections))
        bar.setValue(round(share * bar.maximum()))
        text = self.sheet.document().toPlainText()
        self._places, start = [], 0
        for each in self._sections:
            found = text.find(each.title, start)
            self._places.append(max(found - 8, 0))
            start = found + 1
