"""Fields that a part of a form is written in, drawn from its schema.

A line, a few lines, a list with one thing in each line, a choice, days to tick, rows of several
boxes: whatever the form says. Questions that depend on others are for the page of forms.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.forms.wording import in_day, titles_of
from librarian.domain.minutes.days_typed import day_typed
from ui.kit.text_box import TextBox
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label, style

Schema = Mapping[str, object]
Changed = Callable[[], None]

ONE_EACH: Final = "one in each line"
ADD: Final = "Add"
REMOVE: Final = "Remove"
REMOVE_ROW: Final = "Remove number {}: {}"
PICK: Final = "Choose …"
_SHORT: Final = 300


class Holding(Protocol):
    """A widget that holds an answer; None for no answer."""

    @property
    def widget(self) -> QWidget: ...

    def value(self) -> object: ...


@dataclass(frozen=True, slots=True)
class Field:
    """One widget, and what is read from it."""

    widget: QWidget
    value: Callable[[], object]


def field_of(theme: Theme, schema: Schema, value: object, changed: Changed) -> Holding:
    """Return the field for an answer of this schema, with its answer in it."""
    title = str(schema.get("title", ""))
    if "properties" in schema:
        return Group(theme, schema, value, changed)
    if schema.get("type") == "array":
        return _list_of(theme, schema, value, changed)
    if "oneOf" in schema:
        return _pick(theme, schema, value, changed)
    longest = schema.get("maxLength")
    if isinstance(longest, int) and longest > _SHORT:
        return lines(theme, title, value, changed)
    if schema.get("format") == "date":
        return _day_line(title, value, changed)
    hint = _HINTS.get(str(schema.get("format")), "")
    return line(title, value, changed, hint=hint, number=schema.get("type") == "integer")


def _list_of(theme: Theme, schema: Schema, value: object, changed: Changed) -> Holding:
    title, items = str(schema.get("title", "")), schema.get("items")
    inside = items if isinstance(items, Mapping) else {}
    if "properties" in inside:
        return Rows(theme, schema, value, changed)
    if "oneOf" in inside:
        return _ticks(title, titles_of(inside), value, changed)
    return lines(theme, title, value, changed, each_line=True)


def line(
    title: str, value: object, changed: Changed, *, hint: str = "", number: bool = False
) -> Field:
    """Return one line; a number is read from it where one is asked for and it is one."""
    made = QLineEdit("" if value is None else str(value))
    made.setCursorPosition(0)  # a long answer shows how it begins
    made.setAccessibleName(title)
    made.setPlaceholderText(hint)
    made.textChanged.connect(changed)

    def typed() -> object:
        text = made.text().strip()
        return int(text) if number and text.isdecimal() else text or None

    return Field(made, typed)


def _day_line(title: str, value: object, changed: Changed) -> Field:
    """One line for a day; what is no day stays as it was typed, to be told of."""
    day = day_typed(str(value or ""))
    made = line(title, in_day(day) if day else value, changed, hint=_DAY)

    def typed() -> object:
        said = made.value()
        read = day_typed(str(said or ""))
        return read.isoformat() if read else said

    return Field(made.widget, typed)


def lines(
    theme: Theme, title: str, value: object, changed: Changed, *, each_line: bool = False
) -> Field:
    """Return a few lines; with `each_line` a list that has one thing in each."""
    text = "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
    made = TextBox(text)
    made.setTabChangesFocus(True)
    made.setAccessibleName(f"{title}, {ONE_EACH}" if each_line else title)
    made.textChanged.connect(changed)
    rows = max(3, min(8, text.count("\n") + 1 + len(text) // 90))
    theme.follow(made, lambda: made.setFixedHeight(theme.px(22 * rows + 18)))

    def typed() -> object:
        said = made.toPlainText().strip()
        return [each.strip() for each in said.splitlines() if each.strip()] if each_line else said

    return Field(made, lambda: typed() or None)


def _pick(theme: Theme, schema: Schema, value: object, changed: Changed) -> Field:
    made = Dropdown(theme)
    made.setAccessibleName(str(schema.get("title", "")))
    made.addItem(PICK, None)
    for name, words in titles_of(schema).items():
        made.addItem(words, name)
    made.setCurrentIndex(max(0, made.findData(value)))
    made.currentIndexChanged.connect(changed)
    return Field(made, made.currentData)


def _ticks(title: str, choices: Mapping[str, str], value: object, changed: Changed) -> Field:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    chosen = value if isinstance(value, list) else []
    boxes = {name: QCheckBox(words) for name, words in choices.items()}
    for name, box in boxes.items():
        box.setAccessibleName(f"{title} {box.text()}")
        box.setChecked(name in chosen)
        box.toggled.connect(changed)
        row.addWidget(box)
    row.addStretch(1)
    return Field(made, lambda: [name for name, box in boxes.items() if box.isChecked()] or None)


class Rows:
    """Rows of several fields; a row can be added and taken away."""

    def __init__(self, theme: Theme, schema: Schema, value: object, changed: Changed) -> None:
        self._theme = theme
        items = schema.get("items")
        self._schema: Schema = items if isinstance(items, Mapping) else {}
        self._title = str(schema.get("title", ""))
        self._changed = changed
        self._rows: list[tuple[QFrame, Group]] = []
        self._made = QWidget()
        self._column = QVBoxLayout(self._made)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._add = button(ADD, self._add_blank)
        self._add.setAccessibleName(f"{ADD}: {self._title}")
        self._column.addWidget(self._add)
        for row in value if isinstance(value, list) else ():
            self._put(row)

    @property
    def widget(self) -> QWidget:
        """The rows, and the button that adds one."""
        return self._made

    def value(self) -> object:
        """The rows that say something."""
        return [row for row in (group.value() for _, group in self._rows) if row] or None

    def _add_blank(self) -> None:
        self._put({}).begin()
        self._changed()

    def _put(self, row: object) -> "Group":
        frame = QFrame()
        style(frame, kind="card")
        inside = QHBoxLayout(frame)
        group = Group(self._theme, self._schema, row, self._changed)
        inside.addWidget(group.widget, 1)
        number = len(self._rows) + 1
        away = button(REMOVE, lambda: self._remove(frame), "quiet")
        away.setAccessibleName(REMOVE_ROW.format(number, self._title))
        inside.addWidget(away)
        self._rows.append((frame, group))
        self._column.insertWidget(self._column.count() - 1, frame)
        return group

    def _remove(self, frame: QFrame) -> None:
        self._rows = [row for row in self._rows if row[0] is not frame]
        self._add.setFocus()
        frame.hide()
        frame.deleteLater()
        self._changed()


class Group:
    """The fields of an object, one under the other, each with its question."""

    def __init__(self, theme: Theme, schema: Schema, value: object, changed: Changed) -> None:
        given = value if isinstance(value, Mapping) else {}
        found = schema.get("properties")
        properties = found if isinstance(found, Mapping) else {}
        self._made = QWidget()
        column = QVBoxLayout(self._made)
        column.setContentsMargins(0, 0, 0, 0)
        self._fields: dict[str, Holding] = {}
        for name, each in properties.items():
            field = self._fields[name] = field_of(theme, each, given.get(name), changed)
            is_group = "properties" in each
            asked = label(str(each.get("title", name)), wrap=True)
            style(asked, letters="lead" if is_group else "", strong=str(is_group).lower())
            asked.setBuddy(field.widget)
            column.addWidget(asked)
            column.addWidget(field.widget)

    @property
    def widget(self) -> QWidget:
        """All of it."""
        return self._made

    def begin(self) -> None:
        """Put the keyboard on the first field."""
        for field in self._fields.values():
            field.widget.setFocus()
            return

    def value(self) -> dict[str, object]:
        """Every answer that says something."""
        values = {name: field.value() for name, field in self._fields.items()}
        return {name: value for name, value in values.items() if value not in (None, {})}


_HINTS: Final = {"time": "12:30"}
_DAY: Final = "such as 14 May 2026"
