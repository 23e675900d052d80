"""The charter to change: one section at a time, with how it will read beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from librarian.domain.charter.sections import sections_of
from ui.charter import texts
from ui.charter.reading import SIDE, Sheet
from ui.charter.typesetting import charter_html, words_html
from ui.kit.emptying import empty_out
from ui.kit.fields import Group
from ui.kit.scrolled import scrolled
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

_QUIET_MS = 250


class Editor(QWidget):
    """Changes `answers`, a section at a time; nothing is kept before it is put forward."""

    put_forward = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._schema: Mapping[str, object] = {}
        self._names: list[str] = []
        self._group: Group | None = None
        self.answers: dict[str, object] = {}
        self.sections = QListWidget()
        self.note = QLineEdit()
        self._fields = QVBoxLayout()
        self._preview = Sheet(theme, texts.READING)
        self._soon = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._soon.timeout.connect(self._draw)
        self._lay_out()
        self.sections.currentRowChanged.connect(self._turn_to)
        theme.follow(self, self._respace)

    def answers_of_form(self) -> object:
        """What stands in it already: names in it are no slips."""
        return self.answers

    def edit(self, schema: Mapping[str, object], answers: dict[str, object]) -> None:
        """Begin with these answers; they are changed as somebody types."""
        found = schema.get("properties")
        self._schema = found if isinstance(found, Mapping) else {}
        self.answers = answers
        self._names = list(self._schema)
        self.note.clear()
        self.sections.blockSignals(True)
        self.sections.clear()
        for name, each in self._schema.items():
            told = each if isinstance(each, Mapping) else {}
            self.sections.addItem(str(told.get("title", name)))
        self.sections.blockSignals(False)
        self.sections.setCurrentRow(0)
        self._turn_to(0)

    def begin(self) -> None:
        """Put the keyboard where the section is chosen."""
        self.sections.setFocus()

    def show_section(self, name: str) -> None:
        """Change this section next."""
        if name in self._names:
            self.sections.setCurrentRow(self._names.index(name))

    def _turn_to(self, row: int) -> None:
        if not 0 <= row < len(self._names):
            return
        empty_out(self._fields)
        name = self._names[row]
        schema = self._schema[name]
        inner = schema if isinstance(schema, Mapping) else {}
        self._group = Group(self._theme, inner, self.answers.get(name), self._change)
        self._fields.addWidget(label(str(inner.get("title", "")), letters="title", wrap=True))
        self._fields.addWidget(self._group.widget)
        self._fields.addStretch(1)
        self._draw()

    def _change(self) -> None:
        row = self.sections.currentRow()
        if self._group and 0 <= row < len(self._names):
            said = self._group.value()
            name = self._names[row]
            if said:
                self.answers[name] = said
            else:
                self.answers.pop(name, None)
        self._soon.start()

    def _draw(self) -> None:
        row = self.sections.currentRow()
        name = self._names[row] if 0 <= row < len(self._names) else ""
        found = sections_of(self.answers)
        ids = [each.id for each in found]
        place = self._preview.verticalScrollBar().value()
        if name in ids:
            number = ids.index(name)
            html = charter_html(self._theme, found[number : number + 1], first=number + 1)
        else:
            said = self.answers.get(name)
            team = said.get("name") if isinstance(said, Mapping) else None
            html = words_html(self._theme, str(team or self.sections.item(row).text()), said)
        self._preview.setHtml(html)
        self._preview.verticalScrollBar().setValue(place)

    def _lay_out(self) -> None:
        self.sections.setAccessibleName(texts.EDIT_SECTION)
        self.sections.setWordWrap(True)
        self.sections.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.sections.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style(self.sections, kind="contents")
        inside = QWidget()
        inside.setLayout(self._fields)
        style(inside, kind="page")
        self._area = scrolled(inside)
        style(self._area, kind="page")
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sections)
        middle.addWidget(self._area, 6)
        middle.addWidget(self._preview, 5)
        self.note.setAccessibleName(texts.NOTE)
        self.note.setPlaceholderText(texts.NOTE)
        self._foot = QHBoxLayout()
        self._foot.addWidget(label(texts.EDIT_LEAD, tone="muted"))
        self._foot.addWidget(self.note, 1)
        self._foot.addWidget(button(texts.THROW_AWAY, self.left.emit))
        self._foot.addWidget(button(texts.PUT_FORWARD, self._put_forward, "primary"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addLayout(self._foot)

    def _put_forward(self) -> None:
        self.put_forward.emit(self.note.text().strip())

    def _respace(self) -> None:
        px = self._theme.px
        self.sections.setFixedWidth(px(SIDE))
        self._fields.setContentsMargins(px(28), px(20), px(28), px(20))
        self._fields.setSpacing(px(10))
        self._foot.setContentsMargins(px(20), px(10), px(20), px(12))
        self._foot.setSpacing(px(12))
        if self._names:
            self._draw()
