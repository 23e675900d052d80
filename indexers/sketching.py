"""Sketches of texts, so that near-duplicates are found later without the texts.

MinHash over shingles of three words. Two hash functions of 64 bins each keep the smallest value
that falls into each bin (one-permutation hashing), which costs one checksum a shingle instead
of 128. A bin that stays empty borrows from another in an order that depends on its place alone,
so two alike texts still agree there (densification).

Only the first LONGEST words count: versions of one document begin alike, and the work is
bounded (about 0.15 s).
"""

import re
import struct
from collections.abc import Iterable
from typing import Final
from zlib import crc32

from librarian.domain.sketches import HASHES

LONGEST: Final = 100_000
"""The words of a text that are looked at."""
SHORTEST: Final = 20
"""A text with fewer words has no sketch: alikeness of so little tells nothing."""

_WORD: Final = re.compile(r"\w+")
_MULTIPLIERS: Final = (0x9E3779B1, 0x85EBCA77)
"""Odd numbers that spread a checksum's bits upwards; one for each hash function."""
_BINS: Final = HASHES // len(_MULTIPLIERS)
_SHIFT: Final = 32 - _BINS.bit_length() + 1
_LOW: Final = (1 << _SHIFT) - 1
_ALL: Final = (1 << 32) - 1
_NONE: Final = 1 << 32


def words(text: str) -> list[str]:
    """Return the words of a text, case folded."""
    return _WORD.findall(text.casefold())


def sketch(found: list[str]) -> bytes:
    """Return the sketch of a text's words; empty where there are too few."""
    if len(found) < SHORTEST:
        return b""
    smallest = _smallest(found[:LONGEST])
    return struct.pack(f"<{HASHES}I", *_filled(smallest))


def _smallest(found: list[str]) -> list[int]:
    """Return the smallest value in each bin; _NONE where nothing fell."""
    spelled = [f"{word} ".encode("utf-8", "replace") for word in found]
    threes = zip(spelled, spelled[1:], spelled[2:], strict=False)
    checksums = {crc32(one + two + three) for one, two, three in threes}
    return [value for multiplier in _MULTIPLIERS for value in _binned(checksums, multiplier)]


def _binned(checksums: Iterable[int], multiplier: int) -> list[int]:
    """Return the smallest low part of the hashes in each bin that their high part chooses."""
    smallest = [_NONE] * _BINS
    for checksum in checksums:
        value = checksum * multiplier & _ALL
        low = value & _LOW
        if low < smallest[value >> _SHIFT]:  # noqa: PLR1730 - min() takes twice as long
            smallest[value >> _SHIFT] = low
    return smallest


def _filled(smallest: list[int]) -> list[int]:
    """Return the values with each empty bin borrowing from one that is not."""
    return [
        value if value != _NONE else _borrowed(smallest, place)
        for place, value in enumerate(smallest)
    ]


def _borrowed(smallest: list[int], place: int) -> int:
    """Return the first value met on a walk that depends only on where it begins."""
    at = place
    while smallest[at] == _NONE:
        at = (at * 5 + 2 * place + 1) % HASHES  # visits every bin: full period modulo 128
    return smallest[at]
