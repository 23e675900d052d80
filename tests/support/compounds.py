"""Makes OLE compound files, the container of old Office files and Outlook messages.

Only what readers need: streams are padded to whole sectors and to the size from which they lie
in ordinary sectors, so that there is no mini stream.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

_SECTOR: Final = 512
_SMALLEST: Final = 4096
_FREE: Final = 0xFFFFFFFF
_END: Final = 0xFFFFFFFE
_FAT: Final = 0xFFFFFFFD
_NOBODY: Final = 0xFFFFFFFF


@dataclass
class _Entry:
    """A storage or stream of the directory."""

    name: str
    kind: int
    data: bytes = b""
    children: dict[str, "_Entry"] = field(default_factory=dict)
    start: int = _END
    right: int = _NOBODY
    child: int = _NOBODY


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return a compound file with these streams, by path with ``/``."""
    root = _Entry("Root Entry", 5)
    for path, data in streams.items():
        _place(root, path.split("/"), data)
    entries = _numbered(root)
    body, starts = _laid_out(entries)
    directory = b"".join(_spelled(entry) for entry in entries)
    directory += b"\0" * (-len(directory) % _SECTOR)
    return _file(body, directory, starts)


def _place(folder: _Entry, path: list[str], data: bytes) -> None:
    for name in path[:-1]:
        folder = folder.children.setdefault(name, _Entry(name, 1))
    padded = data + b"\0" * (max(_SMALLEST, len(data)) - len(data))
    folder.children[path[-1]] = _Entry(path[-1], 2, padded)


def _numbered(root: _Entry) -> list[_Entry]:
    """Return all entries in the order of their numbers; children hang on each other's right."""
    entries = [root]
    for entry in entries:
        children = sorted(entry.children.values(), key=lambda child: (len(child.name), child.name))
        first = len(entries)
        for step, child in enumerate(children):
            child.right = first + step + 1 if step + 1 < len(children) else _NOBODY
        entry.child = first if children else _NOBODY
        entries.extend(children)
    return entries


def _laid_out(entries: list[_Entry]) -> tuple[bytes, list[int]]:
    """Return the streams in sectors, and the chain of sectors."""
    body = b""
    chain: list[int] = []
    for entry in entries:
        if entry.kind == 2:
            entry.start = len(chain)
            sectors = -(-len(entry.data) // _SECTOR)
            chain += [*range(len(chain) + 1, len(chain) + sectors), _END]
            body += entry.data + b"\0" * (-len(entry.data) % _SECTOR)
    return body, chain


def _spelled(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le") + b"\0\0"
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        name,
        len(name),
        entry.kind,
        1,
        _NOBODY,
        entry.right,
        entry.child,
        b"",
        0,
        0,
        0,
        entry.start if entry.kind == 2 else (_END if entry.kind == 5 else 0),
        len(entry.data),
    )


def _file(body: bytes, directory: bytes, chain: list[int]) -> bytes:
    """Return header, streams, directory and allocation table as one file."""
    first = len(chain)
    sectors = len(directory) // _SECTOR
    chain = [*chain, *range(first + 1, first + sectors), _END]
    tables = 1
    while tables * _SECTOR // 4 < len(chain) + tables:
        tables += 1
    places = list(range(len(chain), len(chain) + tables))
    chain += [_FAT] * tables
    chain += [_FREE] * (-len(chain) % (_SECTOR // 4))
    header = struct.pack(
        "<8s16sHHHHHHIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"",
        0x3E,
        3,
        0xFFFE,
        9,
        6,
        0,
        0,
        0,
        tables,
        first,
        0,
        _SMALLEST,
        _END,
        0,
        _END,
        0,
    )
    header += struct.pack("<109I", *(places + [_FREE] * (109 - tables)))
    return header + body + directory + struct.pack(f"<{len(chain)}I", *chain)
