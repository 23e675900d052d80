"""Something changed, a law or a manual: which documents cite it, so that they are looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.register import RegisterLine
from ui.curate import texts
from ui.curate.view_model import CurateViewModel
from ui.kit.announcing import announce
from ui.kit.theme import Theme
from ui.kit.widgets import button, label


class CitingBar(QWidget):
    """A field; beneath it what was found, and what to do with it. `found` narrows the table."""

    found = Signal(object)
    """The documents that cite it; None for all of them again."""

    def __init__(self, theme: Theme, model: CurateViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._lines: tuple[RegisterLine, ...] = ()
        self.field = QLineEdit()
        self._said = label(wrap=True)
        self._again = button(texts.CITES_AGAIN, self._look_again, "primary")
        self._all = button(texts.CITES_ALL, self._show_all)
        self._lay_out(button(texts.CITES_FIND, self._find))
        self._show(on=False)
        model.cited.connect(self._take)
        theme.follow(self, self._respace)

    def _lay_out(self, find: QWidget) -> None:
        self.field.setAccessibleName(texts.CITES)
        self.field.setPlaceholderText(texts.CITES)
        self.field.returnPressed.connect(self._find)
        self._top, self._below = QHBoxLayout(), QHBoxLayout()
        self._top.addWidget(self.field, 1)
        self._top.addWidget(find)
        self._below.addWidget(self._said, 1)
        self._below.addWidget(self._again)
        self._below.addWidget(self._all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._top)
        column.addLayout(self._below)

    def _find(self) -> None:
        self._model.find_citing(self.field.text())

    def _take(self, lines: tuple[RegisterLine, ...]) -> None:
        self._lines = lines
        self._said.setText(texts.citing(len(lines), self.field.text().strip()))
        self._show(on=True)
        announce(self._said, self._said.text())
        self.found.emit(lines)

    def _look_again(self) -> None:
        self._model.review_again(self._lines)
        self._show_all()

    def _show_all(self) -> None:
        self._show(on=False)
        self.field.setFocus()
        self.found.emit(None)

    def _show(self, *, on: bool) -> None:
        self._said.setVisible(on)
        self._again.setVisible(on and bool(self._lines))
        self._all.setVisible(on)

    def _respace(self) -> None:
        for row in (self._top, self._below):
            row.setSpacing(self._theme.px(10))
