"""Sketches: how alike two texts are, told from about a kilobyte each instead of the texts.

A sketch holds the smallest checksums of a text's three-word shingles, in order: a fair sample of
them, and all of them where the text is short. Since every text is sampled by the same rule, what
two samples share tells what the texts share; and checksums that very many texts share, the
letterhead of a team, can be left out of account.
"""

from array import array
from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from sys import byteorder
from typing import Final

MOST: Final = 256
"""How many checksums a sketch holds at most."""
WIDTH: Final = 4
_NONE: Final[frozenset[int]] = frozenset()


def pack(checksums: Collection[int]) -> bytes:
    """Return the sketch of a text with these checksums, each below 2 ** 32."""
    return _little(array("I", sorted(checksums)[:MOST])).tobytes()


def values(sketch: bytes) -> tuple[int, ...]:
    """Return the checksums of a sketch, the smallest first."""
    return tuple(_little(array("I", sketch)))


def _little(numbers: "array[int]") -> "array[int]":
    if byteorder == "big":
        numbers.byteswap()
    return numbers


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two texts are, boilerplate left out: all numbers are estimates between 0 and 1.

    `shared` is the share of all shingles, `contained` the share of the shorter text's. `sampled`
    counts the shingles of the shorter text that were compared: with few, little is certain.
    """

    shared: float = 0.0
    contained: float = 0.0
    sampled: int = 0


def likeness(one: bytes, other: bytes, boilerplate: Collection[int] = _NONE) -> Likeness:
    """Return how alike two sketched texts are, without the shingles in boilerplate."""
    return compare(values(one), values(other), boilerplate)


def compare(
    one: tuple[int, ...], other: tuple[int, ...], boilerplate: Collection[int] = _NONE
) -> Likeness:
    """Return how alike two texts with these checksums are, without those in boilerplate."""
    reach = min(_reach(one), _reach(other))
    ours = set(one[: bisect_right(one, reach)]).difference(boilerplate)
    theirs = set(other[: bisect_right(other, reach)]).difference(boilerplate)
    fewer = min(len(ours), len(theirs))
    if not fewer:
        return Likeness()
    both = len(ours & theirs)
    return Likeness(both / (len(ours) + len(theirs) - both), both / fewer, fewer)


def _reach(found: tuple[int, ...]) -> int:
    """Return up to which checksum a text is known completely."""
    return found[-1] if len(found) >= MOST else 1 << 32
