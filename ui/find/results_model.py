"""The results as rows: each hit with the words that are drawn and read out for it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from librarian.domain.names import shown_title
from librarian.domain.paths import folder_of, printable
from librarian.domain.searching import Hit, Snippet
from ui.find import texts
from ui.kit.badges import KIND_NAMES
from ui.kit.states import StateLook, look_of
from ui.kit.wording import spoken_date, spoken_folder

Index = QModelIndex | QPersistentModelIndex
ROW: Final = int(Qt.ItemDataRole.UserRole)
_TOP: Final = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One hit in the words that are shown; `bare` tells that it has no text to show.

    `standing` says who confirmed it, or that nobody did. `others` tells of the versions that
    stand under it, `unfolded` whether they are shown; `under` marks one of those.
    """

    hit: Hit
    title: str
    folder: str
    date: str
    standing: str = ""
    others: str = ""
    snippet: Snippet | None = None
    bare: bool = False
    starred: bool = False
    under: bool = False
    unfolded: bool = False

    @property
    def look(self) -> StateLook | None:
        """How its state is drawn."""
        return look_of(self.hit.state, asked=bool(self.hit.question))

    @property
    def spoken(self) -> str:
        """The row as a screen reader says it."""
        parts = (
            self.title,
            KIND_NAMES[self.hit.kind],
            self.folder,
            self.date,
            self.look.words if self.look else "",
            self.standing,
            texts.UNDER if self.under else "",
            self.others,
            texts.STARRED.lower() if self.starred else "",
            texts.PERSONAL if self.hit.personal else "",
        )
        return ", ".join(part for part in parts if part)


def row_of(
    hit: Hit, now: datetime, *, starred: bool, under: bool = False, unfolded: bool = False
) -> Row:
    """Return the row of a hit, without its snippet."""
    return Row(
        hit=hit,
        title=shown_title(hit.path),
        folder=spoken_folder(printable(folder_of(hit.path))),
        date=spoken_date(hit.modified, now),
        standing=texts.standing(hit, now),
        others=texts.other_versions(hit, unfolded=unfolded) if hit.folded else "",
        starred=starred,
        under=under,
        unfolded=unfolded,
    )


class ResultsModel(QAbstractListModel):
    """The rows on offer; asking again moves them, rather than making all of them anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The row itself, its title, or its words for a screen reader."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        return None

    def row(self, number: int) -> Row | None:
        """The row of this number, if there is one."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def by_file(self) -> dict[int, Row]:
        """All rows by the number of their file."""
        return {row.hit.file: row for row in self._rows}

    def number_of(self, file: int) -> int:
        """The number of the row that shows this file; -1 where none does."""
        return next((n for n, row in enumerate(self._rows) if row.hit.file == file), -1)

    def replace(self, rows: Iterable[Row]) -> None:
        """Show these rows: the answer to a new question."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rearrange(self, rows: list[Row]) -> None:
        """Show these rows as the same question's newer answer; a chosen row stays chosen."""
        self._drop({row.hit.file for row in rows})
        known = {row.hit.file for row in self._rows}
        self._append([row for row in rows if row.hit.file not in known])
        self._reorder(rows)

    def show_snippets(self, snippets: Mapping[int, Snippet], files: frozenset[int]) -> None:
        """These files' snippets came; those without one have no text to show."""
        for number, row in enumerate(self._rows):
            if row.hit.file in files:
                snippet = snippets.get(row.hit.file)
                self._put(number, replace(row, snippet=snippet, bare=snippet is None))

    def show_stars(self, starred: frozenset[str]) -> None:
        """These paths are starred and no others."""
        for number, row in enumerate(self._rows):
            self._put(number, replace(row, starred=row.hit.path in starred))

    def _put(self, number: int, row: Row) -> None:
        if row != self._rows[number]:
            self._rows[number] = row
            self.dataChanged.emit(self.index(number), self.index(number))

    def _drop(self, staying: set[int]) -> None:
        for number in reversed(range(len(self._rows))):
            if self._rows[number].hit.file not in staying:
                self.beginRemoveRows(_TOP, number, number)
                del self._rows[number]
                self.endRemoveRows()

    def _append(self, rows: list[Row]) -> None:
        if rows:
            first = len(self._rows)
            self.beginInsertRows(_TOP, first, first + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def _reorder(self, rows: list[Row]) -> None:
        before = [row.hit.file for row in self._rows]
        if before != [row.hit.file for row in rows]:
            self.layoutAboutToBeChanged.emit()
            places = {row.hit.file: number for number, row in enumerate(rows)}
            old = self.persistentIndexList()
            self._rows = list(rows)
            self.changePersistentIndexList(
                old, [self.index(places[before[index.row()]]) for index in old]
            )
            self.layoutChanged.emit()
        for number, row in enumerate(rows):
            self._put(number, row)
