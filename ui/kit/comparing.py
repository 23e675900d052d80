"""Two versions side by side: what was taken out at the left, what was put in at the right.

What changed is struck through or underlined as well as coloured, so that it can be told apart
without seeing colours. Everything that comes out of a file is escaped here.
"""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import escape
from itertools import groupby
from string import Template
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from librarian.application.about import Comparison, Pair, Turn
from ui.kit.theme import Size, Theme

AROUND: Final = 1
"""Pieces that are the same, shown before and after a change so that one knows where one is."""
MOST: Final = 400
"""Rows laid out; who has more to compare opens both files."""
RING: Final = 2
"""Left free at each edge for the ring that tells where the keyboard is, lest a row covers it."""
SAME: Final = "Every word is the same."
SKIPPED: Final = "{} that did not change"
MORE: Final = "There are more changes. Open both files to see them all."
_STYLE: Final = Template("""
body { color: $text; }
th { text-align: left; color: $muted; font-size: ${small}px; font-weight: 600; }
td { line-height: 135%; }
td.changed { background-color: $raised; }
td.skipped { color: $muted; font-size: ${small}px; }
span.out { background-color: $bad_soft; color: $text; text-decoration: line-through; }
span.in { background-color: $good_soft; color: $text; text-decoration: underline; }
p { margin: 0; }
""")


def rows(comparison: Comparison) -> Iterator[str]:
    """Yield the rows of the table, long stretches without a change as one line."""
    if comparison.same:
        yield f'<tr><td colspan="2" class="skipped">{SAME}</td></tr>'
        return
    pairs = comparison.pairs
    near = {
        place + step
        for place, pair in enumerate(pairs)
        if pair.turn is not Turn.SAME
        for step in range(-AROUND, AROUND + 1)
    }
    for seen, group in groupby(enumerate(pairs), key=lambda item: item[0] in near):
        held = [pair for _, pair in group]
        if seen or len(held) == 1:
            yield from map(_row, held)
        else:
            words = SKIPPED.format(f"{len(held)} lines")
            yield f'<tr><td colspan="2" class="skipped">… {words} …</td></tr>'


def plain_rows(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the rows of a text that stands beside nothing."""
    return tuple(f'<tr><td colspan="2">{_plain(line)}</td></tr>' for line in lines)


def _row(pair: Pair) -> str:
    kind = "" if pair.turn is Turn.SAME else ' class="changed"'
    before, after = marked(pair)
    return f"<tr><td{kind}>{before}</td><td{kind}>{after}</td></tr>"


def marked(pair: Pair) -> tuple[str, str]:
    """Return both sides as HTML, with the words that changed marked."""
    if pair.turn is Turn.SAME:
        return _plain(pair.before), _plain(pair.after)
    if pair.turn is Turn.REMOVED:
        return _span("out", pair.before), "&nbsp;"
    if pair.turn is Turn.ADDED:
        return "&nbsp;", _span("in", pair.after)
    return _marked_words(pair.before, pair.after)


def _marked_words(before: str, after: str) -> tuple[str, str]:
    left, right = _tokens(before), _tokens(after)
    out, into = list[str](), list[str]()
    matcher = SequenceMatcher(a=left, b=right, autojunk=False)
    for turn, start, end, first, last in matcher.get_opcodes():
        taken, put = "".join(left[start:end]), "".join(right[first:last])
        if turn == "equal":
            out.append(_plain(taken))
            into.append(_plain(put))
        else:
            out.append(_span("out", taken))
            into.append(_span("in", put))
    return "".join(out), "".join(into)


def _tokens(text: str) -> Sequence[str]:
    """Words and what stands between them, so that a space is never lost."""
    return ["".join(group) for _, group in groupby(text, key=str.isalnum)]


def _span(kind: str, text: str) -> str:
    return f'<span class="{kind}">{_plain(text)}</span>' if text.strip() else _plain(text)


def _plain(text: str) -> str:
    return escape(text).replace("\t", " &nbsp;|&nbsp; ").replace("\n", "<br/>")


class ComparisonView(QTextBrowser):
    """Shows a comparison under the names of its two sides; nothing in it can be followed."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._heads = ("", "")
        self._rows: tuple[str, ...] = ()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setViewportMargins(RING, RING, RING, RING)
        theme.follow(self, self._redraw)

    def show_rows(self, before: str, after: str, rows: Sequence[str]) -> None:
        """Show these rows, made by `rows` in a job, under the names of the two versions."""
        self._heads = (before, after)
        self._rows = tuple(rows)
        self._redraw()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing is loaded, whatever a document names."""
        return None

    def _redraw(self) -> None:
        document = self.document()
        document.setDocumentMargin(self._theme.px(12))
        document.setDefaultFont(self._theme.font())
        document.setDefaultStyleSheet(self._style())
        head = "".join(f'<th width="50%">{escape(words)}</th>' for words in self._heads)
        shown = "".join(self._rows[:MOST])
        more = f'<p class="skipped">{MORE}</p>' if len(self._rows) > MOST else ""
        self.setHtml(
            '<body><table width="100%" cellspacing="0" cellpadding="6">'
            f"<tr>{head}</tr>{shown}</table>{more}</body>"
        )

    def _style(self) -> str:
        colours = self._theme.colours
        return _STYLE.substitute(
            small=str(self._theme.px(Size.SMALL)),
            text=colours.text,
            muted=colours.muted,
            raised=colours.raised,
            bad_soft=colours.bad_soft,
            good_soft=colours.good_soft,
        )
