"""What this desk has seen of a drive, kept beside the settings: never a cache, never on the drive.

Several processes of one person may write at once: each changes the newest under a lock.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final
from uuid import uuid4

from filelock import FileLock

from librarian.adapters.store import JsonStore
from librarian.domain.curators import Adopted
from librarian.domain.ledger import Problem

_HEADS: Final = "heads"
_TRUST: Final = "trust"
_DESK: Final = "desk"
_WRONG: Final = "wrong"


class LocalRecords:
    """The heads this desk has seen and the founding it trusts, of one drive."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store = JsonStore(folder)

    def heads(self) -> Mapping[str, tuple[int, str]]:
        """How many lines each segment had, and the last one's hash."""
        return _heads(self._store.load(_HEADS))

    def saw(self, heads: Mapping[str, tuple[int, str]]) -> None:
        """Remember these too."""

        def with_these(before: dict[str, object]) -> dict[str, object]:
            known = _heads(before)
            further = {path: max(known.get(path, head), head) for path, head in heads.items()}
            return {path: list(head) for path, head in (known | further).items()}

        _change(self._folder, _HEADS, with_these)

    def wrong(self) -> tuple[Problem, ...]:
        """What was found wrong, and not found right since."""
        told = self._store.load(_WRONG).get("problems")
        found = told if isinstance(told, list) else []
        return tuple(Problem(str(each[0]), str(each[1])) for each in found if _is_pair(each))

    def found_wrong(self, found: Sequence[Problem]) -> None:
        """Remember that just this is wrong."""
        told: dict[str, object] = {"problems": [[each.what, each.where] for each in found]}
        _change(self._folder, _WRONG, lambda _: told if found else {})

    def trusted(self) -> Adopted | None:
        """The founding that this desk takes for the right one."""
        told = self._store.load(_TRUST)
        drive, name, curators = told.get("drive"), told.get("name"), told.get("curators")
        if not isinstance(drive, str) or not isinstance(curators, list):
            return None
        return Adopted(drive, str(name), tuple(str(each) for each in curators))

    def trust(self, adopted: Adopted) -> None:
        """Take this founding for the right one from now on."""
        told: dict[str, object] = {
            "drive": adopted.id,
            "name": adopted.name,
            "curators": list(adopted.curators),
        }
        _change(self._folder, _TRUST, lambda _: told)


def desk_id(own: Path) -> str:
    """Return the lasting id of this installation, made when it is first asked for."""
    made = _change(own, _DESK, lambda before: before or {"id": uuid4().hex[:12]})
    return str(made["id"])


def _change(
    folder: Path, name: str, change: Callable[[dict[str, object]], dict[str, object]]
) -> dict[str, object]:
    folder.mkdir(parents=True, exist_ok=True)
    store = JsonStore(folder)
    with FileLock(folder / f"{name}.lock"):
        before = store.load(name)
        after = change(before)
        if after != before:
            store.save(name, after)
    return after


def _heads(told: Mapping[str, object]) -> dict[str, tuple[int, str]]:
    return {
        path: (int(head[0]), str(head[1]))
        for path, head in told.items()
        if isinstance(head, list) and _is_pair(head)
    }


def _is_pair(told: object) -> bool:
    return isinstance(told, list) and len(told) == 2  # noqa: PLR2004 - a pair
