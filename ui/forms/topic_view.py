"""One page of a form: headings, questions, and repeats as a list that grows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from ui.forms import texts
from ui.forms.case_bar import CaseBar
from ui.forms.field import Field, control_for
from ui.forms.view_model import FormsViewModel
from ui.kit.announcing import announce
from ui.kit.answers import row_head
from ui.kit.centred import CentredColumn
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.sheet import Looked
    from librarian.domain.forms.drawing import Element, Rows, Topic
    from librarian.domain.forms.form import Spot

WIDTH = 760


class TopicView(CentredColumn):
    """Built anew for another page, services or rows; else each field is brought up to date."""

    def __init__(self, theme: Theme, model: FormsViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._key: tuple[object, ...] = ()
        self.fields: dict[Spot, Field] = {}
        self._headings: list[tuple[QWidget, list[Field]]] = []
        self._row_heads: list[tuple[QLabel, int, Spot]] = []
        self._stop = label(tone="bad", wrap=True, letters="lead", strong="true")
        self._stop_frame = QFrame()
        self.case_bar = CaseBar(theme, model)
        self._told = ""
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._show_focused)
        style(self._stop_frame, kind="notice", tone="warn")
        QVBoxLayout(self._stop_frame).addWidget(self._stop)
        theme.follow(self, self._respace)

    def answers_of_form(self) -> object:
        """What stands in it already: names in it are no slips."""
        now = self._model.now
        return now.sheet.answers if now else {}

    def show_now(self) -> None:
        """Show the page that is turned to, as it is now."""
        now, page = self._model.now, self._model.page
        if now is None or page >= len(now.topics):
            return
        topic = now.topics[page]
        key = (now.sheet.id, page, topic, _rows(now, topic), tuple(s.id for s in now.chosen))
        if key != self._key:
            fresh = not self._key or self._key[:2] != key[:2]
            here, at = self._focused(), self.verticalScrollBar().value()
            self._build(now, topic)
            self._key = key
            self._update(now)
            self._settle(here, 0 if fresh else at)
        else:
            self._update(now)

    def _focused(self) -> str:
        """What the keyboard is on in this page, as a screen reader says it."""
        focused: QWidget | None = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return focused.accessibleName() if focused is not None and inside else ""

    def _settle(self, name: str, at: int) -> None:
        """Put the keyboard and the page where they were before it was built anew."""
        again = [each for each in _within(self.column) if name and each.accessibleName() == name]
        if again:
            again[0].show()  # what has only just been made is not to be seen yet
            again[0].setFocus()
        self.verticalScrollBar().setValue(at)

    def _add_row(self, spot: Spot) -> None:
        """One row more; the keyboard goes to its first question."""
        self._model.add_row(spot)
        now = self._model.now
        if now is not None:
            self.show_problem((*spot, now.rows(spot) - 1))
            self._laid_out.start()

    def _remove_row(self, spot: Spot, row: int, title: str) -> None:
        """One row less; the keyboard goes to what puts it back."""
        self._model.remove_row(spot, row)
        self._settle(f"{texts.PUT_BACK}: {title}", self.verticalScrollBar().value())
        self._laid_out.start()

    def _put_back(self, spot: Spot, row: int) -> None:
        """The row that was taken out; the keyboard goes to its first question."""
        self._model.put_back()
        self.show_problem((*spot, row))
        self._laid_out.start()

    def _show_focused(self) -> None:
        """Bring what the keyboard is on into view, once all has its place."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused)

    def show_answer(self, spot: Spot) -> None:
        """Show one answer that was just given; all others stay as they are."""
        field, now = self.fields.get(spot), self._model.now
        if field is not None and now is not None:
            field.show_state(now, tell_problems=self._model.page in self._model.passed)

    def begin(self) -> None:
        """Put the keyboard on the first question that is not answered, else on the first.

        A form that is empty begins above them, with what is known already.
        """
        now = self._model.now
        if now and not now.sheet.answers and not self.case_bar.isHidden():
            self.case_bar.field.setFocus()
            return
        asked = [field for field in self.fields.values() if not field.isHidden()]
        empty = [field for field in asked if now and now.value(field.spot) in (None, "", [])]
        for field in (empty or asked)[:1]:
            field.begin()

    def show_problem(self, spot: Spot) -> None:
        """Put the keyboard on the question at spot, or on the nearest beneath it."""
        for each, field in self.fields.items():
            if each[: len(spot)] == spot and not field.isHidden():
                field.begin()
                self.ensureWidgetVisible(field)
                return

    def _build(self, now: Looked, topic: Topic) -> None:
        self._clear()
        self.column.addWidget(label(topic.title, letters="display", wrap=True))
        self.column.addWidget(self._stop_frame)
        if self._model.page == 0 and any(each.prefill for each in now.sheet.form.questions):
            self.column.addWidget(self.case_bar)
            self.case_bar.show()
        self._add(now, topic.items, (), self.column)
        self._respace()

    def _add(self, now: Looked, items: Sequence[Element], base: Spot, into: QVBoxLayout) -> None:
        from librarian.domain.forms.drawing import Ask, Words  # noqa: PLC0415 - not needed to type

        under: list[Field] = []
        for item in items:
            if isinstance(item, Words):
                under = []
                words = label(item.text, wrap=True, **_letters(is_heading=item.is_heading))
                into.addWidget(words)
                if item.is_heading:
                    self._headings.append((words, under))
            elif isinstance(item, Ask):
                field = self._field(now, (*base, *item.pattern[_steps(base) :]), item.is_long)
                under.append(field)
                into.addWidget(field)
            else:
                self._add_rows(now, item, base, into)

    def _field(self, now: Looked, spot: Spot, is_long: bool) -> Field:
        from librarian.domain.forms.form import pattern_of  # noqa: PLC0415 - not needed to type

        question = now.form.by_pattern[pattern_of(spot)]
        control = control_for(self._theme, question, now, is_long=is_long)
        field = Field(self._theme, question, spot, control)
        field.answered.connect(partial(self._model.answer, spot))
        field.confirmed.connect(partial(self._model.confirm, spot))
        self.fields[spot] = field
        return field

    def _add_rows(self, now: Looked, rows: Rows, base: Spot, into: QVBoxLayout) -> None:
        spot: Spot = (*base, *rows.pattern[_steps(base) :])
        if rows.title != now.topics[self._model.page].title:  # it stands over the page already
            into.addWidget(label(rows.title, letters="title", wrap=True))
        number = now.rows(spot)
        for row in range(number):
            frame = QFrame()
            style(frame, kind="card")
            inside = QVBoxLayout(frame)
            head = QHBoxLayout()
            named = label(letters="lead", strong="true")
            self._row_heads.append((named, row, _first_asked(rows, (*spot, row))))
            head.addWidget(named, 1)
            if number > 1:
                remove = self._button(
                    texts.REMOVE,
                    f"{rows.title} {row + 1}",
                    partial(self._remove_row, spot, row, rows.title),
                )
                head.addWidget(remove)
            inside.addLayout(head)
            self._add(now, rows.items, (*spot, row), inside)
            into.addWidget(frame)
        add = self._button(texts.ADD, rows.title, partial(self._add_row, spot))
        line = QHBoxLayout()
        line.addWidget(add)
        gone = self._model.removed
        if gone is not None and gone.spot == spot:
            back = partial(self._put_back, spot, gone.row)
            line.addWidget(self._button(texts.PUT_BACK, rows.title, back))
            line.addWidget(label(texts.ROW_GONE.format(gone.row + 1), tone="muted"))
        line.addStretch(1)
        into.addLayout(line)

    def _button(self, words: str, title: str, pressed: Callable[[], object]) -> QWidget:
        made = button(words, pressed)
        made.setAccessibleName(f"{words}: {title}")
        return made

    def _update(self, now: Looked) -> None:
        tell = self._model.page in self._model.passed
        for field in self.fields.values():
            field.show_state(now, tell_problems=tell)
        for named, row, spot in self._row_heads:
            named.setText(row_head(row + 1, now.value(spot)))
        for heading, under in self._headings:
            heading.setVisible(not under or any(not field.isHidden() for field in under))
        stop = now.stop()
        words = f"{stop.what} {stop.remedy}" if stop else ""
        self._stop.setText(words)
        self._stop_frame.setVisible(bool(words))
        if words and words != self._told:
            announce(self._stop, words, urgent=True)
            self.ensureWidgetVisible(self._stop_frame)
        self._told = words

    def _clear(self) -> None:
        self.fields.clear()
        self._headings.clear()
        self._row_heads.clear()
        _empty(self.column, (self._stop_frame, self.case_bar))

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(20), px(8), px(28))
        self.column.setSpacing(px(10))


def _within(layout: QLayout) -> Iterator[QWidget]:
    """Every widget that a layout holds, and all inside them; none that is on its way out."""
    for number in range(layout.count()):
        item = layout.itemAt(number)
        widget, inner = (item.widget(), item.layout()) if item else (None, None)
        if widget is not None:
            yield from (widget, *widget.findChildren(QWidget))
        elif inner is not None:
            yield from _within(inner)


def _letters(*, is_heading: bool) -> dict[str, str]:
    return {"letters": "title"} if is_heading else {"tone": "muted"}


def _first_asked(rows: Rows, base: Spot) -> Spot:
    """The first question of a row, by whose answer it is called; the row where it has none."""
    from librarian.domain.forms.drawing import Ask  # noqa: PLC0415 - not needed to type

    first = next((item for item in rows.items if isinstance(item, Ask)), None)
    return (*base, *first.pattern[_steps(base) :]) if first else base


def _steps(base: Spot) -> int:
    """How many steps of a pattern lie in base."""
    return sum(isinstance(step, str) for step in base)


def _rows(now: Looked, topic: Topic) -> tuple[tuple[Spot, int], ...]:
    """How many rows each repeat of a page has."""
    from librarian.domain.forms.drawing import Rows  # noqa: PLC0415 - not needed to type

    return tuple(
        (item.pattern, now.rows(item.pattern)) for item in topic.items if isinstance(item, Rows)
    )


def _empty(layout: QLayout, kept: Sequence[QWidget]) -> None:
    """Take everything out of a layout; what is kept is only hidden."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            if widget not in kept:
                widget.deleteLater()
        elif inner is not None:
            _empty(inner, kept)
