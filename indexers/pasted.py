"""What was pasted rather than typed: a path or a file's name is read as the words of that name.

People find a path in an e-mail, or copy one here, and ask for the file by it; where it lay on
somebody else's computer says nothing of where it is.
"""

import re
from itertools import chain
from typing import Final

from librarian.domain.kinds import EXTENSIONS

_ENDINGS: Final = frozenset(chain.from_iterable(EXTENSIONS.values()))
_PATH: Final = re.compile(r"^\W*(?:[a-z]:[\\/]|\\\\|file:|/\w)|\w\\\w", re.IGNORECASE)
_NAMED: Final = re.compile(rf"(?<=\w|\))\.(?:{'|'.join(sorted(_ENDINGS))})(?!\w)", re.IGNORECASE)
_HALF_NAMED: Final = re.compile(r"(?<=\w)\.([a-z0-9]{0,4})$", re.IGNORECASE)


def without_place(text: str, *, typing: bool = False) -> str:
    """Return text without the folders of a path and without the endings of file names.

    While it is being typed, an ending may be half.
    """
    named = bool(_NAMED.search(text))
    if _PATH.search(text) or (named and "/" in text):
        path = text.strip(" \t\r\n\"'“”‘’").rstrip("\\/").replace("%20", " ")
        text = path[max(path.rfind("/"), path.rfind("\\")) + 1 :]
    text = _NAMED.sub("", text)
    return _HALF_NAMED.sub(_left_of, text) if typing else text


def _left_of(found: re.Match[str]) -> str:
    """Nothing, where what was typed may become the ending of a file's name."""
    half = found[1].lower()
    return "" if any(ending.startswith(half) for ending in _ENDINGS) else found[0]
