"""A document's blocks as HTML that Qt can lay out: headings, lists, tables, asides set quietly.

Colours and sizes are the window's affair: it gives the style sheet to the classes used here.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import dropwhile, groupby
from typing import Final

from librarian.domain.extraction import Block, Shape
from librarian.domain.words import places_of
from ui.find.marking import marked

_DEEPEST: Final = 3
_TAGS: Final = {Shape.TITLE: "h1", Shape.PARAGRAPH: "p"}
PIECE: Final = 80
MARK: Final = 'span class="mark"'


def typeset(blocks: Iterable[Block], words: Sequence[str]) -> tuple[str, ...]:
    """Return blocks as HTML with words marked: in pieces, in reading order.

    Qt lays out a piece in some hundredths of a second, whatever is in it.
    """
    waiting = list(dropwhile(_is_mere_break, blocks))
    return tuple(
        "".join(_groups(waiting[start : start + PIECE], words))
        for start in range(0, len(waiting), PIECE)
    )


def _is_mere_break(block: Block) -> bool:
    return block.shape is Shape.BREAK and not block.text


def _groups(blocks: Iterable[Block], words: Sequence[str]) -> Iterator[str]:
    for shape, group in groupby(blocks, key=lambda block: block.shape):
        if shape is Shape.ROW:
            yield _table(tuple(group), words)
        elif shape is Shape.ITEM:
            yield f"<ul>{''.join(f'<li>{_words(item.text, words)}</li>' for item in group)}</ul>"
        else:
            yield from (_single(block, words) for block in group)


def _single(block: Block, words: Sequence[str]) -> str:
    text = _words(block.text, words)
    if block.shape is Shape.BREAK:
        return f'<hr/><p class="break">{text}</p>' if text else "<hr/>"
    if block.shape is Shape.ASIDE:
        return f'<p class="aside">{text}</p>'
    tag = _TAGS.get(block.shape) or f"h{min(max(block.level, 1), _DEEPEST) + 1}"
    return f"<{tag}>{text}</{tag}>"


def _table(rows: Sequence[Block], words: Sequence[str]) -> str:
    """Rows of one table; its width follows the widest of them."""
    cells = [row.text.split("\t") for row in rows]
    columns = max(map(len, cells))
    lines = (
        "".join(f"<td>{_words(cell, words) or '&nbsp;'}</td>" for cell in _padded(row, columns))
        for row in cells
    )
    inside = "".join(f"<tr>{line}</tr>" for line in lines)
    return (
        '<table class="grid" border="1" cellspacing="0" cellpadding="5" width="100%">'
        f'{inside}</table><p class="after">&nbsp;</p>'
    )


def _padded(row: list[str], columns: int) -> list[str]:
    return row + [""] * (columns - len(row))


def _words(text: str, words: Sequence[str]) -> str:
    return marked(text, places_of(text, words), MARK).replace("\n", "<br/>")
