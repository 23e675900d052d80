"""Messages saved from Outlook (msg)."""

from typing import Final

from indexers import media_types
from indexers.containers import mail, outlook
from librarian.domain.extraction import Extraction, Extractor, Source


def extract(source: Source) -> Extraction:
    """Return the text of a message."""
    return mail.extraction(outlook.read(source.data))


EXTRACTOR: Final = Extractor(
    name="msg",
    revision=1,
    media_types=frozenset({media_types.MSG}),
    extract=extract,
)
