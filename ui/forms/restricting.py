"""What must be kept from whom: rows of an answer and a service, chosen from what there is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui.forms import texts
from ui.forms.controls import Control
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, icon_button

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.sheet import Looked
    from librarian.domain.forms.form import Question


class Restricting(Control):
    """A growing list of rows; nobody has to know what answers are called inside."""

    def __init__(self, theme: Theme, question: Question, now: Looked) -> None:
        super().__init__()
        self._theme = theme
        restriction = question.restrictions[0]
        self._question, self._service = restriction.question_in, restriction.service_in
        askable = [each for each in now.form.questions if not each.goes_nowhere]
        self._answers = [(each.id, each.title) for each in askable]
        self._services = [("", texts.RESTRICT_NOBODY), *((s.id, s.name) for s in now.chosen)]
        self._rows: list[dict[str, object]] = []
        self._words = question.title
        self._more = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._list = QVBoxLayout()
        self._add = button(texts.ADD, self._add_row)
        self._column.addLayout(self._list)
        foot = QHBoxLayout()
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column.addLayout(foot)

    def show_value(self, value: object) -> None:
        """Show other rows; those that are being written stay."""
        rows = [dict(each) for each in value] if isinstance(value, list) else []
        if rows != self._rows:
            self._rows = rows
            self._draw()

    def begin(self) -> None:
        """Put the keyboard on the first thing there is."""
        self._add.setFocus()

    def name(self, words: str, more: str) -> None:
        """Name the button; each row names itself."""
        self._words, self._more = words, more
        self._add.setAccessibleName(f"{texts.ADD}: {words}")
        self._add.setAccessibleDescription(more)

    def _add_row(self) -> None:
        self._rows = [*self._rows, {self._question: self._answers[0][0]}]
        self._draw()
        self.changed.emit(self._rows)

    def _remove(self, number: int) -> None:
        self._rows = [each for at, each in enumerate(self._rows) if at != number]
        self._draw()
        self._add.setFocus()
        self.changed.emit(self._rows or None)

    def _set(self, number: int, name: str, value: str) -> None:
        row = {**self._rows[number], name: value}
        rows = list(self._rows)
        rows[number] = {key: each for key, each in row.items() if each != ""}
        self._rows = rows
        self.changed.emit(rows)

    def _draw(self) -> None:
        empty_out(self._list)
        for number, row in enumerate(self._rows):
            self._list.addWidget(self._row(number, row))

    def _row(self, number: int, row: dict[str, object]) -> QWidget:
        made = QWidget()
        lines, line = QVBoxLayout(made), QHBoxLayout()
        lines.setContentsMargins(0, 0, 0, self._theme.px(6))
        lines.setSpacing(self._theme.px(5))
        for name, choices, words in (
            (self._question, self._answers, texts.RESTRICT_WHAT),
            (self._service, self._services, texts.RESTRICT_WHOM),
        ):
            line.addWidget(self._chooser(number, name, choices, words, str(row.get(name, ""))), 2)
        why = QLineEdit(str(row.get("why", "")))
        why.setAccessibleName(f"{texts.RESTRICT_WHY} ({number + 1})")
        why.setPlaceholderText(texts.RESTRICT_WHY)
        why.textEdited.connect(partial(self._set, number, "why"))
        name = f"{texts.REMOVE} ({number + 1})"
        line.addWidget(icon_button(self._theme, "x", name, partial(self._remove, number)))
        lines.addLayout(line)
        lines.addWidget(why)
        return made

    def _chooser(
        self, number: int, name: str, choices: list[tuple[str, str]], words: str, value: str
    ) -> Dropdown:
        box = Dropdown(self._theme)
        box.addItems([said for _, said in choices])
        box.setAccessibleName(f"{words} ({number + 1})")
        ids = [each for each, _ in choices]
        box.setCurrentIndex(ids.index(value) if value in ids else 0)
        box.activated.connect(lambda at: self._set(number, name, ids[at]))
        return box
