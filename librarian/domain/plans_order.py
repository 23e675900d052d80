"""The order in which changes are made, so that each place is free when a file gets it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from librarian.domain.paths import key
from librarian.domain.plans import Change


def in_order(changes: Sequence[Change]) -> list[Change]:
    """Return the changes so that each place is free when a file gets it.

    Of files that go in a circle, one leaves its place `aside` before all others.
    """
    moving = {key(each.path): each for each in changes if each.is_filing}
    done: set[str] = set()
    ordered: list[Change] = []
    for each in changes:
        if each.is_filing:
            ordered += _with_those_before(each, moving, done)
    return [*ordered, *(each for each in changes if not each.is_filing)]


def _with_those_before(
    change: Change, moving: dict[str, Change], done: set[str]
) -> Iterator[Change]:
    """A change behind those that free its place, and theirs."""
    chain: list[Change] = []
    here = key(change.path)
    following: Change | None = change
    while following is not None and here not in done:
        done.add(here)
        chain.append(following)
        here = key(following.to)
        following = moving.get(here)
    if chain and here == key(chain[0].path):
        chain[0] = replace(chain[0], aside=True)
    yield from reversed(chain)
