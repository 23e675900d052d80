"""Web pages as blocks, parsed by selectolax; scripts, styles and comments are no text."""

import re
from collections.abc import Callable
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

from indexers.containers.decoding import decode
from indexers.containers.tidying import block, row
from librarian.domain.extraction import Block, Shape
from librarian.domain.words import listed

_CHARSET: Final = re.compile(
    rb"""<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.IGNORECASE
)
_UNSEEN: Final = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "object", "iframe"}
)
_HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_INLINE: Final = listed(
    """
    a abbr acronym b bdo bdi big cite code data del dfn em font i ins kbd label mark nobr q s
    samp small span strike strong sub sup time tt u var wbr o:p st1:place
    """
)
_DEEPEST: Final = 150


def decoded(data: bytes, declared: str = "") -> str:
    """Return a page's characters: as its server or itself says, else as plain text."""
    found = _CHARSET.search(data[:4096])
    own = found[1].decode("ascii") if found else ""
    if own.lower().startswith("utf-16"):
        own = ""  # it could not have been read so far if it were
    return decode(data, declared or own)


def title(page: str) -> str:
    """Return what a page calls itself."""
    found = LexborHTMLParser(page).css_first("head title")
    return " ".join(found.text().split()) if found else ""


def blocks(page: str) -> list[Block]:
    """Return a page's text: headings, list items, table rows, paragraphs, alternative texts."""
    body = LexborHTMLParser(page).body
    reading = _Page()
    if body is not None:
        reading.read(body)
        reading.close()
    return reading.blocks


class _Page:
    """Gathers inline text until a block element begins or ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []

    def read(self, node: LexborNode, depth: int = 0) -> None:
        """Read all within node; nesting beyond what people write is taken as plain text."""
        if depth > _DEEPEST:
            self._pieces.append(node.text(separator=" "))
            return
        child = node.first_child
        while child is not None:
            self._node(child, depth + 1)
            child = child.next

    def _node(self, node: LexborNode, depth: int) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._pieces.append(node.text_content or "")
        elif tag in _UNSEEN or tag.startswith(("!", "-")):
            return
        elif tag == "br":
            self._close()
        elif tag == "img":
            self._pieces.append(" ")
            self.blocks += block(Shape.ASIDE, node.attributes.get("alt") or "")
        elif tag in _INLINE:
            self.read(node, depth)
        else:
            self._close()
            self._block(node, tag, depth)

    def _block(self, node: LexborNode, tag: str, depth: int) -> None:
        if tag == "tr":
            self._row(node, depth)
        elif tag in _HEADINGS:
            self._inside(node, depth, lambda text: block(Shape.HEADING, text, _HEADINGS[tag]))
        elif tag == "li":
            self._item(node, depth)
        elif tag in ("input", "textarea"):
            self.blocks += block(Shape.PARAGRAPH, node.attributes.get("placeholder") or "")
        else:
            self.read(node, depth)
            self._close()

    def _inside(
        self, node: LexborNode, depth: int, made: Callable[[str], tuple[Block, ...]]
    ) -> None:
        """Keep all text within node as one block."""
        inner = _Page()
        inner.read(node, depth)
        inner.close()
        self.blocks += made(" ".join(found.text for found in inner.blocks))

    def _item(self, node: LexborNode, depth: int) -> None:
        """Keep a list item; lists within it keep their own items."""
        inner = _Page()
        inner.read(node, depth)
        inner.close()
        for found in inner.blocks:
            is_plain = found.shape is Shape.PARAGRAPH
            self.blocks.append(found._replace(shape=Shape.ITEM) if is_plain else found)

    def _row(self, node: LexborNode, depth: int) -> None:
        """Keep a table row; a row of one cell is only there for its looks."""
        cells: list[list[Block]] = []
        child = node.first_child
        while child is not None:
            if child.tag in ("td", "th"):
                inner = _Page()
                inner.read(child, depth)
                inner.close()
                cells.append(inner.blocks)
            child = child.next
        filled = [cell for cell in cells if cell]
        if len(filled) == 1 and (len(cells) == 1 or len(filled[0]) > 1):
            self.blocks += filled[0]
        elif any(len(cell) > _A_LAYOUT for cell in filled):
            self.blocks += [found for cell in filled for found in cell]
        else:
            self.blocks += row([" ".join(found.text for found in cell) for cell in cells])

    def close(self) -> None:
        """End the text gathered so far."""
        self._close()

    def _close(self) -> None:
        self.blocks += block(Shape.PARAGRAPH, "".join(self._pieces))
        self._pieces.clear()


_A_LAYOUT: Final = 12
"""A cell with more blocks than this is a column of the page, not of a table."""
