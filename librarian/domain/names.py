"""What a file's name says: its words without the clutter that people add while they work."""

import re
from typing import Final

from librarian.domain.paths import extension_of, printable, stem_of

_CLUTTER: Final = re.compile(
    r"""(?ix)
      ^\s*copy\s+(\(\d+\)\s+)?of\s+                       # Copy of …
    | \s*[-–_]\s*copy(\s*\(\d+\))?\s*$                    # … - Copy (2)
    | \s*\(\d+\)\s*$                                      # … (1)
    | [\s_-]*\b(?:v|ver|version|rev)[\s._]*\d+(?:[._]\d+)*\b   # v2.1, version 4, _v02
    | [\s_-]*\b(?:final|draft|old|new|latest|superseded|do\ not\ use)\d*\b(?=[\s_()-]*$)
    | [\s_-]*[-–_(]\s*(?:desktop|laptop)-[a-z0-9]+\)?\s*$  # OneDrive conflict copies
    | \s*\([^)]*conflicted\ copy[^)]*\)                   # Dropbox
    | \.sync-conflict-[\w-]+$                             # Syncthing
    """,
)
_SEPARATORS: Final = re.compile(r"[_]+|(?<=\w)\.(?=[A-Za-z]{2})")
_SPACES: Final = re.compile(r"\s+")


def shown_title(path: str) -> str:
    """Return the name as people should read it: underscores as spaces, no extension."""
    return _SPACES.sub(" ", printable(stem_of(path)).replace("_", " ")).strip() or printable(path)


def plain_title(path: str) -> str:
    """Return the name without version marks, copy marks and the like."""
    words = _SEPARATORS.sub(" ", printable(stem_of(path)))
    before = ""
    while before != words:
        before, words = words, _CLUTTER.sub("", words)
    plain = _SPACES.sub(" ", words).strip(" -–_.")
    return plain or shown_title(path)


def clean_name(path: str) -> str:
    """Return a clean file name for a copy to fill in: the plain title and the extension.

    Templates become the document they are templates of, so that filling in starts a document.
    """
    extension = extension_of(path)
    ending = {"dotx": "docx", "dotm": "docm", "dot": "doc", "ott": "odt", "xltx": "xlsx"}
    shown = ending.get(extension, extension)
    return f"{plain_title(path)}.{shown}" if shown else plain_title(path)
