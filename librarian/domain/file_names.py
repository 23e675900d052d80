"""Whether a file can have a path, here and on a colleague's Windows or SharePoint; in words."""

import re
from typing import Final

LONGEST: Final = 240
"""Characters from the drive's top; Windows stops at 260, and the drive itself lies somewhere."""

_LONGEST_NAME: Final = 255
_REFUSED: Final = frozenset('<>:"|?*\\')
_RESERVED: Final = re.compile(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE
)
_SPACE: Final = " "


def why_refused(path: str) -> str:
    """Return in words why no file can have this path on every system; empty where one can."""
    parts = path.split("/")
    if path.startswith("/") or {"", ".", ".."} & set(parts):
        return "It leads to no place on this drive."
    if ".librarian" in (part.lower() for part in parts):
        return "That folder is Librarian's own."
    if len(path) > LONGEST:
        return f"Its path would have {len(path)} characters; {LONGEST} is the most that works."
    return next(filter(None, map(_why_name_refused, parts)), "")


def _why_name_refused(name: str) -> str:
    signs = sorted({letter for letter in name if letter in _REFUSED or letter < _SPACE})
    if signs:
        shown = " ".join(sign if sign >= _SPACE else "a control sign" for sign in signs)
        return f"Windows allows no {shown} in a name."
    if name[-1] in " ." or name[0] == _SPACE:
        return "Windows allows no space or dot at the end of a name."
    if _RESERVED.fullmatch(name):
        return f"Windows keeps the name {name} for itself."
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
        return "The name is too long."
    return ""
