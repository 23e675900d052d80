"""Above the versions: what the document is called, whether it is confirmed, what can be done."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from librarian.application.about import About
from librarian.domain.kinds import Kind, kind_of
from librarian.domain.paths import extension_of
from ui.document import texts
from ui.kit.badges import BadgeLabel
from ui.kit.emptying import empty_out
from ui.kit.flow import FlowLayout
from ui.kit.states import StateBadge, look_of
from ui.kit.theme import Theme
from ui.kit.widgets import ElidedLabel, button, icon_button, label, style

Deed = tuple[str, str, Callable[[], object], str]
"""A button: its words, its keys, what it does, and its kind."""


class DocumentHead(QFrame):
    """Title, badge, and buttons; the notice of a change that nobody confirmed beneath."""

    def __init__(
        self,
        theme: Theme,
        now: Callable[[], datetime],
        go_back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now = now
        self._back = icon_button(theme, "chevron-left", texts.BACK, go_back)
        self._back.setToolTip(texts.BACK_WHY)
        self._badge = BadgeLabel(theme, Kind.OTHER)
        self._title = ElidedLabel(mode=Qt.TextElideMode.ElideMiddle)
        self._state = StateBadge(theme)
        self._standing = ElidedLabel()
        self._buttons = FlowLayout()
        self._edited = _EditedBar(theme)
        self._gone = label(wrap=True, tone="warn")
        self._offered: tuple[str, ...] = ()
        style(self, kind="panel")
        style(self._title, letters="title", strong="true")
        style(self._standing, tone="muted")
        self._lay_out()
        theme.follow(self, self._respace)

    def show_about(self, about: About | None, title: str, deeds: tuple[Deed, ...]) -> None:
        """Show another document and what can be done with it."""
        current = about.current if about else None
        path = about.path if about else ""
        self._badge.show_kind(kind_of(extension_of(path)))
        self._badge.setVisible(bool(path))
        self._title.show_text(title)
        asked = bool(about and about.question)
        self._state.show_look(look_of(current.state, asked=asked) if current else None)
        self._standing.show_text(texts.standing(about, self._now()) if about else texts.LOADING)
        self._offer(deeds)

    def show_edited(self, about: About | None, deeds: tuple[Deed, ...]) -> None:
        """Say that the file was changed, moved or deleted after it was confirmed, where it was."""
        words = texts.around(about, self._now()) if about else ""
        self._edited.setVisible(bool(words))
        self._edited.offer(words, deeds, ask=bool(about and not about.may_change))
        gone = texts.missing(about, self._now()) if about else ""
        self._gone.setText(gone)
        self._gone.setVisible(bool(gone))

    def buttons(self) -> list[QPushButton]:
        """The buttons that are offered."""
        return [each for each in self.findChildren(QPushButton) if not each.isHidden()]

    def _offer(self, deeds: tuple[Deed, ...]) -> None:
        words = tuple(deed[0] for deed in deeds)
        if words == self._offered:  # the keyboard may be on one of them
            return
        self._offered = words
        empty_out(self._buttons)
        for name, keys, act, kind in deeds:
            made = button(name, act, kind)
            made.setToolTip(f"{name} ({keys})" if keys else "")
            self._buttons.addWidget(made)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self._state)
        line.addWidget(self._standing, 1)
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addLayout(line)
        top = QHBoxLayout()
        top.addWidget(self._back)
        top.addWidget(self._badge)
        top.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.addLayout(top)
        column.addLayout(self._buttons)
        outer = QVBoxLayout()
        outer.addWidget(self._edited)
        outer.addWidget(self._gone)
        column.addLayout(outer)
        self._column, self._top, self._words, self._line = column, top, words, line

    def _respace(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(12), px(14), px(16), px(14))
        self._column.setSpacing(px(12))
        self._top.setSpacing(px(10))
        self._words.setSpacing(px(4))
        self._line.setSpacing(px(8))
        self._buttons.setSpacing(px(8))


class _EditedBar(QFrame):
    """The file at the current one's place is not what was confirmed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = QLabel()
        self._words = label(wrap=True)
        self._ask = label(texts.EDITED_ASK, wrap=True, tone="muted")
        self._buttons = FlowLayout()
        self._offered: tuple[str, ...] = ()
        style(self, kind="notice", tone="warn")
        words = QVBoxLayout()
        words.addWidget(self._words)
        words.addWidget(self._ask)
        words.addLayout(self._buttons)
        row = QHBoxLayout(self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self._row = row
        theme.follow(self, self._respace)

    def offer(self, what: str, deeds: tuple[Deed, ...], *, ask: bool) -> None:
        """Show what it is, and what can be done about it."""
        self._words.setText(what)
        self._ask.setVisible(ask)
        words = tuple(deed[0] for deed in deeds)
        if words == self._offered:  # the keyboard may be on one of them
            return
        self._offered = words
        empty_out(self._buttons)
        for name, _, act, kind in deeds:
            self._buttons.addWidget(button(name, act, kind))

    def _respace(self) -> None:
        px = self._theme.px
        self._icon.setPixmap(self._theme.pixmap("triangle-alert", "warn", 20))
        self._row.setContentsMargins(px(14), px(10), px(14), px(10))
        self._row.setSpacing(px(12))
        self._buttons.setSpacing(px(8))
