"""What needs a look as a table that Qt shows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from librarian.application.tidying import Look
from librarian.domain.paths import printable
from ui.curate import texts
from ui.kit.wording import spoken_date

Index = QModelIndex | QPersistentModelIndex
SORTING: Final = int(Qt.ItemDataRole.UserRole)
_SHOWN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class LooksModel(QAbstractTableModel):
    """A row for each thing; columns as `texts.LOOK_COLUMNS`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._looks: tuple[Look, ...] = ()
        self._now: datetime | None = None

    def show_looks(self, looks: Sequence[Look], now: datetime) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._looks, self._now = tuple(looks), now
        self.endResetModel()

    def look(self, row: int) -> Look:
        """What a row shows."""
        return self._looks[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._looks)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(texts.LOOK_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands over a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return texts.LOOK_COLUMNS[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell, and what it is sorted by."""
        if not index.isValid() or self._now is None:
            return None
        look = self._looks[index.row()]
        if role in _SHOWN:
            since = spoken_date(look.since, self._now)
            return (look.message, printable(look.path), look.rule, since)[index.column()]
        if role == SORTING:
            since = look.since.isoformat()
            return (look.message, look.path, look.rule, since)[index.column()].casefold()
        return None


class Narrowed(QSortFilterProxyModel):
    """The looks of one rule, and with these words in them."""

    def __init__(self, looks: LooksModel) -> None:
        super().__init__(looks)
        self._looks = looks
        self._rule = ""
        self._words = ""
        self.setSourceModel(looks)
        self.setSortRole(SORTING)

    def narrow(self, rule: str, words: str) -> None:
        """Show only those of this rule (by code, empty for all) that have these words."""
        self.beginFilterChange()
        self._rule, self._words = rule, words.casefold()
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Whether a row is shown."""
        look = self._looks.look(row)
        said = f"{look.message} {look.path} {look.rule}".casefold()
        return (not self._rule or look.code == self._rule) and self._words in said

    def look(self, row: int) -> Look:
        """What a row that is shown stands for."""
        return self._looks.look(self.mapToSource(self.index(row, 0)).row())
