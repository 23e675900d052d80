"""Erases payloads where they lie; every chain still verifies, since only heads are chained."""

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from librarian.application.keeping_ledger_ports import Segments
from librarian.domain.chains import brought_back, erased, parsed

_ALL: Final = 2**40


def erase(segments: Segments, paths: Iterable[str], ids: Collection[str]) -> list[str]:
    """Blank the bodies of these entries in every file; returns the files that refused."""
    refused = []
    for path in paths:
        done = [
            segments.overwrite(path, start, erased(raw), raw)
            for start, raw in _found(segments.read(path, 0, _ALL), ids)
        ]
        if not all(done):
            refused.append(path)
    return refused


def _found(data: bytes, ids: Collection[str]) -> Iterator[tuple[int, bytes]]:
    """Where each line begins that holds one of these, itself or brought back."""
    start = 0
    for raw in data.split(b"\n")[:-1]:
        line = parsed(raw)
        inner = brought_back(line) if line else None
        holds = {each.id for each in (line, inner) if each and each.body is not None}
        if not holds.isdisjoint(ids):
            yield start, raw
        start += len(raw) + 1
