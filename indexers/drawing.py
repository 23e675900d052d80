"""Draws the pages of a PDF, and tells where on them the searched words lie."""

import ctypes
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from indexers.containers.portable import opened
from indexers.png import png
from librarian.domain.extraction import Reason, UnreadableError
from librarian.domain.previews import Mark, Page, PagesPreview
from librarian.domain.words import places_of

WIDTH: Final = 1000
"""The width of a drawn page in pixels."""
_TALLEST: Final = 4000
_MOST_PAGES: Final = 4
_SECONDS: Final = 0.08
_MOST_MARKS: Final = 300


def draw(data: bytes, words: Sequence[str], first: int) -> PagesPreview:
    """Return pages from first on: at least one, and as many more as are drawn at once.

    Raises UnreadableError where the PDF is locked or broken.
    """
    document = opened(data)
    try:
        count = len(document)
        first = min(max(first, 0), count - 1)
        if first < 0:
            raise UnreadableError(Reason.DAMAGED, "it has no pages")
        return PagesPreview(tuple(_pages(document, words, first)), first, count)
    except pypdfium2.PdfiumError as error:
        raise UnreadableError(Reason.DAMAGED, "one of its pages cannot be drawn") from error
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument, words: Sequence[str], first: int) -> Iterator[Page]:
    """Yield drawn pages until it has taken long enough."""
    document.init_forms()
    begun = time.monotonic()
    for number in range(first, min(first + _MOST_PAGES, len(document))):
        page = document[number]
        try:
            yield _drawn(page, words)
        finally:
            page.close()
        if time.monotonic() - begun > _SECONDS:
            return


def _drawn(page: pypdfium2.PdfPage, words: Sequence[str]) -> Page:
    width, height = page.get_size()
    scale = min(WIDTH / max(width, 1), _TALLEST / max(height, 1))
    bitmap = page.render(scale=scale, rev_byteorder=True)
    try:
        return Page(
            png(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride),
            bitmap.width,
            bitmap.height,
            tuple(_marks(page, words)) if words else (),
        )
    finally:
        bitmap.close()


def _marks(page: pypdfium2.PdfPage, words: Sequence[str]) -> Iterator[Mark]:
    """Yield the rectangles of the words on a page, the first ones where there are very many."""
    text = page.get_textpage()
    try:
        yield from islice(_rectangles(page, text, words), _MOST_MARKS)
    finally:
        text.close()


def _rectangles(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, words: Sequence[str]
) -> Iterator[Mark]:
    for start, end in places_of(text.get_text_range(), words):
        for number in range(text.count_rects(start, end - start)):
            yield _mark(page, text.get_rect(number))


def _mark(page: pypdfium2.PdfPage, rectangle: tuple[float, float, float, float]) -> Mark:
    """Return a rectangle of the page's own coordinates as shares of the drawn page."""
    left, bottom, right, top = rectangle
    first, second = _share(page, left, top), _share(page, right, bottom)
    x, y = min(first[0], second[0]), min(first[1], second[1])
    return Mark(x, y, abs(first[0] - second[0]), abs(first[1] - second[1]))


_FINE: Final = 100_000


def _share(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """Return a point of the page as shares of its drawn width and height."""
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(
        page.raw, 0, 0, _FINE, _FINE, 0, x, y, ctypes.byref(across), ctypes.byref(down)
    )
    return across.value / _FINE, down.value / _FINE
