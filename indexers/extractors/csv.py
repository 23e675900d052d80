"""Tables kept as text (csv, tsv)."""

from typing import Final

from indexers import media_types
from indexers.containers.decoding import decode
from indexers.containers.separated import rows
from indexers.containers.tidying import has_text, row
from librarian.domain.extraction import (
    Extraction,
    Extractor,
    Reason,
    Source,
    UnreadableError,
)

_MOST_BYTES: Final = 16 << 20
"""What is decoded; more than is searched of any file."""


def extract(source: Source) -> Extraction:
    """Return the rows of a table."""
    blocks = tuple(
        found for cells in rows(decode(source.data[:_MOST_BYTES])) for found in row(cells)
    )
    if not has_text(blocks):
        raise UnreadableError(Reason.EMPTY)
    return Extraction(blocks)


EXTRACTOR: Final = Extractor(
    name="csv",
    revision=1,
    media_types=frozenset({media_types.CSV}),
    extract=extract,
)
