"""What is in the working folder as cards, and the two parts that stand in their place."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.kit.desktop import ask_for_folder
from ui.kit.empty import Choice
from ui.kit.parts import Parts
from ui.kit.theme import Theme
from ui.together import texts
from ui.together.cards import Cards, CardsDeeds
from ui.together.entry import Entry
from ui.together.part import PartEditor
from ui.together.repeat import Repeat
from ui.together.view_model import TogetherViewModel

ChooseFolder = Callable[[QWidget, str], Path | None]


class TogetherView(Parts):
    """Shows the one of its parts that is called for."""

    settled = Signal()

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: TogetherViewModel,
        choose_folder: ChooseFolder = ask_for_folder,
    ) -> None:
        super().__init__(theme)
        self._model = model
        self._choose_folder = choose_folder
        self.cards = Cards(
            theme,
            now,
            CardsDeeds(
                write=model.open_part,
                repeat=model.open_repeat,
                month=model.load,
                choose=self._choose,
                entry=model.open_entry,
                review=self._make_review,
            ),
        )
        self.part = PartEditor(theme, now, model)
        self.entry = Entry(theme, now, model)
        self.repeat = Repeat(theme, model, self._ask_where)
        self._hints.show_hints(texts.HINTS)
        self._hold(self.cards, self.part, self.repeat, self.entry)
        self._connect()
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again every few seconds from now on."""
        super().showEvent(event)
        self._model.live(on=True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees it: look no more."""
        super().hideEvent(event)
        self._model.live(on=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the cards."""
        if event.key() == Qt.Key.Key_Escape and self._stack.currentWidget() is not self.empty:
            self._turn_to(self.cards)
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        board = self._model.board
        if board is None:
            self._explain("users", texts.LOADING, "")
        elif board.folder is None:
            choose = Choice(texts.CHOOSE, self._choose, primary=True)
            self._explain("lock", texts.NO_FOLDER, texts.NO_FOLDER_WHY, choose)
        else:
            self.cards.show_board(board)
            if self._stack.currentWidget() is self.empty:
                self._turn_to(self.cards)

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        other = Choice(texts.CHOOSE_OTHER, self._choose)
        self._explain_failure(error, again, other)

    def _choose(self) -> None:
        folder = self._choose_folder(self, texts.NO_FOLDER)
        if folder is not None:
            self._model.choose(folder)

    def _make_review(self, month: str) -> None:
        folder = self._choose_folder(self, texts.REVIEW_WHERE)
        if folder is not None:
            self._model.write_review(month, folder)

    def _ask_where(self) -> Path | None:
        return self._choose_folder(self, texts.WHERE)

    def _connect(self) -> None:
        model = self._model
        model.changed.connect(self._show)
        model.failed.connect(self._show_failure)
        model.part_opened.connect(self.part.open)
        model.part_opened.connect(self._show_part)
        model.repeat_opened.connect(self.repeat.open)
        model.repeat_opened.connect(self._show_repeat)
        model.compared.connect(self.repeat.show_compared)
        model.kept.connect(self._show_cards)
        model.entry_opened.connect(self.entry.open)
        model.entry_opened.connect(self._show_entry)
        self.entry.left.connect(self._show_cards)
        self.part.left.connect(self._show_cards)
        self.repeat.left.connect(self._show_cards)

    def _show_part(self) -> None:
        self._turn_to(self.part)

    def _show_repeat(self) -> None:
        self._turn_to(self.repeat)

    def _show_entry(self) -> None:
        self._turn_to(self.entry)

    def _show_cards(self) -> None:
        self._turn_to(self.cards)

    def _turn_to(self, part: QWidget, *, anew: bool = True) -> None:
        super()._turn_to(part, anew=anew)
        self._hints.setVisible(part not in (self.empty, self.cards))
        self.settled.emit()
