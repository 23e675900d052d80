"""Makes a preview ready to draw, in a job: pictures decoded, text laid out as a page of HTML.

Everything that comes out of a file is escaped here; nothing in a preview can run or load.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from librarian.domain.extraction import Reason
from librarian.domain.previews import (
    MailPreview,
    Mark,
    NoPreview,
    Page,
    PagesPreview,
    PicturePreview,
    Preview,
    Sheet,
    TablePreview,
    TextPreview,
)
from librarian.domain.words import fold, places_of
from ui.find.typesetting import typeset

_LARGEST: Final = 2400
"""Pixels of a picture's longer side; more than a window shows."""


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """A page as a picture, and where the words lie on it."""

    image: QImage
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ShownPages:
    """Pages of a PDF from `first` on."""

    pages: tuple[DrawnPage, ...]
    first: int
    count: int


@dataclass(frozen=True, slots=True)
class ShownText:
    """A document or a message as pieces of HTML, in order; `cut` tells that the file goes on."""

    pieces: tuple[str, ...]
    cut: bool = False


@dataclass(frozen=True, slots=True)
class ShownTable:
    """The sheets of a workbook; `marked` holds (sheet, row, column) of cells with the words."""

    sheets: tuple[Sheet, ...]
    marked: frozenset[tuple[int, int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class ShownPicture:
    """A decoded picture."""

    image: QImage


Shown = ShownPages | ShownText | ShownTable | ShownPicture | NoPreview


def prepared(preview: Preview, words: Sequence[str]) -> Shown:
    """Return preview as it can be drawn at once, with words marked."""
    match preview:
        case PagesPreview(pages, first, count):
            return ShownPages(tuple(map(_drawn, pages)), first, count)
        case TextPreview(blocks, cut):
            return ShownText(typeset(blocks, words), cut)
        case TablePreview(sheets):
            return ShownTable(sheets, _marked_cells(sheets, words))
        case PicturePreview(data):
            return _picture(data)
        case MailPreview(headers, blocks, attachments):
            return ShownText((_letter(headers, attachments), *typeset(blocks, words)))
        case NoPreview():
            return preview


def _drawn(page: Page) -> DrawnPage:
    return DrawnPage(QImage.fromData(page.png), page.marks)


def _picture(data: bytes) -> Shown:
    image = QImage.fromData(data)
    if image.isNull():
        return NoPreview(Reason.NO_READER)
    if max(image.width(), image.height()) > _LARGEST:
        image = image.scaled(
            _LARGEST,
            _LARGEST,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    return ShownPicture(image)


def _letter(headers: Iterable[tuple[str, str]], attachments: Sequence[str]) -> str:
    """The head of a message: who wrote to whom, when, about what, with what attached."""
    lines = [*headers, *((("Attached", ", ".join(attachments)),) if attachments else ())]
    rows = "".join(
        f'<tr><td class="name" width="20%">{escape(name)}</td><td>{escape(value)}</td></tr>'
        for name, value in lines
    )
    table = f'<table class="letter" cellspacing="0" width="100%">{rows}</table>'
    return f'{table}<p class="after">&nbsp;</p>'


def _marked_cells(sheets: Sequence[Sheet], words: Sequence[str]) -> frozenset[tuple[int, int, int]]:
    folded = tuple(map(fold, words))
    return frozenset(
        (number, row, column)
        for number, sheet in enumerate(sheets)
        for row, cells in enumerate(sheet.rows)
        if _may_hold(cells, folded)
        for column, cell in enumerate(cells)
        if any(places_of(cell, words))
    )


def _may_hold(cells: Sequence[str], folded: Sequence[str]) -> bool:
    """Whether a row is worth looking at cell by cell; most rows of a large sheet are not."""
    line = fold("\t".join(cells))
    return any(word in line for word in folded)
