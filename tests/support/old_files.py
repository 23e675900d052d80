"""Makes small files of the old binary formats: Word, PowerPoint, Outlook."""

import struct
from collections.abc import Mapping, Sequence

from tests.support.compounds import compound


def doc(text: str, *, code_page: bool = False, language: int = 0x0809, flags: int = 0) -> bytes:
    """Return an old Word file: Word 97 in two-byte characters, or Word 95 in a code page's."""
    main = bytearray(0x400)
    struct.pack_into("<HH", main, 0, 0xA5EC if not code_page else 0xA5DC, 0xC1)
    struct.pack_into("<H", main, 6, language)
    struct.pack_into("<H", main, 0x0A, 0x0200 | flags)
    if code_page:
        written = text.encode({0x0419: "cp1251", 0x0804: "cp936"}.get(language, "cp1252"))
        struct.pack_into("<H", main, 2, 0x68)
        struct.pack_into("<II", main, 0x18, 0x400, 0x400 + len(written))
        struct.pack_into("<I", main, 0x34, len(text))
        return compound({"WordDocument": bytes(main) + written})
    written = text.encode("utf-16-le")
    length = len(written) // 2
    struct.pack_into("<I", main, 0x4C, length)
    pieces = struct.pack("<II", 0, length) + struct.pack("<HIH", 0, 0x400, 0)
    table_ = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    struct.pack_into("<II", main, 0x1A2, 0, len(table_))
    return compound({"WordDocument": bytes(main) + written, "1Table": table_})


def msg(
    texts: Mapping[int, str],
    *,
    code_page: int = 0,
    recipients: Sequence[tuple[int, str, str]] = (),
    attached: Sequence[str] = (),
    binary: Mapping[int, bytes] | None = None,
) -> bytes:
    """Return an Outlook message; in Unicode, or in a code page where one is given."""
    ending = "001E" if code_page else "001F"
    encoding = f"cp{code_page}" if code_page else "utf-16-le"
    fixed = struct.pack("<HHIQ", 3, 0x3FFD, 0, code_page) if code_page else b""
    sent = struct.pack("<HHIQ", 0x40, 0x0039, 0, 133_547_000_000_000_000)
    streams = {"__properties_version1.0": b"\0" * 32 + fixed + sent}
    for number, text in texts.items():
        streams[f"__substg1.0_{number:04X}{ending}"] = text.encode(encoding)
    for number, data in (binary or {}).items():
        streams[f"__substg1.0_{number:04X}0102"] = data
    for place, (kind, name, address) in enumerate(recipients):
        folder = f"__recip_version1.0_#{place:08X}"
        streams[f"{folder}/__properties_version1.0"] = b"\0" * 8 + struct.pack(
            "<HHIQ", 3, 0x0C15, 0, kind
        )
        streams[f"{folder}/__substg1.0_3001{ending}"] = name.encode(encoding)
        streams[f"{folder}/__substg1.0_39FE{ending}"] = address.encode(encoding)
    for place, name in enumerate(attached):
        folder = f"__attach_version1.0_#{place:08X}"
        streams[f"{folder}/__substg1.0_3707{ending}"] = name.encode(encoding)
    return compound(streams)


def _record(kind: int, body: bytes, *, instance: int = 0, holds: bool = False) -> bytes:
    return struct.pack("<HHI", instance << 4 | (15 if holds else 0), kind, len(body)) + body


def _slide_text(title: str, body: str) -> bytes:
    """Return the records of a slide's outline: its title, then its text in single bytes."""
    return (
        _record(0x0F9F, struct.pack("<I", 0))
        + _record(0x0FA0, title.encode("utf-16-le"))
        + _record(0x0F9F, struct.pack("<I", 1))
        + _record(0x0FA8, body.encode("latin-1"))
    )


def ppt(slides: Sequence[tuple[str, str]], *, deleted: str = "", locked: bool = False) -> bytes:
    """Return an old presentation; `deleted` is a text that an earlier edit left behind."""
    outline = b"".join(
        _record(0x03F3, struct.pack("<IIIII", 2 + n, 0, 0, 256 + n, 0)) + _slide_text(*slide_)
        for n, slide_ in enumerate(slides)
    )
    document = _record(0x03E8, _record(0x0FF0, outline, holds=True), holds=True)
    stream = _record(0x03EE, _record(0x0FA0, deleted.encode("utf-16-le")), holds=True)
    places = [len(stream)]
    stream += document
    for _ in slides:
        places.append(len(stream))
        stream += _record(0x03EE, b"", holds=True)
    directory = len(stream)
    stream += _record(0x1772, struct.pack(f"<I{len(places)}I", len(places) << 20 | 1, *places))
    edit = len(stream)
    stream += _record(0x0FF5, struct.pack("<IHBBIIIIHH", 0, 0, 0, 3, 0, directory, 1, 0, 0, 0))
    token = 0xF3D1C4DF if locked else 0xE391C05F
    user = _record(0x0FF6, struct.pack("<III", 0x14, token, edit))
    return compound({"PowerPoint Document": stream, "Current User": user})
