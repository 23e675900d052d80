"""Shortcuts to what an extractor makes of a file, in a form that reads well in a test."""

from collections.abc import Callable

import pytest

from librarian.domain.extraction import Extraction, Reason, Shape, Source, UnreadableError

Extract = Callable[[Source], Extraction]


def shapes(extraction: Extraction) -> list[tuple[str, str]]:
    """Return each block as its shape and its text; breaks without a name left out."""
    return [(str(block.shape), block.text) for block in extraction.blocks if block.text]


def texts(extraction: Extraction, shape: Shape) -> list[str]:
    """Return the texts of the blocks of one shape."""
    return [block.text for block in extraction.blocks if block.shape is shape]


def refused(extract: Extract, data: bytes, name: str = "a") -> Reason:
    """Return the plain reason that an extractor gives for having no text."""
    with pytest.raises(UnreadableError) as raised:
        extract(Source(name, data))
    return raised.value.reason
