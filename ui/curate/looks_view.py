"""What needs a look: a table to choose from, and beside it what can be done about it."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from librarian.application.tidying import Look
from ui.curate import looks_texts as texts
from ui.curate.compare_pane import ComparePane
from ui.curate.look_panel import LookPanel
from ui.curate.looks_model import LEFT, columns, grouping, keeping
from ui.curate.plan_view import PlanView
from ui.curate.texts import LOOKS
from ui.curate.tidying_view_model import TidyingViewModel
from ui.kit.empty import EmptyState
from ui.kit.rows import Rows
from ui.kit.rows_table import RowsTable
from ui.kit.tables import MiddleElided, respace_table
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button

_SIDE: Final = 340
_RULE_LETTERS: Final = 18
"""So much of a rule's title is to be seen, whatever else wants room."""
_RULE_COLUMN: Final = 2
_WAYS: Final = tuple(texts.GROUPS)


class LooksView(QStackedWidget):
    """The table, the plan that is made of what was chosen, or words where nothing is there."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: TidyingViewModel,
        show: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.rows: Rows[Look] = Rows(columns(now), self)
        self._codes: list[str] = [""]
        self.table = RowsTable(theme, self.rows, LOOKS, many=True, by=1)
        self.grouped = Dropdown(theme)
        self.rule = Dropdown(theme)
        self.filter = QLineEdit()
        self._fold = button(texts.OPEN, self._fold_all, "small")
        self.panel = LookPanel(theme, model, show)
        self.pane = ComparePane(theme, model.beside)
        self.plan = PlanView(theme, model)
        self._empty = EmptyState(theme)
        self._whole = QWidget()
        self._lay_out()
        for part in (self._empty, self._whole, self.plan):
            self.addWidget(part)
        self.filter.textChanged.connect(self._narrow)
        self.rule.activated.connect(self._narrow)
        self.grouped.activated.connect(self._group)
        self.table.selectionModel().selectionChanged.connect(self._after_rows)
        self.table.row_activated.connect(self._make_plan)
        self.table.turned.connect(self._after_rows)
        self.panel.plan_wanted.connect(self._make_plan)
        self.panel.compare_wanted.connect(self._compare)
        self.pane.closed.connect(self._stop_comparing)
        model.changed.connect(self._show)
        model.planned.connect(self._turn)
        theme.follow(self, self._respace)
        self.group_by(_WAYS[0])
        self._show()

    @property
    def way(self) -> str:
        """The name of the way in which looks are grouped; empty where they are not."""
        return _WAYS[max(0, self.grouped.currentIndex())]

    def group_by(self, way: str) -> None:
        """Group looks in the way that has this name, if there is one."""
        if way in _WAYS:
            self.grouped.setCurrentIndex(_WAYS.index(way))
            self._group()

    def begin(self) -> None:
        """Put the keyboard into the table, or on what is to be agreed to."""
        if self.currentWidget() is self.plan:
            self.plan.begin()
        elif self.currentWidget() is self._whole:
            self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what is compared."""
        if event.key() == Qt.Key.Key_Escape and self.pane.isVisible():
            self._stop_comparing()
        else:
            super().keyPressEvent(event)

    def show_rule(self, code: str) -> None:
        """Show only what this rule has found; all where it is empty."""
        if code in self._codes:
            self.rule.setCurrentIndex(self._codes.index(code))
            self._narrow()

    def chosen(self) -> list[Look]:
        """What is chosen in the table; a heading stands for all in it."""
        return self.table.chosen()

    def _show(self) -> None:
        looks = self._model.looks
        if not looks:
            words = (texts.WAIT, "") if looks is None else (texts.NONE, texts.NONE_WHAT)
            self._empty.explain("circle-check" if looks == () else "file-search", *words)
        else:
            self._offer_rules(looks)
            self.rows.show_rows(looks, self._keeping())
        self._turn()

    def _offer_rules(self, looks: tuple[Look, ...]) -> None:
        before = self._codes[self.rule.currentIndex()] if self.rule.count() else ""
        counts = Counter(look.code for look in looks if not look.left)
        titles = {look.code: look.rule for look in looks}
        self._codes = ["", *sorted(counts, key=lambda code: titles[code])]
        self.rule.clear()
        self.rule.addItem(texts.ALL_RULES.format(f"{counts.total():,}"))
        for code in self._codes[1:]:
            self.rule.addItem(texts.ONE_RULE.format(titles[code], f"{counts[code]:,}"))
        if left := len(looks) - counts.total():
            self._codes.append(LEFT)
            self.rule.addItem(texts.LEFT.format(f"{left:,}"))
        self.rule.setCurrentIndex(self._codes.index(before) if before in self._codes else 0)

    def _group(self, _way: int = 0) -> None:
        self.table.setColumnHidden(_RULE_COLUMN, self.way == "rule")  # its headings say it
        self.rows.group(grouping(self.way))
        self._fold.setVisible(self.rows.is_grouped)

    def _narrow(self, *_: object) -> None:
        self.rows.narrow(self._keeping())

    def _keeping(self) -> Callable[[Look], bool]:
        code = self._codes[max(0, self.rule.currentIndex())]
        return keeping(code, self.filter.text())

    def _compare(self) -> None:
        self.pane.show()
        self._ask_beside()
        self.pane.begin()

    def _ask_beside(self) -> None:
        """Compare what is chosen now, where there is something to compare it with."""
        chosen = self.chosen()
        one = chosen[0] if len(chosen) == 1 else None
        if one is None or not one.other:
            self._model.beside.stop()
        elif one != self._model.beside.look:
            self._model.beside.ask(one)

    def _stop_comparing(self) -> None:
        self._model.beside.stop()
        self.pane.hide()
        self.table.setFocus()

    def _after_rows(self, *_: object) -> None:
        if self.pane.isVisible():
            self._ask_beside()
        self._fold.setText(texts.FOLD if self.rows.has_open else texts.OPEN)
        none = texts.NOT_FOUND if self.filter.text() else texts.NONE
        self.panel.show_looks(self.chosen(), texts.CHOOSE if self.rows.shown else none)

    def _fold_all(self) -> None:
        self.rows.fold_all(is_open=not self.rows.has_open)

    def _make_plan(self) -> None:
        self._model.make_plan([look.id for look in self.chosen()])

    def _turn(self) -> None:
        if self._model.plan or self._model.is_working:
            self.plan.show_plan()
            self.setCurrentWidget(self.plan)
            if self.isVisible():
                self.plan.begin()
        else:
            focused: QWidget | None = self.window().focusWidget()
            had_keyboard = focused is not None and self.isAncestorOf(focused)
            self.setCurrentWidget(self._whole if self._model.looks else self._empty)
            if had_keyboard:
                self.begin()

    def _lay_out(self) -> None:
        for field, name in (
            (self.grouped, texts.GROUP),
            (self.rule, texts.RULE),
            (self.filter, texts.FILTER),
        ):
            field.setAccessibleName(name)
        self.grouped.addItems(list(texts.GROUPS.values()))
        self.filter.setPlaceholderText(texts.FILTER)
        self.filter.setClearButtonEnabled(True)
        self.table.setItemDelegateForColumn(1, MiddleElided(self.table))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.rule.setSizeAdjustPolicy(
            Dropdown.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rule.setMinimumContentsLength(_RULE_LETTERS)
        self._top = QHBoxLayout()
        self._top.addWidget(self.grouped)
        self._top.addWidget(self.rule)
        self._top.addWidget(self.filter, 1)
        self._top.addWidget(self._fold)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addLayout(self._top)
        left.addWidget(self.table, 1)
        left.addWidget(self.pane, 1)
        self.pane.hide()
        row = QHBoxLayout(self._whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.panel)

    def _respace(self) -> None:
        px = self._theme.px
        self._top.setContentsMargins(px(16), px(10), px(16), px(10))
        self._top.setSpacing(px(10))
        self.panel.setFixedWidth(px(_SIDE))
        respace_table(self.table, self._theme, {2: 150, 3: 110})
