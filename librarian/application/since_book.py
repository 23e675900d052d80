"""Remembers since when each finding is open: in this user's own documents, not in the cache."""

from collections.abc import Mapping
from typing import Final

from librarian.application.ports import Store

_NAME: Final = "findings"


class FindingsBook:
    """Keeps findings by the moment they were first found, which many share."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self) -> Mapping[str, int]:
        """Milliseconds since 1970, by finding."""
        kept = self._store.load(_NAME).get("since")
        moments = kept if isinstance(kept, dict) else {}
        return {
            name: int(moment)
            for moment, names in moments.items()
            if moment.isdecimal() and isinstance(names, str)
            for name in names.split()
        }

    def save(self, since: Mapping[str, int]) -> None:
        """Keep these, and no others."""
        moments: dict[str, list[str]] = {}
        for name, moment in since.items():
            moments.setdefault(str(moment), []).append(name)
        told = {moment: " ".join(sorted(names)) for moment, names in sorted(moments.items())}
        self._store.save(_NAME, {"since": told})
