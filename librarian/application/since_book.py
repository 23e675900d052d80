"""Remembers since when each finding is open: in this user's own documents, not in the cache."""

from collections.abc import Mapping
from typing import Final

from librarian.application.ports import Store

_ALL: Final = "findings"
_LATELY: Final = "findings-lately"


class FindingsBook:
    """Keeps findings by the moment they were first found, which many share.

    What was found lately stands apart, so that one change need not write down everything again.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self) -> Mapping[str, int]:
        """Milliseconds since 1970, by finding."""
        return {**self._read(_ALL), **self._read(_LATELY)}

    def save(self, since: Mapping[str, int]) -> None:
        """Keep these, and no others."""
        self._write(_ALL, since)
        self._write(_LATELY, {})

    def add(self, since: Mapping[str, int]) -> None:
        """Keep these too."""
        self._write(_LATELY, {**self._read(_LATELY), **since})

    def _read(self, name: str) -> Mapping[str, int]:
        kept = self._store.load(name).get("since")
        moments = kept if isinstance(kept, dict) else {}
        return {
            finding: int(moment)
            for moment, findings in moments.items()
            if moment.isdecimal() and isinstance(findings, str)
            for finding in findings.split()
        }

    def _write(self, name: str, since: Mapping[str, int]) -> None:
        moments: dict[str, list[str]] = {}
        for finding, moment in since.items():
            moments.setdefault(str(moment), []).append(finding)
        told = {moment: " ".join(sorted(found)) for moment, found in sorted(moments.items())}
        self._store.save(name, {"since": told})
