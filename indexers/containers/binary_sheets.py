"""What calamine passes over in old Excel files: text boxes, comments, and that one is locked."""

import struct
from collections.abc import Iterator
from typing import Final

from indexers.containers.compound import Compound

_END: Final = 0x000A
_LOCK: Final = 0x002F
_DRAWINGS: Final = 0x00EB
_TEXT_OBJECT: Final = 0x01B6
_CONTINUED: Final = 0x003C
_HEADER: Final = 4
_LENGTH_AT: Final = 10


def stream_of(compound: Compound) -> bytes:
    """Return the stream that holds the workbook; nothing where there is none."""
    names = [name for name in compound.names if name.lower() in ("workbook", "book")]
    return compound.read(names[0]) if names else b""


def is_locked(stream: bytes) -> bool:
    """Tell whether a workbook stream is encrypted; its first records say so."""
    for kind, _ in _records(stream):
        if kind in (_LOCK, _END):
            return kind == _LOCK
    return False


def has_drawings(stream: bytes) -> bool:
    """Tell whether a workbook stream holds pictures or shapes."""
    return any(kind == _DRAWINGS for kind, _ in _records(stream))


def boxes(stream: bytes) -> list[str]:
    """Return the text of each text box and comment in a workbook stream (Excel 97 and later)."""
    found: list[str] = []
    wanted = 0
    for kind, body in _records(stream):
        if kind == _TEXT_OBJECT and len(body) >= _LENGTH_AT + 2:
            (wanted,) = struct.unpack_from("<H", body, _LENGTH_AT)
            found.append("")
        elif kind == _CONTINUED and wanted and body:
            piece = _characters(body)[:wanted]
            found[-1] += piece
            wanted -= len(piece)
        else:
            wanted = 0
    return [text for text in found if text.strip()]


def _records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at + _HEADER <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + _HEADER : at + _HEADER + size]
        at += _HEADER + size


def _characters(body: bytes) -> str:
    """Return the characters of a continued record; its first byte tells how wide they are."""
    if body[0] & 1:
        return body[1:].decode("utf-16-le", "replace")
    return body[1:].decode("latin-1")
