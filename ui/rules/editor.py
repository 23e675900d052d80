"""Sets one rule: what would change with it is seen first, and only then is it set.

The same page shows a file of rules that somebody edited by hand, to take it over or put it back.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.paths import printable
from ui.kit.announcing import announce
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import ProgressLine, button, label, style
from ui.rules import texts
from ui.rules.rule_fields import RuleFields
from ui.rules.scope_fields import ScopeFields
from ui.rules.terms import as_set

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from collections.abc import Sequence

    from librarian.application.ruling import Checked
    from librarian.domain.findings import Finding
    from librarian.domain.principles import AnyRule
    from librarian.domain.scope_choices import ScopeChoices
    from ui.rules.named import Named
    from ui.rules.view_model import RulesViewModel

WIDTH: Final = 860
_MOST: Final = 6
"""So many places are shown; the rest are counted."""


class RuleEditor(CardColumn):
    """Draws itself anew for each rule; what would change is forgotten with every stroke."""

    def __init__(self, theme: Theme, model: RulesViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._fields: RuleFields | None = None
        self._scope: ScopeFields | None = None
        self._rule: AnyRule | None = None
        self._outcome = QVBoxLayout()
        model.tried.connect(self._show_outcome)
        model.offered.connect(self._offer)

    def edit(self, rule: AnyRule) -> None:
        """Show one rule as it is set now."""
        self._begin(rule.principle.title, rule.wording)
        self._rule = rule
        self._fields = fields = RuleFields(self._theme, rule)
        self._scope = scope = ScopeFields(self._theme, rule)
        self.card(texts.HOW).addWidget(fields)
        self.card(texts.WHERE).addWidget(scope)
        self._add_deeds(button(texts.TRY, self._try, "primary"))
        self.first = fields.mode
        fields.changed.connect(self._forget)
        scope.changed.connect(self._forget)
        self.respace()
        self._model.ask_choices()

    def weigh_file(self) -> None:
        """Show the file of rules that somebody edited by hand, and what it would change."""
        self._begin(texts.BY_HAND, texts.EDITED)
        back = button(texts.PUT_BACK, self._model.put_back)
        self._add_deeds(back)
        self.first = back
        self.respace()
        self._wait()
        self._model.try_file()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape changes nothing."""
        if event.key() == Qt.Key.Key_Escape:
            self._model.leave()
        else:
            super().keyPressEvent(event)

    def _begin(self, title: str, words: str) -> None:
        self._fields = self._scope = None
        self.clear()
        self.column.addWidget(label(title, letters="display", wrap=True))
        self.column.addWidget(label(words, tone="muted", wrap=True))

    def _add_deeds(self, first: QWidget) -> None:
        self.column.addWidget(at_the_left(first, button(texts.NOT_NOW, self._model.leave)))
        outcome = QWidget()
        self._outcome = QVBoxLayout(outcome)
        self._outcome.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(outcome)

    def _try(self) -> None:
        rule = self._written()
        if rule is not None:
            self._wait()
            self._model.try_rule(rule)

    def _written(self) -> AnyRule | None:
        """The rule as it is written; where something does not fit, the keyboard goes there."""
        if self._fields is None or self._scope is None or self._rule is None:
            return None
        read, unknown = self._fields.read(), self._scope.settle()
        wrong = self._fields.unfit() or (unknown.named if unknown else None)
        if read is None or wrong is not None:
            self._point_at(wrong)
            return None
        return as_set(self._rule, self._fields.chosen_mode(), read, self._scope.value())

    def _point_at(self, wrong: Named | None) -> None:
        if wrong is not None:
            wrong.begin()
            self.ensureWidgetVisible(wrong)
            announce(wrong, wrong.problem, urgent=True)

    def _offer(self, choices: ScopeChoices | None) -> None:
        """Offer what is on the drive, in the fields of the rule that is being set."""
        if self._scope is not None:
            self._scope.offer(choices)

    def _wait(self) -> None:
        self._forget()
        line = ProgressLine(self._theme)
        line.show_share(None)
        self._outcome.addWidget(label(texts.TRYING, tone="muted"))
        self._outcome.addWidget(line)

    def _forget(self) -> None:
        """What would change is not asked for any more."""
        self._model.forget_trial()
        self._empty()

    def _empty(self) -> None:
        empty_out(self._outcome)

    def _show_outcome(self, checked: Checked | None) -> None:
        """Show what would change, and the way to have it so; None where it could not be told."""
        self._empty()
        if checked is None:
            return
        frame = QFrame()
        style(frame, kind="card")
        frame.setAccessibleName(texts.WOULD_CHANGE)
        card = QVBoxLayout(frame)
        px = self._theme.px
        card.setContentsMargins(px(20), px(15), px(20), px(17))
        card.setSpacing(px(10))
        card.addWidget(label(texts.WOULD_CHANGE, letters="lead", strong="true"))
        if checked.problems:
            self._add_problems(card, checked)
        else:
            self._add_changes(card, checked)
            self._add_setting(card, checked)
        self._outcome.addWidget(frame)
        QTimer.singleShot(0, frame, lambda: self.ensureWidgetVisible(frame))  # once it has room
        announce(self, texts.would_change(checked))

    def _add_problems(self, card: QVBoxLayout, checked: Checked) -> None:
        for each in checked.problems[:_MOST]:
            card.addWidget(self.row(texts.problem(each), each.remedy, tone="warn"))

    def _add_changes(self, card: QVBoxLayout, checked: Checked) -> None:
        card.addWidget(label(texts.would_change(checked), wrap=True))
        if checked.by_itself:
            card.addWidget(label(texts.by_itself(checked.by_itself), tone="warn", wrap=True))
        self._add_places(card, texts.APPEAR, checked.appear)
        self._add_places(card, texts.GO, checked.go)

    def _add_places(self, card: QVBoxLayout, title: str, found: Sequence[Finding]) -> None:
        if not found:
            return
        card.addWidget(label(title, strong="true"))
        for each in found[:_MOST]:
            card.addWidget(self.row(printable(each.subject), printable(each.message)))
        if len(found) > _MOST:
            card.addWidget(label(texts.more(len(found) - _MOST), tone="muted"))

    def _add_setting(self, card: QVBoxLayout, checked: Checked) -> None:
        if self._fields is None:
            take = button(texts.TAKE_OVER, partial(self._model.take_over, checked.digest))
            card.addWidget(at_the_left(take))
            return
        note = QLineEdit()
        note.setAccessibleName(texts.NOTE)
        note.setPlaceholderText(texts.NOTE)
        keep = button(texts.SET, lambda: self._model.set_rule(note.text()), "primary")
        note.returnPressed.connect(keep.click)
        card.addWidget(note)
        card.addWidget(at_the_left(keep))
