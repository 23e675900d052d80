"""How much each way of answering counts: made for forms, whose names tell most about them."""

import math
from enum import IntFlag
from functools import lru_cache
from typing import Final

from librarian.domain.searching import State, Why

# Where a word stands: in the title or file name, a heading, anywhere; or in the folder's name.
TITLE: Final = 5.0
HEADING: Final = 1.2
TEXT: Final = 0.6
FOLDER: Final = 1.0
AUTHOR: Final = 1.0

# How a word is met: as written, in another form of it, by its beginning, after a slip of the
# finger, by other words for it.
WRITTEN: Final = 1.0
STEMMED: Final = 0.7
BEGUN: Final = 0.6
SLIP: Final = 0.5
OTHER: Final = 0.45

# Flat points.
WHOLE_TITLE: Final = 40.0
TITLE_BEGINS: Final = 8.0
ALL_IN_TITLE: Final = 15.0
TOPIC: Final = 6.0
AGE: Final = 40.0
NO_AGE: Final = 15.0
INITIALS: Final = 10.0
SIDE_BY_SIDE: Final = 1.5

EVEN: Final = 0.985
"""Hits whose score is at least so much of the best of them answer about equally well."""

_OPENED: Final = 0.08  # for each doubling of how often
_OPENED_MOST: Final = 1.35


class Trait(IntFlag):
    """What makes a file less likely the one that is looked for, whatever its words."""

    OLD = 1
    FILLED_IN = 2
    FOREIGN = 4
    MAIL = 8
    BROKEN = 16


_TRAITS: Final = (
    (Trait.OLD, 0.5, "is old by its name or its folder's"),
    (Trait.FILLED_IN, 0.7, "is a filled-in form"),
    (Trait.FOREIGN, 0.75, "is in a language that was not asked for"),
    (Trait.MAIL, 0.85, "is a message"),
    (Trait.BROKEN, 0.2, "cannot be read, or is empty"),
)
_STANDING: Final = {
    State.CURRENT: 1.2,
    State.LOOKS_NEWEST: 1.1,
    State.ONLY: 1.0,
    State.DRAFT: 0.85,
    State.LOOKS_OLDER: 0.75,
    State.SUPERSEDED: 0.6,
    State.ARCHIVED: 0.5,
}

Factors = tuple[tuple[str, float], ...]
"""What a score is multiplied by, each with its reason."""


@lru_cache(maxsize=4096)
def factors(traits: int, opened: int, state: State = State.ONLY) -> Factors:
    """Return what a hit's points are multiplied by, each with its reason; 1 is left out.

    Most candidates of a search have the same traits, so this is remembered.
    """
    often = min(1 + _OPENED * math.log2(1 + max(opened, 0)), _OPENED_MOST)
    every = (
        *((why, factor) for trait, factor, why in _TRAITS if traits & trait),
        ("you have opened it before", often),
        (f"is {state.value.replace('-', ' ')}", _STANDING[state]),
    )
    return tuple((why, factor) for why, factor in every if factor != 1.0)


def weighed(points: float, multiplied: Factors) -> float:
    """Return the score that these points come to."""
    return points * _product(multiplied)


@lru_cache(maxsize=4096)
def _product(multiplied: Factors) -> float:
    return math.prod(factor for _, factor in multiplied)


def reasons(parts: tuple[Why, ...], multiplied: Factors) -> tuple[Why, ...]:
    """Return parts and what each factor adds or takes; together they are the score."""
    points = sum(part.points for part in parts)
    found = list(parts)
    for why, factor in multiplied:
        found.append(Why(why, points * (factor - 1)))
        points *= factor
    return tuple(found)
