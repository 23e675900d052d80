"""Links to files inside Office documents and shortcuts: read, and rewritten byte for byte.

In Office's files a link lies in a small part of its own; all other parts stay the very same bytes,
compressed as they were. What is signed, locked or of a kind that is not understood in full is read
and never rewritten. Of Windows' ``.lnk`` the target alone is read.
"""

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from html import escape, unescape
from typing import Final

from indexers.field_links import LARGEST_PART, has_fields, links_of_part, relinked_part
from indexers.zip_parts import is_plain, is_sound, with_parts

OFFICE: Final = frozenset(
    {"docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx", "xltm", "xlsb"}
    | {"pptx", "pptm", "ppsx", "potx"}
)
LINKED: Final = OFFICE | {"url", "lnk"}
"""Kinds of files that may hold links, by extension."""
LARGEST: Final = 64 << 20
"""Bytes; larger files are not looked into."""

_LARGEST_PART: Final = 4 << 20
_RELATIONSHIP: Final = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_EXTERNAL: Final = re.compile(rb"""TargetMode\s*=\s*["']External["']""")
_TARGET: Final = re.compile(rb"""(\bTarget\s*=\s*)(?:"([^"]*)"|'([^']*)')""")
_URL: Final = re.compile(rb"(?mi)^(URL=)([^\r\n]*)")
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
_HEADER: Final = 0x4C
_HAS_LIST, _HAS_PLACE = 0x1, 0x2
_WITH_WIDE: Final = 0x24
"""Of a shortcut: how long its header is, two of its flags, a place with a name in UTF-16."""


def links_in(data: bytes, extension: str) -> tuple[str, ...]:
    """Return the links to files in a document, as they are written; none where it is broken."""
    try:
        if extension in OFFICE:
            return _links_of_office(data)
        if extension == "url":
            return tuple(_text(found[2]) for found in _URL.finditer(data))
        return _target_of_shortcut(data) if extension == "lnk" else ()
    except _BROKEN:
        return ()


def relinked(data: bytes, extension: str, now: Mapping[str, str]) -> bytes | None:
    """Return the document with these links written otherwise; None where that is not safe."""
    try:
        if extension == "url":
            return _URL.sub(lambda found: found[1] + _bytes(found[2], now), data)
        return _relinked_office(data, now) if extension in OFFICE else None
    except _BROKEN:
        return None


def _links_of_office(data: bytes) -> tuple[str, ...]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [_part(package, each) for each in _relationships(package)]
        worked_out = [
            link
            for each in _with_fields(package)
            for link in links_of_part(each.filename, package.read(each))
        ]
    found: dict[str, None] = {}
    for part in parts:
        for each in _external(part):
            target = _TARGET.search(each)
            if target:
                found[unescape(_text(target[2] or target[3] or b""))] = None
    return tuple(found | dict.fromkeys(worked_out))


def _with_fields(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [
        each
        for each in package.infolist()
        if has_fields(each.filename) and each.file_size <= LARGEST_PART
    ]


def _relationships(package: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    return [
        each
        for each in package.infolist()
        if each.filename.endswith(".rels") and each.file_size <= _LARGEST_PART
    ]


def _part(package: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    with package.open(info) as part:
        return part.read(_LARGEST_PART)


def _external(part: bytes) -> list[bytes]:
    return [tag for tag in _RELATIONSHIP.findall(part) if _EXTERNAL.search(tag)]


def _relinked_office(data: bytes, now: Mapping[str, str]) -> bytes | None:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        infos = package.infolist()
        signed = any(each.filename.startswith("_xmlsignatures") for each in infos)
        if signed or not is_plain(infos):
            return None
        changed = {}
        for info in _relationships(package):
            part = _part(package, info)
            other = _RELATIONSHIP.sub(lambda tag: _retargeted(tag[0], now), part)
            if other != part:
                changed[info.header_offset] = other
        for info in _with_fields(package):
            part = package.read(info)
            other = relinked_part(info.filename, part, now)
            if other != part:
                changed[info.header_offset] = other
        start = package.start_dir
    made = with_parts(data, infos, start, changed)
    if not is_sound(data, made, set(changed)):
        return None
    wanted = {now.get(link, link) for link in _links_of_office(data)}
    return made if set(_links_of_office(made)) == wanted else None  # a field in pieces, perhaps


def _retargeted(tag: bytes, now: Mapping[str, str]) -> bytes:
    if not _EXTERNAL.search(tag):
        return tag

    def other(found: re.Match[bytes]) -> bytes:
        quoted = b'"' if found[2] is not None else b"'"
        written = found[2] if found[2] is not None else found[3]
        plain = unescape(_text(written))
        if plain not in now:
            return found[0]
        told = escape(now[plain], quote=True).encode("utf-8", "surrogateescape")
        return found[1] + quoted + told + quoted

    return _TARGET.sub(other, tag)


def _target_of_shortcut(data: bytes) -> tuple[str, ...]:
    """The path in the link's own description of where its file lies, if it has one."""
    if len(data) <= _HEADER or data[:4] != b"\x4c\0\0\0":
        return ()
    flags = int.from_bytes(data[0x14:0x18], "little")
    at = _HEADER
    if flags & _HAS_LIST:
        at += 2 + int.from_bytes(data[at : at + 2], "little")
    if not flags & _HAS_PLACE:
        return ()
    header = int.from_bytes(data[at + 4 : at + 8], "little")
    local = int.from_bytes(data[at + 16 : at + 20], "little")
    if header >= _WITH_WIDE:
        wide = int.from_bytes(data[at + 28 : at + 32], "little")
        text = data[at + wide :].decode("utf-16-le", "replace").partition("\0")[0] if wide else ""
        if text:
            return (text,)
    return (data[at + local :].partition(b"\0")[0].decode("cp1252", "replace"),) if local else ()


def _bytes(written: bytes, now: Mapping[str, str]) -> bytes:
    plain = _text(written)
    return now[plain].encode("utf-8", "surrogateescape") if plain in now else written


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
