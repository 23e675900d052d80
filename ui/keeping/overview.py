"""Who looks after the drive, the forms to confirm first, and what people asked for."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from librarian.application.about import Board, Care, WishShown
from librarian.domain.names import shown_title
from ui.keeping import texts
from ui.kit.centred import CentredColumn
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
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


class Overview(CentredColumn):
    """Cards, drawn anew when something changed; what was typed stays."""

    def __init__(self, theme: Theme, deeds: OverviewDeeds) -> None:
        super().__init__(theme, WIDTH)
        self._theme = theme
        self._deeds = deeds
        self._shown: tuple[Care | None, Board | None] = (None, None)
        self._layouts: list[QVBoxLayout] = []
        self._first: QWidget | None = None
        theme.follow(self, self._respace)

    def show_care(self, care: Care, board: Board | None) -> None:
        """Show who looks after the drive and what waits for this person."""
        if (care, board) == self._shown:
            return
        self._shown = (care, board)
        focused: QWidget | None = self.window().focusWidget()
        had_focus = focused is not None and self.isAncestorOf(focused)
        self._clear()
        self.column.addWidget(label(texts.who(care), letters="display", wrap=True))
        if care.is_mine:
            self._add_task(board)
            self._add_wishes(board)
        else:
            self.column.addWidget(label(texts.OTHERS_WHAT, tone="muted", wrap=True))
        self._add_people(care)
        back = button(texts.BACK, self._deeds.leave)
        self.column.addWidget(_at_the_left(back))
        self._first = self._first or back
        self._respace()
        if had_focus:
            self.begin()

    def begin(self) -> None:
        """Put the keyboard on the first thing that can be done."""
        if self._first:
            self._first.setFocus()

    def _add_task(self, board: Board | None) -> None:
        card = self._card(texts.TASK_TITLE)
        waits = board is None
        tasks = board.tasks if board else ()
        words = texts.TASK_WAIT if waits else texts.TASK_WHAT if tasks else texts.TASK_NONE
        card.addWidget(label(words, tone="muted", wrap=True))
        if tasks:
            start = button(texts.TASK_START, self._deeds.start, "primary")
            start.setAccessibleName(f"{texts.TASK_START}: {texts.TASK_TITLE}")
            card.addWidget(_at_the_left(start))
            self._first = start
        if board and board.confirmed:
            confirmed = counted(board.confirmed, "form")
            card.addWidget(label(f"{confirmed} confirmed so far.", tone="good"))

    def _add_wishes(self, board: Board | None) -> None:
        card = self._card(texts.WISHES)
        wishes = board.wishes if board else ()
        if not wishes:
            card.addWidget(label(texts.NO_WISHES, tone="muted", wrap=True))
        for path, wish in wishes:
            card.addWidget(self._wish(path, wish))

    def _wish(self, path: str, wish: WishShown) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        title = shown_title(path)
        words = QVBoxLayout()
        words.addWidget(label(title, strong="true", wrap=True))
        words.addWidget(label(f"{wish.words} ({wish.who})", tone="muted", wrap=True))
        row.addLayout(words, 1)
        show = button(texts.SHOW, partial(self._deeds.show, path))
        show.setAccessibleName(f"{texts.SHOW}: {title}")
        row.addWidget(show)
        return made

    def _add_people(self, care: Care) -> None:
        card = self._card(texts.PEOPLE)
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

    def _card(self, title: str) -> QVBoxLayout:
        frame = QFrame()
        style(frame, kind="card")
        frame.setAccessibleName(title)
        inside = QVBoxLayout(frame)
        inside.addWidget(label(title, letters="lead", strong="true", wrap=True))
        self.column.addWidget(frame)
        self._layouts.append(inside)
        return inside

    def _clear(self) -> None:
        self._layouts.clear()
        self._first = None
        while (item := self.column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _respace(self) -> None:
        px = self._theme.px
        self.column.setContentsMargins(px(8), px(28), px(8), px(28))
        self.column.setSpacing(px(16))
        for inside in self._layouts:
            inside.setContentsMargins(px(20), px(16), px(20), px(18))
            inside.setSpacing(px(10))


def _at_the_left(widget: QWidget) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(widget)
    row.addStretch(1)
    return made
