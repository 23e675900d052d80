"""The list of results: keyboard all the way, and more rows as it is scrolled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui.find import texts
from ui.find.results_delegate import ResultsDelegate
from ui.find.results_model import ROW, Index, ResultsModel, Row
from ui.kit.theme import Theme

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOVES = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
_NEARLY = 10
"""Rows left beneath the last one seen when the next ones are asked for."""


class ResultsList(QListView):
    """Shows the rows; every key it has no use for goes to the page."""

    chosen = Signal(int)
    """Another row is the current one (-1 for none)."""
    opened = Signal()
    left_at_top = Signal()
    in_sight = Signal(int, int)
    """Rows from the first up to and without the second are on the screen."""
    near_end = Signal()
    unfold_wanted = Signal(int, bool)
    """The other versions under this row are to be shown (True) or put away."""

    def __init__(self, theme: Theme, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._results = model
        self.setModel(model)
        self._delegate = ResultsDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(texts.RESULTS)
        self.setStyleSheet("QListView:focus { border: 0; }")  # the row shows where the keyboard is
        self.verticalScrollBar().valueChanged.connect(self._tell_sight)
        self.doubleClicked.connect(self._on_double_click)
        theme.follow(self, self._relay)

    def point_at(self, number: int) -> None:
        """Make this row the current one."""
        index = self.model().index(number, 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)

    def rearrange(self, rows: list[Row]) -> None:
        """Show a newer answer to the same question; what is under the eyes stays there."""
        height, place = max(1, self.sizeHintForRow(0)), self.verticalScrollBar().value()
        top = QPersistentModelIndex(self._results.index(place // height))
        self._results.rearrange(rows)
        self.doItemsLayout()
        if place and top.isValid():
            self.verticalScrollBar().setValue(top.row() * height + place % height)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say which row is looked at now."""
        super().currentChanged(current, previous)
        self.chosen.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open, leave at the top; letters are left to the page."""
        if event.key() in _ENTER:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_at_top.emit()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.unfold_wanted.emit(self.currentIndex().row(), event.key() == Qt.Key.Key_Right)
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the words about other versions shows them, or puts them away."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        row = index.data(ROW)
        place = self._delegate.others_place(QRectF(self.visualRect(index)), row)
        if isinstance(row, Row) and place is not None and place.contains(event.position()):
            self.unfold_wanted.emit(index.row(), not row.unfolded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More rows may be in sight now."""
        super().resizeEvent(event)
        self._tell_sight()

    def rows_in_sight(self) -> tuple[int, int]:
        """The numbers of the first row in sight and of the first beneath."""
        height = max(1, self.sizeHintForRow(0))
        top = self.verticalScrollBar().value()
        return top // height, -(-(top + self.viewport().height()) // height)

    def _tell_sight(self) -> None:
        first, last = self.rows_in_sight()
        self.in_sight.emit(first, last)
        if last + _NEARLY >= self.model().rowCount():
            self.near_end.emit()

    def _on_double_click(self, _index: QModelIndex) -> None:
        self.opened.emit()

    def _relay(self) -> None:
        """Rows are as high as the text is large."""
        self.doItemsLayout()
