"""The binary PowerPoint format, as far as text needs it.

[MS-PPT]: records within records. The last edit's directory tells where the living slides lie;
what earlier edits left behind is passed over. Where the directory is broken, all text counts.
"""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from indexers.containers.compound import Compound
from librarian.domain.extraction import Reason, UnreadableError

_DOCUMENT: Final = 0x03E8
_SLIDE: Final = 0x03EE
_NOTES: Final = 0x03F0
_MASTER: Final = 0x03F8
_SLIDE_LIST: Final = 0x0FF0
_SLIDE_PLACE: Final = 0x03F3
_TEXT_KIND: Final = 0x0F9F
_CHARACTERS: Final = 0x0FA0
_BYTES: Final = 0x0FA8
_EDIT: Final = 0x0FF5
_DIRECTORY: Final = 0x1772
_LOCKED: Final = 0x2F14
_TITLES: Final = (0, 6)
_LOCKED_TOKEN: Final = 0xF3D1C4DF
_CONTAINER: Final = 0xF
_DEEPEST: Final = 100


class _Record(NamedTuple):
    """A record: its kind, its instance, where its body lies."""

    kind: int
    instance: int
    start: int
    end: int
    is_container: bool


class Slide(NamedTuple):
    """The texts of one slide, and of its notes at the end of all: each with whether a title."""

    texts: list[tuple[str, bool]]
    is_notes: bool = False


def read_slides(compound: Compound) -> list[Slide]:
    """Return the slides in their order, then the notes; raises where locked or broken."""
    data = compound.read("PowerPoint Document")
    user = compound.read_or_nothing("Current User")
    if "EncryptedSummary" in compound.names or _token(user) == _LOCKED_TOKEN:
        raise UnreadableError(Reason.PASSWORD)
    try:
        return _living(data, user)
    except (struct.error, KeyError, StopIteration, IndexError):
        return _everything(data)


def _token(user: bytes) -> int:
    return int.from_bytes(user[12:16], "little")


def _records(data: bytes, start: int, end: int) -> Iterator[_Record]:
    """Yield the records that lie side by side in a range."""
    at = start
    while at + 8 <= end:
        head, kind, size = struct.unpack_from("<HHI", data, at)
        stop = min(at + 8 + size, end)
        yield _Record(kind, head >> 4, at + 8, stop, head & _CONTAINER == _CONTAINER)
        at = stop


def _living(data: bytes, user: bytes) -> list[Slide]:
    """Return what the last edit's directory leads to."""
    places, document = _directory(data, struct.unpack_from("<I", user, 16)[0])
    top = _at(data, places[document])
    if top.kind != _DOCUMENT:
        raise KeyError(document)
    slides: list[Slide] = []
    lists = [found for found in _records(data, top.start, top.end) if found.kind == _SLIDE_LIST]
    for found in sorted(lists, key=lambda record: record.instance):
        if found.instance != 1:  # 1 lists the masters
            slides += _listed(data, found, places, is_notes=found.instance != 0)
    return slides


def _directory(data: bytes, edit: int) -> tuple[dict[int, int], int]:
    """Return where each living object lies, and the number of the document."""
    places: dict[int, int] = {}
    document = None
    for _ in range(_DEEPEST * _DEEPEST):
        record = _at(data, edit)
        if record.kind != _EDIT:
            raise KeyError(edit)
        earlier, directory, number = struct.unpack_from("<III", data, record.start + 8)
        document = number if document is None else document
        places = {**_objects(data, _at(data, directory)), **places}
        if not earlier or earlier >= edit:
            break
        edit = earlier
    if document is None:
        raise KeyError(edit)
    return places, document


def _at(data: bytes, place: int) -> _Record:
    return next(_records(data, place, len(data)))


def _objects(data: bytes, directory: _Record) -> dict[int, int]:
    found: dict[int, int] = {}
    at = directory.start
    while at + 4 <= directory.end and directory.kind == _DIRECTORY:
        (head,) = struct.unpack_from("<I", data, at)
        first, count = head & 0xFFFFF, head >> 20
        places = struct.unpack_from(f"<{count}I", data, at + 4)
        found |= {first + step: place for step, place in enumerate(places)}
        at += 4 + 4 * count
    return found


def _listed(
    data: bytes, slides: _Record, places: dict[int, int], *, is_notes: bool
) -> Iterator[Slide]:
    """Yield each slide of a list: the outline's texts, then those of its shapes."""
    outline: list[tuple[str, bool]] = []
    shapes: list[tuple[str, bool]] = []
    begun = is_title = False
    for record in _records(data, slides.start, slides.end):
        if record.kind == _SLIDE_PLACE:
            if begun:
                yield Slide(outline + shapes, is_notes)
            begun, outline = True, []
            (number,) = struct.unpack_from("<I", data, record.start)
            shapes = list(_texts(data, _at(data, places[number]))) if number in places else []
        elif record.kind == _TEXT_KIND:
            is_title = data[record.start] in _TITLES
        elif text := _text(data, record):
            outline.append((text, is_title))
    if begun:
        yield Slide(outline + shapes, is_notes)


def _texts(data: bytes, top: _Record, depth: int = 0) -> Iterator[tuple[str, bool]]:
    """Yield every text in a record and those within it, each with whether it is a title."""
    is_title = False
    for record in _records(data, top.start, top.end):
        if record.kind == _LOCKED:
            raise UnreadableError(Reason.PASSWORD)
        if record.kind == _TEXT_KIND:
            is_title = data[record.start : record.start + 1] in (b"\0", b"\6")
        elif record.is_container and record.kind != _MASTER and depth < _DEEPEST:
            yield from _texts(data, record, depth + 1)
        elif text := _text(data, record):
            yield text, is_title


def _text(data: bytes, record: _Record) -> str:
    """Return the text of a record that holds characters; empty for all others."""
    body = data[record.start : record.end]
    if record.kind == _CHARACTERS:
        return body.decode("utf-16-le", "replace")
    return body.decode("latin-1") if record.kind == _BYTES else ""


def _everything(data: bytes) -> list[Slide]:
    """Return all texts in the file, slide by slide, in the order they were written."""
    return [
        Slide(list(_texts(data, record)), record.kind == _NOTES)
        for record in _records(data, 0, len(data))
        if record.is_container and record.kind != _MASTER
    ]
