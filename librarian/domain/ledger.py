"""What was done, by whom, when: entries of the ledger, and the order in which they count.

An entry has a head, chained by hash to the one before in its segment, and a payload that can be
erased while the chain still verifies.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

Json = str | int | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
"""What a payload may hold."""


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """A hybrid logical clock: order by time, then count, then desk; no two are equal.

    `milliseconds` since 1970 as the writing desk believed, never behind any stamp it had seen;
    `count` tells apart what one desk wrote in the same millisecond.
    """

    milliseconds: int
    count: int
    desk: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that was done; `payload` is None once it was erased.

    `who` is the account that the operating system vouched for. `kind` names the act
    (``approved``); what its payload holds is for whoever folds that kind. `id` is made from the
    head itself, so that no other entry can take it.
    """

    id: str
    stamp: Stamp
    who: str
    kind: str
    payload: Mapping[str, Json] | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the ledger that is not as it ought to be: what, and in which place."""

    what: str
    where: str


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Return each entry once, in the order in which they count, whatever order they came in.

    Of two with one id the later given stands: an entry that comes again replaces the first.
    """
    each = {entry.id: entry for entry in entries}
    return sorted(each.values(), key=lambda entry: (entry.stamp, entry.id))
