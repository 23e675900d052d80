"""What differs between two texts, block by block: paragraphs, list items, rows of tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

_ALIKE: Final = 0.5
"""Blocks that share less than this are not one block that was changed."""
_MOST_PAIRED: Final = 60
"""Beyond so many blocks in one place, they are paired in order instead of by likeness."""


class ChangeKind(StrEnum):
    """What became of a block."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """One block that differs; `before` or `after` is empty where there was or is none.

    The cells of a table's row are parted by tabs.
    """

    kind: ChangeKind
    before: str
    after: str


def blocks_of(text: str) -> tuple[str, ...]:
    """Return the blocks of a text, one a line, without what only makes them look nice."""
    lines = (
        "\t".join(" ".join(cell.split()) for cell in line.split("\t")) for line in _lines(text)
    )
    return tuple(line for line in lines if line.strip())


def changes(before: Sequence[str], after: Sequence[str]) -> tuple[Change, ...]:
    """Return what differs between two texts, in the order of reading."""
    found: list[Change] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, from_, to in matcher.get_opcodes():
        if kind != "equal":
            found += _paired(before[start:end], after[from_:to])
    return tuple(found)


def _paired(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    """Yield the changes in one place: alike blocks as changed, the others as removed or added."""
    left = list(after)
    for block in before:
        partner = _partner(block, left)
        if partner is None:
            yield Change(ChangeKind.REMOVED, block, "")
            continue
        for skipped in left[:partner]:
            yield Change(ChangeKind.ADDED, "", skipped)
        yield Change(ChangeKind.CHANGED, block, left[partner])
        del left[: partner + 1]
    for block in left:
        yield Change(ChangeKind.ADDED, "", block)


def _partner(block: str, others: Sequence[str]) -> int | None:
    """The place of the block that this one became, or None."""
    looked_at = others[:_MOST_PAIRED]
    ratios = [_likeness(block, other) for other in looked_at]
    best = max(ratios, default=0.0)
    return ratios.index(best) if best >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _lines(text: str) -> Sequence[str]:
    return text.split("\n")
