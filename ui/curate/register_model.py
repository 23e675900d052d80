"""The register of documents as a table that Qt shows: sorted and narrowed where it is shown."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from librarian.domain.register import RegisterLine
from ui.curate import texts

Index = QModelIndex | QPersistentModelIndex
SORTING: Final = int(Qt.ItemDataRole.UserRole)
_SHOWN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class RegisterModel(QAbstractTableModel):
    """A row for each document; columns as `texts.COLUMNS`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: tuple[RegisterLine, ...] = ()

    def show_lines(self, lines: Sequence[RegisterLine]) -> None:
        """Show these documents instead."""
        self.beginResetModel()
        self._lines = tuple(lines)
        self.endResetModel()

    def line(self, row: int) -> RegisterLine:
        """The document of a row."""
        return self._lines[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many documents there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(texts.COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands over a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return texts.COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell, and what it is sorted by."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        cells = (line.title, line.version, line.owner, texts.day(line.next_review), line.status)
        if role in _SHOWN:
            return cells[index.column()]
        if role == SORTING:
            due = (line.next_review or date.max).isoformat()
            return (*cells[:3], due, cells[4])[index.column()].casefold()
        return None
