"""All referrals in one column: overdue first, then what waits on this person, then the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from librarian.domain.errors import LibrarianError
from ui.kit.card_column import CardColumn, at_the_left
from ui.kit.empty import Choice
from ui.kit.parts import Parts
from ui.kit.theme import Theme
from ui.kit.widgets import button, label
from ui.referrals import place, texts
from ui.referrals.card import CardDeeds, ReferralCard, signing_of
from ui.referrals.reading_view import ReadingView
from ui.referrals.view_model import Board, ReferralsViewModel

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.forms.following import Followed

WIDTH: Final = 780
SHOWN_DONE: Final = 20
KEEP_DAYS: Final = 90


class ReferralsView(Parts):
    """Shows the board, or why there is none; `choose_folder` leads to where one is chosen."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        model: ReferralsViewModel,
        choose_folder: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._choose_folder = choose_folder
        self._theme = theme
        self._now = now
        self._model = model
        self._shown: Board | None = None
        self._cards: dict[str, ReferralCard] = {}
        self._all_done = False
        self.board = CardColumn(theme, WIDTH)
        self.copy = ReadingView(theme, model)
        self._hold(self.board, self.copy)
        self._hints.show_hints(texts.HINTS)
        model.changed.connect(self._show)
        model.turned.connect(self._turn)
        model.failed.connect(self._show_failure)
        theme.follow(self, self._respace)
        self._show()

    def _turn(self) -> None:
        """Show the copy that is to be read, or the list again."""
        opened = self._model.opened
        self._hints.show_hints(texts.READ_HINTS if opened else texts.HINTS)
        if opened:
            self.copy.show_copy(opened)
            self._turn_to(self.copy)
        else:
            self._shown = None
            self._show()

    def _show(self) -> None:
        board = self._model.board
        if self._model.opened is not None:
            return  # whoever reads is not taken away from it
        if board is None:
            self._shown = None
            self._explain("mail", texts.LOADING, "")
        elif not board.referrals:
            self._shown = board
            self._explain("mail", texts.NONE_TITLE, texts.NONE_TEXT)
        elif board != self._shown:
            self._draw(board)
            self._turn_to(self.board)

    def _draw(self, board: Board) -> None:
        self._shown = board
        had_keyboard = self.board.has_keyboard()
        begun = self._begun()
        self.board.clear()
        self._cards.clear()
        others = len(board.waiting) + len(board.to_sign)
        counts = len(board.with_me), others, len(board.overdue)
        self.board.column.addWidget(label(place.TITLE, letters="display", wrap=True))
        self.board.column.addWidget(label(texts.summary(*counts), tone="muted", wrap=True))
        done = board.done if self._all_done else board.done[:SHOWN_DONE]
        for title, group in (
            (texts.OVERDUE, board.overdue),
            (texts.WITH_YOU, board.with_me),
            (texts.TO_SIGN, board.to_sign),
            (texts.WAITING, board.waiting),
            (texts.DONE, done),
        ):
            self._add_group(title, group, board.names)
        if len(done) < len(board.done):
            more = button(texts.SHOW_ALL.format(len(board.done)), self._show_all_done, "link")
            self.board.column.addWidget(at_the_left(more))
        self._add_purge()
        self._write_again(begun)
        self.board.respace()
        self._respace()
        if had_keyboard:
            self.board.begin()

    def _add_group(self, title: str, group: tuple[Followed, ...], names: dict[str, str]) -> None:
        if not group:
            return
        self.board.column.addWidget(label(title, letters="title", wrap=True))
        for followed in group:
            name = texts.title(followed, names)
            signing = signing_of(followed, self._shown.signing if self._shown else None)
            card = ReferralCard(followed, name, self._now().date(), self._deeds(), signing)
            self._cards[followed.referral.id] = card
            self.board.column.addWidget(card)
            self.board.first = self.board.first or card.first

    def _add_purge(self) -> None:
        what = label(texts.PURGE_WHAT.format(KEEP_DAYS), tone="muted", letters="small", wrap=True)
        self.board.column.addWidget(what)
        purge = button(texts.PURGE, self._model.purge, "link")
        self.board.column.addWidget(at_the_left(purge))
        self.board.first = self.board.first or purge

    def _begun(self) -> dict[tuple[str, str], str]:
        """What a person has begun to write, by referral and field."""
        return {
            (name, field): entry.text()
            for name, card in self._cards.items()
            for field, entry in card.fields.items()
        }

    def _write_again(self, begun: dict[tuple[str, str], str]) -> None:
        for (name, field), words in begun.items():
            card = self._cards.get(name)
            if card and field in card.fields:
                card.fields[field].setText(words)

    def _show_all_done(self) -> None:
        self._all_done = True
        if self._shown:
            self._draw(self._shown)

    def _show_failure(self, error: LibrarianError) -> None:
        again = Choice(texts.TRY_AGAIN, self._model.load, primary=True)
        self._explain_failure(error, again)

    def _respace(self) -> None:
        px = self._theme.px
        for card in self._cards.values():
            card.inside.setContentsMargins(px(20), px(15), px(20), px(15))
            card.inside.setSpacing(px(8))

    def _deeds(self) -> CardDeeds:
        model = self._model
        return CardDeeds(
            send_now=model.send_now,
            sign=model.sign,
            sign_off=model.sign_off,
            read=model.read,
            answer_manager=model.answer_manager,
            take_back=model.take_back,
            choose_folder=self._choose_folder,
            sent_by_hand=model.sent_by_hand,
            open_message=model.open_message,
            answer=model.answer,
            note=model.note,
        )
