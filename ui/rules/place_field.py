"""Chooses places on the drive: a line that offers what holds the words, and what is chosen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from librarian.domain.paths import printable
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
from ui.rules import texts
from ui.rules.named import Named

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.domain.scope_choices import Places

_OFFERED: Final = 12


class PlaceField(QWidget):
    """Keeps the chosen places in their order; Enter adds what is written, or the only one like it.

    `missing` is what is said of words that no place is called.
    """

    changed = Signal()

    def __init__(self, theme: Theme, title: str, chosen: tuple[str, ...], missing: str) -> None:
        super().__init__()
        self._theme = theme
        self._missing = missing
        self._places: Places | None = None
        self._chosen = list(chosen)
        self.line = QLineEdit()
        self._offered = QStringListModel(self)
        self.named = Named(theme, title, self.line, self.line)
        self._rows = QVBoxLayout()
        self._set_up(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.named)
        column.addLayout(self._rows)
        self._draw()

    def offer(self, places: Places | None) -> None:
        """Offer these places from now on; None where they cannot be told."""
        self._places = places
        self.line.setPlaceholderText(texts.FOLDER_HINT if places else texts.NO_CHOICES)
        self.line.setEnabled(places is not None)
        self._draw()

    def value(self) -> tuple[str, ...]:
        """The places that are chosen."""
        return tuple(self._chosen)

    def settle(self) -> bool:
        """Take what is still written in the line; tells whether there is such a place."""
        words = self.line.text().strip()
        if not words:
            self.named.complain("")
        return not words or self._take(words)

    def _set_up(self, title: str) -> None:
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(texts.LOOKING)
        self.line.setEnabled(False)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_OFFERED)
        offered = QListView()
        style(offered, kind="offered")
        offered.setAccessibleName(title)
        completer.setPopup(offered)
        self.line.setCompleter(completer)
        self.line.textEdited.connect(self._offer_like)
        self.line.returnPressed.connect(self.settle)
        # queued: the line takes what was chosen first, and is emptied after that
        completer.activated.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def _offer_like(self, words: str) -> None:
        self.named.complain("")
        like = self._places.like(words, _OFFERED) if self._places and words.strip() else []
        self._offered.setStringList(list(like))
        self.changed.emit()

    def _take(self, words: str) -> bool:
        place = self._meant(words)
        if not place:
            self.named.complain(self._missing.format(words))
            return False
        self.named.complain("")
        self.line.clear()
        if place not in self._chosen:
            self._chosen.append(place)
            self._draw()
            self.changed.emit()
        return True

    def _meant(self, words: str) -> str:
        """Return the place called so, or the only one that is like it."""
        if self._places is None:
            return ""
        like = self._places.like(words, 2)
        return self._places.called(words) or (like[0] if len(like) == 1 else "")

    def _remove(self, place: str) -> None:
        self._chosen.remove(place)
        self._draw()
        self.changed.emit()
        self.line.setFocus()

    def _draw(self) -> None:
        empty_out(self._rows)
        for place in self._chosen:
            self._rows.addWidget(self._row(place))

    def _row(self, place: str) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(self._theme.px(4), 0, 0, 0)
        row.setSpacing(self._theme.px(10))
        row.addWidget(label(printable(place), wrap=True), 1)
        if self._places and not self._places.called(place):
            row.addWidget(label(texts.NOT_THERE, tone="warn"))
        away = button(texts.TAKE_AWAY, partial(self._remove, place), "link")
        away.setAccessibleName(texts.chosen(printable(place)))
        row.addWidget(away)
        return made
