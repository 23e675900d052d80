"""A workbook as tables: a tab for each sheet, its first rows, the cells with the words marked."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QColor, QFocusEvent
from PySide6.QtWidgets import QAbstractItemView, QTabBar, QTableView, QVBoxLayout, QWidget

from librarian.domain.previews import Sheet
from ui.find import texts
from ui.find.preparing import ShownTable
from ui.find.results_model import Index
from ui.kit.theme import Theme
from ui.kit.widgets import label

_TOP = QModelIndex()
_LETTERS = 26
_MEASURED = 30
"""Rows that are measured to know how wide a column should be."""
_HEADERS = "QHeaderView, QTableCornerButton::section {{ background: {}; border: 0; }}"


class SheetModel(QAbstractTableModel):
    """The first rows of one sheet."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet("", ())
        self._columns = 0
        self._marked: frozenset[tuple[int, int]] = frozenset()
        self.mark_colour = QColor()

    def show_sheet(self, sheet: Sheet, marked: frozenset[tuple[int, int]]) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet, self._marked = sheet, marked
        self._columns = max(map(len, sheet.rows), default=0)
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows are shown."""
        return 0 if parent.isValid() else len(self._sheet.rows)

    def columnCount(self, parent: Index = _TOP) -> int:
        """How many columns the widest row has."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """A cell's text, and its ground where it holds what was asked for."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cells = self._sheet.rows[index.row()]
            return cells[index.column()] if index.column() < len(cells) else ""
        if role == Qt.ItemDataRole.BackgroundRole:
            return self.mark_colour if (index.row(), index.column()) in self._marked else None
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = int(Qt.ItemDataRole.DisplayRole),
    ) -> object:
        """Letters above, numbers at the left, as in a spreadsheet."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_name(section) if orientation is Qt.Orientation.Horizontal else section + 1


def column_name(number: int) -> str:
    """Return the letters of a column, counted from 0: ``A`` to ``Z``, then ``AA``."""
    name = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, _LETTERS)
        name = chr(ord("A") + letter) + name
    return name


class TableView(QWidget):
    """Tabs for the sheets, and the sheet that was chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ShownTable(())
        self._model = SheetModel(self)
        self._table = QTableView()
        self._table.setModel(self._model)
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setAlternatingRowColors(True)
        self._table.setTabKeyNavigation(False)
        self._table.setWordWrap(False)
        self._table.setCornerButtonEnabled(False)
        self._table.horizontalHeader().setResizeContentsPrecision(_MEASURED)
        self._table.setAccessibleName(texts.PREVIEW)
        self._tabs = QTabBar()
        self._tabs.setAccessibleName(texts.SHEETS)
        self._tabs.setExpanding(False)
        self._tabs.setDrawBase(False)
        self._tabs.currentChanged.connect(self._show_sheet)
        self._cut = label(texts.SHEET_CUT, tone="muted", letters="small")
        self._column = QVBoxLayout(self)
        for widget in (self._tabs, self._table, self._cut):
            self._column.addWidget(widget)
        theme.follow(self, self._respace)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The sheet takes the keyboard; a focus proxy would make Tab pass over the tabs."""
        self._table.setFocus(event.reason())

    def show_table(self, shown: ShownTable, *, keep_place: bool) -> None:
        """Show another workbook, or the same one with other words marked."""
        place = self._tabs.currentIndex() if keep_place else 0
        self._shown = shown
        self._tabs.blockSignals(True)
        while self._tabs.count():
            self._tabs.removeTab(0)
        for sheet in shown.sheets:
            self._tabs.addTab(sheet.name.replace("&", "&&"))
        self._tabs.setVisible(len(shown.sheets) > 1)
        self._tabs.setCurrentIndex(max(place, 0))
        self._tabs.blockSignals(False)
        self._show_sheet(self._tabs.currentIndex())

    def _show_sheet(self, number: int) -> None:
        if not 0 <= number < len(self._shown.sheets):
            return
        sheet = self._shown.sheets[number]
        marked = frozenset((row, column) for at, row, column in self._shown.marked if at == number)
        self._model.show_sheet(sheet, marked)
        self._cut.setVisible(sheet.cut)
        self._fit_columns()

    def _fit_columns(self) -> None:
        """As wide as their first rows need, and no wider than is good to read."""
        self._table.resizeColumnsToContents()
        most, least = self._theme.px(260), self._theme.px(56)
        for column in range(self._model.columnCount()):
            width = self._table.columnWidth(column)
            self._table.setColumnWidth(column, min(max(width, least), most))

    def _respace(self) -> None:
        px = self._theme.px
        self._model.mark_colour = self._theme.colour("mark")
        self._column.setContentsMargins(px(12), px(8), px(12), px(8))
        self._column.setSpacing(px(6))
        self._table.verticalHeader().setDefaultSectionSize(px(28))
        self._table.setStyleSheet(_HEADERS.format(self._theme.colours.base))
        self._table.viewport().update()
