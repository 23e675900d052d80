"""Twenty seconds after a meeting: a press for each question, and a line if one likes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget

from librarian.domain.forms.visibility import put
from librarian.domain.forms.wording import titles_of
from librarian.domain.minutes.days_typed import day_typed
from ui.kit.centred import CentredColumn
from ui.kit.emptying import empty_out
from ui.kit.flow import FlowLayout
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
from ui.together import texts
from ui.together.view_model import TogetherViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.forms.form import FormDefinition, Problem, Question

WIDTH = 720
_STEPS: Final = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Pick(QPushButton):
    """One choice of a question; the arrow keys go through them in their order, line after line."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the choice before or behind; Space presses one, as ever."""
        step = _STEPS.get(Qt.Key(event.key()))
        beside = self.group().buttons() if step else []
        if step and self in beside:
            beside[(beside.index(self) + step) % len(beside)].setFocus()
        else:
            super().keyPressEvent(event)


class Entry(CentredColumn):
    """The questions of the log, drawn from its form; choices stand there to be pressed."""

    left = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime], model: TogetherViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._now = now
        self._model = model
        self._answers: dict[str, object] = {}
        self._groups: list[QButtonGroup] = []
        self._first: QWidget | None = None
        self._problem = label("", tone="bad", wrap=True)
        theme.follow(self, self._respace)
        model.entry_refused.connect(self._refuse)

    def open(self, form: FormDefinition) -> None:
        """Begin a new entry, of today."""
        self._clear()
        self.column.addWidget(label(texts.ENTRY_TITLE, letters="display", wrap=True))
        self.column.addWidget(label(texts.ENTRY_LEAD, tone="muted", wrap=True))
        for question in form.questions:
            self._add(question)
        self._problem = label("", tone="bad", wrap=True)
        self._problem.hide()
        self.column.addWidget(self._problem)
        keep = button(texts.ENTRY_KEEP, self._keep, "primary")
        foot = QWidget()
        row = FlowLayout(foot)
        row.addWidget(keep)
        row.addWidget(button(texts.BACK, self.left.emit))
        self.column.addWidget(foot)
        self.column.addStretch(1)
        self._respace()

    def begin(self) -> None:
        """Put the keyboard on the first question that is still open."""
        if self._first:
            self._first.setFocus()

    def _add(self, question: Question) -> None:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(4))
        column.addWidget(label(question.title, strong="true", wrap=True))
        choices = titles_of(question.schema)
        column.addWidget(self._choices(question, choices) if choices else self._line(question))
        self.column.addWidget(made)

    def _choices(self, question: Question, choices: Mapping[str, str]) -> QWidget:
        made = QWidget()
        row = FlowLayout(made)
        group = QButtonGroup(made)
        self._groups.append(group)
        for value, words in choices.items():
            press = Pick(words)
            press.setCheckable(True)
            press.setAccessibleName(texts.CHOSEN_ONE.format(question.title, words))
            style(press, kind="pick")
            press.clicked.connect(partial(self._answer, question, value))
            group.addButton(press)
            row.addWidget(press)
            self._first = self._first or press
        return made

    def _line(self, question: Question) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(question.title)
        made.setMaxLength(int(str(question.schema.get("maxLength", 100))))
        if question.schema.get("format") == "date":
            today = self._now().date()
            made.setText(f"{today.day} {today:%B %Y}")
            made.setMaximumWidth(self._theme.px(220))
            self._answer(question, today.isoformat())
        made.textEdited.connect(partial(self._type, question))
        return made

    def _type(self, question: Question, text: str) -> None:
        day = day_typed(text) if question.schema.get("format") == "date" else None
        self._answer(question, day.isoformat() if day else text)

    def _answer(self, question: Question, value: object, _checked: bool = False) -> None:
        put(self._answers, question.pattern, value)

    def _keep(self) -> None:
        self._model.write_entry(self._answers)

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        first = next(each for each in problems if each.stops)
        self._problem.setText(f"{first.what} {first.remedy}")
        self._problem.show()

    def _clear(self) -> None:
        self._answers, self._groups, self._first = {}, [], None
        empty_out(self.column)

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(10))
