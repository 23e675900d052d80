"""The boxes of one section: a line, a text, a list to choose from; rows with their own frames."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.forms.visibility import MISSING, value_at
from librarian.domain.forms.wording import titles_of, worded
from librarian.domain.minutes.days_typed import day_typed
from ui.kit.flow import FlowLayout
from ui.kit.text_box import TextBox
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label, style
from ui.minutes import texts
from ui.minutes.view_model import MinutesViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.forms.form import Question, Spot

NAMES: Final = frozenset({"name", "who", "heard", "by", "child", "chair", "taker"})
"""What boxes for names are called; a shared screen shows dots in them."""
_LONG: Final = 300
_SHORT_WIDTH: Final = 186
_LINES: Final = 2


class LongText(TextBox):
    """A text of several lines; Tab goes on to the next box."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)  # files are for the page

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return goes on too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers():
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class Boxes(QWidget):
    """The questions of a page, drawn from the form; `first` is where the keyboard begins."""

    def __init__(self, theme: Theme, model: MinutesViewModel, page: str, *, hidden: bool) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self._hidden = hidden
        self._page = page
        self.first: QWidget | None = None
        self.fields: dict[Spot, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(10))
        for name, questions in self._groups():
            if questions[0].repeats:
                self._add_list(name, questions)
            else:
                self._add_group(questions)

    def _groups(self) -> Iterator[tuple[str, list[Question]]]:
        form = self._model.form
        here = [
            each
            for each in (form.questions if form else ())
            if form and form.places[each.pattern].page == self._page
        ]
        for name in dict.fromkeys(each.pattern[0] for each in here):
            if name not in ("withheld", "confirm"):
                yield name, [each for each in here if each.pattern[0] == name]

    def _add_group(self, questions: list[Question]) -> None:
        inside = self._frame()
        self._lay_out(inside, [(each, each.pattern) for each in questions], "")

    def _add_list(self, name: str, questions: list[Question]) -> None:
        if name == "came" and not self._model.is_closed:
            self._column.addWidget(_left(button(texts.SAME_PEOPLE, self._model.same_people)))
        rows = self._model.rows(name) or [{}]
        title = str(questions[0].title)
        for row in range(len(rows)):
            inside = self._frame()
            spots: list[tuple[Question, Spot]] = [
                (each, (name, row, *each.pattern[1:])) for each in questions
            ]
            self._lay_out(inside, spots, f" {row + 1}")
            if self._model.rows(name) and not self._model.is_closed:
                inside.addWidget(self._remover(name, row, title))
        if self._model.is_closed:
            return
        add = button(texts.ADD_ROW, partial(self._model.add_row, name))
        add.setAccessibleName(f"{texts.ADD_ROW}: {self._page}")
        self._column.addWidget(_left(add))

    def _remover(self, name: str, row: int, title: str) -> QWidget:
        made = button(
            texts.REMOVE.format(row + 1), partial(self._model.remove_row, name, row), "small"
        )
        made.setAccessibleName(f"{texts.REMOVE.format(row + 1)}: {title}")
        return _left(made)

    def _frame(self) -> QVBoxLayout:
        frame = QFrame()
        style(frame, kind="card")
        inside = QVBoxLayout(frame)
        px = self._theme.px
        inside.setContentsMargins(px(16), px(12), px(16), px(12))
        inside.setSpacing(px(6))
        self._column.addWidget(frame)
        return inside

    def _lay_out(
        self, inside: QVBoxLayout, asked: list[tuple[Question, Spot]], number: str
    ) -> None:
        """Short answers stand beside each other, long ones one under the other.

        The number of an item is told, not asked: it is the program's.
        """
        flow: FlowLayout | None = None
        for question, spot in asked:
            if question.pattern[-1] == "id":
                known = str(value_at(self._model.answers, spot) or "") if number else ""
                if value_at(self._model.answers, spot) is not MISSING and known:
                    inside.addWidget(label(known, tone="accent", strong="true"))
                continue
            field = self._field(question, spot, number)
            if _is_long(question):
                flow = None
                inside.addWidget(label(question.title, strong="true", wrap=True))
                inside.addWidget(field)
            else:
                if flow is None:
                    beside = QWidget()
                    flow = FlowLayout(beside)
                    inside.addWidget(beside)
                flow.addWidget(self._labelled(question, field))

    def _labelled(self, question: Question, field: QWidget) -> QWidget:
        px = self._theme.px
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        said = label(question.title, letters="small", tone="muted")
        said.ensurePolished()
        made.setFixedWidth(max(px(_SHORT_WIDTH), said.sizeHint().width()))
        said.setBuddy(field)
        column.addStretch(1)
        column.addWidget(said)
        column.addWidget(field)
        return made

    def _field(self, question: Question, spot: Spot, number: str) -> QWidget:
        value = value_at(self._model.answers, spot)
        said = "" if value in (MISSING, None) else worded(question, value)
        if titles_of(question.schema):
            made: QWidget = self._choice(question, spot, said)
        elif _is_long(question):
            made = self._text(spot, said)
        else:
            made = self._line(question, spot, said)
        made.setAccessibleName(f"{question.title}{number}")
        self.fields[spot] = made
        self.first = self.first or made
        return made

    def _choice(self, question: Question, spot: Spot, said: str) -> Dropdown:
        made = Dropdown(self._theme)
        made.addItem(texts.NOT_CHOSEN, "")
        for value, title in titles_of(question.schema).items():
            made.addItem(title, value)
        made.setCurrentIndex(max(0, made.findText(said)))
        made.setEnabled(not self._model.is_closed)
        made.activated.connect(lambda row: self._model.answer(spot, made.itemData(row)))
        return made

    def _text(self, spot: Spot, said: str) -> LongText:
        made = LongText()
        made.setPlainText(said)
        made.setReadOnly(self._model.is_closed)
        lines = max(_LINES, min(8, said.count("\n") + len(said) // 80 + 1))
        made.setFixedHeight(made.fontMetrics().lineSpacing() * lines + self._theme.px(16))
        made.textChanged.connect(lambda: self._model.answer(spot, made.toPlainText()))
        return made

    def _line(self, question: Question, spot: Spot, said: str) -> QLineEdit:
        made = QLineEdit(said)
        made.setCursorPosition(0)  # a long answer shows how it begins
        made.setReadOnly(self._model.is_closed)
        made.setAcceptDrops(False)
        if self._hidden and question.pattern[-1] in NAMES:
            made.setEchoMode(QLineEdit.EchoMode.Password)
        if question.schema.get("format") == "date":
            made.setPlaceholderText(texts.DAY)
        kind = question.schema
        made.textEdited.connect(lambda text: self._model.answer(spot, _meant(kind, text)))
        return made


def _meant(schema: object, text: str) -> object:
    """What was typed as the form spells it; what is no day yet stays as it is, to be checked."""
    told = schema if isinstance(schema, dict) else {}
    if told.get("format") == "date":
        day = day_typed(text)
        return day.isoformat() if day else text
    if told.get("type") == "integer":
        return int(text) if text.strip().isdecimal() else (text or None)
    return text


def _is_long(question: Question) -> bool:
    longest = question.schema.get("maxLength")
    return isinstance(longest, int) and longest > _LONG


def _left(widget: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return made
