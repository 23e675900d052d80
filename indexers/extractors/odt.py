"""OpenDocument text (odt)."""

from typing import Final

from indexers import media_types
from indexers.containers import opendocument
from librarian.domain.extraction import Extraction, Extractor, Source


def extract(source: Source) -> Extraction:
    """Return the text of a text document."""
    return opendocument.extract(source.data, is_slides=False)


EXTRACTOR: Final = Extractor(
    name="odt",
    revision=1,
    media_types=frozenset({media_types.ODT}),
    extract=extract,
)
