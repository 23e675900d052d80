"""The fields in which one rule is set: how it is kept, and its terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from librarian.domain.errors import LibrarianError
from ui.kit.card_column import at_the_left
from ui.kit.fields import Field, line, lines
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown
from ui.rules import texts
from ui.rules.named import Named
from ui.rules.terms import Term, modes_of, read_term, terms_of

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.principles import AnyRule, Mode


class RuleFields(QWidget):
    """Holds a rule's terms as they are written; `changed` tells of every stroke."""

    changed = Signal()

    def __init__(self, theme: Theme, rule: AnyRule) -> None:
        super().__init__()
        self._theme = theme
        self._rule = rule
        self.mode = Dropdown(theme)
        self._fields: dict[str, Field | QCheckBox] = {}
        self._named: dict[str, Named] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._choice())
        for term in terms_of(rule):
            column.addWidget(self._field(term))

    def chosen_mode(self) -> Mode:
        """How the rule is to be kept."""
        mode: Mode = self.mode.currentData()
        return mode

    def read(self) -> dict[str, object] | None:
        """The terms as they are written; None where one does not fit, which is told beside it."""
        read: dict[str, object] = {}
        for term in terms_of(self._rule):
            try:
                read[term.name] = read_term(term, self._written(term.name))
                self._named[term.name].complain("")
            except LibrarianError as error:
                self._named[term.name].complain(texts.mended(error))
        return read if len(read) == len(self._named) else None

    def unfit(self) -> Named | None:
        """The first field that does not fit."""
        return next((each for each in self._named.values() if each.problem), None)

    def _written(self, name: str) -> object:
        field = self._fields[name]
        return field.isChecked() if isinstance(field, QCheckBox) else field.value()

    def _tell(self, *_: object) -> None:
        self.changed.emit()

    def _choice(self) -> QWidget:
        self.mode.setAccessibleName(texts.MODE)
        for mode in modes_of(self._rule):
            self.mode.addItem(texts.MODES[str(mode)], mode)
        self.mode.setCurrentIndex(self.mode.findData(self._rule.mode))
        self.mode.currentIndexChanged.connect(self._tell)
        return Named(self._theme, texts.MODE, at_the_left(self.mode), self.mode)

    def _field(self, term: Term) -> QWidget:
        made = self._named[term.name] = self._made(term)
        return made

    def _made(self, term: Term) -> Named:
        if term.kind is bool:
            box = QCheckBox(term.title)
            box.setChecked(bool(term.value))
            box.toggled.connect(self._tell)
            self._fields[term.name] = box
            return Named(self._theme, "", box, box)
        field = self._fields[term.name] = self._line(term)
        is_list = isinstance(term.value, tuple)
        title = texts.each_line(term.title) if is_list else term.title
        return Named(self._theme, title, field.widget, field.widget)

    def _line(self, term: Term) -> Field:
        if isinstance(term.value, tuple):
            return lines(self._theme, term.title, list(term.value), self._tell, each_line=True)
        is_number = term.kind is int
        made = line(term.title, texts.value(term.value), self._tell, number=is_number)
        if is_number:
            self._theme.follow(made.widget, lambda: made.widget.setFixedWidth(self._theme.px(110)))
        return made
