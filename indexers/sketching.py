"""Sketches of texts, so that versions of one document are found later without the texts.

Only the first LONGEST words count: versions of one document begin alike, and the work is
bounded (about 0.1 s).
"""

import re
from hashlib import sha256
from itertools import accumulate
from typing import Final
from zlib import crc32

from librarian.domain.sketches import pack

LONGEST: Final = 100_000
"""The words of a text that are looked at."""
SHORTEST: Final = 20
"""A text with fewer words has no sketch: alikeness of so little tells nothing."""

_DIGITS: Final = 32
_WORD: Final = re.compile(r"\w+")
_SPREAD: Final = 0x9E3779B1
"""An odd number that spreads a checksum's bits upwards, so that small ones are a fair sample."""
_WITH_BLANK: Final = (1).__add__
_ALL: Final = (1 << 32) - 1


def words(text: str) -> list[str]:
    """Return the words of a text, case folded."""
    return _WORD.findall(text.casefold())


def wording(found: list[str]) -> str:
    """Return what texts with the very same words have in common, and no others."""
    return sha256(" ".join(found).encode("utf-8", "replace")).hexdigest()[:_DIGITS] if found else ""


def sketch(found: list[str]) -> bytes:
    """Return the sketch of a text's words; empty where there are too few."""
    if len(found) < SHORTEST:
        return b""
    checksums = set(map(crc32, _shingles(found[:LONGEST])))
    return pack([checksum * _SPREAD & _ALL for checksum in checksums])


def _shingles(found: list[str]) -> set[bytes]:
    """Return each three words in a row; rows of figures are alike everywhere and tell nothing."""
    spelled = " ".join(found).encode("utf-8", "replace").split(b" ")
    text = b" ".join((*spelled, b""))
    begins = list(accumulate(map(_WITH_BLANK, map(len, spelled)), initial=0))
    threes = {text[start:stop] for start, stop in zip(begins, begins[3:], strict=False)}
    numbers = list(map(bytes.isdigit, spelled))
    if any(numbers):
        numbered = zip(numbers, numbers[1:], numbers[2:], begins, begins[3:], strict=False)
        threes.difference_update(
            text[a:b] for one, two, three, a, b in numbered if one and two and three
        )
    return threes
