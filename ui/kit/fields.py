"""Fields that a part of a form is written in, drawn from its schema.

A line, a few lines, a list with one thing in each line, a choice, days to tick, rows of several
boxes: whatever the form says. Questions that depend on others are for the page of forms.
"""

from collections.abc import Callable, Mapping
from typing import Final, Protocol

from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.forms.wording import in_day
from librarian.domain.minutes.days_typed import day_typed
from ui.kit.text_box import TextBox
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label, style

Schema = Mapping[str, object]

ONE_EACH: Final = "one in each line"
ADD: Final = "Add"
REMOVE: Final = "Remove"
REMOVE_ROW: Final = "Remove number {}: {}"
PICK: Final = "Choose …"
_SHORT: Final = 300


class Field(Protocol):
    """A widget that holds an answer; None for no answer."""

    @property
    def widget(self) -> QWidget: ...

    def value(self) -> object: ...


def field_of(theme: Theme, schema: Schema, value: object, changed: Callable[[], None]) -> Field:
    """Return the field for an answer of this schema, with its answer in it."""
    title = str(schema.get("title", ""))
    if "properties" in schema:
        return Group(theme, schema, value, changed)
    if schema.get("type") == "array":
        return _list_of(theme, schema, value, changed)
    if "oneOf" in schema:
        return Pick(theme, title, _choices(schema), value, changed)
    longest = schema.get("maxLength")
    if isinstance(longest, int) and longest > _SHORT:
        return Lines(theme, title, value, changed)
    if schema.get("format") == "date":
        return DayLine(title, value, changed)
    hint = _HINTS.get(str(schema.get("format")), "")
    return Line(title, value, changed, hint=hint, number=schema.get("type") == "integer")


def _list_of(theme: Theme, schema: Schema, value: object, changed: Callable[[], None]) -> Field:
    title, items = str(schema.get("title", "")), schema.get("items")
    inside = items if isinstance(items, Mapping) else {}
    if "properties" in inside:
        return Rows(theme, schema, value, changed)
    if "oneOf" in inside:
        return Ticks(title, _choices(inside), value, changed)
    return Lines(theme, title, value, changed, each_line=True)


class Line:
    """One line."""

    def __init__(
        self,
        title: str,
        value: object,
        changed: Callable[[], None],
        *,
        hint: str = "",
        number: bool = False,
    ) -> None:
        self._number = number
        self._edit = QLineEdit("" if value is None else str(value))
        self._edit.setCursorPosition(0)  # a long answer shows how it begins
        self._edit.setAccessibleName(title)
        self._edit.setPlaceholderText(hint)
        self._edit.textChanged.connect(changed)

    @property
    def widget(self) -> QWidget:
        """The line."""
        return self._edit

    def value(self) -> object:
        """What was typed; a number where one is asked for and it is one."""
        text = self._edit.text().strip()
        return int(text) if self._number and text.isdecimal() else text or None


class DayLine(Line):
    """One line for a day, as people write and read one."""

    def __init__(self, title: str, value: object, changed: Callable[[], None]) -> None:
        day = day_typed(str(value or ""))
        super().__init__(title, in_day(day) if day else value, changed, hint=_DAY)

    def value(self) -> object:
        """The day as ISO 8601; what is no day stays as it was typed, to be told of."""
        typed = super().value()
        day = day_typed(str(typed or ""))
        return day.isoformat() if day else typed


class Lines:
    """A few lines; with `each_line` a list that has one thing in each."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        value: object,
        changed: Callable[[], None],
        *,
        each_line: bool = False,
    ) -> None:
        self._each_line = each_line
        text = "\n".join(map(str, value)) if isinstance(value, list) else str(value or "")
        self._edit = TextBox(text)
        self._edit.setTabChangesFocus(True)
        self._edit.setAccessibleName(f"{title}, {ONE_EACH}" if each_line else title)
        self._edit.textChanged.connect(changed)
        rows = max(3, min(8, text.count("\n") + 1 + len(text) // 90))
        theme.follow(self._edit, lambda: self._edit.setFixedHeight(theme.px(22 * rows + 18)))

    @property
    def widget(self) -> QWidget:
        """The box."""
        return self._edit

    def value(self) -> object:
        """What was typed."""
        text = self._edit.toPlainText().strip()
        if not self._each_line:
            return text or None
        return [line.strip() for line in text.splitlines() if line.strip()] or None


class Pick:
    """One of some choices."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        choices: Mapping[str, str],
        value: object,
        changed: Callable[[], None],
    ) -> None:
        self._box = Dropdown(theme)
        self._box.setAccessibleName(title)
        self._box.addItem(PICK, None)
        for name, words in choices.items():
            self._box.addItem(words, name)
        self._box.setCurrentIndex(max(0, self._box.findData(value)))
        self._box.currentIndexChanged.connect(changed)

    @property
    def widget(self) -> QWidget:
        """The list."""
        return self._box

    def value(self) -> object:
        """What was chosen."""
        chosen: object = self._box.currentData()
        return chosen


class Ticks:
    """Any number of some choices."""

    def __init__(
        self, title: str, choices: Mapping[str, str], value: object, changed: Callable[[], None]
    ) -> None:
        self._made = QWidget()
        row = QHBoxLayout(self._made)
        row.setContentsMargins(0, 0, 0, 0)
        chosen = value if isinstance(value, list) else []
        self._boxes: dict[str, QCheckBox] = {}
        for name, words in choices.items():
            box = self._boxes[name] = QCheckBox(words)
            box.setAccessibleName(f"{title} {words}")
            box.setChecked(name in chosen)
            box.toggled.connect(changed)
            row.addWidget(box)
        row.addStretch(1)

    @property
    def widget(self) -> QWidget:
        """The boxes."""
        return self._made

    def value(self) -> object:
        """What is ticked."""
        return [name for name, box in self._boxes.items() if box.isChecked()] or None


class Rows:
    """Rows of several fields; a row can be added and taken away."""

    def __init__(
        self, theme: Theme, schema: Schema, value: object, changed: Callable[[], None]
    ) -> None:
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

    def __init__(
        self, theme: Theme, schema: Schema, value: object, changed: Callable[[], None]
    ) -> None:
        given = value if isinstance(value, Mapping) else {}
        found = schema.get("properties")
        properties = found if isinstance(found, Mapping) else {}
        self._made = QWidget()
        column = QVBoxLayout(self._made)
        column.setContentsMargins(0, 0, 0, 0)
        self._fields: dict[str, Field] = {}
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


def _choices(schema: Schema) -> dict[str, str]:
    found = schema.get("oneOf")
    choices = found if isinstance(found, list) else []
    return {str(each["const"]): str(each["title"]) for each in choices}
