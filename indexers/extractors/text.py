"""Plain text and Markdown: a paragraph for each line, Markdown's headings and lists kept."""

import re
from typing import Final

from indexers import media_types
from indexers.containers.decoding import decode
from indexers.containers.tidying import block, has_text, lines
from librarian.domain.extraction import (
    Block,
    Extraction,
    Extractor,
    Reason,
    Shape,
    Source,
    UnreadableError,
)
from librarian.domain.paths import extension_of

_HEADING: Final = re.compile(r"(#{1,6})\s+(.*?)\s*#*$")
_ITEM: Final = re.compile(r"(?:[-*+]|\d{1,3}[.)])\s+(.*)")
_MOST_BYTES: Final = 16 << 20
"""What is decoded; more than is searched of any file."""
_DAMAGED: Final = "Some characters are unreadable."


def extract(source: Source) -> Extraction:
    """Return the text of source, with a warning where it could not be decoded."""
    text = decode(source.data[:_MOST_BYTES])
    is_markdown = extension_of(source.name) == "md"
    blocks = tuple(_markdown(text)) if is_markdown else lines(text)
    if not has_text(blocks):
        raise UnreadableError(Reason.EMPTY)
    warnings = (_DAMAGED,) if "\N{REPLACEMENT CHARACTER}" in text else ()
    return Extraction(blocks, warnings=warnings)


def _markdown(text: str) -> list[Block]:
    return [found for line in text.splitlines() for found in _line(line.strip())]


def _line(line: str) -> tuple[Block, ...]:
    if heading := _HEADING.fullmatch(line):
        return block(Shape.HEADING, heading[2], len(heading[1]))
    if item := _ITEM.fullmatch(line):
        return block(Shape.ITEM, item[1])
    return block(Shape.PARAGRAPH, line)


EXTRACTOR: Final = Extractor(
    name="text",
    revision=1,
    media_types=frozenset({media_types.TEXT, media_types.MARKDOWN}),
    extract=extract,
)
