"""A plan before it is agreed to: each change from what to what, and what cannot be done."""

from PySide6.QtWidgets import QVBoxLayout

from librarian.domain.paths import printable
from librarian.domain.plans import Change, Conflict
from ui.curate import texts
from ui.curate.tidying_view_model import TidyingViewModel
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import ProgressLine, button, label
from ui.kit.wording import counted

WIDTH = 900
_MOST = 100
"""So many changes are shown; the rest are counted, since nobody reads more."""


class PlanView(CardColumn):
    """Shows the plan, then how far it has got."""

    def __init__(self, theme: Theme, model: TidyingViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._line: ProgressLine | None = None
        self._said = label(tone="muted")
        model.progressed.connect(self._show_progress)

    def show_plan(self) -> None:
        """Show what is planned, or that it is being made."""
        self._said = label(tone="muted")
        self._line = None
        self.clear()
        if self._model.is_working:
            self._show_working()
        else:
            self._show_plan()
        self.respace()

    def _show_working(self) -> None:
        self.column.addWidget(label(self._model.working_on, letters="display"))
        self._line = ProgressLine(self._theme)
        self._line.show_share(None)
        stop = button(texts.STOP, self._model.stop)
        for widget in (self._line, self._said, at_the_left(stop)):
            self.column.addWidget(widget)
        self.first = stop

    def _show_plan(self) -> None:
        plan = self._model.plan
        changes = plan.changes if plan else ()
        self.column.addWidget(label(texts.PLAN, letters="display"))
        words = texts.PLAN_WHAT if changes else texts.PLAN_NONE
        self.column.addWidget(label(words, tone="muted", wrap=True))
        back = button(texts.NOT_NOW, self._model.forget_plan)
        if changes:
            make = button(texts.MAKE, self._model.apply, "primary")
            self.column.addWidget(at_the_left(make, back))
            self.first = make
            self._add_changes(changes)
        else:
            self.column.addWidget(at_the_left(back))
            self.first = back
        if plan and plan.conflicts:
            self._add_conflicts(plan.conflicts)

    def _add_changes(self, changes: tuple[Change, ...]) -> None:
        card = self.card(counted(len(changes), "change"))
        for change in changes[:_MOST]:
            card.addWidget(self.row(printable(change.path), texts.change_line(change)))
        self._add_more(card, len(changes))

    def _add_conflicts(self, conflicts: tuple[Conflict, ...]) -> None:
        card = self.card(texts.CONFLICTS)
        for conflict in conflicts[:_MOST]:
            card.addWidget(self.row(printable(conflict.path), conflict.reason, tone="warn"))
        self._add_more(card, len(conflicts))

    def _add_more(self, card: QVBoxLayout, number: int) -> None:
        if number > _MOST:
            card.addWidget(label(texts.MORE.format(f"{number - _MOST:,}"), tone="muted"))

    def _show_progress(self, done: int, total: int) -> None:
        if self._line is not None and self._model.is_working:
            self._line.show_share(done / total if total else None)
            self._said.setText(texts.PROGRESS.format(f"{done:,}", f"{total:,}"))
