"""Makes a table look and behave as all tables of the window do: rows to choose, no grid."""

from collections.abc import Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.kit.theme import Theme

_ROW = 34
_SELECTION = QAbstractItemView.SelectionMode


def set_up_table(
    table: QTableView, model: QAbstractItemModel, name: str, *, many: bool = False, by: int = 0
) -> None:
    """Have a table show rows of a model under this name, sorted by a column.

    One row can be chosen, or several; the first column takes what room is left.
    """
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(_SELECTION.ExtendedSelection if many else _SELECTION.SingleSelection)
    table.setSortingEnabled(True)
    table.sortByColumn(by, Qt.SortOrder.AscendingOrder)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setTabKeyNavigation(False)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    table.setStyleSheet(
        "QTableView:focus { border: 0; } QTableView::item { padding: 0 5px; }"
    )  # the row shows where the keyboard is


class MiddleElided(QStyledItemDelegate):
    """Draws places so that, where there is no room, both the folder and the name are to be seen."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave out what stands in the middle."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


def respace_table(table: QTableView, theme: Theme, widths: Mapping[int, int]) -> None:
    """Give rows and columns the room that the size of the text wants."""
    table.verticalHeader().setDefaultSectionSize(theme.px(_ROW))
    for column, width in widths.items():
        table.setColumnWidth(column, theme.px(width))
