"""Sketches of texts, so that versions of one document are found later without the texts.

Only the first LONGEST words count: versions of one document begin alike, and the work is
bounded (about 0.1 s).
"""

import re
from hashlib import sha256
from typing import Final
from zlib import crc32

from librarian.domain.sketches import pack

LONGEST: Final = 100_000
"""The words of a text that are looked at."""
SHORTEST: Final = 20
"""A text with fewer words has no sketch: alikeness of so little tells nothing."""

_DIGITS: Final = 32
_WORD: Final = re.compile(r"\w+")
_NUMBERS: Final = re.compile(rb"[\d ]+")
"""Rows of figures are alike everywhere and tell nothing."""
_SPREAD: Final = 0x9E3779B1
"""An odd number that spreads a checksum's bits upwards, so that small ones are a fair sample."""
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
    spelled = [f"{word} ".encode("utf-8", "replace") for word in found[:LONGEST]]
    threes = zip(spelled, spelled[1:], spelled[2:], strict=False)
    together = {one + two + three for one, two, three in threes}
    checksums = {crc32(shingle) for shingle in together if not _NUMBERS.fullmatch(shingle)}
    return pack([checksum * _SPREAD & _ALL for checksum in checksums])
