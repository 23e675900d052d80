"""Rows of any table that Qt shows: sorted, narrowed, and gathered under headings where wanted.

One model for the tables of the window. Rows are data and headings are rows, so that many
thousands stay quick: a view asks only for what is to be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

Index = QModelIndex | QPersistentModelIndex
T = TypeVar("T")
FITS: Final = 24
"""So few rows are seen at once: nothing is folded away before a person does it."""
_SHOWN: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


@dataclass(frozen=True, slots=True)
class Columns(Generic[T]):
    """What stands over the columns, what a row has in them, and what each is sorted by.

    `key` is what makes a row the same one when rows come afresh.
    """

    heads: tuple[str, ...]
    cells: Callable[[T], tuple[str, ...]]
    ranks: Callable[[T], tuple[str, ...]]
    key: Callable[[T], Hashable]


@dataclass(frozen=True, slots=True)
class Grouping(Generic[T]):
    """The words that a row is gathered under; groups with the lowest weight come first, then most.

    `told` and `spoken` say a heading, of these words and rows, to the eye and the ear; the latter
    also whether it is open.
    """

    words: Callable[[T], str]
    weight: Callable[[T], int]
    told: Callable[[str, Sequence[T]], str]
    spoken: Callable[[str, Sequence[T], bool], str]


@dataclass(frozen=True, slots=True)
class Heading(Generic[T]):
    """What stands over a group of rows, and stands for them all."""

    words: str
    rows: list[T]
    is_open: bool


class Rows(QAbstractTableModel, Generic[T]):
    """Shows rows; where they are grouped, under headings that can be folded and opened."""

    def __init__(self, columns: Columns[T], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._all: tuple[T, ...] = ()
        self._keep: Callable[[T], bool] | None = None
        self._by: Grouping[T] | None = None
        self._sorted: tuple[int, bool] | None = None
        self._opened: dict[str, bool] = {}
        self._lines: list[T | Heading[T]] = []
        self._shown: list[T] = []

    @property
    def shown(self) -> int:
        """How many rows are shown, folded away or not, without headings."""
        return len(self._shown)

    @property
    def is_grouped(self) -> bool:
        """Whether rows stand under headings."""
        return self._by is not None

    @property
    def has_open(self) -> bool:
        """Whether a heading is open."""
        return any(isinstance(line, Heading) and line.is_open for line in self._lines)

    def show_rows(self, rows: Iterable[T], keep: Callable[[T], bool] | None = None) -> None:
        """Show these instead, narrowed by `keep` if given; what was folded or opened stays so."""
        self._all = tuple(rows)
        self._keep = keep or self._keep
        self._arrange()

    def group(self, by: Grouping[T] | None) -> None:
        """Gather rows under headings; under none where `by` is None."""
        self._by = by
        self._opened.clear()
        self._arrange()

    def narrow(self, keep: Callable[[T], bool]) -> None:
        """Show only the rows that `keep` says yes to."""
        self._keep = keep
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort rows, under their headings, by a column."""
        self._sorted = (column, order is Qt.SortOrder.DescendingOrder)
        self._arrange()

    def fold(self, row: int, *, is_open: bool) -> None:
        """Open the heading in this row, or fold it."""
        heading = self._lines[row]
        if not isinstance(heading, Heading) or heading.is_open is is_open:
            return
        self._opened[heading.words] = is_open
        first, last = row + 1, row + len(heading.rows)
        if is_open:
            self.beginInsertRows(QModelIndex(), first, last)
            self._lines[first:first] = heading.rows
            self.endInsertRows()
        else:
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._lines[first : last + 1]
            self.endRemoveRows()
        self._lines[row] = Heading(heading.words, heading.rows, is_open)
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))

    def fold_all(self, *, is_open: bool) -> None:
        """Open all headings, or fold them."""
        headings = [line for line in self._lines if isinstance(line, Heading)]
        self._opened = dict.fromkeys((heading.words for heading in headings), is_open)
        self._arrange()

    def heading(self, row: int) -> Heading[T] | None:
        """Return the heading in this row; None where a row of the table stands there."""
        line = self._lines[row] if 0 <= row < len(self._lines) else None
        return line if isinstance(line, Heading) else None

    def heading_over(self, row: int) -> int:
        """Return the row of the heading that a row stands under; -1 without headings."""
        return next((at for at in range(row, -1, -1) if self.heading(at)), -1)

    def standing_for(self, rows: Iterable[int]) -> list[T]:
        """Return what these rows stand for, each once; a heading stands for all under it."""
        found: dict[int, T] = {}
        for row in sorted(set(rows)):
            line = self._lines[row]
            for each in line.rows if isinstance(line, Heading) else (line,):
                found.setdefault(id(each), each)
        return list(found.values())

    def name(self, row: int) -> Hashable:
        """Return what names a row or heading, also after other rows have come."""
        line = self._lines[row]
        return (line.words,) if isinstance(line, Heading) else self._columns.key(line)

    def named(self, names: set[Hashable]) -> list[int]:
        """Return the rows that have these names, from the top."""
        if not names:
            return []
        return [row for row in range(len(self._lines)) if self.name(row) in names]

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are to be seen, with headings."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._columns.heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """What stands over a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns.heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What stands in a cell."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Heading):
            return None if index.column() else self._told(line, role)
        return self._columns.cells(line)[index.column()] if role in _SHOWN else None

    def _told(self, heading: Heading[T], role: int) -> str | None:
        if self._by and role in _SHOWN:
            return self._by.told(heading.words, heading.rows)
        if self._by and role == Qt.ItemDataRole.AccessibleTextRole:
            return self._by.spoken(heading.words, heading.rows, heading.is_open)
        return None

    def _arrange(self) -> None:
        self.beginResetModel()
        kept = list(filter(self._keep, self._all)) if self._keep else list(self._all)
        if self._sorted and self._sorted[0] < len(self._columns.heads):
            column, is_down = self._sorted
            kept.sort(key=lambda row: self._columns.ranks(row)[column], reverse=is_down)
        self._shown = kept
        self._lines = self._under_headings(self._by) if self._by else [*kept]
        self.endResetModel()

    def _under_headings(self, by: Grouping[T]) -> list[T | Heading[T]]:
        groups = _gathered(self._shown, by)
        fits = len(self._shown) <= FITS or len(groups) == 1
        lines: list[T | Heading[T]] = []
        for words, rows in groups:
            is_open = self._opened.get(words, fits)
            lines += (Heading(words, rows, is_open), *(rows if is_open else ()))
        return lines


def _gathered(rows: Sequence[T], by: Grouping[T]) -> list[tuple[str, list[T]]]:
    groups: dict[str, list[T]] = {}
    for row in rows:
        groups.setdefault(by.words(row), []).append(row)
    return sorted(
        groups.items(), key=lambda group: (min(map(by.weight, group[1])), -len(group[1]), group[0])
    )
