"""Keeps what programs left behind and which shortcuts lead nowhere, as the last look saw them.

The catalogue passes such files over: nobody searches them. They are listed beside it, by path and
age alone; only shortcuts are looked into, for where they lead.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from librarian.application.ports import Catalogue, Known, Store
from librarian.domain.files import FileState, Listed
from librarian.domain.leftovers import LeftKind, Leftover, leads_nowhere, left_kind
from librarian.domain.paths import extension_of, name_of, restored, stored

_SHORTCUTS = ("url", "lnk")
_LARGEST = 1 << 20
_NAME = "shortcuts"


class PassedOver(Protocol):
    """A drive that remembers what a look at it passed over."""

    def left_behind(self) -> Sequence[Listed] | None:
        """What programs left behind; None before a whole look at the drive."""

    def is_there(self) -> bool:
        """Whether the drive's top can be listed just now."""

    def locate(self, path: str) -> Path:
        """The absolute path the operating system opens."""


class LeftoverStore(Protocol):
    """Keeps leftovers beside the catalogue."""

    def keep_leftovers(self, found: Sequence[Leftover]) -> bool:
        """Keep these and no others; tells whether they are others than before."""


class LeftoverWatch:
    """Brings the list of leftovers up to date after each look at the drive."""

    def __init__(
        self,
        *,
        drive: PassedOver,
        root: Path,
        catalogue: Catalogue,
        store: LeftoverStore,
        links_in: Callable[[bytes, str], tuple[str, ...]],
        cache: Store,
    ) -> None:
        self._drive = drive
        self._root = root
        self._catalogue = catalogue
        self._store = store
        self._links_in = links_in
        self._cache = cache

    def follow(self) -> bool:
        """Bring the list up to date; tells whether anything is new. Without a look, it stays."""
        left = self._drive.left_behind()
        if left is None or not self._drive.is_there():
            return False
        found = [
            Leftover(each.path, kind, each.size, each.modified)
            for each in left
            if (kind := left_kind(name_of(each.path)))
        ]
        return self._store.keep_leftovers([*found, *self._dead_shortcuts()])

    def _dead_shortcuts(self) -> Iterator[Leftover]:
        before = self._cache.load(_NAME)
        after: dict[str, object] = {}
        for path, each in self._catalogue.known_by_extension(_SHORTCUTS).items():
            if extension_of(path) in _SHORTCUTS and _may_be_read(each):
                links = _kept(before.get(stored(path)), each)
                links = self._read(path) if links is None else links
                after[stored(path)] = [each.size, each.modified, [stored(link) for link in links]]
                if leads_nowhere(links, path, str(self._root), self._lies_there):
                    yield Leftover(path, LeftKind.SHORTCUT, each.size, each.modified)
        if after != before:
            self._cache.save(_NAME, after)

    def _read(self, path: str) -> Sequence[str]:
        try:
            data = self._drive.locate(path).read_bytes()
        except OSError:
            return ()  # it cannot be opened just now; the catalogue tells of that
        return self._links_in(data, extension_of(path))

    def _lies_there(self, path: str) -> bool:
        return self._drive.locate(path).exists()


def _may_be_read(known: Known) -> bool:
    return known.state is FileState.PRESENT and known.size <= _LARGEST


def _kept(kept: object, known: Known) -> Sequence[str] | None:
    match kept:
        case [int(size), int(modified), list(links)] if (size, modified) == known[1:3]:
            return [restored(str(link)) for link in links]
        case _:
            return None
