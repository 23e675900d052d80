"""Tells what a file is by its content; its name decides only among kinds of plain text.

Binary content is never taken for text: what is not recognised has no reader.
"""

import re
from dataclasses import dataclass
from typing import Final

from indexers import media_types
from indexers.containers.compound import Compound, compound_in
from indexers.containers.zipped import Package, package_in
from indexers.media_types import called, named
from indexers.signatures import signed
from librarian.domain.extraction import Reason, Source, UnreadableError
from librarian.domain.paths import extension_of

_HEAD: Final = 4096
_LOOK: Final = 65536
_MAIN_TYPE: Final = re.compile(
    rb"""ContentType\s*=\s*["'](application/[^"']+\.main(?:\+xml)?)["']"""
)
_TEMPLATES: Final = {
    "wordprocessingml.document": media_types.DOCX,
    "wordprocessingml.template": media_types.DOTX,
    "word.document.macroenabled": media_types.DOCM,
    "word.template.macroenabledtemplate": media_types.DOTM,
    "word.template.macroenabled": media_types.DOTM,
    "presentationml.presentation": media_types.PPTX,
    "presentationml.template": media_types.POTX,
    "presentationml.slideshow": media_types.PPSX,
    "powerpoint.presentation.macroenabled": media_types.PPTM,
    "powerpoint.slideshow.macroenabled": media_types.PPTM,
    "powerpoint.template.macroenabled": media_types.PPTM,
    "spreadsheetml.sheet": media_types.XLSX,
    "spreadsheetml.template": media_types.XLTX,
    "excel.sheet.macroenabled": media_types.XLSM,
    "excel.template.macroenabled": media_types.XLTM,
    "excel.addin.macroenabled": media_types.XLSM,
    "excel.sheet.binary.macroenabled": media_types.XLSB,
}
_FOLDERS: Final = {
    "word/": media_types.DOCX,
    "ppt/": media_types.PPTX,
    "xl/": media_types.XLSX,
}
_HEADER: Final = re.compile(rb"(?:From |[!-9;-~]+:[ \t]?)")
_MAIL_HEADER: Final = re.compile(
    rb"^(?:from|to|subject|date|received|return-path|message-id|mime-version|delivered-to"
    rb"|x-[\w-]+|content-type|reply-to|sender):",
    re.IGNORECASE | re.MULTILINE,
)
_WEB: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|table|div|p|h1|script|style)\b", re.IGNORECASE
)
_CONTROLS: Final = bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27}) + b"\x7f"
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_NUL_SHARE: Final = 8
_ENOUGH_HEADERS: Final = 2


@dataclass(frozen=True, slots=True)
class Sniffed:
    """What a file is; `reason` says why none of the usual readers could take it.

    `warning` tells that its name says something else, though it can be read.
    """

    media_type: str
    reason: Reason | None = None
    detail: str = ""
    warning: str = ""


def sniff(source: Source) -> Sniffed:
    """Return what source is by its content."""
    expected = named(extension_of(source.name))
    if not source.data.strip(b" \t\r\n"):
        return Sniffed(expected, Reason.EMPTY)
    if not source.data.strip(b"\0"):
        return Sniffed(expected, Reason.DAMAGED, "it holds nothing but zeros")
    try:
        media_type = _recognised(source.data, extension_of(source.name))
    except UnreadableError as error:
        return Sniffed(expected, error.reason, error.detail)
    return _judged(media_type, expected)


def _judged(media_type: str, expected: str) -> Sniffed:
    """Hold what a file is against what its name says."""
    is_called, should_be = called(media_type), called(expected)
    if media_type == media_types.OLDER:
        return Sniffed(media_type, Reason.NO_READER, "a very old program wrote it")
    if media_type == media_types.UNKNOWN:
        if should_be:
            return Sniffed(expected, Reason.DAMAGED, f"its beginning is not that of {should_be}")
        return Sniffed(media_type, Reason.NO_READER)
    differs = bool(should_be) and is_called != should_be
    is_read = is_called and not media_type.startswith(("audio/", "video/", "image/"))
    if is_read:
        warning = f"It is {is_called}, though its name says {should_be}." if differs else ""
        return Sniffed(media_type, warning=warning)
    if differs:
        return Sniffed(media_type, Reason.MISNAMED, f"it is {is_called}" if is_called else "")
    reason = Reason.NO_TEXT if media_type.startswith("image/") else Reason.NO_READER
    return Sniffed(media_type, reason)


def _recognised(data: bytes, extension: str) -> str:
    """Return the media type; raises UnreadableError where a container is locked or broken."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return _zip_type(package_in(data))
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound_type(compound_in(data))
    if b"%PDF-" in data[:1024]:
        return media_types.PDF
    if data[:64].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        return media_types.RTF
    return signed(data) or _text_type(data, extension)


def _zip_type(package: Package) -> str:
    if media_type := _declared_type(package):
        return media_type
    for folder, media_type in _FOLDERS.items():
        if any(name.startswith(folder) and name.endswith(".xml") for name in package.names):
            return media_type
    return media_types.ZIP


def _declared_type(package: Package) -> str:
    """Return the type a package names for itself; empty where it does not."""
    if "mimetype" in package:
        declared = package.read("mimetype").decode("ascii", "replace").strip()
        plain = declared.removesuffix("-template").removesuffix("-master")
        if plain.startswith("application/vnd.oasis.opendocument"):
            return plain
    for found in _MAIN_TYPE.findall(package.read_or_nothing("[Content_Types].xml")):
        spelled = found.decode("ascii", "replace").lower()
        core = spelled.removesuffix("+xml").removesuffix(".main").removesuffix(".12")
        core = core.removeprefix("application/vnd.").removeprefix("ms-")
        core = core.removeprefix("openxmlformats-officedocument.")
        if media_type := _TEMPLATES.get(core):
            return media_type
    return ""


def _compound_type(compound: Compound) -> str:
    streams = {name.lower() for name in compound.names}
    if "encryptedpackage" in streams or any("drmcontent" in name for name in streams):
        raise UnreadableError(Reason.PASSWORD)
    for stream, media_type in (
        ("__properties_version1.0", media_types.MSG),
        ("worddocument", media_types.DOC),
        ("powerpoint document", media_types.PPT),
        ("workbook", media_types.XLS),
        ("book", media_types.XLS),
    ):
        if stream in streams:
            return media_type
    return media_types.OLE


def _text_type(data: bytes, extension: str) -> str:
    """Return which kind of text it is, or the unknown type where it is none."""
    head = data[:_HEAD]
    if data.startswith(_UTF16):
        head = data[:_HEAD].decode("utf-16", "replace").encode()
    if not _is_text(data[:_LOOK]):
        return media_types.UNKNOWN
    if _is_mail(head, _ENOUGH_HEADERS if extension != "eml" else 1):
        is_page = extension in ("mht", "mhtml") or b"snapshot-content-location" in head.lower()
        return media_types.MHTML if is_page else media_types.EML
    if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml") and (found := _xml_type(head)):
        return found
    expected = named(extension)
    if expected == media_types.HTML or (_is_web(head) and not _is_plain(expected)):
        return media_types.HTML
    return expected if _is_plain(expected) else media_types.TEXT


def _is_plain(media_type: str) -> bool:
    return media_type in (media_types.TEXT, media_types.MARKDOWN, media_types.CSV)


def _is_text(look: bytes) -> bool:
    """Tell whether bytes can be characters: no controls, or clearly two bytes each."""
    if look.startswith(_UTF16):
        return True
    zeros = look.count(0)
    if zeros > len(look) // _NUL_SHARE:
        sides = look[::2].count(0), look[1::2].count(0)
        return min(sides) == 0 and max(sides) > len(look) // 3 and len(look) % 2 == 0
    controls = len(look) - len(look.translate(None, _CONTROLS))
    return controls <= len(look) // 500


def _is_mail(head: bytes, enough: int) -> bool:
    """Tell whether it begins with the header lines of a message."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    if not _HEADER.match(start):
        return False
    headers = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    return len(_MAIL_HEADER.findall(headers)) >= enough


def _is_web(head: bytes) -> bool:
    """Tell whether it begins with the tags of a web page."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and bool(_WEB.search(head))


def _xml_type(head: bytes) -> str:
    """Return which document one-file XML is; empty where it is none of ours."""
    for mark, media_type in (
        (b"w:wordDocument", media_types.WORD_XML),
        (b"<pkg:package", media_types.WORD_XML),
        (b"office:spreadsheet", media_types.EXCEL_XML),
        (b"<svg", "image/svg+xml"),
    ):
        if mark in head:
            return media_type
    return ""
