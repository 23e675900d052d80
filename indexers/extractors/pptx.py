"""PowerPoint files (pptx, pptm, ppsx, potx): slides in their order, their notes and comments."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final

from indexers import media_types
from indexers.containers.markup import BROKEN, Attributes, attribute, walk
from indexers.containers.ooxml import (
    PASSED_OVER,
    drawing_text,
    ensured,
    main_part,
    numbered,
    properties,
    relations,
)
from indexers.containers.tidying import aside, block, row
from indexers.containers.zipped import Package, package_in
from librarian.domain.extraction import Block, Extraction, Extractor, Shape, Source

_MAIN: Final = re.compile(r"ppt/presentation\.xml", re.IGNORECASE)
_SLIDES: Final = re.compile(r"ppt/slides/slide\d+\.xml", re.IGNORECASE)
_TITLES: Final = ("title", "ctrTitle")
_FURNITURE: Final = ("sldNum", "dt")
_DRAWN: Final = ("diagramData", "chart", "chartEx")


class _Slide:
    """Listens to one slide: titles, paragraphs, table rows, what pictures are said to show."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._place = ""
        self._level = 0
        self._pieces: list[str] = []
        self._rows: list[list[str]] = []
        self._heard = 0

    def listen(self, data: bytes) -> bool:
        return walk(
            data,
            starts={
                "sp": self._open_shape,
                "graphicFrame": self._open_shape,
                "ph": self._placed,
                "pPr": self._indented,
                "t": self._begin,
                "text": self._begin,
                "br": self._blank,
                "tr": self._open_row,
                "tc": self._open_cell,
                "cNvPr": self._describe,
            },
            ends={
                "t": self._end,
                "text": self._end_comment,
                "p": self._close,
                "tr": self._close_row,
            },
            text=self._add,
            skip=PASSED_OVER,
        )

    def _open_shape(self, _: Attributes) -> None:
        self._place = ""

    def _placed(self, attributes: Attributes) -> None:
        self._place = attribute(attributes, "type")

    def _indented(self, attributes: Attributes) -> None:
        level = attribute(attributes, "lvl")
        self._level = int(level) if level.isdecimal() else 0

    def _begin(self, _: Attributes) -> None:
        self._heard += 1

    def _end(self) -> None:
        self._heard -= 1

    def _end_comment(self) -> None:
        self._end()
        self._close()

    def _blank(self, _: Attributes) -> None:
        self._pieces.append(" ")

    def _add(self, piece: str) -> None:
        if self._heard and self._place not in _FURNITURE:
            self._pieces.append(piece)

    def _close(self) -> None:
        text = "".join(self._pieces)
        self._pieces.clear()
        if self._rows and self._rows[-1]:
            self._rows[-1][-1] += f" {text}"
        elif self._place in _TITLES:
            self.blocks += block(Shape.HEADING, text, 1)
        else:
            shape = Shape.ITEM if self._level else Shape.PARAGRAPH
            self.blocks += block(shape, text, self._level)
        self._level = 0

    def _open_row(self, _: Attributes) -> None:
        self._rows.append([])

    def _open_cell(self, _: Attributes) -> None:
        if self._rows:
            self._rows[-1].append("")

    def _close_row(self) -> None:
        if self._rows:
            self.blocks += row(self._rows.pop())

    def _describe(self, attributes: Attributes) -> None:
        self.blocks += block(Shape.ASIDE, attribute(attributes, "descr"))


def extract(source: Source) -> Extraction:
    """Return the text of a presentation."""
    package = package_in(source.data)
    blocks: list[Block] = []
    all_whole = True
    for part in _slides(package):
        found, whole = _slide(package, part)
        blocks += [Block(Shape.BREAK, ""), *found]
        all_whole = all_whole and whole
    warnings = () if all_whole else (BROKEN,)
    return ensured(package, Extraction(tuple(blocks), properties(package), warnings=warnings))


def _slides(package: Package) -> list[str]:
    """Return the slides in the order they are shown; by number where that is not written."""
    main = main_part(package, _MAIN)
    links = relations(package, main)
    ordered: list[str] = []

    def listed(attributes: Attributes) -> None:
        relation = next((links[link] for link in attributes.values() if link in links), None)
        if relation and relation.target in package:
            ordered.append(relation.target)

    walk(package.read(main), starts={"sldId": listed}, ends={}, text=lambda _: None)
    return list(dict.fromkeys(ordered)) or numbered(package, _SLIDES)


def _slide(package: Package, part: str) -> tuple[list[Block], bool]:
    """Return a slide's blocks with what belongs to it, and whether all was whole."""
    blocks, all_whole = _read(package, part)
    for kind, target in _beside(package, part):
        if kind in _DRAWN:
            blocks += drawing_text(package, target)
        else:
            found, whole = _read(package, target)
            blocks += aside(found)
            all_whole = all_whole and whole
    return blocks, all_whole


def _beside(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield the kind and name of each part with words that a slide links to."""
    for kind, target in relations(package, part).values():
        if target in package and (kind in _DRAWN or kind in ("notesSlide", "comments", "comment")):
            yield kind, posixpath.normpath(target)


def _read(package: Package, part: str) -> tuple[list[Block], bool]:
    slide = _Slide()
    whole = slide.listen(package.read(part))
    return slide.blocks, whole


EXTRACTOR: Final = Extractor(
    name="pptx",
    revision=2,
    media_types=frozenset({media_types.PPTX, media_types.PPTM, media_types.PPSX, media_types.POTX}),
    extract=extract,
)
