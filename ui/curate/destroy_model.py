"""What may be destroyed one day, as a table that Qt shows."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from librarian.application.disposing_queue import Disposal
from ui.curate import destroy_texts as texts

Index = QModelIndex | QPersistentModelIndex
SORTING: Final = int(Qt.ItemDataRole.UserRole)
_SHOWN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class DestroyModel(QAbstractTableModel):
    """A row for each thing; columns as `texts.COLUMNS`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: tuple[Disposal, ...] = ()

    def show_queue(self, found: Sequence[Disposal]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._found = tuple(found)
        self.endResetModel()

    def at(self, row: int) -> Disposal:
        """What a row shows."""
        return self._found[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

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
        found = self._found[index.row()]
        name, standing = texts.name(found), texts.standing(found)
        if role in _SHOWN:
            return (name, texts.why(found), standing, texts.day(found.kept_until))[index.column()]
        if role == SORTING:
            until, since = found.kept_until.isoformat(), found.since.isoformat()
            why = f"{found.why} {since}"
            return (name.casefold(), why, standing, until)[index.column()]
        return None
