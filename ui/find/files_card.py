"""A card of files on the start page: a title, and as many columns of files as it has room for."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.find.cards import FileCard
from ui.kit.theme import Theme
from ui.kit.widgets import label, style

_COLUMN: Final = 300
"""The least width, at 100 per cent, in which a file's title can be read."""


class FilesCard(QFrame):
    """A titled list of files, or the words that say why there is none."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        files: Sequence[FileCard],
        otherwise: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._files = files
        self._grid = QGridLayout()
        style(self, kind="card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lay_out(title, otherwise)

    @property
    def is_empty(self) -> bool:
        """Whether it holds no file."""
        return not self._files

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Files stand in more columns where there is more room."""
        super().resizeEvent(event)
        self._place()

    def _lay_out(self, title: str, otherwise: str) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(12), px(8), px(8))
        column.setSpacing(px(2))
        head = label(title, strong="true")
        head.setContentsMargins(px(10), 0, 0, px(6))
        column.addWidget(head)
        self._grid.setSpacing(px(2))
        column.addLayout(self._grid)
        if not self._files:
            words = label(otherwise, wrap=True, tone="muted")
            words.setContentsMargins(px(10), 0, px(10), px(8))
            column.addWidget(words)
        self._place()

    def _place(self) -> None:
        columns = max(1, self.width() // self._theme.px(_COLUMN))
        for number, card in enumerate(self._files):
            self._grid.addWidget(card, number // columns, number % columns)
