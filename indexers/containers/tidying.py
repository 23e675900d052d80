"""Makes blocks out of raw text: one line each, without runs of blanks."""

from collections.abc import Iterable, Sequence

from librarian.domain.extraction import Block, Shape

_MANY_CELLS = 256


def tidy(text: str) -> str:
    """Return text as one line with single blanks, fit for any store."""
    line = " ".join(text.split())
    if line.isascii():
        return line.replace("\0", "")
    return line.replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def block(shape: Shape, text: str, level: int = 0) -> tuple[Block, ...]:
    """Return a block of this text, or nothing where it has none."""
    line = tidy(text)
    return (Block(shape, line, level),) if line else ()


def row(cells: Sequence[str]) -> tuple[Block, ...]:
    """Return a row of these cells, or nothing where all are empty.

    Empty cells between filled ones stay, for they tell that something was left blank; in very
    wide rows they only cost room.
    """
    tidied = [tidy(cell) for cell in cells]
    if len(tidied) > _MANY_CELLS:
        tidied = [cell for cell in tidied if cell]
    line = "\t".join(tidied).rstrip("\t")
    return (Block(Shape.ROW, line),) if line.strip() else ()


def lines(text: str, shape: Shape = Shape.PARAGRAPH) -> tuple[Block, ...]:
    """Return a block for each line of text that is not blank."""
    return tuple(found for line in text.splitlines() for found in block(shape, line))


def aside(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the same text as asides, the first of equal ones only."""
    texts = dict.fromkeys(tidy(found.text) for found in blocks if found.shape is not Shape.BREAK)
    return tuple(Block(Shape.ASIDE, text) for text in texts if text)


def has_text(blocks: Iterable[Block]) -> bool:
    """Tell whether any block holds something to read."""
    return any(found.text for found in blocks if found.shape is not Shape.BREAK)
