"""WordprocessingML as blocks: paragraphs, headings by style, tables, text boxes, alt text.

What tracked changes deleted is no text any more; what they inserted is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from indexers.containers.markup import Attributes, attribute, walk
from indexers.containers.ooxml import PASSED_OVER
from indexers.containers.tidying import block, row, tidy
from librarian.domain.extraction import Block, Shape

Styles = Mapping[str, tuple[Shape, int]]
"""What paragraphs of a style are, by the style's id; plain ones left out."""

_SKIP: Final = PASSED_OVER | {
    "moveFrom",
    "delText",
    "pPrChange",
    "rPrChange",
    "sectPrChange",
    "tblPrChange",
    "binData",
}
_DEEPEST: Final = 9
_STYLES_KEPT: Final = 64
"""Documents made from one template share their styles to the letter."""
_PARAGRAPH_STYLE: Final = re.compile(
    rb"""<(?:\w+:)?style\b[^>]*type=["']paragraph["'].*?</(?:\w+:)?style>""", re.DOTALL
)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph while it is being read."""

    pieces: list[str] = field(default_factory=list)
    style: str = ""
    level: int = 0
    is_item: bool = False


class _Story:
    """Listens to one part; finished blocks go to the innermost open place."""

    def __init__(self, styles: Styles) -> None:
        self.blocks: list[Block] = []
        self._styles = styles
        self._places: list[list[Block]] = [self.blocks]
        self._rows: list[list[list[Block]]] = []
        self._paragraphs: list[_Paragraph] = []
        self._heard = 0

    def listen(self, data: bytes) -> bool:
        whole = walk(
            data,
            starts={
                "p": self._open_paragraph,
                "t": self._begin_text,
                "tab": self._blank,
                "br": self._break,
                "cr": self._blank,
                "noBreakHyphen": self._hyphen,
                "pStyle": self._style,
                "outlineLvl": self._outline,
                "numId": self._number,
                "tr": self._open_row,
                "tc": self._open_cell,
                "txbxContent": self._open_box,
                "docPr": self._describe,
            },
            ends={
                "p": self._close_paragraph,
                "t": self._end_text,
                "tr": self._close_row,
                "tc": self._close_cell,
                "txbxContent": self._close_box,
            },
            text=self._add,
            skip=_SKIP,
        )
        while self._paragraphs:
            self._close_paragraph()
        return whole

    def _open_paragraph(self, _: Attributes) -> None:
        self._paragraphs.append(_Paragraph())

    def _close_paragraph(self) -> None:
        if not self._paragraphs:
            return
        done = self._paragraphs.pop()
        shape, level = self._shape(done)
        self._places[-1] += block(shape, "".join(done.pieces), level)

    def _shape(self, paragraph: _Paragraph) -> tuple[Shape, int]:
        if paragraph.level:
            return Shape.HEADING, paragraph.level
        if found := self._styles.get(paragraph.style):
            return found
        return (Shape.ITEM if paragraph.is_item else Shape.PARAGRAPH), 0

    def _style(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].style = attribute(attributes, "val")

    def _outline(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].level = _level(attribute(attributes, "val"))

    def _number(self, attributes: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].is_item = attribute(attributes, "val") != "0"

    def _begin_text(self, _: Attributes) -> None:
        self._heard += 1

    def _end_text(self) -> None:
        self._heard -= 1

    def _add(self, piece: str) -> None:
        if self._heard and self._paragraphs:
            self._paragraphs[-1].pieces.append(piece)

    def _blank(self, _: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].pieces.append(" ")

    def _hyphen(self, _: Attributes) -> None:
        if self._paragraphs:
            self._paragraphs[-1].pieces.append("-")

    def _break(self, attributes: Attributes) -> None:
        self._blank(attributes)
        if attribute(attributes, "type") == "page":
            self._places[-1].append(Block(Shape.BREAK, ""))

    def _describe(self, attributes: Attributes) -> None:
        """Keep what a picture is said to show, to be read by those who cannot see it."""
        described = attribute(attributes, "descr") or attribute(attributes, "title")
        self._places[-1] += block(Shape.ASIDE, described)

    def _open_box(self, _: Attributes) -> None:
        self._places.append([])

    def _close_box(self) -> None:
        if len(self._places) > 1:
            for found in self._places.pop():
                self._places[-1].append(found._replace(shape=Shape.ASIDE, level=0))

    def _open_row(self, _: Attributes) -> None:
        self._rows.append([])

    def _open_cell(self, _: Attributes) -> None:
        self._places.append([])

    def _close_cell(self) -> None:
        if len(self._places) > 1:
            cell = self._places.pop()
            if self._rows:
                self._rows[-1].append(cell)
            else:
                self._places[-1] += cell

    def _close_row(self) -> None:
        if self._rows:
            self._places[-1] += row_of(self._rows.pop())


def row_of(cells: list[list[Block]]) -> list[Block]:
    """Return a table row as blocks: one row, or what its only cell holds.

    A heading that stands alone in a row stays a heading; text boxes and descriptions follow.
    """
    beside = [found for cell in cells for found in cell if found.shape is Shape.ASIDE]
    plain = [[found for found in cell if found.shape is not Shape.ASIDE] for cell in cells]
    filled = [cell for cell in plain if cell]
    if len(plain) == 1 or (len(filled) == 1 and _is_heading(filled[0])):
        return [*filled[0], *beside] if filled else beside
    return [*row([" ".join(found.text for found in cell) for cell in plain]), *beside]


def _is_heading(cell: list[Block]) -> bool:
    return all(found.shape in (Shape.HEADING, Shape.TITLE) for found in cell)


def _level(written: str) -> int:
    """Return the heading level for an outline level as written; 0 for body text."""
    return int(written) + 1 if written.isdecimal() and int(written) < _DEEPEST else 0


def read_story(data: bytes, styles: Styles) -> tuple[list[Block], bool]:
    """Return the blocks of one part, and whether the part was whole."""
    story = _Story(styles)
    whole = story.listen(data)
    return story.blocks, whole


@dataclass(slots=True)
class _Style:
    """A style as styles.xml has it."""

    name: str = ""
    parent: str = ""
    level: int = 0
    is_item: bool = False


@lru_cache(maxsize=_STYLES_KEPT)
def read_styles(data: bytes) -> Styles:
    """Return which styles make headings, titles and list items, their parents' included.

    Only the styles of paragraphs are walked: table styles are most of the part.
    """
    found: dict[str, _Style] = {}
    current = [_Style()]

    def begin(attributes: Attributes) -> None:
        current[0] = found[attribute(attributes, "styleId")] = _Style()

    def name(attributes: Attributes) -> None:
        current[0].name = attribute(attributes, "val").lower()

    def parent(attributes: Attributes) -> None:
        current[0].parent = attribute(attributes, "val")

    def outline(attributes: Attributes) -> None:
        current[0].level = _level(attribute(attributes, "val"))

    def number(attributes: Attributes) -> None:
        current[0].is_item = attribute(attributes, "val") != "0"

    starts = {
        "style": begin,
        "name": name,
        "basedOn": parent,
        "outlineLvl": outline,
        "numId": number,
    }
    styles = b"".join(_PARAGRAPH_STYLE.findall(data))
    walk(b"<styles>%b</styles>" % styles, starts=starts, ends={}, text=lambda _: None)
    shapes = {style: _shape_of(style, found) for style in found}
    return {style: shape for style, shape in shapes.items() if shape}


def _shape_of(style: str, styles: Mapping[str, _Style]) -> tuple[Shape, int] | None:
    for _ in range(len(styles)):
        known = styles.get(style)
        if known is None:
            return None
        if shape := _shape_named(known):
            return shape
        style = known.parent
    return None


def _shape_named(style: _Style) -> tuple[Shape, int] | None:
    head, _, number = tidy(style.name).rpartition(" ")
    if style.name == "title":
        return Shape.TITLE, 0
    if head == "heading" and number.isdecimal():
        return Shape.HEADING, int(number)
    if style.level:
        return Shape.HEADING, style.level
    return (Shape.ITEM, 0) if style.is_item else None
