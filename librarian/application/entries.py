"""How a file becomes an entry of the index: by its name at once, with its contents later."""

from typing import Final

from librarian.domain.extraction import Reason
from librarian.domain.files import Listed, Reading
from librarian.domain.kinds import kind_of
from librarian.domain.names import plain_title
from librarian.domain.paths import extension_of, folder_of
from librarian.domain.places import is_backwater
from librarian.domain.searching import Entry


def name_entry(file: int, listed: Listed) -> Entry:
    """Return the entry of a file that was not looked inside yet."""
    return Entry(
        file=file,
        path=listed.path,
        title=plain_title(listed.path),
        kind=kind_of(extension_of(listed.path)),
        modified=listed.modified,
        size=listed.size,
        backwater=is_backwater(folder_of(listed.path)),
    )


_BROKEN: Final = frozenset({Reason.DAMAGED, Reason.EMPTY, Reason.MISNAMED})


def content_entry(file: int, listed: Listed, reading: Reading) -> Entry:
    """Return the entry of a file with what was found inside."""
    return Entry(
        file=file,
        path=listed.path,
        title=plain_title(listed.path),
        kind=kind_of(extension_of(listed.path)),
        modified=listed.modified,
        size=listed.size,
        headings=reading.headings,
        body=reading.body,
        author=reading.properties.author,
        facets=reading.facets,
        personal=bool(reading.personal),
        backwater=is_backwater(folder_of(listed.path)),
        broken=reading.reason in _BROKEN,
    )
