"""What a file's name says: its words without the clutter that people add while they work."""

import re
from typing import Final

from librarian.domain.name_marks import read_name
from librarian.domain.paths import extension_of, printable, stem_of

_SPACES: Final = re.compile(r"\s+")
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")


def shown_title(path: str) -> str:
    """Return the name as people should read it: underscores as spaces, no extension.

    Marks that turn the direction of letters are left out: they make one name look like another.
    """
    said = _TURNING.sub("", printable(stem_of(path))).replace("_", " ")
    return _SPACES.sub(" ", said).strip() or printable(path)


def plain_title(path: str) -> str:
    """Return the name without version marks, copy marks and the like."""
    return _TURNING.sub("", read_name(path).title) or shown_title(path)


def clean_name(path: str) -> str:
    """Return a clean file name for a copy to fill in: the plain title and the extension.

    Templates become the document they are templates of, so that filling in starts a document.
    """
    extension = extension_of(path)
    ending = {"dotx": "docx", "dotm": "docm", "dot": "doc", "ott": "odt", "xltx": "xlsx"}
    shown = ending.get(extension, extension)
    return f"{plain_title(path)}.{shown}" if shown else plain_title(path)
