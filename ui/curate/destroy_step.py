"""One step towards destroying: what it is about, what it does, and the way out of it first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.curate import destroy_texts as texts
from ui.curate.destroy_view_model import DestroyViewModel
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import ProgressLine, button, label

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from collections.abc import Callable

    from librarian.application.disposing_queue import Disposal

WIDTH: Final = 860
_MOST: Final = 100


class DestroyStep(CardColumn):
    """Asks, as the first person, or agrees, as the second; then tells how far it has got."""

    def __init__(self, theme: Theme, model: DestroyViewModel, leave: Callable[[], object]) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._model = model
        self._leave = leave
        self._line: ProgressLine | None = None
        self._said = label(tone="muted")
        model.progressed.connect(self._show_progress)

    def begin_asking(self, chosen: tuple[Disposal, ...]) -> None:
        """Show what a first person asks for."""
        self._begin(texts.asking(len(chosen)), texts.NOTHING_YET, "muted")
        why = QLineEdit()
        why.setAccessibleName(texts.WHY)
        why.setPlaceholderText(texts.WHY)
        ask = button(texts.ASK_NOW, lambda: self._model.ask(chosen, why.text()), "primary")
        why.returnPressed.connect(ask.click)
        self.column.addWidget(why)
        self.column.addWidget(at_the_left(ask, button(texts.NOT_NOW, self._leave)))
        self._add_list(chosen)
        self.first = why

    def begin_agreeing(self, chosen: tuple[Disposal, ...]) -> None:
        """Show what goes for good, if this person agrees; the keyboard is on the way out."""
        self._begin(texts.agreeing(len(chosen)), texts.FOR_GOOD, "bad")
        self.column.addWidget(label(texts.GOES, wrap=True))
        stay = button(texts.NOT_NOW, self._leave)
        go = button(texts.agree_now(len(chosen)), lambda: self._model.agree(chosen))
        self.column.addWidget(at_the_left(stay, go))
        self._add_list(chosen)
        self.first = stay

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape changes nothing; what runs already is stopped with its button."""
        if event.key() == Qt.Key.Key_Escape and self._line is None:
            self._leave()
        else:
            super().keyPressEvent(event)

    def show_working(self) -> None:
        """Show that it is being done."""
        self._begin(texts.WORKING, "", "muted")
        self._line = line = ProgressLine(self._theme)
        line.show_share(None)
        self._said = label(tone="muted")
        stop = button(texts.STOP, self._model.stop)
        for widget in (line, self._said, at_the_left(stop)):
            self.column.addWidget(widget)
        self.first = stop
        self.respace()

    def _begin(self, title: str, words: str, tone: str) -> None:
        self._line = None
        self.clear()
        self.column.addWidget(label(title, letters="display", wrap=True))
        if words:
            self.column.addWidget(label(words, tone=tone, letters="lead", wrap=True))

    def _add_list(self, chosen: tuple[Disposal, ...]) -> None:
        card = self.card(texts.WHICH)
        for each in chosen[:_MOST]:
            card.addWidget(self.row(texts.name(each), texts.told(each)))
        if len(chosen) > _MOST:
            left = f"{len(chosen) - _MOST:,}"
            card.addWidget(label(texts.MORE.format(left), tone="muted"))
        self.respace()

    def _show_progress(self, done: int, total: int) -> None:
        if self._line is not None:
            self._line.show_share(done / total if total else None)
            self._said.setText(texts.PROGRESS.format(f"{done:,}", f"{total:,}"))
