"""What needs a look: a table to choose from, and beside it what can be done about it."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QItemSelection, QModelIndex
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from librarian.application.tidying import Look
from ui.curate import texts
from ui.curate.look_panel import LookPanel
from ui.curate.looks_model import LooksModel, Narrowed
from ui.curate.plan_view import PlanView
from ui.curate.tidying_view_model import TidyingViewModel
from ui.kit.empty import EmptyState
from ui.kit.tables import MiddleElided, respace_table, set_up_table
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown

_SIDE = 340


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
        self._now = now
        self._model = model
        self._looks = LooksModel(self)
        self._narrowed = Narrowed(self._looks)
        self._codes: list[str] = [""]
        self.table = QTableView()
        self.rule = Dropdown(theme)
        self.filter = QLineEdit()
        self.panel = LookPanel(theme, model, show)
        self.plan = PlanView(theme, model)
        self._empty = EmptyState(theme)
        self._whole = QWidget()
        self._lay_out()
        for part in (self._empty, self._whole, self.plan):
            self.addWidget(part)
        self.filter.textChanged.connect(self._narrow)
        self.rule.activated.connect(self._narrow)
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.table.doubleClicked.connect(lambda _: self._make_plan())
        self.panel.plan_wanted.connect(self._make_plan)
        model.changed.connect(self._show)
        model.planned.connect(self._turn)
        theme.follow(self, self._respace)
        self._show()

    def begin(self) -> None:
        """Put the keyboard into the table, or on what is to be agreed to."""
        if self.currentWidget() is self.plan:
            self.plan.begin()
        elif self.currentWidget() is self._whole:
            self.table.setFocus()

    def show_rule(self, code: str) -> None:
        """Show only what this rule has found; all where it is empty."""
        if code in self._codes:
            self.rule.setCurrentIndex(self._codes.index(code))
            self._narrow()

    def chosen(self) -> list[Look]:
        """What is chosen in the table."""
        rows = self.table.selectionModel().selectedRows()
        return [self._narrowed.look(index.row()) for index in rows]

    def _show(self) -> None:
        looks = self._model.looks
        if not looks:
            words = (
                (texts.LOOKS_WAIT, "")
                if looks is None
                else (texts.LOOKS_NONE, texts.LOOKS_NONE_WHAT)
            )
            self._empty.explain("circle-check" if looks == () else "file-search", *words)
        else:
            self._looks.show_looks(looks, self._now())
            self._offer_rules(looks)
            self._narrow()
        self._turn()

    def _offer_rules(self, looks: tuple[Look, ...]) -> None:
        before = self._codes[self.rule.currentIndex()] if self.rule.count() else ""
        counts = Counter(look.code for look in looks)
        titles = {look.code: look.rule for look in looks}
        self._codes = ["", *sorted(counts, key=lambda code: titles[code])]
        self.rule.clear()
        self.rule.addItem(texts.ALL_RULES.format(f"{len(looks):,}"))
        for code in self._codes[1:]:
            self.rule.addItem(texts.ONE_RULE.format(titles[code], f"{counts[code]:,}"))
        self.rule.setCurrentIndex(self._codes.index(before) if before in self._codes else 0)

    def _narrow(self, *_: object) -> None:
        self._narrowed.narrow(self._codes[max(0, self.rule.currentIndex())], self.filter.text())
        if self._narrowed.rowCount() and not self.chosen():
            self.table.setCurrentIndex(self._narrowed.index(0, 0))
        self.panel.show_looks(self.chosen())

    def _choose(self, _new: QItemSelection, _old: QItemSelection) -> None:
        self.panel.show_looks(self.chosen())

    def _make_plan(self, _index: QModelIndex | None = None) -> None:
        self._model.make_plan([look.id for look in self.chosen()])

    def _turn(self) -> None:
        if self._model.plan or self._model.is_working:
            self.plan.show_plan()
            self.setCurrentWidget(self.plan)
            self.plan.begin()
        else:
            focused: QWidget | None = self.window().focusWidget()
            had_keyboard = focused is not None and self.isAncestorOf(focused)
            self.setCurrentWidget(self._whole if self._model.looks else self._empty)
            if had_keyboard:
                self.begin()

    def _lay_out(self) -> None:
        self.rule.setAccessibleName(texts.LOOK_RULE)
        self.filter.setAccessibleName(texts.LOOK_FILTER)
        self.filter.setPlaceholderText(texts.LOOK_FILTER)
        self.filter.setClearButtonEnabled(True)
        set_up_table(self.table, self._narrowed, texts.LOOKS, many=True, by=2)
        self.table.setItemDelegateForColumn(1, MiddleElided(self.table))
        self._top = QHBoxLayout()
        self._top.addWidget(self.rule)
        self._top.addWidget(self.filter, 1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.addLayout(self._top)
        left.addWidget(self.table, 1)
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
        respace_table(self.table, self._theme, {1: 300, 2: 150, 3: 100})
