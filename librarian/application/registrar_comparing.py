"""Two versions side by side, with what is the same between the changes."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from librarian.application.about import Comparison, Pair, Turn
from librarian.application.comparing import compared
from librarian.domain.files import Reading
from librarian.domain.history_changes import ChangeKind, blocks_of, changes

_TURNS = {
    ChangeKind.ADDED: Turn.ADDED,
    ChangeKind.REMOVED: Turn.REMOVED,
    ChangeKind.CHANGED: Turn.CHANGED,
}


def side_by_side(one: Reading, other: Reading) -> Comparison:
    """Return both texts in reading order, paired.

    Raises LibrarianError where one of them has no text.
    """
    found = compared(one, other)
    if found.same or not found.changes:
        return Comparison(same=True)
    return Comparison(same=False, pairs=tuple(_pairs(blocks_of(one.body), blocks_of(other.body))))


def _pairs(before: Sequence[str], after: Sequence[str]) -> Iterator[Pair]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for turn, start, end, first, last in matcher.get_opcodes():
        if turn == "equal":
            yield from (Pair(Turn.SAME, block, block) for block in before[start:end])
        else:
            for change in changes(before[start:end], after[first:last]):
                yield Pair(_TURNS[change.kind], change.before, change.after)
