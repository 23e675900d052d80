"""Web pages saved as files."""

from typing import Final

from indexers import media_types
from indexers.containers import web
from indexers.containers.tidying import block, has_text
from librarian.domain.extraction import (
    Extraction,
    Extractor,
    Properties,
    Reason,
    Shape,
    Source,
    UnreadableError,
)


def extract(source: Source) -> Extraction:
    """Return the text of a web page."""
    page = web.decoded(source.data)
    title = web.title(page)
    blocks = (*block(Shape.TITLE, title), *web.blocks(page))
    if not has_text(blocks):
        raise UnreadableError(Reason.EMPTY)
    return Extraction(blocks, Properties(title=title))


EXTRACTOR: Final = Extractor(
    name="html",
    revision=1,
    media_types=frozenset({media_types.HTML}),
    extract=extract,
)
