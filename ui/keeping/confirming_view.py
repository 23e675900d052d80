"""One form at a time: this version, the one beside it, what differs, and three answers."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from librarian.application.about import Edition
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.paths import extension_of
from ui.keeping import texts
from ui.keeping.confirming_view_model import ConfirmingViewModel
from ui.kit.announcing import announce
from ui.kit.badges import BadgeLabel
from ui.kit.comparing import ComparisonView
from ui.kit.empty import Choice, EmptyState
from ui.kit.flow import FlowLayout
from ui.kit.scrolled import scrolled
from ui.kit.states import StateBadge, look_of
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, ProgressLine, button, label, rule, style

_LOW: Final = 180
"""What is different is no lower than this; in a lower window the page scrolls."""


class ConfirmingView(QWidget):
    """Asks; keys Y, N, L, U and O answer as the buttons do."""

    left = Signal()
    more_wanted = Signal()
    open_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: ConfirmingViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._progress = label(tone="muted")
        self._line = ProgressLine(theme)
        self._title = label(letters="title", strong="true", wrap=True)
        self._question = label(wrap=True, tone="warn")
        self._used = label(tone="muted")
        self._this = _Candidate(theme, now, texts.QUESTION)
        self._other = _Candidate(theme, now, texts.BESIDE)
        self._heading = label(strong="true")
        self.comparison = ComparisonView(theme, texts.DIFFERENCES)
        self._told = ElidedLabel()
        self._done = EmptyState(theme)
        self._asking = QFrame()
        self._buttons = self._made_buttons()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(texts.TASK_TITLE)
        style(self._told, tone="muted")
        self._lay_out()
        model.changed.connect(self._show)
        model.beside_changed.connect(self._show_beside)
        theme.follow(self, self._respace)

    def begin(self) -> None:
        """Put the keyboard on the yes, or on what comes after the last form."""
        if self._model.task:
            self._buttons[texts.YES].setFocus()
        elif self._done.choices():
            self._done.choices()[0].setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves has answered: what was answered last counts."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._model.settle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with one key."""
        answers = {
            Qt.Key.Key_Y: self._model.yes,
            Qt.Key.Key_N: self._model.no,
            Qt.Key.Key_L: self._model.leave_for_later,
            Qt.Key.Key_U: self._model.undo,
            Qt.Key.Key_O: self._open,
            Qt.Key.Key_Escape: self.left.emit,
        }
        answer = answers.get(Qt.Key(event.key()))
        if answer and not event.modifiers():
            answer()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self._model.edition:
            self.open_wanted.emit(self._model.edition.path)

    def _show(self) -> None:
        model, task = self._model, self._model.task
        total = len(model.tasks)
        self._line.show_share(model.place / total if total else 0.0)
        self._told.show_text(model.told)
        self._buttons[texts.UNDO].setVisible(bool(model.told))
        self._scroll.setVisible(task is not None)
        self._done.setVisible(task is None)
        if task is None or model.edition is None:
            self._show_done()
            return
        self._progress.setText(texts.progress(model.place + 1, total, model.confirmed))
        self._title.setText(task.title)
        self._question.setText(task.question)
        self._question.setVisible(bool(task.question))
        self._used.setText(texts.used(task, alone=model.other is None))
        self._used.setVisible(bool(self._used.text()))
        asked = bool(task.question)
        self._this.show_edition(model.edition, asked=asked)
        self._other.setVisible(model.other is not None)
        if model.other:
            self._other.show_edition(model.other, asked=asked)
        no = self._buttons[texts.NO_NEXT]
        no.setText(texts.NO_LAST if model.is_last_candidate else texts.NO_NEXT)
        self._heading.setText(texts.COMPARING)
        self.comparison.show_rows("", "", ())
        name = texts.name_of(model.edition)
        announce(self, f"{self._progress.text()}. {task.title}. {texts.QUESTION} {name}")

    def _show_beside(self) -> None:
        beside = self._model.beside
        if beside is None:
            self._heading.setText(self._model.trouble)
            return
        self._heading.setText(texts.DIFFERENCES if beside.differences else texts.TEXT)
        self.comparison.show_rows(beside.before, beside.after, beside.rows)

    def _show_done(self) -> None:
        model = self._model
        if not model.tasks:
            return
        self._progress.setText(texts.done(model.confirmed, model.later))
        choices = (
            Choice(texts.DONE_MORE, self.more_wanted.emit, primary=True),
            Choice(texts.DONE_BACK, self.left.emit),
        )
        self._done.explain(
            "circle-check", texts.DONE, texts.done(model.confirmed, model.later), choices
        )
        announce(self, self._progress.text())
        self.begin()

    def _made_buttons(self) -> dict[str, QPushButton]:
        model = self._model
        return {
            texts.YES: button(texts.YES, model.yes, "primary"),
            texts.NO_NEXT: button(texts.NO_NEXT, model.no),
            texts.LATER: button(texts.LATER, model.leave_for_later),
            texts.OPEN: button(texts.OPEN, self._open),
            texts.UNDO: button(texts.UNDO, model.undo, "link"),
        }

    def _lay_out(self) -> None:
        style(self._asking, kind="panel")
        top = QHBoxLayout()
        top.addWidget(self._progress)
        top.addWidget(self._told, 1)
        top.addWidget(self._buttons[texts.UNDO])
        top.addWidget(button(texts.STOP, self.left.emit, "small"))
        side = QHBoxLayout()
        side.addWidget(self._other, 1)  # as in the comparison: the other one, then this one
        side.addWidget(self._this, 1)
        answers = FlowLayout()
        for name in (texts.YES, texts.NO_NEXT, texts.LATER, texts.OPEN):
            answers.addWidget(self._buttons[name])
        inside = QVBoxLayout(self._asking)
        head = QVBoxLayout()
        for widget in (self._title, self._used, self._question):
            head.addWidget(widget)
        head.addLayout(side)
        head.addLayout(answers)
        inside.addLayout(head)
        inside.addWidget(rule())
        inside.addWidget(self._heading)
        inside.addWidget(self.comparison, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self._line)
        self._scroll = scrolled(self._asking)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._done, 1)
        self._top, self._side, self._answers = top, side, answers
        self._inside, self._head, self._column = inside, head, column

    def _respace(self) -> None:
        px = self._theme.px
        self.comparison.setMinimumHeight(px(_LOW))
        self._top.setContentsMargins(px(20), px(12), px(16), px(6))
        self._top.setSpacing(px(16))
        self._head.setContentsMargins(px(20), px(14), px(20), px(12))
        self._head.setSpacing(px(12))
        self._side.setSpacing(px(12))
        self._answers.setSpacing(px(8))
        self._heading.setContentsMargins(px(20), px(8), px(20), 0)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(px(2))
        self._column.setSpacing(0)


class _Candidate(QFrame):
    """One version: its badge, name, folder, date, and why it may be the one."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], title: str) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._heading = label(title, tone="muted", letters="small")
        self._badge = BadgeLabel(theme, Kind.OTHER)
        self._name = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._state = StateBadge(theme)
        self._about = ElidedLabel()
        self._folder = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._why = label(wrap=True, letters="small")
        style(self, kind="card")
        style(self._name, strong="true")
        for small in (self._about, self._folder):
            style(small, tone="muted", letters="small")
        self._lay_out()
        theme.follow(self, self._respace)

    def show_edition(self, edition: Edition, *, asked: bool) -> None:
        """Show another version."""
        self._badge.show_kind(kind_of(extension_of(edition.path)))
        self._name.show_text(texts.name_of(edition))
        self._state.show_look(look_of(edition.state, asked=asked))
        self._about.show_text(texts.about(edition, self._now()))
        self._folder.show_text(texts.place_of(edition))
        self._why.setText(edition.why)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._state)
        line.addWidget(self._about, 1)
        words = QVBoxLayout()
        words.addWidget(self._heading)
        words.addWidget(self._name)
        words.addLayout(line)
        words.addWidget(self._folder)
        words.addWidget(self._why)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._row, self._words, self._line = row, words, line

    def _respace(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(12), px(14), px(12))
        self._row.setSpacing(px(12))
        self._words.setSpacing(px(3))
        self._line.setSpacing(px(8))
