"""Over the charter: whose word it is, what waits, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from librarian.application.charter.desk import CharterLook
from librarian.domain.searching import State
from ui.charter import texts
from ui.kit.states import LOOKS, StateBadge
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
from ui.kit.wording import spoken_day


@dataclass(frozen=True, slots=True)
class HeadDeeds:
    """What its buttons do."""

    invite: Callable[[], object]
    print: Callable[[], object]
    save: Callable[[str], object]
    sign: Callable[[], object]
    card: Callable[[], object]
    change: Callable[[], object]
    see_changes: Callable[[], object]
    see_changed: Callable[[], object]
    confirm: Callable[[], object]


class Head(QFrame):
    """A badge and a sentence at the left, buttons at the right, what waits beneath."""

    def __init__(self, theme: Theme, now: Callable[[], datetime], deeds: HeadDeeds) -> None:
        super().__init__()
        self._theme = theme
        self._now = now
        self._badge = StateBadge(theme)
        self._said = label(tone="muted", wrap=True)
        self._changed = button(texts.CHANGED, deeds.see_changed, "link")
        self.invite = button(texts.INVITE, deeds.invite, "primary")
        self._print = button(texts.PRINT, deeds.print)
        self._save = button(texts.SAVE_AS, self._open_menu)
        self._sign = button(texts.SIGNATURE, deeds.sign)
        self._card = button(texts.CARD, deeds.card)
        self._change = button(texts.CHANGE, deeds.change)
        self._menu = self._made_menu(deeds.save)
        self._waits = Strip(theme)
        self._notice = Strip(theme)
        self._signature = Strip(theme)
        self._see = button(texts.SEE_CHANGES, deeds.see_changes, "link")
        self._confirm = button(texts.CONFIRM, deeds.confirm)
        self._copy_again = button(texts.COPY_AGAIN, deeds.sign, "link")
        self._lay_out()
        theme.follow(self, self._respace)

    def show_look(self, look: CharterLook) -> None:
        """Show where the charter stands."""
        shown, current = look.shown, look.current
        confirmed = bool(current and current.who)
        self._badge.show_look(LOOKS[State.CURRENT if confirmed else State.DRAFT])
        self._said.setText(self._sentence(look))
        self._changed.setVisible(bool(look.changed))
        self._change.setVisible(look.may_change)
        for each in (self.invite, self._print, self._save, self._sign, self._card):
            each.setVisible(shown is not None)
        draft = look.draft if current else None
        unconfirmed = shown is not None and not confirmed and look.may_change
        words = texts.WAITS.format(draft.label, draft.who) if draft else texts.NOT_CONFIRMED
        self._waits.show_words(words if draft or unconfirmed else "")
        self._see.setVisible(draft is not None)
        self._confirm.setVisible(look.may_change)
        self._notice.show_words(look.notice)
        self._signature.show_words(texts.NEW_SIGNATURE if look.renew_signature else "")

    def _sentence(self, look: CharterLook) -> str:
        current = look.current
        if current and current.who and current.when:
            day = spoken_day(current.when, self._now())
            return texts.CONFIRMED.format(current.who, day, current.label)
        if look.draft:
            return texts.ONLY_DRAFT.format(look.draft.label)
        return texts.NOT_CONFIRMED

    def _made_menu(self, save: Callable[[str], object]) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(texts.SAVE_AS)
        for thing, words in texts.THINGS:
            menu.addAction(words).triggered.connect(partial(_call, save, thing))
        return menu

    def _open_menu(self) -> None:
        self._menu.popup(self._save.mapToGlobal(self._save.rect().bottomLeft()))

    def _lay_out(self) -> None:
        style(self, kind="head")
        self._row = QHBoxLayout()
        self._row.addWidget(self._badge)
        self._row.addWidget(self._said, 1)
        self._row.addWidget(self._changed)
        buttons = (self.invite, self._sign, self._card, self._print, self._save, self._change)
        for each in buttons:
            self._row.addWidget(each)
        self._waits.add(self._see, self._confirm)
        self._signature.add(self._copy_again)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        for strip in (self._waits, self._notice, self._signature):
            self._column.addWidget(strip)

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(20), px(12), px(20), px(12))
        self._column.setSpacing(px(8))
        self._row.setSpacing(px(8))


class Strip(QFrame):
    """A sentence on a soft ground, with what can be done about it; hidden while it is empty."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = label(wrap=True)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        style(self, kind="strip")
        self.hide()
        theme.follow(self, self._respace)

    def add(self, *widgets: QWidget) -> None:
        """Put buttons at its end."""
        for widget in widgets:
            self._row.addWidget(widget)

    def show_words(self, words: str) -> None:
        """Say this; nothing hides it."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def _respace(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(14), px(6), px(8), px(6))


def _call(deed: Callable[[str], object], thing: str, _checked: bool = False) -> None:
    deed(thing)
