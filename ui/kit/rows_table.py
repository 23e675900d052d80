"""A table of rows that keeps what is chosen; headings fold, open, and are chosen whole."""

from collections.abc import Hashable
from typing import Any, Final

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from ui.kit.rows import Rows
from ui.kit.tables import set_up_table
from ui.kit.theme import Theme

_ARROW: Final = 16
_REACH: Final = 28
"""So far from the left a click means the arrow of a heading."""
_FLAG: Final = QItemSelectionModel.SelectionFlag


class RowsTable(QTableView):
    """Shows rows; what is chosen stays so while rows are sorted, narrowed, grouped or come afresh.

    Left and Right fold and open a heading, and so does Enter; Enter on a row is `row_activated`.
    `turned` tells that headings were folded or opened, or other rows came.
    """

    row_activated = Signal()
    turned = Signal()

    def __init__(
        self, theme: Theme, rows: Rows[Any], name: str, *, many: bool = False, by: int = 0
    ) -> None:
        super().__init__()
        self._rows = rows
        self._theme = theme
        self._before: tuple[set[Hashable], Hashable] = (set(), None)
        rows.modelAboutToBeReset.connect(self._note)
        set_up_table(self, rows, name, many=many, by=by)
        rows.modelReset.connect(self._come_back)
        rows.rowsInserted.connect(self.turned)
        rows.rowsRemoved.connect(self.turned)
        self.setItemDelegateForColumn(0, _UnderHeadings(theme, rows, self))
        self.doubleClicked.connect(self._activate)

    def chosen(self) -> list[Any]:
        """What is chosen; a heading stands for all under it."""
        return self._rows.standing_for(self._chosen_rows())

    def choose(self, row: int) -> None:
        """Choose a row and put the keyboard on it, whatever keys are held."""
        there = self._rows.index(row, 0)
        self.selectionModel().setCurrentIndex(there, _FLAG.ClearAndSelect | _FLAG.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold and open headings, and go to the one that a row stands under."""
        if not (self.currentIndex().isValid() and self._does(Qt.Key(event.key()), event)):
            super().keyPressEvent(event)

    def _does(self, key: Qt.Key, event: QKeyEvent) -> bool:
        """Do what a key does here; tells whether it does anything."""
        row = self.currentIndex().row()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._activate(self.currentIndex())
        elif self._rows.is_grouped and key == Qt.Key.Key_Right:
            self._rows.fold(row, is_open=True)
        elif self._rows.is_grouped and key == Qt.Key.Key_Left:
            self._leave(row)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the arrow of a heading folds or opens it."""
        super().mousePressEvent(event)
        if event.position().x() < self._theme.px(_REACH):
            self._toggle(self.indexAt(event.position().toPoint()).row())

    def _leave(self, row: int) -> None:
        if self._rows.heading(row):
            self._rows.fold(row, is_open=False)
        else:
            self.choose(self._rows.heading_over(row))

    def _activate(self, index: QModelIndex) -> None:
        if self._rows.heading(index.row()):
            self._toggle(index.row())
        else:
            self.row_activated.emit()

    def _toggle(self, row: int) -> None:
        heading = self._rows.heading(row)
        if heading:
            self._rows.fold(row, is_open=not heading.is_open)

    def _chosen_rows(self) -> set[int]:
        """The rows that are chosen: told by stretches, for to ask row by row takes long."""
        chosen = self.selectionModel().selection()
        stretches = [chosen.at(at) for at in range(chosen.count())]
        return {row for each in stretches for row in range(each.top(), each.bottom() + 1)}

    def _note(self) -> None:
        """Remember what is chosen before other rows come."""
        names = {self._rows.name(row) for row in self._chosen_rows()}
        current = self.currentIndex()
        self._before = (names, self._rows.name(current.row()) if current.isValid() else None)

    def _come_back(self) -> None:
        """Choose again what was chosen, where it is still to be seen; else what is first."""
        names, current = self._before
        found = self._rows.named(names)
        self._span()
        if found:
            there = [row for row in found if self._rows.name(row) == current]
            first = self._rows.index(there[0] if there else found[0], 0)
            self.selectionModel().setCurrentIndex(first, _FLAG.NoUpdate)
            self.selectionModel().select(self._runs(found), _FLAG.ClearAndSelect | _FLAG.Rows)
            self.scrollTo(first)
        elif self._rows.rowCount():
            self.choose(0)
        self.turned.emit()

    def _runs(self, rows: list[int]) -> QItemSelection:
        """Rows as few stretches of rows that stand together."""
        chosen = QItemSelection()
        start = 0
        for at in range(1, len(rows) + 1):
            if at == len(rows) or rows[at] != rows[at - 1] + 1:
                first, last = self._rows.index(rows[start], 0), self._rows.index(rows[at - 1], 0)
                chosen.select(first, last)
                start = at
        return chosen

    def _span(self) -> None:
        """Have headings reach over all columns."""
        self.clearSpans()
        for row in range(self._rows.rowCount() if self._rows.is_grouped else 0):
            if self._rows.heading(row):
                self.setSpan(row, 0, 1, self._rows.columnCount())


class _UnderHeadings(QStyledItemDelegate):
    """Draws headings with an arrow, and sets the rows under them off."""

    def __init__(self, theme: Theme, rows: Rows[Any], parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows = rows

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Give a heading its arrow and strong letters, a row the room of an arrow."""
        super().initStyleOption(option, index)
        if not self._rows.is_grouped:
            return
        heading = self._rows.heading(index.row())
        side = self._theme.px(_ARROW)
        option.decorationSize = QSize(side, side)
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.icon = QIcon()
        if heading:
            option.font.setWeight(QFont.Weight.DemiBold)
            name = "chevron-down" if heading.is_open else "chevron-right"
            is_chosen = option.state & QStyle.StateFlag.State_Selected
            option.icon = self._theme.icon(name, "on_accent" if is_chosen else "muted", _ARROW)
