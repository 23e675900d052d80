"""Makes the preview of one file from its bytes; what a worker process does for the window."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from indexers import media_types
from indexers.containers import internet_mail, opendocument, outlook
from indexers.containers.decoding import decode
from indexers.containers.mail import Message
from indexers.containers.opened_once import opened_once
from indexers.containers.separated import rows as separated_rows
from indexers.containers.workbooks import opened, rows
from indexers.containers.zipped import package_in
from indexers.reading import Extractors, extracted
from indexers.sniffing import Sniffed, sniff
from librarian.domain.extraction import Block, Reason, Source, UnreadableError
from librarian.domain.previews import (
    MailPreview,
    NoPreview,
    PicturePreview,
    Preview,
    Sheet,
    TablePreview,
    TextPreview,
)

_MOST_BLOCKS: Final = 2_000
_MOST_TEXT: Final = 400_000
_MOST_ROWS: Final = 200
_MOST_COLUMNS: Final = 40
_MOST_SHEETS: Final = 20
_LONGEST_CELL: Final = 1_000
_LARGEST_PICTURE: Final = 20_000_000
_SHEETS: Final = frozenset(
    {
        media_types.XLSX,
        media_types.XLTX,
        media_types.XLSM,
        media_types.XLTM,
        media_types.XLSB,
        media_types.XLS,
        media_types.ODS,
    }
)


def show(source: Source, extractors: Extractors, words: Sequence[str], first: int) -> Preview:
    """Return what source looks like; never raises for a bad file."""
    with opened_once():
        sniffed = sniff(source)
        try:
            return _shown(source, sniffed, extractors, words, first)
        except UnreadableError as error:
            return NoPreview(error.reason, error.detail)


def _shown(
    source: Source, sniffed: Sniffed, extractors: Extractors, words: Sequence[str], first: int
) -> Preview:
    kind = sniffed.media_type
    if kind.startswith("image/") and sniffed.reason in (None, Reason.NO_TEXT, Reason.MISNAMED):
        return _picture(source)
    if sniffed.reason is not None:
        return NoPreview(sniffed.reason, sniffed.detail)
    if kind == media_types.PDF:
        return _pages(source.data, words, first)
    if kind in _MAKERS:
        return _MAKERS[kind](source.data)
    return _text(source, kind, extractors)


def _pages(data: bytes, words: Sequence[str], first: int) -> Preview:
    from indexers.drawing import draw  # noqa: PLC0415 - PDFium takes 0.1 s to load

    return draw(data, words, first)


def _picture(source: Source) -> Preview:
    if len(source.data) > _LARGEST_PICTURE:
        return NoPreview(Reason.TOO_LARGE)
    return PicturePreview(source.data)


def _table(data: bytes) -> TablePreview:
    if data.startswith(b"PK"):
        opendocument.refuse_locked(package_in(data))
    workbook = opened(data)
    names = workbook.sheet_names[:_MOST_SHEETS]
    return TablePreview(tuple(_sheet(name, rows(workbook, name, _MOST_ROWS + 1)) for name in names))


def _separated(data: bytes) -> TablePreview:
    return TablePreview((_sheet("", separated_rows(decode(data))),))


def _sheet(name: str, found: Iterable[list[str]]) -> Sheet:
    first = list(islice(found, _MOST_ROWS + 1))
    shown = tuple(
        tuple(cell[:_LONGEST_CELL] for cell in row[:_MOST_COLUMNS]) for row in first[:_MOST_ROWS]
    )
    is_wide = any(len(row) > _MOST_COLUMNS for row in first)
    return Sheet(name, shown, cut=is_wide or len(first) > _MOST_ROWS)


def _internet_mail(data: bytes) -> Preview:
    return _mail(internet_mail.read(data))


def _outlook(data: bytes) -> Preview:
    return _mail(outlook.read(data))


def _mail(message: Message) -> Preview:
    if message.is_locked and not message.blocks:
        return NoPreview(Reason.PASSWORD, "its text is encrypted")
    blocks, _ = _cut(message.blocks)
    return MailPreview(message.headers, blocks, message.attachments)


def _text(source: Source, kind: str, extractors: Extractors) -> Preview:
    extractor = extractors.get(kind)
    if extractor is None:
        return NoPreview(Reason.NO_READER)
    blocks, is_cut = _cut(extracted(source, extractor).blocks)
    return TextPreview(blocks, is_cut)


def _cut(blocks: Sequence[Block]) -> tuple[tuple[Block, ...], bool]:
    """Return as many blocks as can be looked through, and whether there were more."""
    kept: list[Block] = []
    left = _MOST_TEXT
    for block in blocks[:_MOST_BLOCKS]:
        if left <= 0:
            break
        kept.append(block._replace(text=block.text[:left]))
        left -= len(block.text)
    return tuple(kept), left < 0 or len(kept) < len(blocks)


_MAKERS: Final[Mapping[str, Callable[[bytes], Preview]]] = {
    **dict.fromkeys(_SHEETS, _table),
    media_types.CSV: _separated,
    media_types.EML: _internet_mail,
    media_types.MSG: _outlook,
}
"""What makes the preview of files that are more than text; all others are shown as text."""
