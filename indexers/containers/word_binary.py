"""The binary Word format, as far as text needs it: pieces, code pages, styles of paragraphs.

[MS-DOC]: the file's first block (FIB) tells where the piece table lies; pieces are characters
of one byte (Windows-1252) or two. Word 6 and 95 keep plain bytes in the code page of the
language they were installed for.
"""

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Final, NamedTuple

from indexers.containers.compound import Compound
from indexers.containers.decoding import code_page_of_language
from librarian.domain.extraction import Reason, UnreadableError

_WORD_97: Final = 0x00C1
_OLDEST: Final = 0x0065
_ENCRYPTED: Final = 0x0100
_WHICH_TABLE: Final = 0x0200
_COMPRESSED: Final = 0x4000_0000
_CELL: Final = "\x07"
_ENDS: Final = re.compile("[\r\x07\x0c\x0b]")
_FIELD: Final = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x14\x15]*))?\x15")
_OPEN_FIELD: Final = re.compile("\x13[^\x13\x14\x15]*\x14")
_DEEPEST_FIELD: Final = 10
_MARKS: Final = {
    **dict.fromkeys(range(9), " "),
    0x0E: " ",
    0x13: " ",
    0x14: " ",
    0x15: " ",
    0x1E: "-",
    0x1F: "",
    0xAD: "",
}
_PAGE: Final = 512
_LONGEST: Final = 50_000_000


class Paragraph(NamedTuple):
    """A paragraph or table cell; `style` is Word's own number of a built-in style, or -1."""

    text: str
    is_cell: bool = False
    style: int = -1


class Story(NamedTuple):
    """The running text, and what stands beside it: notes, headers, comments, text boxes."""

    running: list[Paragraph]
    beside: list[Paragraph]


class _Piece(NamedTuple):
    """Characters that lie together; `at` is their first byte, `width` the bytes of each."""

    text: str
    at: int
    width: int


def read_story(compound: Compound) -> Story:
    """Return all paragraphs; raises UnreadableError where the file is locked or broken."""
    main = compound.read("WordDocument")
    try:
        return _read(compound, main)
    except (struct.error, IndexError) as error:
        raise UnreadableError(Reason.DAMAGED, "its text cannot be found") from error


def _read(compound: Compound, main: bytes) -> Story:
    version, flags = _word(main, 2), _word(main, 10)
    if flags & _ENCRYPTED:
        raise UnreadableError(Reason.PASSWORD)
    if version < _OLDEST:
        raise UnreadableError(Reason.NO_READER, "a very old program wrote it")
    if version < _WORD_97:
        return _read_old(main)
    table = compound.read("1Table" if flags & _WHICH_TABLE else "0Table")
    pieces = list(_pieces(main, table))
    styles = _read_styles(main, table)
    running = _long(main, 0x4C)
    return _split(pieces, running, styles)


def _word(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "little")


def _long(data: bytes, at: int) -> int:
    return int(struct.unpack_from("<I", data, at)[0])


def _read_old(main: bytes) -> Story:
    """Return the text of Word 6 and 95, which lies in one run of bytes."""
    first, last = _long(main, 0x18), _long(main, 0x1C)
    encoding = code_page_of_language(_word(main, 6))
    text = main[first:last].decode(encoding, "replace")
    length = _long(main, 0x34)
    if not 0 < length <= len(text):
        length = len(text)
    pieces = [_Piece(text, first, 1)]
    return _split(pieces, length, _NO_STYLES)


def _pieces(main: bytes, table: bytes) -> Iterator[_Piece]:
    """Yield the pieces of text in the order they are read."""
    start, size = _long(main, 0x1A2), _long(main, 0x1A6)
    pieces = table[start : start + size]
    at = 0
    while at < len(pieces) and pieces[at] == 1:
        at += 3 + _word(pieces, at + 1)
    if at >= len(pieces) or pieces[at] != 2:  # noqa: PLR2004 - the mark of the piece table
        raise UnreadableError(Reason.DAMAGED, "its text cannot be found")
    plc = pieces[at + 5 : at + 5 + _long(pieces, at + 1)]
    count = (len(plc) - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plc, 0)
    for number, (begin, end) in enumerate(pairwise(ends)):
        if not 0 <= end - begin <= _LONGEST:
            raise UnreadableError(Reason.DAMAGED, "its text cannot be found")
        yield _piece(main, _long(plc, 4 * (count + 1) + 8 * number + 2), end - begin)


def _piece(main: bytes, place: int, length: int) -> _Piece:
    if place & _COMPRESSED:
        at = (place & ~_COMPRESSED) // 2
        return _Piece(main[at : at + length].decode("cp1252", "replace"), at, 1)
    data = main[place : place + 2 * length]
    text = data.decode("utf-16-le", "replace")
    return _Piece(text, place, 2)


class _Styles(NamedTuple):
    """Which built-in style paragraphs have: runs of them by place, styles by index."""

    built_in: Mapping[int, int]
    runs: tuple[tuple[int, int], ...]

    def at(self, place: int) -> int:
        """Return the number of the built-in style at a place in the file, or -1."""
        found = bisect_right(self.runs, (place, 1 << 16)) - 1
        return self.built_in.get(self.runs[found][1], -1) if found >= 0 else -1


_NO_STYLES: Final = _Styles({}, ())


def _read_styles(main: bytes, table: bytes) -> _Styles:
    """Return the styles; none where their tables are broken, for the text is worth more."""
    try:
        runs = sorted(_runs(main, _cut(main, table, 0x102)))
        return _Styles(_built_in(_cut(main, table, 0xA2)), tuple(runs))
    except (struct.error, IndexError):
        return _NO_STYLES


def _cut(main: bytes, table: bytes, at: int) -> bytes:
    start, size = _long(main, at), _long(main, at + 4)
    return table[start : start + size]


def _built_in(sheet: bytes) -> Mapping[int, int]:
    """Return the built-in number of each style in a style sheet, by its index."""
    if len(sheet) < 20:  # noqa: PLR2004 - nothing but a header
        return {}
    header = _word(sheet, 0)
    count = _word(sheet, 2)
    found: dict[int, int] = {}
    at = 2 + header
    for index in range(count):
        size = _word(sheet, at)
        if size >= 2:  # noqa: PLR2004 - the style has a first word
            found[index] = _word(sheet, at + 2) & 0x0FFF
        at += 2 + size + size % 2
    return found


def _runs(main: bytes, plc: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each run of paragraphs begins in the file, with the index of its style."""
    count = (len(plc) - 4) // 8
    for number in range(count):
        page = main[_long(plc, 4 * (count + 1) + 4 * number) * _PAGE :][:_PAGE]
        if len(page) < _PAGE:
            continue
        runs = page[-1]
        for run in range(runs):
            offset = page[4 * (runs + 1) + 13 * run] * 2
            if offset:
                skip = 2 if page[offset] == 0 else 1
                yield _long(page, 4 * run), _word(page, offset + skip)
            else:
                yield _long(page, 4 * run), 0


def _split(pieces: list[_Piece], running: int, styles: _Styles) -> Story:
    """Return the pieces as paragraphs; running text is the first part, by its length."""
    story = Story([], [])
    pending = ""
    begun = 0
    for piece in pieces:
        at = 0
        for end in _ENDS.finditer(piece.text):
            pending += piece.text[at : end.end()]
            at = end.end()
            style = styles.at(piece.at + end.start() * piece.width)
            _keep(story, pending, style, is_running=begun < running)
            begun += len(pending)
            pending = ""
        pending += piece.text[at:]
    if pending:
        _keep(story, pending, -1, is_running=begun < running)
    return story


def _keep(story: Story, text: str, style: int, *, is_running: bool) -> None:
    """Add a paragraph to the part of the story that it belongs to."""
    place = story.running if is_running else story.beside
    plain = _fields(text.rstrip("\r\x07\x0c\x0b")).translate(_MARKS)
    place.append(Paragraph(plain, text.endswith(_CELL), style))


def _fields(text: str) -> str:
    """Return text with each field's result in place of its instructions."""
    for _ in range(_DEEPEST_FIELD):
        shorter = _FIELD.sub(lambda found: found[1] or " ", text)
        if shorter == text:
            break
        text = shorter
    return _OPEN_FIELD.sub(" ", text)
