"""Compares what a walk meets with what is known: pure, and it touches neither drive nor catalogue.

A name that changed only in case or accents is still the same file; whether that happened is
known only when the walk has ended, since both spellings may lie side by side.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from operator import attrgetter
from typing import Final

from librarian.application.ports import Known
from librarian.domain.files import Closed, FileState, Listed
from librarian.domain.paths import folder_of, key

_PATH: Final = attrgetter("path")


@dataclass(frozen=True, slots=True)
class Respelled:
    """A known file under a new spelling of its path."""

    file: int
    listed: Listed


@dataclass(frozen=True, slots=True)
class Leftovers:
    """Known files that a walk did not meet: gone, or behind closed folders by the reason why."""

    gone: tuple[int, ...]
    closed: dict[str, tuple[int, ...]]


class Reconciliation:
    """Takes each listed file once and tells which must be looked at again."""

    def __init__(self, known: dict[str, Known], placeholders: frozenset[str] = frozenset()) -> None:
        """`placeholders` were kept online only: fetched since, they are the same and yet news."""
        self._left = known
        self._placeholders = placeholders
        self._held: list[Listed] = []
        self.seen = 0
        self.new = 0
        self.changed = 0

    def news(self, listed: Sequence[Listed]) -> list[Listed]:
        """Those of listed that are new or changed and can be entered at once."""
        self.seen += len(listed)
        known = map(self._left.pop, map(_PATH, listed), repeat(None))
        fetched = self._fetched(listed) if self._placeholders else ()
        return [
            each
            for each, before in zip(listed, known, strict=True)
            if before is None
            or before.modified != each.modified
            or before.size != each.size
            or before.state is not FileState.PRESENT
            or (fetched and each.path in fetched)
            if self._is_news(each, before)
        ]

    def respelled(self) -> tuple[tuple[Respelled, ...], tuple[Listed, ...]]:
        """Of the files held back: those that are known ones respelled, and those truly new."""
        renamed: list[Respelled] = []
        new: list[Listed] = []
        for listed in self._held:
            twin = self._left.pop(self._spellings[key(listed.path)], None)
            if twin:
                renamed.append(Respelled(twin.file, listed))
            else:
                new.append(listed)
        self.changed += len(renamed)
        self.new += len(new)
        return tuple(renamed), tuple(new)

    def leftovers(self, closed: Iterable[Closed]) -> Leftovers:
        """What became of known files that were not met."""
        shut = {each.path: each.why for each in closed}
        gone: list[int] = []
        behind: dict[str, list[int]] = {}
        for path, known in self._left.items():
            why = next((shut[place] for place in _places_of(path) if place in shut), None)
            if why is not None:
                behind.setdefault(why, []).append(known.file)
            elif known.state is not FileState.NOT_SEEN:
                gone.append(known.file)
        return Leftovers(tuple(gone), {why: tuple(files) for why, files in behind.items()})

    def _fetched(self, listed: Sequence[Listed]) -> frozenset[str]:
        """Those that were kept online only and are there in full by now."""
        here = (each.path for each in listed if not each.online_only)
        return self._placeholders.intersection(here)

    def _is_news(self, listed: Listed, before: Known | None) -> bool:
        if before is None:
            return self._is_new(listed)
        self.changed += 1
        return True

    def _is_new(self, listed: Listed) -> bool:
        if self._left and key(listed.path) in self._spellings:
            self._held.append(listed)
            return False
        self.new += 1
        return True

    @cached_property
    def _spellings(self) -> dict[str, str]:
        return {key(path): path for path in self._left}


def _places_of(path: str) -> Iterator[str]:
    """Yield path itself and each folder around it, the drive's top last."""
    while path:
        yield path
        path = folder_of(path)
    yield ""
