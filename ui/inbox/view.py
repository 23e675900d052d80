"""A service's inbox: its referrals at the left, the chosen one at the right."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.errors import LibrarianError
from ui.inbox import texts
from ui.inbox.letter_view import LetterView
from ui.inbox.view_model import InboxViewModel, Tray
from ui.kit.card_column import at_the_left
from ui.kit.empty import Choice, EmptyState
from ui.kit.parts import Parts
from ui.kit.theme import Theme
from ui.kit.widgets import Dropdown, button, label, style

NAME: Final = Qt.ItemDataRole.UserRole
LIST_WIDTH: Final = 300


class InboxView(Parts):
    """Shows the tray, or why there is none."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: InboxViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._theme = theme
        self._now = now
        self._model = model
        self.letter = LetterView(theme, now, model)
        self.nothing = EmptyState(theme)
        self._right = QStackedWidget()
        self.services = Dropdown(theme)
        self.list = QListWidget()
        self._title = label(letters="title", wrap=True)
        self._waiting = label(tone="muted", wrap=True)
        self._lay_out()
        model.changed.connect(self._show)
        model.failed.connect(self._show_failure)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.services.activated.connect(self._on_service)
        theme.follow(self, self._respace)
        self._show()

    def begin(self) -> None:
        """Put the keyboard where a person would begin."""
        if self._stack.currentWidget() is self._split:
            (self.services if self.list.isHidden() else self.list).setFocus()
        else:
            super().begin()

    def _lay_out(self) -> None:
        self.services.setAccessibleName(texts.SERVICE)
        self.list.setAccessibleName(texts.PACKETS)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style(self.list, kind="tray")
        self._side = QFrame()
        style(self._side, kind="panel")
        side = QVBoxLayout(self._side)
        for widget in (self._title, self._waiting, self.services):
            side.addWidget(widget)
        side.addWidget(self.list, 1)
        side.addStretch()
        self._purge = at_the_left(button(texts.PURGE, self._model.purge, "link"))
        side.addWidget(self._purge)
        self._right.addWidget(self.letter)
        self._right.addWidget(self.nothing)
        self._split = QSplitter()
        self._split.addWidget(self._side)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(1, 1)
        self._split.setChildrenCollapsible(False)
        self._hold(self._split)
        self._hints.show_hints(texts.HINTS)

    def _show(self) -> None:
        tray = self._model.tray
        if tray is None:
            self._explain("mail", texts.LOADING, "")
        elif not tray.services:
            self._explain("lock", texts.NO_INBOX, texts.NO_INBOX_TEXT)
        elif not tray.packets and len(tray.services) == 1:
            self._explain("mail", texts.EMPTY, texts.EMPTY_TEXT.format(tray.name))
        else:
            self._fill(tray)
            self._turn_to(self._split)

    def _fill(self, tray: Tray) -> None:
        self._title.setText(tray.name)
        self._waiting.setText(texts.waiting(tray.waiting))
        self.nothing.explain("mail", texts.EMPTY, texts.EMPTY_TEXT.format(tray.name))
        self._right.setCurrentWidget(self.letter if tray.packets else self.nothing)
        for each in (self._waiting, self.list, self._purge):
            each.setVisible(bool(tray.packets))
        self.services.setVisible(len(tray.services) > 1)
        self._title.setVisible(len(tray.services) == 1)  # else the choice of services says it
        self.services.clear()
        for service, name in tray.services:
            self.services.addItem(name, service)
        self.services.setCurrentText(tray.name)
        chosen = self._model.chosen.name if self._model.chosen else ""
        self.list.blockSignals(True)
        self.list.clear()
        today = self._now().date()
        for arrived in tray.packets:
            item = QListWidgetItem("\n".join(texts.row(arrived, today)))
            item.setData(NAME, arrived.name)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(texts.row(arrived, today)))
            if arrived.is_overdue:
                item.setIcon(self._theme.icon("triangle-alert", "bad", 18))
            self.list.addItem(item)
            if arrived.name == chosen or not chosen:
                self.list.setCurrentItem(item)
                chosen = arrived.name
        self.list.blockSignals(False)

    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._model.choose(str(item.data(NAME)))

    def _on_service(self, place: int) -> None:
        self._model.load(str(self.services.itemData(place)))

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self._explain_failure(error, again)

    def _respace(self) -> None:
        px = self._theme.px
        layout = self._side.layout()
        if layout:
            layout.setContentsMargins(px(16), px(20), px(10), px(10))
            layout.setSpacing(px(8))
        self._side.setMinimumWidth(px(220))
        self._split.setSizes([px(LIST_WIDTH), px(4 * LIST_WIDTH)])
        self.list.setSpacing(px(2))
