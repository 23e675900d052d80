"""One question on a page: its words, where its answer comes from, what it is answered with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from librarian.domain.forms.wording import PICTURE, titles_of
from ui.forms import controls, lines, texts
from ui.forms.controls import Control
from ui.forms.pictures import PictureControl
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.sheet import Looked
    from librarian.domain.forms.form import Question, Spot

_LONG: Final = 500
"""An answer that may have more letters than this gets several lines."""


class Field(QFrame):
    """Asks one question; `answered` carries the answer, `confirmed` says a known one is right."""

    answered = Signal(object)
    confirmed = Signal()

    def __init__(self, theme: Theme, question: Question, spot: Spot, control: Control) -> None:
        super().__init__()
        self._theme = theme
        self._question = question
        self.spot = spot
        self.control = control
        self._title = controls.caption(question.title)
        self._hint = label(str(question.schema.get("description", "")), tone="muted", wrap=True)
        self._source = label(tone="muted", letters="small", wrap=True)
        self._right = button(texts.STILL_RIGHT, self.confirmed.emit)
        self._error = label(tone="bad", wrap=True)
        self._closed = label(texts.CANNOT_NOW, tone="muted", letters="small")
        self._state: tuple[object, ...] = ()
        self._lay_out()
        control.changed.connect(self.answered)
        theme.follow(self, self._respace)

    def show_state(self, now: Looked, *, tell_problems: bool) -> None:
        """Show the answer, where it is from, and what is not right where that is to be told."""
        seen, spot = now.seen, self.spot
        is_open = seen.is_open(spot)
        state: tuple[object, ...] = (
            *(seen.is_shown(spot), is_open, now.value(spot), now.problem(spot), tell_problems),
            *(now.is_stale(spot), now.known(spot), now.sheet.source),
        )
        if state == self._state:
            return  # a key press changes one answer of a page: all others stay as they are
        self._state = state
        self.setVisible(seen.is_shown(spot))
        self.control.setEnabled(is_open)
        self._closed.setVisible(not is_open)
        self.control.show_value(now.value(spot))
        problem = now.problem(spot)
        asked_again = now.is_stale(spot)
        self._show_source(now, asked_again=asked_again)
        words = problem.what if problem and tell_problems and not asked_again else ""
        self._error.setText(f"{words} {problem.remedy}" if problem and words else "")
        self._error.setVisible(bool(words))
        style(self, kind="field", wrong="true" if words else "false")
        more = (self._hint.text(), self._source.text(), self._error.text())
        self.control.name(self.words, " ".join(part for part in more if part))

    @property
    def words(self) -> str:
        """The question, with the number of its row."""
        rows = [step + 1 for step in self.spot if isinstance(step, int)]
        return f"{self._question.title} ({rows[-1]})" if rows else self._question.title

    def begin(self) -> None:
        """Put the keyboard where the answer is given."""
        self.control.begin()

    def _show_source(self, now: Looked, *, asked_again: bool) -> None:
        known = now.known(self.spot)
        source = (known.source if known else "") or now.sheet.source
        said = ""
        if known:
            said = (texts.asks_again if asked_again else texts.from_where)(known, source)
        self._source.setText(said)
        style(self._source, tone="warn" if asked_again else "muted")
        self._source.setVisible(bool(known))
        self._right.setVisible(asked_again)
        self._right.setAccessibleName(f"{texts.STILL_RIGHT}: {self.words}")

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._title.setBuddy(self.control)
        self._below = QHBoxLayout()
        self._below.addWidget(self._source, 1)
        self._below.addWidget(self._right)
        self._hint.setVisible(bool(self._hint.text()))
        for widget in (self._title, self._hint, self._error, self.control, self._closed):
            self._column.addWidget(widget)
        self._column.addLayout(self._below)

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(6), px(12), px(8))
        self._column.setSpacing(px(5))


def control_for(theme: Theme, question: Question, now: Looked, *, is_long: bool) -> Control:
    """Return what a question is answered with."""
    schema = question.schema
    if question.id == "services" and now.sheet.form.takes_services:
        offered = now.sheet.form.services
        return controls.Ticks(
            [(s.id, s.name, texts.service_lines(s), texts.help_line(s)) for s in offered]
        )
    choices = _choices(schema)
    if choices:
        return controls.choice_of(theme, choices)
    kind = schema.get("type")
    if kind == "array":
        return _list_control(theme, question, now)
    if kind == "boolean":
        return controls.Choice(((True, texts.YES), (False, texts.NO)))
    if kind in ("integer", "number"):
        return lines.number_line(whole=kind == "integer")
    return _words_control(theme, schema, is_long=is_long)


def _words_control(theme: Theme, schema: Mapping[str, object], *, is_long: bool) -> Control:
    written = schema.get("format")
    if written == "date":
        return lines.day_line()
    if written == "time":
        return lines.time_line()
    if written == PICTURE:
        return PictureControl(theme)
    most = schema.get("maxLength")
    long = is_long or (isinstance(most, int) and most > _LONG)
    return lines.long_text(theme) if long else lines.text_line()


def _list_control(theme: Theme, question: Question, now: Looked) -> Control:
    items = question.schema.get("items")
    inner = items if isinstance(items, Mapping) else {}
    choices = _choices(inner)
    if choices:
        return controls.Ticks([(value, words, (), "") for value, words in choices])
    if question.restrictions and inner.get("type") == "object":
        from ui.forms.restricting import Restricting  # noqa: PLC0415 - it asks for this module

        return Restricting(theme, question, now)
    return lines.list_of_lines(theme)


def _choices(schema: Mapping[str, object]) -> Sequence[tuple[object, str]]:
    titled = titles_of(schema)
    if titled:
        return tuple(titled.items())
    given = schema.get("enum")
    return tuple((each, str(each)) for each in given) if isinstance(given, list) else ()
