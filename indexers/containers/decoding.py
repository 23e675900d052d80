"""Turns bytes into text: what a file declares first, then UTF-8, then Western European."""

import codecs
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LOOK: Final = 4096
_LANGUAGES: Final = {
    0x01: "cp1256",  # Arabic
    0x02: "cp1251",  # Bulgarian
    0x04: "cp936",  # Chinese
    0x05: "cp1250",  # Czech
    0x08: "cp1253",  # Greek
    0x0D: "cp1255",  # Hebrew
    0x0E: "cp1250",  # Hungarian
    0x11: "cp932",  # Japanese
    0x12: "cp949",  # Korean
    0x15: "cp1250",  # Polish
    0x18: "cp1250",  # Romanian
    0x19: "cp1251",  # Russian
    0x1A: "cp1250",  # Croatian and Serbian
    0x1B: "cp1250",  # Slovak
    0x1C: "cp1250",  # Albanian
    0x1E: "cp874",  # Thai
    0x1F: "cp1254",  # Turkish
    0x20: "cp1256",  # Urdu
    0x22: "cp1251",  # Ukrainian
    0x23: "cp1251",  # Belarusian
    0x24: "cp1250",  # Slovenian
    0x25: "cp1257",  # Estonian
    0x26: "cp1257",  # Latvian
    0x27: "cp1257",  # Lithuanian
    0x29: "cp1256",  # Farsi
    0x2A: "cp1258",  # Vietnamese
}
_TRADITIONAL: Final = frozenset({0x0404, 0x0C04, 0x1404})


def decode(data: bytes, declared: str = "") -> str:
    """Return data as text; what fits nowhere becomes the replacement sign."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff")
    if declared and (text := _declared(data, declared)) is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(_wide(data[:_LOOK]) or "cp1252", "replace")


def _declared(data: bytes, encoding: str) -> str | None:
    """Return data in the encoding a file names, or None where that cannot be."""
    try:
        return data.decode(encoding, "replace")
    except (LookupError, ValueError, AssertionError):
        return None  # no such encoding, or one that is not about characters


def _wide(start: bytes) -> str:
    """Return the UTF-16 that text without a mark seems to be in, if any."""
    if start.count(0) <= len(start) // 4:
        return ""
    return "utf-16-le" if start[1::2].count(0) > start[::2].count(0) else "utf-16-be"


def code_page(number: int) -> str:
    """Return Python's name for a Windows code page; Western European where it has none."""
    special = {65001: "utf-8", 1200: "utf-16-le", 1201: "utf-16-be", 10000: "mac_roman"}
    special |= {20127: "ascii", 20866: "koi8_r", 21866: "koi8_u", 50220: "iso2022_jp"}
    special |= {28590 + part: f"iso8859_{part}" for part in range(1, 16) if part != 12}  # noqa: PLR2004 - there is no part 12
    name = special.get(number, f"cp{number}")
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name


def code_page_of_language(language: int) -> str:
    """Return the Windows code page in which old files of this language id were written."""
    if language in _TRADITIONAL:
        return "cp950"
    return _LANGUAGES.get(language & 0x3FF, "cp1252")
