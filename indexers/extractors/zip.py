"""Zip files: the names of what lies in them; nothing is unpacked."""

from typing import Final

from indexers import media_types
from indexers.containers.tidying import block, has_text
from indexers.containers.zipped import package_in
from librarian.domain.extraction import (
    Extraction,
    Extractor,
    Reason,
    Shape,
    Source,
    UnreadableError,
)

_MOST_NAMES: Final = 10_000
_LOCKED: Final = "What lies in it is password-protected."


def extract(source: Source) -> Extraction:
    """Return the names of the files in a zip file."""
    package = package_in(source.data)
    names = [name for name in package.names if not name.endswith("/")][:_MOST_NAMES]
    blocks = tuple(found for name in names for found in block(Shape.ITEM, name))
    if not has_text(blocks):
        raise UnreadableError(Reason.EMPTY)
    return Extraction(blocks, warnings=(_LOCKED,) if package.is_locked else ())


EXTRACTOR: Final = Extractor(
    name="zip",
    revision=1,
    media_types=frozenset({media_types.ZIP}),
    extract=extract,
)
