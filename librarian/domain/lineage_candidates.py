"""Which pairs of contents are worth comparing, and which shingles are boilerplate.

Every content is filed under the smallest checksums that tell it from others and under its titles;
contents filed together are compared. So the work grows with the number of files, not its square.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, groupby
from typing import Final

from librarian.domain.lineage_members import Content
from librarian.domain.sketches import Texts, values

ANCHORS: Final = 32
"""Under so many checksums a content is filed."""
CROWD: Final = 64
"""What so many contents are filed under tells nothing: they are not compared for it."""

_COMMON_FROM: Final = 9
"""A shingle in the texts of so many differently named documents is boilerplate."""
_STRIPS: Final = 64
"""Checksums are counted strip by strip, to bound the memory it takes."""
_ALL: Final = 1 << 32


def boilerplate(contents: Iterable[Content]) -> frozenset[int]:
    """Return the checksums that stand in texts of very many differently named documents."""
    written = [content for content in contents if content.sketch]
    written.sort(key=lambda content: content.title)
    common: set[int] = set()
    for strip in range(_STRIPS):
        low, high = strip * _ALL // _STRIPS, (strip + 1) * _ALL // _STRIPS
        common.update(_common_between(written, low, high))
    return frozenset(common)


def _common_between(written: Sequence[Content], low: int, high: int) -> Iterator[int]:
    named, all_told = Counter[int](), Counter[int]()
    for _, same in groupby(written, key=lambda content: content.title):
        union: set[int] = set()
        for content in same:
            found = values(content.sketch)
            strip = found[bisect_left(found, low) : bisect_left(found, high)]
            union.update(strip)
            all_told.update(strip)
        named.update(union)
    for number, times in all_told.items():
        if named[number] >= _COMMON_FROM or times > CROWD:
            yield number


def anchors(content: Content, texts: Texts) -> Sequence[int]:
    """Return the checksums under which a content is filed."""
    return texts.telling(content.sketch, ANCHORS)


def title_keys(content: Content) -> frozenset[str]:
    """Return the titles under which a content is filed."""
    return frozenset(" ".join(title) for title in content.titles)


def pairs(contents: Sequence[Content], texts: Texts) -> Iterator[tuple[Content, Content]]:
    """Yield the pairs worth comparing, each once."""
    filed: defaultdict[int | str, list[int]] = defaultdict(list)
    for place, content in enumerate(contents):
        for anchor in anchors(content, texts):
            filed[anchor].append(place)
        for title in title_keys(content):
            filed[title].append(place)
    met: defaultdict[int, set[int]] = defaultdict(set)
    for places in filed.values():
        if 1 < len(places) <= CROWD:
            for one, other in combinations(places, 2):
                met[one].add(other)
    filed.clear()
    for one in sorted(met):
        for other in sorted(met[one]):
            yield contents[one], contents[other]
