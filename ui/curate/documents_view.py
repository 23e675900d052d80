"""The register of documents: every one in a table, and beside it who owns the one chosen."""

from collections.abc import Callable

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.register import RegisterLine
from ui.curate import texts
from ui.curate.citing_bar import CitingBar
from ui.curate.register_model import REGISTER
from ui.curate.view_model import CurateViewModel
from ui.kit.empty import EmptyState
from ui.kit.rows import Rows
from ui.kit.rows_table import RowsTable
from ui.kit.tables import respace_table
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

_SIDE = 320


class DocumentsView(QStackedWidget):
    """Table and panel, or words where nothing is registered."""

    def __init__(
        self,
        theme: Theme,
        model: CurateViewModel,
        show: Callable[[str], object],
        save: Callable[[], object],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._rows: Rows[RegisterLine] = Rows(REGISTER, self)
        self.table = RowsTable(theme, self._rows, texts.REGISTER)
        self.filter = QLineEdit()
        self._all: tuple[RegisterLine, ...] = ()
        self.citing = CitingBar(theme, model)
        self._panel = OwnerPanel(theme, model, show)
        self._empty = EmptyState(theme)
        self._empty.explain("table", texts.REGISTER_NONE, texts.REGISTER_NONE_WHAT)
        self._whole = QWidget()
        self._lay_out(button(texts.SAVE, save))
        self.addWidget(self._empty)
        self.addWidget(self._whole)
        self.citing.found.connect(self._fill)
        self.filter.textChanged.connect(self._narrow)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.table.turned.connect(self._choose)
        theme.follow(self, self._respace)

    def show_lines(self, lines: tuple[RegisterLine, ...]) -> None:
        """Show these documents; the one that was chosen stays so."""
        self._all = lines
        self.setCurrentWidget(self._whole if lines else self._empty)
        self._fill(lines)

    def _fill(self, lines: tuple[RegisterLine, ...] | None) -> None:
        """Show these in the table; None for every one there is."""
        self._rows.show_rows(self._all if lines is None else lines)

    def _narrow(self, words: str) -> None:
        folded = words.casefold()
        self._rows.narrow(lambda line: folded in " ".join(REGISTER.cells(line)).casefold())

    def begin(self) -> None:
        """Put the keyboard into the table."""
        if self.currentWidget() is self._whole:
            self.table.setFocus()

    def _choose(self, *_: object) -> None:
        chosen = self.table.chosen()
        self._panel.show_line(chosen[0] if chosen else None)

    def _lay_out(self, save: QPushButton) -> None:
        self.filter.setPlaceholderText(texts.FILTER)
        self.filter.setAccessibleName(texts.FILTER)
        self.filter.setClearButtonEnabled(True)
        self._top = QHBoxLayout()
        self._top.addWidget(self.filter, 1)
        self._top.addWidget(save)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addLayout(self._top)
        self._below = QHBoxLayout()
        self._below.addWidget(self.citing)
        left.addLayout(self._below)
        left.addWidget(self.table, 1)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self._panel)

    def _respace(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(16), px(10), px(16), px(10))
        self._top.setSpacing(px(10))
        self._below.setContentsMargins(px(16), 0, px(16), px(10))
        self._panel.setFixedWidth(px(_SIDE))
        respace_table(self.table, self._theme, {1: 80, 2: 150, 3: 150, 4: 215})


class OwnerPanel(QFrame):
    """Who owns the document that is chosen, and when it is looked at again; both can be changed."""

    def __init__(self, theme: Theme, model: CurateViewModel, show: Callable[[str], object]) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._show = show
        self._line: RegisterLine | None = None
        self._title = label(texts.CHOOSE_ONE, letters="lead", strong="true", wrap=True)
        self._what = label(tone="muted", wrap=True)
        self._fields = {
            name: QLineEdit() for name in (texts.OWNER, texts.DEPUTY, texts.PHONE, texts.REVIEW)
        }
        self._column = QVBoxLayout(self)
        self._form = QWidget()
        style(self, kind="side")
        self._lay_out()
        self.show_line(None)
        theme.follow(self, self._respace)

    def show_line(self, line: RegisterLine | None) -> None:
        """Show another document; what was typed for this one stays while it is the same."""
        if line is not None and line == self._line:
            return
        self._line = line
        self._form.setVisible(line is not None)
        self._what.setVisible(line is not None)
        if line is None:
            self._title.setText(texts.CHOOSE_ONE)
            return
        self._title.setText(line.title)
        self._what.setText(line.summary or line.path)
        values = (line.owner, line.deputy, line.phone, texts.day(line.next_review))
        for field, value in zip(self._fields.values(), values, strict=True):
            field.setText(value)

    def _keep(self) -> None:
        line = self._line
        if line is None:
            return
        owner, deputy, phone, review = (each.text().strip() for each in self._fields.values())
        if review and not self._model.keep_review(line, review):
            self._fields[texts.REVIEW].setFocus()
            return
        if (owner, deputy, phone) != (line.owner, line.deputy, line.phone):
            self._model.keep_owner(line, owner, deputy, phone)

    def _show_it(self) -> None:
        if self._line:
            self._show(self._line.path)

    def _lay_out(self) -> None:
        inside = QVBoxLayout(self._form)
        inside.setContentsMargins(0, 0, 0, 0)
        for name, field in self._fields.items():
            said = label(name, wrap=True)
            said.setBuddy(field)
            field.setAccessibleName(name)
            field.returnPressed.connect(self._keep)
            inside.addWidget(said)
            inside.addWidget(field)
        buttons = QHBoxLayout()
        buttons.addWidget(button(texts.KEEP, self._keep, "primary"))
        buttons.addWidget(button(texts.SHOW, self._show_it))
        buttons.addStretch(1)
        inside.addLayout(buttons)
        for widget in (self._title, self._what, self._form):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._inside = inside

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(18), px(16), px(18), px(16))
        self._column.setSpacing(px(10))
        self._inside.setSpacing(px(6))
