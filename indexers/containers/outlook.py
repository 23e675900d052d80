"""Outlook's messages (msg): MAPI properties kept as streams of an OLE file.

A property's stream is named by its number and kind; texts of kind 001E are in the message's
own code page, which the table of fixed properties tells.
"""

import re
import struct
from collections.abc import Iterator
from typing import Final

import compressed_rtf

from indexers.containers import rich_text, web
from indexers.containers.compound import Compound, compound_in, file_time
from indexers.containers.decoding import code_page, decode
from indexers.containers.mail import Message
from indexers.containers.markup import BROKEN
from indexers.containers.tidying import has_text, lines, tidy
from librarian.domain.extraction import Block, Reason, UnreadableError

_TABLE: Final = "__properties_version1.0"
_CODE_PAGES: Final = (0x3FFD, 0x3FDE)
_TOP_HEADER: Final = 32
_RECIPIENT: Final = re.compile(r"__recip_version1\.0_#[0-9A-Fa-f]+/")
_ATTACHED: Final = re.compile(r"__attach_version1\.0_#[0-9A-Fa-f]+/")
_CC: Final = 2
_BCC: Final = 3
_SUBJECT: Final = 0x0037
_BODY: Final = 0x1000
_SENT: Final = (0x0039, 0x0E06, 0x3007)


class _Properties:
    """The properties under one prefix: the message's own, a recipient's, an attachment's."""

    def __init__(self, compound: Compound, prefix: str, encoding: str, header: int) -> None:
        self._compound = compound
        self._prefix = prefix
        self._encoding = encoding
        self._fixed = _fixed(compound.read_or_nothing(f"{prefix}{_TABLE}"), header)

    def text(self, *numbers: int) -> str:
        """Return the first of these properties that says something."""
        return next(filter(None, map(self._text, numbers)), "")

    def _text(self, number: int) -> str:
        name = f"{self._prefix}__substg1.0_{number:04X}"
        if f"{name}001F" in self._compound:
            text = self._compound.read(f"{name}001F").decode("utf-16-le", "replace")
        else:
            text = decode(self._compound.read_or_nothing(f"{name}001E"), self._encoding)
        return text.replace("\0", "").strip()

    def binary(self, number: int) -> bytes:
        """Return a property's bytes."""
        name = f"{self._prefix}__substg1.0_{number:04X}0102"
        return self._compound.read_or_nothing(name)

    def number(self, number: int) -> int:
        """Return a property kept in the table; 0 where it is not."""
        return self._fixed.get(number, 0)


def _fixed(table: bytes, header: int) -> dict[int, int]:
    """Return the properties of fixed size, by their number."""
    return {
        number: value
        for _, number, _, value in struct.iter_unpack(
            "<HHIQ", table[header : header + (len(table) - header) // 16 * 16]
        )
    }


def read(data: bytes) -> Message:
    """Return the message in data; raises UnreadableError where it is broken."""
    compound = compound_in(data)
    table = _fixed(compound.read_or_nothing(_TABLE), _TOP_HEADER)
    encoding = next((code_page(table[page] & 0xFFFF) for page in _CODE_PAGES if page in table), "")
    top = _Properties(compound, "", encoding or "cp1252", _TOP_HEADER)
    blocks: list[Block] = []
    warnings: tuple[str, ...] = ()
    try:
        blocks = _body(top, encoding)
    except UnreadableError:
        warnings = (BROKEN,)
    return Message(
        headers=tuple(_headers(compound, top, encoding)),
        blocks=tuple(blocks),
        attachments=tuple(_attachments(compound, encoding)),
        sent=next((when for number in _SENT if (when := file_time(top.number(number)))), ""),
        warnings=warnings,
        is_locked="smime" in top.text(0x001A).lower() and "signed" not in top.text(0x001A).lower(),
    )


def _headers(compound: Compound, top: _Properties, encoding: str) -> Iterator[tuple[str, str]]:
    """Yield the header lines that are not empty, addresses included."""
    recipients: dict[int, list[str]] = {}
    for prefix in _prefixes(compound, _RECIPIENT):
        person = _Properties(compound, prefix, encoding or "cp1252", 8)
        who = _person(person.text(0x3001), person.text(0x39FE, 0x3003))
        recipients.setdefault(person.number(0x0C15) & 0xFF, []).append(who)
    sender = _person(top.text(0x0C1A, 0x0042), top.text(0x5D01, 0x5D02, 0x0C1F, 0x0065))
    cc, bcc = recipients.pop(_CC, []), recipients.pop(_BCC, [])
    to = [who for group in recipients.values() for who in group]
    when = next((when for number in _SENT if (when := file_time(top.number(number)))), "")
    lines_ = (
        ("From", sender),
        ("To", "; ".join(filter(None, to)) or top.text(0x0E04)),
        ("Cc", "; ".join(filter(None, cc)) or top.text(0x0E03)),
        ("Bcc", "; ".join(filter(None, bcc)) or top.text(0x0E02)),
        ("Date", when.replace("T", " ")[:16]),
        ("Subject", top.text(_SUBJECT, 0x0E1D, 0x0070)),
    )
    for name, value in lines_:
        if line := tidy(value):
            yield name, line


def _prefixes(compound: Compound, pattern: re.Pattern[str]) -> list[str]:
    """Return the storages right beneath the top that fit."""
    found = (pattern.match(name) for name in compound.names)
    return sorted({match[0] for match in found if match})


def _person(name: str, address: str) -> str:
    """Return a name with its address; Exchange's inner addresses tell nobody anything."""
    if "@" not in address or address == name:
        return name or address
    return f"{name} <{address}>" if name else address


def _body(top: _Properties, encoding: str) -> list[Block]:
    """Return the text: plain where there is any, else the web page or RTF kept instead."""
    plain = list(lines(top.text(_BODY)))
    if has_text(plain):
        return plain
    if page := top.binary(0x1013):
        return web.blocks(web.decoded(page, encoding))
    if page_text := top.text(0x1013):
        return web.blocks(page_text)
    if squeezed := top.binary(0x1009):
        return _from_rich_text(squeezed)
    return []


def _from_rich_text(squeezed: bytes) -> list[Block]:
    try:
        data = compressed_rtf.decompress(squeezed)
    except Exception as error:  # the library raises bare ones
        raise UnreadableError(Reason.DAMAGED, "its text cannot be unpacked") from error
    return rich_text.read(data)[0]


def _attachments(compound: Compound, encoding: str) -> Iterator[str]:
    for prefix in _prefixes(compound, _ATTACHED):
        attached = _Properties(compound, prefix, encoding or "cp1252", 8)
        embedded = f"{prefix}__substg1.0_3701000D/__substg1.0_0037001F"
        inner = compound.read_or_nothing(embedded).decode("utf-16-le", "replace")
        if name := tidy(attached.text(0x3707, 0x3704, 0x3001) or inner):
            yield name
