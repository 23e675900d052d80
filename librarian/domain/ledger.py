"""What was done, by whom, when: entries of the ledger, and the order in which they count.

An entry has a head, chained by hash to the one before in its segment, and a payload that can be
erased while the chain still verifies.
"""

from collections.abc import Mapping, Sequence
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
    (``approved``); what its payload holds is for whoever folds that kind.
    """

    id: str
    stamp: Stamp
    who: str
    kind: str
    payload: Mapping[str, Json] | None
