"""Who looks after the drive, the forms to confirm first, and what people asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.application.about import Board, Care, WishShown
from librarian.domain.names import shown_title
from ui.keeping import texts
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.theme import Theme
from ui.kit.widgets import button, label
from ui.kit.wording import counted, listed

WIDTH = 720


@dataclass(frozen=True, slots=True)
class OverviewDeeds:
    """What the page's buttons do."""

    start: Callable[[], object]
    name_keeper: Callable[[str], object]
    take_over: Callable[[str], object]
    show: Callable[[str], object]
    leave: Callable[[], object]


class Overview(CardColumn):
    """Cards, drawn anew when something changed; what was typed stays."""

    def __init__(self, theme: Theme, deeds: OverviewDeeds) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._deeds = deeds
        self._shown: tuple[Care | None, Board | None] = (None, None)

    def show_care(self, care: Care, board: Board | None) -> None:
        """Show who looks after the drive and what waits for this person."""
        if (care, board) == self._shown:
            return
        self._shown = (care, board)
        had_keyboard = self.has_keyboard()
        self.clear()
        self.column.addWidget(label(texts.who(care), letters="display", wrap=True))
        if care.is_mine:
            self._add_task(board)
            self._add_wishes(board)
        else:
            self.column.addWidget(label(texts.OTHERS_WHAT, tone="muted", wrap=True))
        self._add_people(care)
        back = button(texts.BACK, self._deeds.leave)
        self.column.addWidget(at_the_left(back))
        self.first = self.first or back
        self.respace()
        if had_keyboard:
            self.begin()

    def _add_task(self, board: Board | None) -> None:
        card = self.card(texts.TASK_TITLE)
        waits = board is None
        tasks = board.tasks if board else ()
        words = texts.TASK_WAIT if waits else texts.TASK_WHAT if tasks else texts.TASK_NONE
        card.addWidget(label(words, tone="muted", wrap=True))
        if tasks:
            start = button(texts.TASK_START, self._deeds.start, "primary")
            start.setAccessibleName(f"{texts.TASK_START}: {texts.TASK_TITLE}")
            card.addWidget(at_the_left(start))
            self.first = start
        if board and board.confirmed:
            confirmed = counted(board.confirmed, "form")
            card.addWidget(label(f"{confirmed} confirmed so far.", tone="good"))

    def _add_wishes(self, board: Board | None) -> None:
        card = self.card(texts.WISHES)
        wishes = board.wishes if board else ()
        if not wishes:
            card.addWidget(label(texts.NO_WISHES, tone="muted", wrap=True))
        for path, wish in wishes:
            card.addWidget(self._wish(path, wish))

    def _wish(self, path: str, wish: WishShown) -> QWidget:
        title = shown_title(path)
        show = button(texts.SHOW, partial(self._deeds.show, path))
        show.setAccessibleName(f"{texts.SHOW}: {title}")
        return self.row(title, f"{wish.words} ({wish.who})", show)

    def _add_people(self, care: Care) -> None:
        card = self.card(texts.PEOPLE)
        if care.is_mine and len(care.keepers) == 1:
            card.addWidget(label(texts.MINE_ALONE, wrap=True))
        else:
            card.addWidget(label(listed(care.keepers), wrap=True))
        for taken in care.taken_over:
            card.addWidget(label(f"{texts.TAKEN} {taken}", tone="muted", wrap=True))
        for question in care.questions:
            if len(care.keepers) != 1:
                card.addWidget(label(question, tone="warn", wrap=True))
        if care.is_mine:
            self._add_field(card, texts.KEEPER, texts.ADD_KEEPER, self._deeds.name_keeper)
        elif care.may_begin:
            card.addWidget(label(texts.GONE, wrap=True))
            self._add_field(card, texts.GONE_WHY, texts.TAKE_OVER, self._deeds.take_over)

    def _add_field(
        self, card: QVBoxLayout, asked: str, does: str, act: Callable[[str], object]
    ) -> None:
        field = QLineEdit()
        field.setAccessibleName(asked)
        field.setPlaceholderText(asked)
        do = button(does, lambda: act(field.text()))
        field.returnPressed.connect(do.click)
        row = QHBoxLayout()
        row.addWidget(field, 1)
        row.addWidget(do)
        card.addLayout(row)
