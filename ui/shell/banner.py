"""The banner over the page while the drive is away: what still works, and what is being done."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from ui.kit.theme import Theme
from ui.kit.widgets import button, label, style
from ui.shell import texts


class AwayBanner(QFrame):
    """Says that the drive is away; `look_again` tries it now."""

    def __init__(self, theme: Theme, look_again: Callable[[], object]) -> None:
        super().__init__()
        self._theme = theme
        self._sign = QLabel()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(texts.LOST, strong="true"))
        words.addWidget(label(texts.LOST_WHAT, wrap=True))
        self._row.addLayout(words, 1)
        self._row.addWidget(button(texts.TRY_NOW, look_again))
        style(self, kind="banner")
        self.setAccessibleName(texts.LOST)
        theme.follow(self, self._redraw)
        self.hide()

    def _redraw(self) -> None:
        px = self._theme.px
        self._sign.setPixmap(self._theme.pixmap("unplug", "warn", 24))
        self._row.setContentsMargins(px(20), px(10), px(20), px(10))
        self._row.setSpacing(px(14))
