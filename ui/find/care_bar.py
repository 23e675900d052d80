"""At the top of the start page: nobody looks after this drive yet, or you do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.find import texts
from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style

if TYPE_CHECKING:  # services are not loaded before the window is shown
    from librarian.application.about import Care


class CareBar(QFrame):
    """A card with one button; hidden for whoever has nothing to do here."""

    wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel()
        self._title = label(strong="true")
        self._text = label(texts.CARE_TEXT, tone="muted", wrap=True)
        self._button = button(texts.CARE_DO, self.wanted.emit)
        style(self, kind="card")
        words = QVBoxLayout()
        words.addWidget(self._title)
        words.addWidget(self._text)
        row = QHBoxLayout(self)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row, self._words = row, words
        theme.follow(self, self._respace)
        self.hide()

    def show_care(self, care: Care | None) -> None:
        """Offer to look after the drive, or lead to what waits for those who do."""
        mine = care is not None and care.is_mine
        open_to_all = care is not None and care.is_nobodys and care.may_begin
        self._title.setText(texts.KEEPER_TITLE if mine else texts.CARE_TITLE)
        self._text.setVisible(not mine)
        self._button.setText(texts.KEEPER_DO if mine else texts.CARE_DO)
        self.setVisible(mine or open_to_all)

    def _respace(self) -> None:
        px = self._theme.px
        self._icon.setPixmap(self._theme.pixmap("users", "accent", 26))
        self._row.setContentsMargins(px(18), px(10), px(14), px(10))
        self._row.setSpacing(px(14))
        self._words.setSpacing(px(2))
