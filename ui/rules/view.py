"""How we keep this drive: each rule in plain words, how it stands, why, and what to do."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from librarian.application.rulekeeping import HowWeKeepThisDrive, RuleStanding
from librarian.domain.errors import LibrarianError
from librarian.domain.principles import AnyRule, Mode
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.empty import Choice, EmptyState
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, rule
from ui.rules import texts
from ui.rules.editor import RuleEditor
from ui.rules.view_model import RulesViewModel

WIDTH = 860


@dataclass(frozen=True, slots=True)
class Ways:
    """Where the page leads whoever may change the rules."""

    edit: Callable[[AnyRule], None]
    weigh_file: Callable[[], None]


class RulesColumn(CardColumn):
    """The rules as cards; one rule at a time tells why it is there and what to do."""

    def __init__(self, theme: Theme, model: RulesViewModel, ways: Ways) -> None:
        super().__init__(theme, WIDTH)
        self._print_page = model.print_page
        self._ways = ways
        self._may_change = False
        self._shown: HowWeKeepThisDrive | None = None
        self._opened = ""
        self._space = theme.px(3)

    def show_rules(self, how: HowWeKeepThisDrive, *, may_change: bool) -> None:
        """Show how the drive stands now."""
        if (how, may_change) != (self._shown, self._may_change):
            self._shown, self._may_change = how, may_change
            self._draw()

    def show_again(self, how: HowWeKeepThisDrive, code: str, *, may_change: bool) -> None:
        """Show how the drive stands now, with the keyboard on a rule where it was left."""
        self._shown, self._may_change = how, may_change
        self._draw(begin_at=code)
        self.begin()
        first = self.first
        if first is not None:
            QTimer.singleShot(
                0, first, lambda: self.ensureWidgetVisible(first, 0, self._space * 40)
            )

    def _draw(self, begin_at: str = "") -> None:
        how = self._shown
        if how is None:
            return
        had_keyboard = self.has_keyboard()
        self.clear()
        self.column.addWidget(label(texts.TITLE, letters="display", wrap=True))
        self.column.addWidget(label(texts.overall(how), letters="lead", wrap=True))
        self.column.addWidget(label(texts.since(how.in_force), tone="muted", wrap=True))
        self._add_warnings(how)
        first = button(texts.PRINT, self._print_page, "primary")
        self.column.addWidget(at_the_left(first))
        self.first = self.first or first
        self._add_kept(how, begin_at)
        self._add_offered(how, begin_at)
        self.respace()
        if had_keyboard:
            self.begin()

    def _add_warnings(self, how: HowWeKeepThisDrive) -> None:
        for is_so, words in ((how.in_force.edited, texts.EDITED), (how.in_force.lost, texts.LOST)):
            if is_so:
                self.column.addWidget(label(words, tone="warn", wrap=True))
        if how.in_force.edited and self._may_change:
            look = button(texts.BY_HAND_LOOK, self._ways.weigh_file)
            self.column.addWidget(at_the_left(look))
            self.first = look

    def _add_kept(self, how: HowWeKeepThisDrive, begin_at: str) -> None:
        card = self.card(texts.KEPT)
        for each in how.kept:
            tone = "warn" if each.found else "good"
            card.addWidget(rule())
            card.addWidget(self._rule(each, begin_at, texts.standing(each), tone))

    def _add_offered(self, how: HowWeKeepThisDrive, begin_at: str) -> None:
        if not how.offered:
            return
        card = self.card(texts.OFFERED)
        card.addWidget(label(texts.OFFERED_WHAT, tone="muted", wrap=True))
        for each in how.offered:
            card.addWidget(rule())
            card.addWidget(self._rule(each, begin_at, texts.would(each), "muted"))

    def _rule(self, standing: RuleStanding, begin_at: str, how: str, tone: str) -> QWidget:
        principle = standing.rule.principle
        is_open = standing.rule.code == self._opened
        words = texts.LESS if is_open else texts.WHY
        more = button(words, partial(self._turn, standing.rule.code), "link")
        more.setAccessibleName(f"{words}: {principle.title}")
        line = standing.rule.wording
        if is_open:
            line = f"{line}\n\n{principle.why}\n\n{principle.remedy}"
        row = self.row(principle.title, line, more, *self._changing(standing), tone="")
        if standing.rule.code == begin_at:
            self.first = more
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._space)
        column.addWidget(row)
        column.addWidget(label(how, tone=tone, wrap=True))
        return made

    def _changing(self, standing: RuleStanding) -> list[QWidget]:
        if not self._may_change or (self._shown and self._shown.in_force.lost):
            return []
        words = texts.CHANGE if standing.rule.is_on else texts.SWITCH_ON
        made = button(words, partial(self._ways.edit, standing.rule))
        made.setAccessibleName(f"{words}: {standing.rule.principle.title}")
        return [made]

    def _turn(self, code: str) -> None:
        self._opened = "" if self._opened == code else code
        self._draw(begin_at=code)


class RulesView(QWidget):
    """The rules, or why there is nothing to show."""

    def __init__(self, theme: Theme, model: RulesViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.empty = EmptyState(theme)
        self.rules = RulesColumn(theme, model, Ways(self._edit, self._weigh_file))
        self.editor = RuleEditor(theme, model)
        self._edited = ""
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # a low window may cut what is shown
        for part in (self.empty, self.rules, self.editor):
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        model.changed.connect(self._show)
        model.failed.connect(self._show_failure)
        model.left.connect(self._show_rules)
        self._show()

    def begin(self) -> None:
        """Put the keyboard where a person would begin."""
        shown = self._stack.currentWidget()
        if isinstance(shown, RulesColumn | RuleEditor):
            shown.begin()
        elif self.empty.choices():
            self.empty.choices()[0].setFocus()
        else:
            self.setFocus()  # until the rules are there

    def _edit(self, rule: AnyRule) -> None:
        """Set a rule; one that is offered is seen as if it were on."""
        self._model.begin()
        self._edited = rule.code
        self.editor.edit(rule if rule.is_on else replace(rule, mode=Mode.PROPOSE))
        self._stack.setCurrentWidget(self.editor)
        self.editor.begin()

    def _weigh_file(self) -> None:
        self._model.begin()
        self._edited = ""
        self.editor.weigh_file()
        self._stack.setCurrentWidget(self.editor)
        self.editor.begin()

    def _show_rules(self) -> None:
        """Leave what was being set."""
        how = self._model.how
        if self._stack.currentWidget() is self.editor and how is not None:
            self._stack.setCurrentWidget(self.rules)
            self.rules.show_again(how, self._edited, may_change=self._model.may_change)

    def _show(self) -> None:
        if self._stack.currentWidget() is self.editor and self._model.how is not None:
            return  # what is being set stays
        how = self._model.how
        waited = self.window().focusWidget() is self
        if how is not None:
            self.rules.show_rules(how, may_change=self._model.may_change)
            self._stack.setCurrentWidget(self.rules)
        elif self._model.has_drive:
            self.empty.explain("circle-check", texts.LOADING, "")
            self._stack.setCurrentWidget(self.empty)
        else:
            self.empty.explain("circle-check", texts.NO_DRIVE, texts.NO_DRIVE_WHAT)
            self._stack.setCurrentWidget(self.empty)
        if waited and how is not None:
            self.begin()

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self.empty.explain("circle-alert", error.title, error.remedy, (again,))
        self._stack.setCurrentWidget(self.empty)
