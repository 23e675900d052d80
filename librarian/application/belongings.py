"""A person's own marks on the drive: what they starred, what they opened, when they last looked.

They are kept by path, since the catalogue's numbers are only a cache, and never leave this desk.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Final

from librarian.application.ports import Clock, Store
from librarian.domain.clocks import nanoseconds

_RECENT_KEPT: Final = 500


@dataclass(frozen=True, slots=True)
class Opened:
    """How often a file was opened here, and when last (nanoseconds since 1970)."""

    times: int
    last: int


class Belongings:
    """Stars, openings and the last look around, for one person on one drive."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._lock = Lock()

    def starred(self) -> tuple[str, ...]:
        """Starred paths, the latest first."""
        paths = self._store.load("stars").get("paths", [])
        return tuple(map(str, paths)) if isinstance(paths, list) else ()

    def star(self, path: str, *, on: bool) -> None:
        """Put a star on path, or take it away."""
        with self._lock:
            others = [starred for starred in self.starred() if starred != path]
            self._store.save("stars", {"paths": [path, *others] if on else others})

    def opened(self) -> dict[str, Opened]:
        """What was opened here, by path, the latest first."""
        found = {
            path: Opened(times, last)
            for path, entry in self._store.load("opened").items()
            for times, last in [_numbers(entry)]
            if times
        }
        return dict(sorted(found.items(), key=lambda item: -item[1].last))

    def note_opening(self, path: str) -> None:
        """Remember that path was opened now; only the latest few hundred are kept."""
        with self._lock:
            opened = self.opened()
            times = opened[path].times + 1 if path in opened else 1
            now = nanoseconds(self._clock.now())
            latest = {path: Opened(times, now), **{p: o for p, o in opened.items() if p != path}}
            kept = list(latest.items())[:_RECENT_KEPT]
            self._store.save("opened", {p: {"times": o.times, "last": o.last} for p, o in kept})

    def followed(self) -> frozenset[str]:
        """The plans that stars and openings have followed."""
        plans = self._store.load("followed").get("plans", [])
        return frozenset(map(str, plans)) if isinstance(plans, list) else frozenset()

    def follow(self, plan: str, moves: Mapping[str, str]) -> None:
        """Have stars and openings go with files that a plan moved, from path to path."""
        with self._lock:
            before = self.starred()
            stars = tuple(dict.fromkeys(moves.get(path, path) for path in before))
            if stars != before:
                self._store.save("stars", {"paths": list(stars)})
            opened = self._store.load("opened")
            if opened.keys() & moves.keys():
                self._store.save("opened", {moves.get(p, p): each for p, each in opened.items()})
            self._store.save("followed", {"plans": sorted({*self.followed(), plan})})

    def last_look(self) -> int:
        """When this person last looked around, in nanoseconds since 1970; 0 for never."""
        at = self._store.load("looked").get("at", 0)
        return at if isinstance(at, int) else 0

    def note_look(self) -> None:
        """Remember that this person has seen what is new, now."""
        self._store.save("looked", {"at": nanoseconds(self._clock.now())})


def _numbers(entry: object) -> tuple[int, int]:
    if isinstance(entry, Mapping):
        times, last = entry.get("times"), entry.get("last")
        if isinstance(times, int) and isinstance(last, int):
            return times, last
    return 0, 0
