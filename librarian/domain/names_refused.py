"""Names that Windows, SharePoint or OneDrive refuse, and how they are mended."""

import re
from typing import Final

from librarian.domain.paths import printable

_SIGNS: Final = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_SPACES: Final = re.compile(r" {2,}")
_DEVICES: Final = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_NONE: Final = "Without a name"


def mended(name: str, also: str = "") -> str:
    """Return a name like this one that is taken everywhere; the same where it is already."""
    if not (_is_refused(name) or any(sign in name for sign in also)):
        return name
    better = _SIGNS.sub(" ", printable(name).replace("\N{REPLACEMENT CHARACTER}", " "))
    for sign in also:
        better = better.replace(sign, " ")
    better = _SPACES.sub(" ", better).strip().rstrip(". ")
    stem, dot, ending = better.rpartition(".")
    if dot and stem:
        better = f"{stem.strip()}.{ending}"
    if better.partition(".")[0].casefold() in _DEVICES:
        better = f"{better.partition('.')[0]} file{better[len(better.partition('.')[0]) :]}"
    return better or _NONE


def _is_refused(name: str) -> bool:
    if _SIGNS.search(name) or name != printable(name):
        return True
    edges = name != name.strip() or name.endswith(".")
    return edges or name.partition(".")[0].casefold() in _DEVICES
