"""A document or a message as a readable page; links in it lead nowhere and nothing is loaded."""

from collections.abc import Sequence
from string import Template
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from ui.find import texts
from ui.find.preparing import ShownText
from ui.kit.theme import Size, Theme

_LINE: Final = 820
_SEAM: Final = "<p>&#8203;</p>"
"""Goes before a piece that is added: Qt pours the first paragraph into the one before it."""
_STYLE: Final = Template("""
body { color: $text; }
h1 { font-size: ${h1}px; font-weight: 600; margin: 0 0 ${gap}px 0; }
h2 { font-size: ${h2}px; font-weight: 600; margin: ${above}px 0 ${below}px 0; }
h3, h4 { font-size: ${h3}px; font-weight: 600; margin: ${above}px 0 ${below}px 0; }
p { margin: 0 0 ${tight}px 0; line-height: 145%; }
li { margin: 0 0 ${tight}px 0; line-height: 145%; }
ul { margin: 0 0 ${gap}px 0; }
p.aside { color: $muted; font-size: ${small}px; }
p.break { color: $muted; font-size: ${small}px; font-weight: 600; }
p.after { font-size: ${tight}px; margin: 0; line-height: 100%; }
hr { background-color: $line; }
table.letter { background-color: $raised; }
p.cut { color: $muted; margin: ${above}px 0 0 0; }
table.grid { border-collapse: collapse; border-style: solid; border-color: $line; }
table.letter td { padding: ${tight}px ${gap}px; }
td.name { color: $muted; }
span.mark { background-color: $mark; color: $text; }
""")


class TextView(QTextBrowser):
    """Shows prepared text in the window's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown = ShownText(())
        self._drawn = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(texts.PREVIEW)
        self.setTabChangesFocus(True)
        self.verticalScrollBar().valueChanged.connect(self._on_scroll)
        theme.follow(self, self._redraw)

    def show_text(self, shown: ShownText, *, keep_place: bool) -> None:
        """Show another document, or the same one with other words marked."""
        self._shown = shown
        self._draw(keep_place=keep_place)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is loaded, whatever a document names."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are no longer than is good to read, with the room shared out at both sides."""
        spare = self.width() - self._theme.px(_LINE)
        side = max(0, spare // 2)
        self.setViewportMargins(side, 0, side, 0)
        super().resizeEvent(event)

    def _redraw(self) -> None:
        self._draw(keep_place=True)

    def _draw(self, *, keep_place: bool) -> None:
        place = self.verticalScrollBar().value() if keep_place else 0
        document = self.document()
        document.setDocumentMargin(self._theme.px(24))
        document.setDefaultFont(self._theme.font())
        document.setDefaultStyleSheet(self._style())
        self.setHtml(_body(self._shown.pieces[:1]))
        self._drawn = 1
        self._draw_on(down_to=place)
        self.verticalScrollBar().setValue(place)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)

    def _on_scroll(self, place: int) -> None:
        self._draw_on(down_to=place)

    def _draw_on(self, *, down_to: int) -> None:
        """Lay out further pieces, until there is some room beneath what is in sight."""
        enough = down_to + 2 * self.viewport().height()
        while self._drawn <= len(self._shown.pieces) and self._length() < enough:
            self._append(self._next_piece())
            self._drawn += 1

    def _next_piece(self) -> str:
        """The piece that comes next; after the last, how it ends."""
        if self._drawn < len(self._shown.pieces):
            return self._shown.pieces[self._drawn]
        return f'<p class="cut">{texts.CUT}</p>' if self._shown.cut else ""

    def _append(self, piece: str) -> None:
        if piece:
            end = QTextCursor(self.document())
            end.movePosition(QTextCursor.MoveOperation.End)
            end.insertHtml(_body((_SEAM, piece)))

    def _length(self) -> int:
        return round(self.document().size().height())

    def _style(self) -> str:
        px, colours = self._theme.px, self._theme.colours
        sizes = {"h1": Size.TITLE + 2, "h2": Size.LEAD + 1, "h3": Size.BODY, "small": Size.SMALL}
        room = {"gap": 10, "tight": 5, "above": 16, "below": 7}
        return _STYLE.substitute(
            {name: str(px(size)) for name, size in (sizes | room).items()},
            text=colours.text,
            muted=colours.muted,
            line=colours.line,
            raised=colours.raised,
            mark=colours.mark,
        )


def _body(pieces: Sequence[str]) -> str:
    return f"<body>{''.join(pieces)}</body>"
