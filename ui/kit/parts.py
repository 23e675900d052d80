"""A page of several parts, one of them shown at a time, over the line that tells the keys."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from librarian.domain.errors import LibrarianError
from ui.kit.empty import Choice, EmptyState
from ui.kit.hints import Hints
from ui.kit.theme import Theme


@runtime_checkable
class Begins(Protocol):
    """A part that knows where a person would begin."""

    def begin(self) -> None:
        """Put the keyboard there."""


class Parts(QWidget):
    """Shows the one of its parts that is called for, or `empty`: why there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = EmptyState(theme)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(1, 1)  # a low window may cut what is shown
        self._stack.addWidget(self.empty)
        self._hints = Hints(theme)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(self._hints)

    def begin(self) -> None:
        """Put the keyboard where a person would begin."""
        shown: object = self._stack.currentWidget()
        choices = self.empty.choices()
        if isinstance(shown, Begins):
            shown.begin()
        else:
            (choices[0] if shown is self.empty and choices else self).setFocus()

    def _hold(self, *parts: QWidget) -> None:
        for part in parts:
            self._stack.addWidget(part)

    def _turn_to(self, part: QWidget, *, anew: bool = False) -> None:
        """Show a part; if it is another, or `anew`, the keyboard goes along where it was here."""
        focused: QWidget | None = self.window().focusWidget()
        had_keyboard = focused is not None and (focused is self or self.isAncestorOf(focused))
        begins = had_keyboard and (anew or self._stack.currentWidget() is not part)
        self._stack.setCurrentWidget(part)
        if begins:
            self.begin()

    def _explain(self, icon: str, title: str, text: str, *choices: Choice) -> None:
        self.empty.explain(icon, title, text, choices)
        self._turn_to(self.empty)

    def _explain_failure(self, error: LibrarianError, *choices: Choice) -> None:
        self._explain("circle-alert", error.title, error.remedy, *choices)
