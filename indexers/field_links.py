"""Links that a document works out: HYPERLINK fields of Word, HYPERLINK() formulas of Excel.

A field may be spread over several runs of text; it is then read and never rewritten. Of a formula
only a target that stands there as words is a link; one that is put together is none.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape, unescape
from typing import Final

LARGEST_PART: Final = 32 << 20
"""Bytes; larger parts are not looked into."""

_WORD: Final = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_SHEET: Final = re.compile(r"xl/(?:worksheets|chartsheets)/[^/]+\.xml")
_SIGN: Final = b"HYPERLINK"
_TOKEN: Final = re.compile(
    rb"""<w:fldChar\b[^>]*?w:fldCharType\s*=\s*["'](?P<kind>begin|separate|end)["']"""
    rb"""|<w:instrText\b[^>]*>(?P<told>[^<]*)</w:instrText>"""
)
_SIMPLE: Final = re.compile(
    rb"""(<w:fldSimple\b[^>]*?\bw:instr\s*=\s*)(?:"([^"]*)"|'([^']*)')""", re.DOTALL
)
_INSTRUCTION: Final = re.compile(rb"(<w:instrText\b[^>]*>)([^<]*)(</w:instrText>)")
_FIELD: Final = re.compile(r'(^\s*HYPERLINK\s+(?:\\[a-z]\s+)*)"((?:[^"\\]|\\.)*)"', re.IGNORECASE)
_FORMULA: Final = re.compile(rb"(<f\b[^>]*>)([^<]*)(</f>)")
_CALL: Final = re.compile(r'(\bHYPERLINK\(\s*)"((?:[^"]|"")*)"(?=\s*[,)])', re.IGNORECASE)


def has_fields(name: str) -> bool:
    """Tell whether a part of an Office document may hold fields or formulas."""
    return bool(_WORD.fullmatch(name) or _SHEET.fullmatch(name))


def links_of_part(name: str, part: bytes) -> Iterator[str]:
    """Yield the links that the fields or formulas of a part lead to."""
    if _SIGN not in part.upper():
        return
    if _SHEET.fullmatch(name):
        for formula in _FORMULA.finditer(part):
            for call in _CALL.finditer(unescape(_text(formula[2]))):
                yield call[2].replace('""', '"')
        return
    for simple in _SIMPLE.finditer(part):
        yield from _links_of_field(_text(simple[2] if simple[2] is not None else simple[3]))
    for told in _instructions(part):
        yield from _links_of_field(told)


def relinked_part(name: str, part: bytes, now: Mapping[str, str]) -> bytes:
    """Return a part with these links of its fields or formulas written otherwise."""
    if _SIGN not in part.upper():
        return part
    if _SHEET.fullmatch(name):
        return _FORMULA.sub(lambda found: _put(found, _formula(found[2], now)), part)
    made = _INSTRUCTION.sub(lambda found: _put(found, _field(found[2], now)), part)
    return _SIMPLE.sub(lambda found: _simple(found, now), made)


def _instructions(part: bytes) -> Iterator[str]:
    """Yield what each field is told to do, its runs put together; fields lie in one another."""
    open_: list[list[bytes]] = []
    for found in _TOKEN.finditer(part):
        kind = found["kind"]
        if kind == b"begin":
            open_.append([])
        elif kind and open_:
            told = open_[-1] if kind == b"separate" else open_.pop()
            yield _text(b"".join(told))
            told.clear()
        elif found["told"] is not None and open_:
            open_[-1].append(found["told"])


def _links_of_field(told: str) -> Iterator[str]:
    found = _FIELD.match(unescape(told))
    if found and found[2]:
        yield _plain(found[2])


def _field(told: bytes, now: Mapping[str, str]) -> str | None:
    """Return what a field is told with another link; None where it stays."""
    said = unescape(_text(told))
    found = _FIELD.match(said)
    if found is None or _plain(found[2]) not in now:
        return None
    other = now[_plain(found[2])].replace("\\", "\\\\").replace('"', '\\"')
    return f'{found[1]}"{other}"{said[found.end() :]}'


def _simple(found: re.Match[bytes], now: Mapping[str, str]) -> bytes:
    quoted = b'"' if found[2] is not None else b"'"
    made = _field(found[2] if found[2] is not None else found[3], now)
    if made is None:
        return found[0]
    return found[1] + quoted + escape(made, quote=True).encode("utf-8", "surrogateescape") + quoted


def _formula(told: bytes, now: Mapping[str, str]) -> str | None:
    """Return a formula with other links; None where it stays."""

    def other(call: re.Match[str]) -> str:
        plain = call[2].replace('""', '"')
        written = now.get(plain, plain).replace('"', '""')
        return f'{call[1]}"{written}"'

    said = unescape(_text(told))
    made = _CALL.sub(other, said)
    return None if made == said else made


def _put(found: re.Match[bytes], made: str | None) -> bytes:
    if made is None:
        return found[0]
    return found[1] + escape(made, quote=False).encode("utf-8", "surrogateescape") + found[3]


def _plain(written: str) -> str:
    """Return a link as it is meant: in a field, signs stand behind a backslash."""
    return re.sub(r"\\(.)", r"\1", written)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
