"""PDF files."""

from typing import Final

from indexers import media_types
from librarian.domain.extraction import Extraction, Extractor, Source


def extract(source: Source) -> Extraction:
    """Return the text of a PDF."""
    from indexers.containers import portable  # noqa: PLC0415 - PDFium takes 0.1 s to load

    return portable.extract(source.data)


EXTRACTOR: Final = Extractor(
    name="pdf",
    revision=1,
    media_types=frozenset({media_types.PDF}),
    extract=extract,
)
