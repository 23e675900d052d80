"""What an answer is given with: a line, a long text, a day, a choice, ticks, lines of a list.

Each shows a value and tells when a person gave another. None keeps anything but what is typed.
"""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ui.forms import texts
from ui.kit.text_box import TextBox
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label

_FEW: Final = 7
"""So many choices are shown one under the other; more are in a list to choose from."""
_LONG_HIGH: Final = 120


class Control(QWidget):
    """Gives one answer; `changed` carries it, None for none."""

    changed = Signal(object)

    def show_value(self, value: object) -> None:
        """Show another answer, without telling of it."""

    def begin(self) -> None:
        """Put the keyboard where the answer is given."""

    def name(self, words: str, more: str) -> None:
        """Say to a screen reader what is asked, and what there is to know about it."""


class TextLine(Control):
    """One line; `read` makes the value of what was typed, `said` the other way round."""

    def __init__(
        self,
        read: Callable[[str], object] = str,
        said: Callable[[object], str] = str,
        hint: str = "",
    ) -> None:
        super().__init__()
        self._read = read
        self._said = said
        self.field = QLineEdit()
        self.field.setPlaceholderText(hint)
        self.field.textEdited.connect(self._tell)
        self.setFocusProxy(self.field)
        _only(self, self.field)

    def show_value(self, value: object) -> None:
        """Show another answer; what is being typed and means the same stays as it is."""
        if self._read(self.field.text()) != value:
            self.field.setText("" if value is None else self._said(value))

    def begin(self) -> None:
        """Put the keyboard into the line."""
        self.field.setFocus()

    def name(self, words: str, more: str) -> None:
        """Name the line."""
        self.field.setAccessibleName(words)
        self.field.setAccessibleDescription(more)

    def _tell(self, typed: str) -> None:
        self.changed.emit(self._read(typed) if typed.strip() else None)


class LongText(Control):
    """Several lines, with a count of the words; Tab leads on, as in every other field."""

    def __init__(
        self,
        theme: Theme,
        read: Callable[[str], object],
        said: Callable[[object], str],
        hint: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        self._read = read
        self._said = said
        self.field = TextBox()
        self.field.setTabChangesFocus(True)
        self.field.setPlaceholderText(hint)
        self._count = label(tone="muted", letters="small")
        self.field.textChanged.connect(self._tell)
        self._showing = False
        self.setFocusProxy(self.field)
        column = _only(self, self.field)
        column.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        theme.follow(self, self._respace)

    def show_value(self, value: object) -> None:
        """Show another answer; the cursor stays where it is while the words are the same."""
        if self._read(self.field.toPlainText()) != value:
            self._showing = True
            self.field.setPlainText("" if value is None else self._said(value))
            self._showing = False
        self._count_words()

    def begin(self) -> None:
        """Put the keyboard into the text."""
        self.field.setFocus()

    def name(self, words: str, more: str) -> None:
        """Name the field."""
        self.field.setAccessibleName(words)
        self.field.setAccessibleDescription(more)

    def _tell(self) -> None:
        self._count_words()
        if not self._showing:
            typed = self.field.toPlainText()
            self.changed.emit(self._read(typed) if typed.strip() else None)

    def _count_words(self) -> None:
        number = len(self.field.toPlainText().split())
        self._count.setText(texts.word_count(number) if number else "")

    def _respace(self) -> None:
        self.field.setFixedHeight(self._theme.px(_LONG_HIGH))


class Choice(Control):
    """One of a few, under each other; the arrow keys go from one to the next."""

    def __init__(self, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._values = [value for value, _ in choices]
        self._group = QButtonGroup(self)
        self.buttons: list[QRadioButton] = []
        column = _only(self)
        for number, (_, words) in enumerate(choices):
            made = QRadioButton(words)
            self._group.addButton(made, number)
            self.buttons.append(made)
            column.addWidget(made)
        self._group.idToggled.connect(self._tell)
        self._showing = False

    def show_value(self, value: object) -> None:
        """Mark the choice."""
        self._showing = True
        if value in self._values:
            self.buttons[self._values.index(value)].setChecked(True)
        else:
            self._group.setExclusive(False)
            for each in self.buttons:
                each.setChecked(False)
            self._group.setExclusive(True)
        self._showing = False

    def begin(self) -> None:
        """Put the keyboard on what is chosen, or on the first."""
        chosen = [each for each in self.buttons if each.isChecked()]
        (chosen or self.buttons)[0].setFocus()

    def name(self, words: str, more: str) -> None:
        """Name each choice with its question."""
        for each in self.buttons:
            each.setAccessibleName(f"{words} {each.text()}")
            each.setAccessibleDescription(more)

    def _tell(self, number: int, is_on: bool) -> None:
        if is_on and not self._showing:  # the arrow keys choose too, without a click
            self.changed.emit(self._values[number])


class Picker(Control):
    """One of many, in a list that opens."""

    def __init__(self, theme: Theme, choices: Sequence[tuple[object, str]]) -> None:
        super().__init__()
        self._values: list[object] = [None, *(value for value, _ in choices)]
        self.box = Dropdown(theme)
        self.box.addItems([texts.NONE_CHOSEN, *(words for _, words in choices)])
        self.box.activated.connect(self._tell)
        self.setFocusProxy(self.box)
        _only(self, self.box)

    def show_value(self, value: object) -> None:
        """Mark the choice."""
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def begin(self) -> None:
        """Put the keyboard on the list."""
        self.box.setFocus()

    def name(self, words: str, more: str) -> None:
        """Name the list."""
        self.box.setAccessibleName(words)
        self.box.setAccessibleDescription(more)

    def _tell(self, number: int) -> None:
        self.changed.emit(self._values[number])


class Ticks(Control):
    """Any number of choices; lines beneath each say more, and some only when help is wanted."""

    def __init__(self, choices: Sequence[tuple[object, str, tuple[str, ...], str]]) -> None:
        super().__init__()
        self.boxes: list[tuple[object, QCheckBox]] = []
        self._more: list[str] = []
        self._helping: list[QLabel] = []
        self._column = _only(self)
        self._help = button(texts.HELP_CHOOSE, self._toggle_help)
        self._help.setCheckable(True)
        if any(helps for *_, helps in choices):
            self._column.addWidget(self._help, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._help.hide()
        for value, words, lines, helps in choices:
            self._add(value, words, lines, helps)

    def show_value(self, value: object) -> None:
        """Tick what is chosen."""
        chosen = value if isinstance(value, list) else []
        for each, box in self.boxes:
            box.setChecked(each in chosen)

    def begin(self) -> None:
        """Put the keyboard on the first."""
        if self.boxes:
            self.boxes[0][1].setFocus()

    def name(self, words: str, more: str) -> None:
        """Name each with its question."""
        for (_, box), lines in zip(self.boxes, self._more, strict=True):
            box.setAccessibleName(f"{words} {box.text()}")
            box.setAccessibleDescription(f"{lines} {more}".strip())

    def _add(self, value: object, words: str, lines: tuple[str, ...], helps: str) -> None:
        made = QCheckBox(words)
        made.clicked.connect(self._tell)
        self.boxes.append((value, made))
        self._more.append(" ".join(filter(None, (*lines, helps))))
        self._column.addWidget(made)
        for line in lines:
            self._column.addWidget(_beneath(line, "muted"))
        if helps:
            said = _beneath(helps, "accent")
            said.hide()
            self._helping.append(said)
            self._column.addWidget(said)

    def _toggle_help(self) -> None:
        for said in self._helping:
            said.setVisible(self._help.isChecked())

    def _tell(self) -> None:
        self.changed.emit([value for value, box in self.boxes if box.isChecked()] or None)


def _beneath(words: str, tone: str) -> QLabel:
    said = label(words, tone=tone, wrap=True)
    said.setIndent(28)
    return said


def choice_of(theme: Theme, choices: Sequence[tuple[object, str]]) -> Control:
    """Return what one of these is chosen with."""
    return Choice(choices) if len(choices) <= _FEW else Picker(theme, choices)


def _only(widget: QWidget, *inside: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    for each in inside:
        column.addWidget(each)
    return column


def caption(words: str) -> QLabel:
    """Return the words over a control."""
    return label(words, strong="true", wrap=True)
