"""Word files (docx, docm, dotx, dotm), and Word's older one-file XML."""

import re
from collections.abc import Sequence
from typing import Final

from indexers import media_types
from indexers.containers import internet_mail, rich_text, web
from indexers.containers.decoding import decode
from indexers.containers.markup import BROKEN
from indexers.containers.ooxml import (
    drawing_text,
    ensured,
    main_part,
    numbered,
    properties,
    relations,
)
from indexers.containers.tidying import aside, has_text, lines
from indexers.containers.wordprocessing import Styles, read_story, read_styles
from indexers.containers.zipped import Package, package_in
from librarian.domain.extraction import (
    Block,
    Extraction,
    Extractor,
    Reason,
    Source,
    UnreadableError,
)
from librarian.domain.paths import extension_of

_MAIN: Final = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_BESIDE: Final = tuple(
    re.compile(rf"word/{name}\d*\.xml", re.IGNORECASE)
    for name in ("header", "footer", "footnotes", "endnotes", "comments")
)
_DRAWN: Final = tuple(
    re.compile(rf"word/{name}\d*\.xml", re.IGNORECASE) for name in ("diagrams/data", "charts/chart")
)


def extract(source: Source) -> Extraction:
    """Return the text of a Word file."""
    if source.data.startswith(b"PK"):
        return _from_package(package_in(source.data))
    blocks, whole = read_story(source.data, {})
    if not has_text(blocks):
        raise UnreadableError(Reason.EMPTY if whole else Reason.DAMAGED)
    return Extraction(tuple(blocks), warnings=() if whole else (BROKEN,))


def _from_package(package: Package) -> Extraction:
    main = main_part(package, _MAIN)
    blocks, whole = read_story(package.read(main), _styles(package))
    blocks += _inserted(package, main)
    if not whole and not has_text(blocks):
        raise UnreadableError(Reason.DAMAGED, "its text cannot be read")
    beside, all_whole = _beside(package)
    warnings = () if whole and all_whole else (BROKEN,)
    extraction = Extraction((*blocks, *beside), properties(package), warnings=warnings)
    return ensured(package, extraction)


def _inserted(package: Package, main: str) -> list[Block]:
    """Return whole documents of other kinds that a case system put in for Word to unfold."""
    parts = [part for kind, part in relations(package, main).values() if kind == "aFChunk"]
    return [
        found for part in parts if part in package for found in _chunk(part, package.read(part))
    ]


def _chunk(part: str, data: bytes) -> Sequence[Block]:
    match extension_of(part):
        case "htm" | "html" | "xhtml":
            return web.blocks(web.decoded(data))
        case "mht" | "mhtml":
            return internet_mail.read(data, is_page=True).blocks
        case "rtf":
            return rich_text.read(data)[0]
        case "txt":
            return lines(decode(data))
        case _:
            return ()


def _styles(package: Package) -> Styles:
    return read_styles(package.read_or_nothing("word/styles.xml"))


def _beside(package: Package) -> tuple[list[Block], bool]:
    """Return headers, footers, notes, comments and drawings, and whether all were whole."""
    found: list[Block] = []
    all_whole = True
    for pattern in _BESIDE:
        texts: list[Block] = []
        for part in numbered(package, pattern):
            blocks, whole = read_story(package.read(part), {})
            texts += blocks
            all_whole = all_whole and whole
        found += aside(texts)
    for pattern in _DRAWN:
        for part in numbered(package, pattern):
            found += drawing_text(package, part)
    return found, all_whole


EXTRACTOR: Final = Extractor(
    name="docx",
    revision=2,
    media_types=frozenset(
        {
            media_types.DOCX,
            media_types.DOCM,
            media_types.DOTX,
            media_types.DOTM,
            media_types.WORD_XML,
        }
    ),
    extract=extract,
)
