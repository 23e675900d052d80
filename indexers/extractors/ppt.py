"""PowerPoint's old binary files (97 to 2003)."""

from typing import Final

from indexers import media_types
from indexers.containers.compound import compound_in, properties
from indexers.containers.slides_binary import Slide, read_slides
from indexers.containers.tidying import aside, block, has_text
from librarian.domain.extraction import (
    Block,
    Extraction,
    Extractor,
    Reason,
    Shape,
    Source,
    UnreadableError,
)

_PLACEHOLDER: Final = "*"
"""What stands where PowerPoint puts the date or the slide's number."""


def extract(source: Source) -> Extraction:
    """Return the text of an old presentation."""
    compound = compound_in(source.data)
    blocks = [found for slide in read_slides(compound) for found in _blocks(slide)]
    if not has_text(blocks):
        pictures = compound.read_or_nothing("Pictures")
        raise UnreadableError(Reason.NO_TEXT if pictures else Reason.EMPTY)
    return Extraction(tuple(blocks), properties(compound))


def _blocks(slide: Slide) -> list[Block]:
    found: list[Block] = []
    for text, is_title in slide.texts:
        shape = Shape.HEADING if is_title else Shape.PARAGRAPH
        for line in text.replace("\x0b", " ").splitlines():
            if line.strip() != _PLACEHOLDER:
                found += block(shape, line, int(is_title))
    return list(aside(found)) if slide.is_notes else [Block(Shape.BREAK, ""), *found]


EXTRACTOR: Final = Extractor(
    name="ppt",
    revision=1,
    media_types=frozenset({media_types.PPT}),
    extract=extract,
)
