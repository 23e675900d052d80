"""The fields in which one rule is set: how it is kept, its terms, and where it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ui.kit.card_column import at_the_left
from ui.kit.fields import Line, Lines
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, label
from ui.rules import texts
from ui.rules.terms import Term, as_set, modes_of, terms_of

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.principles import AnyRule


class RuleFields(QWidget):
    """Holds a rule as it is written; `changed` tells of every stroke."""

    changed = Signal()

    def __init__(self, theme: Theme, rule: AnyRule) -> None:
        super().__init__()
        self._theme = theme
        self._rule = rule
        self.mode = Dropdown(theme)
        self._fields: dict[str, Line | Lines | QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._choice())
        for term in terms_of(rule):
            column.addWidget(self._field(term))

    def rule(self) -> AnyRule:
        """The rule as it is written.

        Raises LibrarianError where something does not fit.
        """
        written = {
            name: field.isChecked() if isinstance(field, QCheckBox) else field.value()
            for name, field in self._fields.items()
        }
        return as_set(self._rule, self.mode.currentData(), written)

    def _tell(self, *_: object) -> None:
        self.changed.emit()

    def _choice(self) -> QWidget:
        self.mode.setAccessibleName(texts.MODE)
        for mode in modes_of(self._rule):
            self.mode.addItem(texts.MODES[str(mode)], mode)
        self.mode.setCurrentIndex(self.mode.findData(self._rule.mode))
        self.mode.currentIndexChanged.connect(self._tell)
        return self._named(texts.MODE, at_the_left(self.mode))

    def _field(self, term: Term) -> QWidget:
        if term.kind is bool:
            box = QCheckBox(term.title)
            box.setChecked(bool(term.value))
            box.toggled.connect(self._tell)
            self._fields[term.name] = box
            return box
        written = self._written(term)
        self._fields[term.name] = written
        is_list = isinstance(term.value, tuple)
        return self._named(texts.each_line(term.title) if is_list else term.title, written.widget)

    def _written(self, term: Term) -> Line | Lines:
        if isinstance(term.value, tuple):
            lines = list(term.value)
            return Lines(self._theme, term.title, lines, self._tell, each_line=True)
        is_number = term.kind is int
        line = Line(term.title, texts.value(term.value), self._tell, number=is_number)
        if is_number:
            self._theme.follow(line.widget, lambda: line.widget.setFixedWidth(self._theme.px(110)))
        return line

    def _named(self, title: str, field: QWidget) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(label(title, strong="true", wrap=True))
        column.addWidget(field)
        return made
