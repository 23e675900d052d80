"""The same meeting again: when, one signature, and what is otherwise than last time."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from librarian.application.forms.requesting import Difference
from librarian.domain.forms.form import FormDefinition, Problem
from ui.kit.centred import CentredColumn
from ui.kit.emptying import empty_out
from ui.kit.fields import Group
from ui.kit.theme import Theme
from ui.kit.widgets import button, label
from ui.together import texts
from ui.together.view_model import TogetherViewModel

WIDTH = 760
_ASKED = ("when", "sign")
_QUIET_MS = 400


class Repeat(CentredColumn):
    """Asks for day and signature; all else is as last time."""

    left = Signal()

    def __init__(
        self, theme: Theme, model: TogetherViewModel, choose: Callable[[], Path | None]
    ) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._choose = choose
        self._case = ""
        self._answers: dict[str, object] = {}
        self.group: Group | None = None
        self._title = label(letters="title", wrap=True)
        self._fields, self._said = QVBoxLayout(), QVBoxLayout()
        self.make = button(texts.MAKE, self._make, "primary")
        self._soon = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._soon.timeout.connect(self._compare)
        self._lay_out()
        theme.follow(self, self._respace)

    def open(self, case: str, form: FormDefinition, answers: dict[str, object]) -> None:
        """Begin with what the last request said."""
        self._case, self._answers = case, answers
        self._title.setText(texts.REPEAT_TITLE.format(case))
        empty_out(self._fields)
        found = form.schema.get("properties")
        properties = found if isinstance(found, Mapping) else {}
        schema = {"properties": {name: properties[name] for name in _ASKED if name in properties}}
        self.group = Group(self._theme, schema, answers, self._soon.start)
        self._fields.addWidget(self.group.widget)
        self._compare()

    def begin(self) -> None:
        """Put the keyboard on the day."""
        if self.group:
            self.group.begin()

    def show_compared(self, changes: tuple[Difference, ...], problems: tuple[Problem, ...]) -> None:
        """Show what is otherwise, and what is not right."""
        empty_out(self._said)
        self._said.addWidget(label(texts.CHANGES, strong="true"))
        for each in changes:
            words = texts.CHANGE.format(
                question=each.question,
                before=each.before or texts.NOTHING,
                after=each.after or texts.NOTHING,
            )
            self._said.addWidget(label(words, wrap=True))
        for problem in problems:
            tone = "bad" if problem.stops else "warn"
            self._said.addWidget(label(f"{problem.what} {problem.remedy}", wrap=True, tone=tone))
        self.make.setEnabled(not any(problem.stops for problem in problems))

    def _whole(self) -> dict[str, object]:
        said = self.group.value() if self.group else {}
        return {**{k: v for k, v in self._answers.items() if k not in _ASKED}, **said}

    def _compare(self) -> None:
        self._model.compare(self._case, self._whole())

    def _make(self) -> None:
        folder = self._choose()
        if folder is not None:
            self._model.make(self._case, self._whole(), folder)

    def _lay_out(self) -> None:
        self.column.addWidget(self._title)
        self.column.addWidget(label(texts.REPEAT_LEAD, tone="muted", wrap=True))
        self.column.addLayout(self._fields)
        self.column.addLayout(self._said)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.make)
        row.addWidget(button(texts.BACK, self.left.emit))
        row.addStretch(1)
        self.column.addWidget(foot)

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(12))
