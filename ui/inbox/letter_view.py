"""One referral as its service reads it: how it stands, what it says, and what to answer."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.domain.referrals import State
from ui.inbox import texts
from ui.inbox.view_model import InboxViewModel
from ui.kit.answers import answer_grid
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.pill import pill
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.intake import Arrived, Shown
    from librarian.application.forms.replies import Reply

WIDTH: Final = 820
_OPEN: Final = frozenset({State.SENT, State.RECEIVED, State.ANSWERED, State.ASKED})


class LetterView(CardColumn):
    """Cards about the chosen referral; what was begun to be written stays."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], model: InboxViewModel) -> None:
        super().__init__(theme, WIDTH)
        self._now = now
        self._model = model
        self._drawn: tuple[Arrived | None, Shown | None, object] = (None, None, None)
        self.words = self._words_field()
        model.opened.connect(self.show_chosen)

    def show_chosen(self) -> None:
        """Show the referral that is chosen now."""
        arrived, shown, trouble = self._model.chosen, self._model.shown, self._model.trouble
        if (arrived, shown, trouble) == self._drawn:
            return
        same = bool(arrived and self._drawn[0] and arrived.name == self._drawn[0].name)
        self._drawn = (arrived, shown, trouble)
        begun = self.words.text() if same else ""
        had_keyboard = self.has_keyboard()
        self.clear()
        self.words = self._words_field()
        self.words.setText(begun)
        if arrived is None:
            self.column.addWidget(label(texts.CHOOSE, tone="muted", wrap=True))
        else:
            self._add_head(arrived)
            self._add_deeds(arrived)
            self._add_said(arrived)
            self._add_answers(shown)
        self.respace()
        if had_keyboard:
            self.begin()

    def _add_head(self, arrived: Arrived) -> None:
        today, state = self._now().date(), arrived.referral.state
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(f"Case {arrived.slip.case}", letters="display", wrap=True), 1)
        if arrived.is_overdue:
            row.addWidget(pill(texts.OVERDUE, "bad"))
        row.addWidget(pill(texts.STATES[state], texts.TONES.get(state, "quiet")))
        self.column.addWidget(made)
        lines = [texts.came(arrived, today)]
        if arrived.slip.signed_by:
            lines.append(texts.SIGNED.format(arrived.slip.signed_by, arrived.slip.signed_on))
        if arrived.is_sealed:
            lines.append(texts.SEALED)
        for line in lines:
            self.column.addWidget(label(line, tone="muted", wrap=True))
        trouble = self._model.trouble
        if trouble:
            said = f"{trouble.title} {trouble.remedy}"
            self.column.addWidget(label(said, tone="bad", wrap=True))
        files = [file for file in arrived.files if not file.split(".")[0].endswith("answers")]
        deeds = [self._file_button(file) for file in sorted(files)]
        self.column.addWidget(at_the_left(*deeds))

    def _file_button(self, file: str) -> QWidget:
        made = button(texts.file(file), partial(self._model.open_file, file))
        self.first = self.first or made
        return made

    def _add_deeds(self, arrived: Arrived) -> None:
        state = arrived.referral.state
        if state is State.CLOSED:
            return
        inside = self.card(texts.STATES[state] if state not in _OPEN else texts.YOUR_ANSWER)
        if state not in _OPEN:
            inside.addWidget(at_the_left(self._deed(texts.CLOSE, State.CLOSED)))
            return
        asked = label(texts.WORDS, strong="true", wrap=True)
        asked.setBuddy(self.words)
        inside.addWidget(asked)
        inside.addWidget(self.words)
        inside.addWidget(label(texts.WORDS_WHAT, tone="muted", letters="small", wrap=True))
        deeds = [
            self._deed(texts.ACCEPT, State.ACCEPTED, "primary"),
            self._deed(texts.ASK, State.ASKED),
            self._deed(texts.DECLINE, State.DECLINED),
        ]
        if state is State.SENT:
            deeds.insert(0, self._deed(texts.RECEIVE, State.RECEIVED, "primary"))
            style(deeds[1], kind="")
        inside.addWidget(at_the_left(*deeds))

    def _deed(self, words: str, state: State, kind: str = "") -> QWidget:
        made = button(words, lambda: self._model.answer(state, self.words.text()), kind)
        self.first = self.first or made
        return made

    def _add_said(self, arrived: Arrived) -> None:
        for reply in arrived.replies:
            if reply.words:
                self.column.addWidget(_said(reply))

    def _add_answers(self, shown: Shown | None) -> None:
        if shown is None:
            if self._model.trouble is None:
                self.column.addWidget(label(texts.OPENING, tone="muted", wrap=True))
            return
        for warning in shown.warnings:
            made = QFrame()
            style(made, kind="card", tone="bad")
            inside = QVBoxLayout(made)
            inside.addWidget(label(warning, strong="true", wrap=True))
            self.column.addWidget(made)
        for section in shown.sections:
            grid = answer_grid(self._look, section.entries)
            self.card(texts.SECTIONS.get(section.title, section.title)).addLayout(grid)

    def _words_field(self) -> QLineEdit:
        made = QLineEdit()
        made.setAccessibleName(texts.WORDS)
        made.setPlaceholderText(texts.WORDS_HINT)
        return made


def _said(reply: Reply) -> QWidget:
    made = QFrame()
    style(made, kind="said")
    column = QVBoxLayout(made)
    column.setContentsMargins(12, 6, 8, 6)
    heads = {State.ANSWERED: texts.THEY_SAID, State.DECLINED: texts.YOU_SAID}
    column.addWidget(label(heads.get(reply.state, texts.YOU_ASKED), tone="muted", letters="small"))
    column.addWidget(label(reply.words, wrap=True))
    return made
