"""The guide beside the boxes: what matters in a section, a good and a poor example."""

from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from librarian.domain.minutes.guide import SectionGuide
from ui.kit.emptying import empty_out
from ui.kit.theme import Theme
from ui.kit.widgets import label, style
from ui.minutes import texts

WIDTH: Final = 264


class GuidePanel(QFrame):
    """Shows the guide of the sections that are being filled in."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        style(self, kind="side")
        self.setAccessibleName(texts.GUIDE)
        theme.follow(self, self._redraw)

    def show_guides(self, guides: tuple[SectionGuide, ...]) -> None:
        """Show these guides, one under the other."""
        empty_out(self._column)
        for guide in guides:
            self._column.addWidget(label(guide.title.partition(" ")[2], strong="true", wrap=True))
            self._column.addWidget(label(guide.line, wrap=True))
            self._column.addWidget(_example(texts.GOOD, guide.good, "good"))
            self._column.addWidget(_example(texts.POOR, guide.poor, "muted"))
        self._column.addStretch(1)

    def _redraw(self) -> None:
        px = self._theme.px
        self.setFixedWidth(px(WIDTH))
        self._column.setContentsMargins(px(16), px(18), px(16), px(16))
        self._column.setSpacing(px(8))


def _example(title: str, words: str, tone: str) -> QWidget:
    made = QFrame()
    style(made, kind="said")
    inside = QVBoxLayout(made)
    inside.addWidget(label(title, letters="small", tone=tone, strong="true"))
    inside.addWidget(label(words, letters="small", wrap=True))
    return made
