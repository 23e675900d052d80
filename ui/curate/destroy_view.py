"""What two people may destroy: a table to choose from, what it is, and the next step with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.curate import destroy_texts as texts
from ui.curate.destroy_model import QUEUE
from ui.curate.destroy_step import DestroyStep
from ui.curate.destroy_view_model import DestroyViewModel
from ui.kit.empty import EmptyState
from ui.kit.rows import Rows
from ui.kit.rows_table import RowsTable
from ui.kit.tables import respace_table
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.disposing_queue import Disposal

_SIDE: Final = 340


class DestroyView(QStackedWidget):
    """The table with its panel, a step that is being taken, or words where nothing is there."""

    def __init__(self, theme: Theme, model: DestroyViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._rows: Rows[Disposal] = Rows(QUEUE, self)
        self.table = RowsTable(theme, self._rows, texts.TITLE, many=True, by=3)
        self.step = DestroyStep(theme, model, self._turn)
        self._panel = QFrame()
        self._title = label(letters="lead", strong="true", wrap=True)
        self._told = label(tone="muted", wrap=True)
        self._ask = button(texts.ASK, self._begin_asking)
        self._agree = button(texts.AGREE, self._begin_agreeing)
        self._keep = button(texts.KEEP, self._keep_chosen)
        self._inside = QVBoxLayout(self._panel)
        self._empty = EmptyState(theme)
        self._whole = QWidget()
        self._lay_out()
        model.changed.connect(self._show)
        model.stepped.connect(self._turn)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._choose())
        theme.follow(self, self._respace)
        self._show()

    def begin(self) -> None:
        """Put the keyboard into the table, or on the step that is being taken."""
        if self.currentWidget() is self.step:
            self.step.begin()
        elif self.currentWidget() is self._whole:
            self.table.setFocus()

    def chosen(self) -> tuple[Disposal, ...]:
        """What is chosen in the table."""
        return tuple(self.table.chosen())

    def _show(self) -> None:
        queue = self._model.queue
        words = (texts.WAIT, "") if queue is None else (texts.NONE, texts.NONE_WHAT)
        self._empty.explain("file-search" if queue is None else "circle-check", *words)
        self._rows.show_rows(queue or ())
        self._choose()
        if self.currentWidget() is not self.step or not queue:
            self._turn()

    def _turn(self) -> None:
        """Show what is to be seen now: a step that runs, the table, or that there is nothing."""
        if self._model.is_working:
            self.step.show_working()
            self.setCurrentWidget(self.step)
            self.step.begin()
            return
        had_keyboard = self.currentWidget() is self.step
        self.setCurrentWidget(self._whole if self._model.queue else self._empty)
        if had_keyboard:
            self.begin()

    def _choose(self) -> None:
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        many = texts.things(len(chosen)) if chosen else ""
        self._title.setText(texts.name(one) if one else many)
        self._told.setText(texts.told(one) if one else texts.told_of(chosen))
        self._ask.setVisible(any(each.may_be_asked for each in chosen))
        self._agree.setVisible(any(each.may_be_agreed for each in chosen))
        self._keep.setVisible(any(each.asked for each in chosen))

    def _begin_asking(self) -> None:
        chosen = tuple(each for each in self.chosen() if each.may_be_asked)
        self.step.begin_asking(chosen)
        self._take_step()

    def _begin_agreeing(self) -> None:
        chosen = tuple(each for each in self.chosen() if each.may_be_agreed)
        self.step.begin_agreeing(chosen)
        self._take_step()

    def _take_step(self) -> None:
        self.setCurrentWidget(self.step)
        self.step.begin()

    def _keep_chosen(self) -> None:
        self._model.keep(tuple(each for each in self.chosen() if each.asked))

    def _lay_out(self) -> None:
        self.setFocusProxy(self.table)
        style(self._panel, kind="side")
        buttons: tuple[QPushButton, ...] = (self._ask, self._agree, self._keep)
        for widget in (self._title, self._told, *buttons):
            self._inside.addWidget(widget)
        self._inside.addStretch(1)
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.table, 1)
        row.addWidget(self._panel)
        for part in (self._empty, self._whole, self.step):
            self.addWidget(part)

    def _respace(self) -> None:
        px = self._theme.px
        self._inside.setContentsMargins(px(18), px(16), px(18), px(16))
        self._inside.setSpacing(px(10))
        self._panel.setFixedWidth(px(_SIDE))
        respace_table(self.table, self._theme, {1: 245, 2: 120, 3: 165})
