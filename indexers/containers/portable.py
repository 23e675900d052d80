"""PDF files by PDFium: lines of text page by page, what is filled into boxes, comments."""

import ctypes
import re
from collections.abc import Iterator
from typing import Final

import pypdfium2
import pypdfium2.raw as pdfium

from indexers.containers.tidying import block, has_text
from librarian.domain.extraction import (
    Block,
    Extraction,
    Properties,
    Reason,
    Shape,
    UnreadableError,
)

_MOST_TEXT: Final = 8_000_000
_CUT: Final = "Only the first part of this PDF is searchable."
_HYPHEN: Final = re.compile("[\ufffe\x02\xad]")  # at a line's end; PDFium joins the lines
_DATE: Final = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?\d\d)?")
_LARGER: Final = 1.2
_LONGEST_HEADING: Final = 120
_PAGES_WITH_HEADINGS: Final = 20


def extract(data: bytes) -> Extraction:
    """Return the text of a PDF."""
    document = opened(data)
    try:
        return _extraction(document)
    finally:
        document.close()


def opened(data: bytes) -> pypdfium2.PdfDocument:
    """Return the document in data; raises UnreadableError where it is locked or broken."""
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableError(Reason.PASSWORD) from error
        raise UnreadableError(Reason.DAMAGED, "its pages cannot be found") from error


def _extraction(document: pypdfium2.PdfDocument) -> Extraction:
    form = _Form(document)
    blocks: list[Block] = []
    without = broken = length = 0
    warnings: list[str] = []
    for number in range(len(document)):
        try:
            found = _page(document, number, form)
        except pypdfium2.PdfiumError:
            broken += 1
            continue
        without += not found
        length += sum(len(piece.text) for piece in found)
        blocks += [Block(Shape.BREAK, ""), *found]
        if length > _MOST_TEXT:
            warnings.append(_CUT)
            break
    if not has_text(blocks):
        raise UnreadableError(Reason.DAMAGED if broken or not len(document) else Reason.NO_TEXT)
    if broken or without:
        warnings.append(f"{broken + without} of its {len(document)} pages hold no readable text.")
    return Extraction(tuple(blocks), _properties(document), _attachments(document), tuple(warnings))


def _page(document: pypdfium2.PdfDocument, number: int, form: "_Form") -> list[Block]:
    """Return the lines of one page, then what is filled in or noted on it."""
    page = document[number]
    try:
        text = page.get_textpage()
        try:
            found = _lines(text, with_headings=number < _PAGES_WITH_HEADINGS)
        finally:
            text.close()
        return found + list(form.notes(page))
    finally:
        page.close()


def _lines(page: pypdfium2.PdfTextPage, *, with_headings: bool) -> list[Block]:
    """Return a page's lines; short ones in clearly larger type are headings."""
    raw = page.get_text_range()
    lines = [_HYPHEN.sub("", line) for line in raw.splitlines() if line.strip()]
    if not with_headings or not lines:
        return [found for line in lines for found in block(Shape.PARAGRAPH, line)]
    sizes = _sizes(page, raw)
    usual = _usual(lines, sizes)
    blocks: list[Block] = []
    for line, size in zip(lines, sizes, strict=True):
        is_heading = size > usual * _LARGER and len(line) <= _LONGEST_HEADING
        blocks += block(Shape.HEADING, line, 1) if is_heading else block(Shape.PARAGRAPH, line)
    return blocks


def _sizes(page: pypdfium2.PdfTextPage, raw: str) -> list[float]:
    """Return the size of the type in which each line that is not blank begins."""
    sizes: list[float] = []
    at = 0
    for line in raw.splitlines(keepends=True):
        if line.strip():
            first = at + len(line) - len(line.lstrip())
            sizes.append(float(pdfium.FPDFText_GetFontSize(page.raw, first)))
        at += len(line)
    return sizes


def _usual(lines: list[str], sizes: list[float]) -> float:
    """Return the size in which most characters of the page are set."""
    total: dict[float, int] = {}
    for line, size in zip(lines, sizes, strict=True):
        total[round(size, 1)] = total.get(round(size, 1), 0) + len(line)
    return max(total, key=lambda size: total[size])


class _Form:
    """Reads what people filled into a PDF's boxes and the comments they left on it."""

    def __init__(self, document: pypdfium2.PdfDocument) -> None:
        document.init_forms()
        self._form = document.formenv.raw if document.formenv else None

    def notes(self, page: pypdfium2.PdfPage) -> Iterator[Block]:
        """Yield each filled box as a row of its name and value, each comment as an aside."""
        for number in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
            note = pdfium.FPDFPage_GetAnnot(page.raw, number)
            if note:
                try:
                    yield from self._note(note)
                finally:
                    pdfium.FPDFPage_CloseAnnot(note)

    def _note(self, note: object) -> tuple[Block, ...]:
        kind = pdfium.FPDFAnnot_GetSubtype(note)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            return self._field(note)
        if kind in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):
            return ()
        return block(Shape.ASIDE, _string(pdfium.FPDFAnnot_GetStringValue, note, b"Contents"))

    def _field(self, note: object) -> tuple[Block, ...]:
        value = _string(pdfium.FPDFAnnot_GetFormFieldValue, self._form, note)
        if self._form is None or not value.strip() or value in ("Off", "Yes"):
            return ()
        name = _string(pdfium.FPDFAnnot_GetFormFieldAlternateName, self._form, note)
        name = name or _string(pdfium.FPDFAnnot_GetFormFieldName, self._form, note)
        return block(Shape.ASIDE, f"{name}: {value}")


def _string(read: object, *arguments: object) -> str:
    """Return what one of PDFium's functions for text has to say."""
    if not callable(read) or None in arguments:
        return ""
    size = int(read(*arguments, None, 0))
    buffer = ctypes.create_string_buffer(size)
    wide = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    read(*arguments, wide, size)
    return buffer.raw[:size].decode("utf-16-le", "replace").rstrip("\0")


def _properties(document: pypdfium2.PdfDocument) -> Properties:
    said = document.get_metadata_dict(skip_empty=True)
    return Properties(
        title=said.get("Title", "").strip(),
        author=said.get("Author", "").strip(),
        created=_iso(said.get("CreationDate", "")),
        modified=_iso(said.get("ModDate", "")),
    )


def _iso(written: str) -> str:
    """Return a PDF's own kind of date as ISO 8601; empty where it is none."""
    found = _DATE.match(written.strip())
    if not found:
        return ""
    year, month, day, hour, minute, second, zone = found.groups()
    zone = (zone or "").replace("'", "")
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) > 1 else zone
    date = f"{year}-{month or '01'}-{day or '01'}"
    return f"{date}T{hour}:{minute or '00'}:{second or '00'}{zone}" if hour else date


def _attachments(document: pypdfium2.PdfDocument) -> tuple[str, ...]:
    count = document.count_attachments()
    return tuple(document.get_attachment(number).get_name() for number in range(count))
