"""Word's old binary files (Word 6 to 2003): running text with headings and rows, then asides."""

from typing import Final

from indexers import media_types
from indexers.containers.compound import Compound, compound_in, properties
from indexers.containers.tidying import aside, block, has_text, row
from indexers.containers.word_binary import Paragraph, Story, read_story
from librarian.domain.extraction import (
    Block,
    Extraction,
    Extractor,
    Reason,
    Shape,
    Source,
    UnreadableError,
)

_DEEPEST: Final = 9
_TITLE: Final = 62


def extract(source: Source) -> Extraction:
    """Return the text of an old Word file."""
    compound = compound_in(source.data)
    story = read_story(compound)
    blocks = tuple(_blocks(story))
    if not has_text(blocks):
        raise UnreadableError(Reason.NO_TEXT if _has_pictures(compound) else Reason.EMPTY)
    return Extraction(blocks, properties(compound))


def _has_pictures(compound: Compound) -> bool:
    return len(compound.read_or_nothing("Data")) > 0


def _blocks(story: Story) -> list[Block]:
    """Return a story as blocks; cells are gathered until their row ends."""
    blocks: list[Block] = []
    cells: list[str] = []
    for paragraph in story.running:
        if paragraph.is_cell:
            cells.append(paragraph.text)
            if not paragraph.text.strip() and len(cells) > 1:
                blocks += row(cells)
                cells.clear()
        else:
            blocks += row(cells) + _block(paragraph)
            cells.clear()
    blocks += row(cells)
    beside = [found for paragraph in story.beside for found in _block(paragraph)]
    return [*blocks, *aside(beside)]


def _block(paragraph: Paragraph) -> tuple[Block, ...]:
    if 1 <= paragraph.style <= _DEEPEST:
        return block(Shape.HEADING, paragraph.text, paragraph.style)
    if paragraph.style == _TITLE:
        return block(Shape.TITLE, paragraph.text)
    return block(Shape.PARAGRAPH, paragraph.text)


EXTRACTOR: Final = Extractor(
    name="doc",
    revision=1,
    media_types=frozenset({media_types.DOC}),
    extract=extract,
)
