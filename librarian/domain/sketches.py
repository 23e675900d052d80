"""Sketches: how alike two texts are, told from about a kilobyte each instead of the texts.

A sketch holds the smallest checksums of a text's three-word shingles, in order: a fair sample of
them, and all of them where the text is short. Since every text is sampled by the same rule, what
two samples share tells what the texts share; and checksums that very many texts share, the
letterhead of a team, can be left out of account.
"""

from array import array
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from sys import byteorder
from typing import Final

Checksums = Sequence[int]

MOST: Final = 256
"""How many checksums a sketch holds at most."""
WIDTH: Final = 4
_REMEMBERED: Final = 4096
_NONE: Final[frozenset[int]] = frozenset()


def pack(checksums: Collection[int]) -> bytes:
    """Return the sketch of a text with these checksums, each below 2 ** 32."""
    return _little(array("I", sorted(checksums)[:MOST])).tobytes()


def sampled(sketch: bytes) -> Checksums:
    """Return the checksums of a sketch in little room, the smallest first."""
    return _little(array("I", sketch))


def values(sketch: bytes) -> tuple[int, ...]:
    """Return the checksums of a sketch, the smallest first."""
    return tuple(sampled(sketch))


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


class Texts:
    """Compares sketched texts, leaving out of account what very many of them share."""

    def __init__(self, boilerplate: frozenset[int] = _NONE) -> None:
        self._boilerplate = boilerplate
        self._sampled = lru_cache(maxsize=_REMEMBERED)(self._sample)

    def likeness(self, one: bytes, other: bytes) -> Likeness:
        """Return how alike two texts are."""
        ours, theirs = self._sampled(one), self._sampled(other)
        reach = min(ours.reach, theirs.reach)
        counts = ours.within(reach), theirs.within(reach)
        fewer = min(counts)
        if not fewer:
            return Likeness()
        both = len(ours.each & theirs.each) - len(ours.common & theirs.common)
        return Likeness(both / (sum(counts) - both), both / fewer, fewer)

    def telling(self, sketch: bytes, most: int) -> Sequence[int]:
        """Return the smallest checksums that tell this text from others, `most` at most."""
        told = (number for number in sampled(sketch) if number not in self._boilerplate)
        return tuple(islice(told, most))

    def _sample(self, sketch: bytes) -> "_Sample":
        found = sampled(sketch)
        reach = found[-1] if len(found) >= MOST else 1 << 32
        each = frozenset(found)
        common = each & self._boilerplate
        return _Sample(found, each, tuple(sorted(common)), common, reach)


@dataclass(frozen=True, slots=True)
class _Sample:
    """A sketch, and what in it is common; up to `reach` the text is known completely."""

    ordered: Checksums
    each: frozenset[int]
    common_ordered: Checksums
    common: frozenset[int]
    reach: int

    def within(self, reach: int) -> int:
        """Count what tells this text from others, as far as reach."""
        return bisect_right(self.ordered, reach) - bisect_right(self.common_ordered, reach)


def likeness(one: bytes, other: bytes) -> Likeness:
    """Return how alike two sketched texts are, whatever others say."""
    return Texts().likeness(one, other)
