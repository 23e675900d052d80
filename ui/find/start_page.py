"""Before anything is typed: what was starred, opened and changed, and the team's shelves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from librarian.domain.clocks import moment
from librarian.domain.paths import folder_of, printable
from ui.find import texts
from ui.find.cards import Card, FileCard, ShelfCard, ShutCard
from ui.find.care_bar import CareBar
from ui.find.files_card import FilesCard
from ui.find.start_view_model import StartViewModel
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import label, style
from ui.kit.wording import spoken_date, spoken_folder

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.finding import Shelf, Start
    from librarian.application.ports import Clock, Record
    from librarian.application.wishing import ShutFolder

_MOST = 6
_WIDE = 900
_SHELF = 230


class StartPage(QScrollArea):
    """Lists of files and shelves; every one of them can be reached with Tab and arrows."""

    opened = Signal(str)
    shelf_chosen = Signal(str)
    care_wanted = Signal()
    access_wanted = Signal(str)

    def __init__(
        self, theme: Theme, clock: Clock, start: StartViewModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clock = clock
        self._start = start
        self._care = CareBar(theme)
        self._lists = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._shelves = QGridLayout()
        self._shelves_title = label(texts.SHELVES, letters="lead", strong="true")
        self._waiting = label(texts.NO_SHELVES, tone="muted", wrap=True)
        self._cards: list[Card] = []
        self._files: list[FilesCard] = []
        style(self, kind="page")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        start.changed.connect(self._on_changed)
        start.care_changed.connect(self._on_care)
        self._care.wanted.connect(self.care_wanted)
        theme.follow(self, self._respace)

    def focus_first(self) -> None:
        """Put the keyboard on the first thing there is."""
        inside = self.widget()
        first = inside.findChild(FileCard) or inside.findChild(ShelfCard) if inside else None
        if first:
            first.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(first)

    def showEvent(self, event: QShowEvent) -> None:
        """What is on the screen has been seen."""
        super().showEvent(event)
        self._start.seen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lists stand side by side where there is room."""
        super().resizeEvent(event)
        self._respace()

    def _lay_out(self) -> None:
        inside = QWidget()
        style(inside, kind="page")
        self._column = QVBoxLayout(inside)
        self._column.addWidget(self._care)
        self._column.addLayout(self._lists)
        self._column.addWidget(self._shelves_title)
        self._column.addWidget(self._waiting)
        self._column.addLayout(self._shelves)
        self._column.addStretch(1)
        self.setWidget(inside)

    def _on_changed(self) -> None:
        start = self._start.start
        if start is None:
            return
        with self._focus_kept():
            self._draw_lists(start)
            self._draw_shelves(start.shelves)
        if self.isVisible():
            self._start.seen()

    def _on_care(self) -> None:
        self._care.show_care(self._start.care)

    @contextmanager
    def _focus_kept(self) -> Iterator[None]:
        """Whoever is on a file or a shelf is on it again when all was drawn anew."""
        window = self.window()
        focused = window.focusWidget()
        before = (type(focused), focused.place) if isinstance(focused, Card) else None
        yield
        for card in self.findChildren(Card):
            if (type(card), card.place) == before and card.isVisible():
                card.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _draw_lists(self, start: Start) -> None:
        """Each list that holds files has its own column; those that do not share the last one."""
        empty_out(self._lists)
        self._files = []
        rest: list[FilesCard] = []
        for title, records, otherwise in (
            (texts.STARRED, start.starred, texts.NO_STARS),
            (texts.RECENT, start.recent, texts.NO_RECENT),
            (texts.CHANGED, start.changed, texts.NO_CHANGES),
        ):
            files = [self._file(record) for record in records[:_MOST]]
            card = FilesCard(self._theme, title, files, otherwise, self.widget())
            self._files.append(card)
            if files:
                self._lists.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
            else:
                rest.append(card)
            card.show()
        self._add_rest(rest)

    def _add_rest(self, cards: Sequence[FilesCard]) -> None:
        if not self._lists.count():
            for card in cards:
                self._lists.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
            return
        if self._lists.count() < len(cards):
            self._lists.setStretch(0, len(cards))
        column = QVBoxLayout()
        column.setSpacing(self._theme.px(16))
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        if cards:
            self._lists.addLayout(column, 1)

    def _file(self, record: Record) -> FileCard:
        listing = record.listed
        when = spoken_date(moment(listing.modified), self._clock.now().astimezone())
        place = spoken_folder(printable(folder_of(listing.path)))
        from librarian.domain.names import shown_title  # noqa: PLC0415 - not needed to type

        title = shown_title(listing.path)
        card = FileCard(self._theme, listing.path, title, f"{when} · {place}")
        card.clicked.connect(partial(self._open, listing.path))
        return card

    def _draw_shelves(self, shelves: Sequence[Shelf]) -> None:
        empty_out(self._shelves)
        self._cards = [self._shelf(shelf) for shelf in shelves]
        self._cards += [self._shut(shut) for shut in self._start.shut]
        self._waiting.setVisible(not shelves)
        self._respace()

    def _shelf(self, shelf: Shelf) -> ShelfCard:
        card = ShelfCard(self._theme, shelf)
        card.clicked.connect(partial(self._choose_shelf, shelf.folder))
        return card

    def _shut(self, shut: ShutFolder) -> ShutCard:
        card = ShutCard(self._theme, shut)
        card.clicked.connect(partial(self._ask_access, shut.path))
        return card

    def _ask_access(self, folder: str, _checked: bool = False) -> None:
        self.access_wanted.emit(folder)

    def _open(self, path: str, _checked: bool = False) -> None:
        self.opened.emit(path)

    def _choose_shelf(self, folder: str, _checked: bool = False) -> None:
        self.shelf_chosen.emit(folder)

    def _respace(self) -> None:
        px = self._theme.px
        direction = QBoxLayout.Direction
        wide = self.width() >= px(_WIDE)
        self._lists.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._lists.setSpacing(px(16))
        for files in self._files:
            files.setVisible(wide or not files.is_empty)
        self._column.setContentsMargins(px(16), px(6), px(16), px(24))
        self._column.setSpacing(px(12))
        self._shelves.setSpacing(px(10))
        columns = max(1, (self.width() - px(32)) // px(_SHELF))
        for number, card in enumerate(self._cards):
            self._shelves.addWidget(card, number // columns, number % columns)
            card.show()
