"""Paths on the drive: relative, with ``/``, kept as the drive spells them and compared by key.

A path may hold surrogate escapes where a name is not UTF-8; `printable` makes it fit for people,
JSON and databases, and `stored` / `restored` carry it through a store that takes only Unicode.
"""

import unicodedata
from typing import Final

REPLACED_BY: Final = " - replaced by.url"
"""How the name of a shortcut ends that leads from what was replaced to what to use now."""
ABOUT_ARCHIVE: Final = "About this archive.txt"
"""The file that lists what is in the archive, and why."""

_ESCAPE: Final = "\ue000"
_TEMPORARY_ENDINGS: Final = (".tmp", ".temp", ".crdownload", ".partial", ".part", ".laccdb", ".ldb")
_NOT_FILES: Final = (*_TEMPORARY_ENDINGS, REPLACED_BY, ABOUT_ARCHIVE.lower())
_OWNER_FILES: Final = ("~$", ".~lock.", "._", "~wrd", "~wrl")
_SYSTEM_NAMES: Final = frozenset(
    {
        ".librarian",
        "$recycle.bin",
        "system volume information",
        "thumbs.db",
        "desktop.ini",
        ".ds_store",
        "lost+found",
        ".trash",
        ".trashes",
        ".spotlight-v100",
        ".fseventsd",
        ".appledouble",
        ".sync",
        ".stfolder",
        ".stversions",
        ".dropbox.cache",
        "@eadir",
    }
)
_LAST: Final = frozenset(
    letter for ending in _NOT_FILES for letter in (ending[-1], ending[-1].upper())
)
_FIRST: Final = frozenset(
    letter for name in (*_SYSTEM_NAMES, *_OWNER_FILES) for letter in (name[0], name[0].upper())
)


def key(path: str) -> str:
    """Return what two spellings of one path have in common: NFC, case folded."""
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def is_passed_over(name: str) -> bool:
    """Tell whether an entry of this name is ours, temporary, an owner file or the system's."""
    if name[-1] not in _LAST and name[0] not in _FIRST:
        return False  # as with most
    lowered = name.lower()
    return (
        lowered.endswith(_NOT_FILES)
        or lowered in _SYSTEM_NAMES
        or (lowered[0] in "~._" and lowered.startswith(_OWNER_FILES))
    )


def printable(path: str) -> str:
    """Return path as valid Unicode: what is not becomes the replacement sign."""
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        return "".join(
            "\N{REPLACEMENT CHARACTER}" if "\ud800" <= letter <= "\udfff" else letter
            for letter in path
        )
    return path


def stored(path: str) -> str:
    """Return path as valid Unicode from which `restored` gives back the very same path."""
    if path.isascii() or not any(_needs_escape(letter) for letter in path):
        return path
    return "".join(
        f"{_ESCAPE}{ord(letter):04x}" if _needs_escape(letter) else letter for letter in path
    )


def has_escapes(text: str) -> bool:
    """Tell whether anything in text is to be `restored`."""
    return _ESCAPE in text


def restored(path: str) -> str:
    """Return the path that `stored` was given."""
    if _ESCAPE not in path:
        return path
    head, *rest = path.split(_ESCAPE)
    return head + "".join(chr(int(part[:4], 16)) + part[4:] for part in rest)


def _needs_escape(letter: str) -> bool:
    return "\ud800" <= letter <= "\udfff" or letter == _ESCAPE


def folder_of(path: str) -> str:
    """Return the folder a path lies in; the empty string for the drive's top."""
    return path.rpartition("/")[0]


def name_of(path: str) -> str:
    """Return the last part of a path."""
    return path.rpartition("/")[2]


def stem_of(path: str) -> str:
    """Return the name without its extension."""
    name = name_of(path)
    dot = name.rfind(".")
    return name[:dot] if 0 < dot < len(name) - 1 else name


def extension_of(path: str) -> str:
    """Return the extension in lower case without its dot; empty where there is none."""
    name = name_of(path)
    dot = name.rfind(".")
    return name[dot + 1 :].lower() if 0 < dot < len(name) - 1 else ""


def is_within(path: str, folder: str) -> bool:
    """Tell whether path is folder or lies beneath it; everything lies in the drive's top."""
    return not folder or path == folder or path.startswith(f"{folder}/")
