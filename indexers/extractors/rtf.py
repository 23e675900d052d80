"""Rich Text Format (rtf)."""

from typing import Final

from indexers import media_types
from indexers.containers import rich_text
from indexers.containers.tidying import has_text
from librarian.domain.extraction import (
    Extraction,
    Extractor,
    Reason,
    Source,
    UnreadableError,
)


def extract(source: Source) -> Extraction:
    """Return the text of an RTF file."""
    blocks, properties = rich_text.read(source.data)
    if not has_text(blocks):
        has_pictures = b"\\pict" in source.data
        raise UnreadableError(Reason.NO_TEXT if has_pictures else Reason.EMPTY)
    return Extraction(tuple(blocks), properties)


EXTRACTOR: Final = Extractor(
    name="rtf",
    revision=1,
    media_types=frozenset({media_types.RTF}),
    extract=extract,
)
