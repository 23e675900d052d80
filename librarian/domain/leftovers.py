"""What programs leave behind, and shortcuts that lead nowhere: they are known, never searched."""

import posixpath
import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Final, NamedTuple
from urllib.parse import unquote

from librarian.domain.paths import folder_of

_OURS: Final = "~librarian-"
"""So begin names of files that this program is about to move or write."""
_OPEN: Final = ("~$", ".~lock.")
_OPEN_ENDINGS: Final = (".laccdb", ".ldb")
_TEMPORARY: Final = ("~wrd", "~wrl")
_TEMPORARY_ENDINGS: Final = (".tmp", ".temp", ".crdownload", ".partial", ".part")
_ELSEWHERE: Final = re.compile(r"(?!file:)[a-z][a-z0-9+.-]+:", re.IGNORECASE)
_ABSOLUTE: Final = re.compile(r"(?:file:|[a-z]:|[\\/])", re.IGNORECASE)


class LeftKind(StrEnum):
    """What it is."""

    OPEN = "open"
    """The sign that somebody has a document open; it goes when they close it."""
    TEMPORARY = "temporary"
    SHORTCUT = "shortcut"
    """A shortcut to something on this drive that is not there."""


class Leftover(NamedTuple):
    """Something that nobody needs any more; `modified` is in nanoseconds since 1970."""

    path: str
    kind: LeftKind
    size: int
    modified: int


def left_kind(name: str) -> LeftKind | None:
    """Return what a program left under this name; None for everything else."""
    lowered = name.lower()
    if lowered.startswith(_OURS):
        return None
    if lowered.startswith(_OPEN) or lowered.endswith(_OPEN_ENDINGS):
        return LeftKind.OPEN
    if lowered.startswith(_TEMPORARY) or lowered.endswith(_TEMPORARY_ENDINGS):
        return LeftKind.TEMPORARY
    return None


def leads_nowhere(
    links: Sequence[str], shortcut: str, root: str, is_there: Callable[[str], bool]
) -> bool:
    """Tell whether a shortcut leads to a place on the drive at root where nothing is.

    Of what lies elsewhere, on another drive or on the web, nobody here can tell.
    """
    places = [place_on_drive(link, shortcut, root) for link in links]
    return bool(places) and all(place is not None and not is_there(place) for place in places)


def place_on_drive(link: str, shortcut: str, root: str) -> str | None:
    """Return where on the drive at root a link leads; None where it leads elsewhere."""
    if not link or _ELSEWHERE.match(link):
        return None
    plain = unquote(link, errors="surrogateescape").replace("\\", "/").partition("#")[0]
    if not _ABSOLUTE.match(link):
        place = posixpath.normpath(posixpath.join(folder_of(shortcut), plain))
        return None if place in {".", ".."} or place.startswith("../") else place
    top = root.replace("\\", "/").strip("/")
    inside = re.sub(r"^file:", "", plain, flags=re.IGNORECASE).strip("/")
    if not top or not inside.casefold().startswith(f"{top.casefold()}/"):
        return None
    return inside[len(top) + 1 :]
