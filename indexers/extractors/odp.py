"""OpenDocument slides and drawings (odp, odg)."""

from typing import Final

from indexers import media_types
from indexers.containers import opendocument
from librarian.domain.extraction import Extraction, Extractor, Source


def extract(source: Source) -> Extraction:
    """Return the text of a presentation or a drawing."""
    return opendocument.extract(source.data, is_slides=True)


EXTRACTOR: Final = Extractor(
    name="odp",
    revision=1,
    media_types=frozenset({media_types.ODP, media_types.ODG}),
    extract=extract,
)
