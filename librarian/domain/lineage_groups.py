"""From ties between pairs to whole documents: which contents stand together.

The closest pairs are joined first. A document that was renamed has its names one after another;
two documents that are kept side by side have theirs at the same times, and stay apart however
much they have in common.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product
from typing import Final

from librarian.domain.lineage_kinship import Kinship, Tie
from librarian.domain.lineage_members import Content
from librarian.domain.lineage_order import from_when

_SURE: Final = 0.85
"""So close a pair belongs together whatever the times say."""
_ON_AVERAGE: Final = 0.1
"""Two groups are joined where their contents are so close on average: not by one odd pair."""

_Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Group:
    """Contents of one document, in no order; `doubtful` where even that is a question."""

    contents: tuple[Content, ...]
    ties: tuple[Kinship, ...] = ()
    doubtful: bool = False


@dataclass(slots=True)
class _Cluster:
    contents: list[Content]
    doubtful: bool = False
    ties: list[Kinship] = field(default_factory=list)


def group(contents: Sequence[Content], kinships: Iterable[Kinship]) -> list[Group]:
    """Return the documents these contents are, each content in exactly one."""
    by_id = {content.id: content for content in contents}
    clusters = {content.id: _Cluster([content]) for content in contents}
    ties = sorted(kinships, key=lambda tie: (-tie.tie, -tie.closeness, tie.one, tie.other))
    known: defaultdict[int, dict[int, Kinship]] = defaultdict(dict)
    for tie in ties:
        known[tie.one][tie.other] = known[tie.other][tie.one] = tie
    for tie in ties:
        one, other = clusters[tie.one], clusters[tie.other]
        if one is other:
            one.ties.append(tie)
        elif _belong(tie, one, other, known):
            _join(one, other, tie)
            for content in other.contents:
                clusters[content.id] = one
    distinct = {id(clusters[name]): clusters[name] for name in sorted(by_id)}
    return [_finished(cluster) for cluster in distinct.values()]


def _belong(
    tie: Kinship, one: _Cluster, other: _Cluster, known: Mapping[int, Mapping[int, Kinship]]
) -> bool:
    if tie.tie is Tie.MAYBE:
        return len(one.contents) == len(other.contents) == 1 or _close(one, other, known)
    if tie.closeness < _SURE and _side_by_side(one, other):
        return False
    return tie.closeness >= _SURE or _close(one, other, known)


def _close(one: _Cluster, other: _Cluster, known: Mapping[int, Mapping[int, Kinship]]) -> bool:
    """Tell whether two clusters are close on average, pairs without a tie counting nothing."""
    pairs = [(a.id, b.id) for a, b in product(one.contents, other.contents)]
    total = sum(known[a][b].closeness for a, b in pairs if b in known[a])
    return total >= _ON_AVERAGE * len(pairs)


def _join(one: _Cluster, other: _Cluster, tie: Kinship) -> None:
    one.contents += other.contents
    one.ties += [*other.ties, tie]
    one.doubtful = one.doubtful or other.doubtful or tie.tie is Tie.MAYBE


def _side_by_side(one: _Cluster, other: _Cluster) -> bool:
    """Tell whether two names were in use at the same times: then it was not a change of name."""
    ours, theirs = _spans(one), _spans(other)
    return any(
        _interleave(a, b)
        for (title, a), (called, b) in product(ours.items(), theirs.items())
        if not _same(title, called)
    )


def _spans(cluster: _Cluster) -> dict[tuple[str, ...], _Span]:
    """Return from when to when each name was in use, where that is known."""
    spans: dict[tuple[str, ...], _Span] = {}
    for content in cluster.contents:
        when = from_when(content)
        if when:
            first, last = spans.get(content.title, when)
            spans[content.title] = (min(first, when[0]), max(last, when[1]))
    return spans


def _same(title: tuple[str, ...], other: tuple[str, ...]) -> bool:
    ours, theirs = set(title), set(other)
    return ours <= theirs or theirs <= ours


def _interleave(one: _Span, other: _Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _finished(cluster: _Cluster) -> Group:
    ordered = sorted(cluster.contents, key=lambda content: content.id)
    ties = sorted(cluster.ties, key=lambda tie: (tie.one, tie.other))
    return Group(tuple(ordered), tuple(ties), doubtful=cluster.doubtful)
