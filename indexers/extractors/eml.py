"""Messages as they travel (eml), and web pages saved in one file (mht, mhtml)."""

from typing import Final

from indexers import media_types
from indexers.containers import internet_mail, mail
from indexers.containers.tidying import has_text
from librarian.domain.extraction import (
    Extraction,
    Extractor,
    Properties,
    Reason,
    Source,
    UnreadableError,
)
from librarian.domain.paths import extension_of


def extract(source: Source) -> Extraction:
    """Return the text of a message or of a web page in one file."""
    is_page = extension_of(source.name) in ("mht", "mhtml")
    message = internet_mail.read(source.data, is_page=is_page)
    if not is_page:
        return mail.extraction(message)
    if not has_text(message.blocks):
        raise UnreadableError(Reason.EMPTY)
    title = message.header("Subject")
    return Extraction(message.blocks, Properties(title=title, created=message.sent))


EXTRACTOR: Final = Extractor(
    name="eml",
    revision=1,
    media_types=frozenset({media_types.EML, media_types.MHTML}),
    extract=extract,
)
