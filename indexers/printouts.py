"""The whole text of one file that a person gives: a printed summary, as PDF, Word or plain text.

Unlike what is read for searching, nothing is held back because it is personal, and nothing is kept.
"""

from pathlib import Path
from typing import Final

from indexers.reading import by_media_type, extracted, installed
from indexers.sniffing import sniff
from librarian.domain.errors import LibrarianError
from librarian.domain.extraction import Source, UnreadableError

_LARGEST: Final = 20_000_000


def text_of_file(path: Path) -> str:
    """Return the text, one block a line. Raises LibrarianError where it has none."""
    try:
        if path.stat().st_size > _LARGEST:
            raise LibrarianError(f"{path.name} is too large.", "Print only one case.")
        source = Source(path.name, path.read_bytes())
    except OSError as error:
        raise LibrarianError(f"{path.name} cannot be read.", "Check its name.") from error
    extractor = by_media_type(installed()).get(sniff(source).media_type)
    try:
        if extractor is None:
            raise _no_text(path)
        return extracted(source, extractor).text
    except UnreadableError as error:
        raise _no_text(path) from error


def _no_text(path: Path) -> LibrarianError:
    return LibrarianError(
        f"{path.name} has no text that can be read.", "Copy the summary and paste it instead."
    )
