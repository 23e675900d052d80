"""Which pairs of contents are worth comparing, and which shingles are boilerplate.

Every content is filed under the smallest checksums that tell it from others and under its titles;
contents filed together are compared. So the work grows with the number of files, not its square.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, groupby
from typing import Final

from librarian.domain.lineage_members import Content
from librarian.domain.sketches import Checksums, Texts, sampled

ANCHORS: Final = 24
"""Under so many checksums a content is filed."""
CROWD: Final = 64
"""What so many contents are filed under tells nothing: they are not compared for it."""

_COMMON_FROM: Final = 9
"""A shingle in the texts of so many differently named documents is boilerplate."""
_AT_ONCE: Final = 2_000_000
"""So many checksums are counted at once, to bound the memory it takes."""
_ALL: Final = 1 << 32


def boilerplate(contents: Iterable[Content]) -> frozenset[int]:
    """Return the checksums that stand in texts of very many differently named documents."""
    written = sorted((each for each in contents if each.sketch), key=lambda each: each.title)
    named = [
        [sampled(content.sketch) for content in same]
        for _, same in groupby(written, key=lambda content: content.title)
    ]
    strips = 1 + sum(len(text) for texts in named for text in texts) // _AT_ONCE
    common: set[int] = set()
    for strip in range(strips):
        common.update(_common(named, strip * _ALL // strips, (strip + 1) * _ALL // strips))
    return frozenset(common)


def _common(named: Sequence[Sequence[Checksums]], low: int, high: int) -> Iterator[int]:
    """Yield what is common among the checksums from low to high."""
    counted = Counter[int]()
    for texts in named:
        parts = [text[bisect_left(text, low) : bisect_left(text, high)] for text in texts]
        counted.update(parts[0] if len(parts) == 1 else set().union(*parts))
        if len(parts) > CROWD:
            crowded = Counter(chain.from_iterable(parts))
            yield from (number for number, times in crowded.items() if times > CROWD)
    yield from (number for number, times in counted.items() if times >= _COMMON_FROM)


@dataclass(frozen=True, slots=True)
class Filed:
    """A content and what it is filed under."""

    content: int
    anchors: tuple[int, ...]
    titles: frozenset[str]


def filed(content: Content, texts: Texts) -> Filed:
    """Return what a content is filed under."""
    titles = frozenset(" ".join(title) for title in content.titles)
    return Filed(content.id, tuple(texts.telling(content.sketch, ANCHORS)), titles)


def pairs(filed: Sequence[Filed]) -> Iterator[tuple[int, int]]:
    """Yield the places of two that are worth comparing, each pair once."""
    under: defaultdict[int | str, list[int]] = defaultdict(list)
    for place, each in enumerate(filed):
        for anchor in each.anchors:
            under[anchor].append(place)
        for title in each.titles:
            under[title].append(place)
    met: defaultdict[int, set[int]] = defaultdict(set)
    for places in under.values():
        if 1 < len(places) <= CROWD:
            for one, other in combinations(places, 2):
                met[one].add(other)
    for one in sorted(met):
        for other in sorted(met[one]):
            yield one, other
