"""All answers on one page: what is not right first, each with a way to it; then every answer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.forms import texts
from ui.forms.view_model import FormsViewModel
from ui.kit.announcing import announce
from ui.kit.answers import answer_grid
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import button, label

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.sheet import Looked
    from librarian.domain.forms.form import Problem

WIDTH = 760


class CheckView(CardColumn):
    """`finish` is asked for with a key that is only there while nothing stops the form."""

    def __init__(
        self,
        theme: Theme,
        model: FormsViewModel,
        go_to: Callable[[Problem], object],
        finish: Callable[[], object],
    ) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._go_to = go_to
        self._finish = finish

    def begin(self) -> None:
        """Put the keyboard on the first thing to do, which is at the top."""
        super().begin()
        self.verticalScrollBar().setValue(0)

    def show_now(self) -> None:
        """Show every answer as it is now."""
        now = self._model.now
        if now is None:
            return
        had_keyboard = self.has_keyboard()
        self.clear()
        self.column.addWidget(label(texts.CHECK_TITLE, letters="display", wrap=True))
        wrong = sorted((each for each in now.problems if each.stops), key=now.page_of)
        self._add_wrong(wrong)
        self._add_notes([each for each in now.problems if not each.stops])
        if not wrong:
            words = texts.FINISH_SEND if now.chosen else texts.FINISH
            done = button(words, self._finish, "primary")
            self.column.addWidget(at_the_left(done))
            self.first = done
        for number, topic in enumerate(now.topics):
            self._add_section(now, number, topic.title)
        self.respace()
        if had_keyboard:
            self.begin()
        announce(self, texts.problems(len(wrong)) if wrong else texts.CHECK_FINE)

    def _add_wrong(self, wrong: list[Problem]) -> None:
        if not wrong:
            self.column.addWidget(label(texts.CHECK_FINE, tone="good", wrap=True))
            return
        card = self.card(texts.problems(len(wrong)))
        for problem in wrong:
            card.addWidget(self._wrong(problem))

    def _wrong(self, problem: Problem) -> QWidget:
        from librarian.application.forms.sheet import spot_of  # noqa: PLC0415 - not needed to type

        go = button(texts.GO_TO_IT, partial(self._go_to, problem))
        go.setAccessibleName(f"{texts.GO_TO_IT}: {problem.what}")
        spot, now = spot_of(problem.question), self._model.now
        if now is None or not now.is_stale(spot):
            return self.row(problem.what, problem.remedy, go, tone="bad")
        right = button(texts.STILL_RIGHT, partial(self._model.confirm, spot))
        right.setAccessibleName(f"{texts.STILL_RIGHT}: {problem.what}")
        says = texts.STILL_OR_ANEW.format(now.said(spot))
        return self.row(problem.what, says, right, go, tone="bad")

    def _add_notes(self, notes: list[Problem]) -> None:
        if notes:
            card = self.card(texts.CHECK_NOTE)
            for problem in notes:
                card.addWidget(label(problem.what, tone="muted", wrap=True))

    def _add_section(self, now: Looked, number: int, title: str) -> None:
        found = next((each for each in now.sections() if each.title == title), None)
        change = button(texts.CHANGE, partial(self._model.go, number))
        change.setAccessibleName(f"{texts.CHANGE}: {title}")
        self.first = self.first or change
        card = self.card(title, change)
        if found:
            card.addLayout(answer_grid(self._theme, found.entries))
        else:
            card.addWidget(label(texts.CHECK_EMPTY, tone="muted"))
