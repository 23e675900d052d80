"""Makes small files of each format, as the programs that write them would."""

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from typing import Final
from xml.sax.saxutils import escape

import xlsxwriter

from tests.support.compounds import compound

_W: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_WORDS: Final = (
    f"{_W} "
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_P: Final = (
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OOXML: Final = "application/vnd.openxmlformats-officedocument."
_OPEN: Final = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:presentation="urn:oasis:names:tc:opendocument:xmlns:presentation:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
CORE: Final = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-'
    'properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/'
    'terms/"><dc:title>Genogram guide</dc:title><dc:creator>Janet Brown</dc:creator>'
    "<cp:revision>7</cp:revision><dcterms:created>2024-03-12T09:00:00Z</dcterms:created>"
    "<dcterms:modified>2024-03-13T09:00:00Z</dcterms:modified></cp:coreProperties>"
)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a zip file with these parts, in this order."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def _types(part: str, kind: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    )


def links(targets: Sequence[tuple[str, str, str]]) -> str:
    """Return a part of relationships: each an id, a kind and a target."""
    found = "".join(
        f'<Relationship Id="{key}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{found}</Relationships>"
    )


def paragraph(text: str, style: str = "") -> str:
    """Return a Word paragraph."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def table(*rows: Sequence[str]) -> str:
    """Return a Word table."""
    cells = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{cells}</w:tbl>"


def docx(
    body: str = "",
    *,
    kind: str = f"{_OOXML}wordprocessingml.document.main+xml",
    parts: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a Word file with this body, its usual heading styles, and further parts."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>{more}</w:style>'
        for key, name, more in (
            ("Heading1", "heading 1", ""),
            ("Heading2", "heading 2", ""),
            ("Title", "Title", ""),
            ("FormHeading", "Form heading", '<w:basedOn w:val="Heading2"/>'),
        )
    )
    return zipped(
        {
            "[Content_Types].xml": _types("word/document.xml", kind),
            "_rels/.rels": links([("rId1", "officeDocument", "word/document.xml")]),
            "docProps/core.xml": CORE,
            "docProps/app.xml": "<Properties><Template>Form.dotx</Template></Properties>",
            "word/document.xml": f"<w:document {_WORDS}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {_W}>{styles}</w:styles>",
            **(parts or {}),
        }
    )


def word_part(name: str, content: str) -> str:
    """Return a part of a Word file beside its body: ``hdr``, ``ftr``, ``comments``."""
    return f"<w:{name} {_WORDS}>{content}</w:{name}>"


def slide(*shapes: str) -> str:
    """Return a slide with these shapes."""
    return f"<p:sld {_P}><p:cSld><p:spTree>{''.join(shapes)}</p:spTree></p:cSld></p:sld>"


def shape(text: str, place: str = "") -> str:
    """Return a shape of a slide; place is what kind of placeholder it fills."""
    placeholder = f'<p:nvSpPr><p:nvPr><p:ph type="{place}"/></p:nvPr></p:nvSpPr>' if place else ""
    return (
        f"<p:sp>{placeholder}<p:txBody><a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p></p:txBody>"
        "</p:sp>"
    )


def pptx(slides: Sequence[str], parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a presentation whose slides lie in the file in the reverse of their order."""
    main = f"{_OOXML}presentationml.presentation.main+xml"
    ids = "".join(f'<p:sldId id="{256 + n}" r:id="rId{n}"/>' for n in range(len(slides)))
    last = len(slides)
    return zipped(
        {
            "[Content_Types].xml": _types("ppt/presentation.xml", main),
            "_rels/.rels": links([("rId1", "officeDocument", "ppt/presentation.xml")]),
            "ppt/presentation.xml": (
                f"<p:presentation {_P}><p:sldIdLst>{ids}</p:sldIdLst></p:presentation>"
            ),
            "ppt/_rels/presentation.xml.rels": links(
                [(f"rId{n}", "slide", f"slides/slide{last - n}.xml") for n in range(last)]
            ),
            **{f"ppt/slides/slide{last - n}.xml": slides[n] for n in range(last)},
            **(parts or {}),
        }
    )


def xlsx(
    sheets: Mapping[str, Sequence[Sequence[object]]], comment: str = "", box: str = ""
) -> bytes:
    """Return a workbook, with a comment and a text box on its first sheet where given."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell)
    first = book.worksheets()[0]
    if comment:
        first.write_comment(0, 0, comment)
    if box:
        first.insert_textbox(5, 5, box)
    first.set_header('&LNortham &C&"Arial,Bold"Budget')
    book.close()
    return stream.getvalue()


def opendocument(
    kind: str, body: str, *, styles: str = "", automatic: str = "", manifest: str = ""
) -> bytes:
    """Return an OpenDocument file of a kind: text, presentation, spreadsheet."""
    meta = (
        f"<office:document-meta {_OPEN}><office:meta><dc:title>Genogram guide</dc:title>"
        "<meta:initial-creator>Janet Brown</meta:initial-creator>"
        "<meta:creation-date>2024-03-12T09:00:00</meta:creation-date>"
        '<dc:date>2024-03-13T09:00:00</dc:date><meta:template xlink:title="Form"/>'
        "<meta:editing-cycles>7</meta:editing-cycles></office:meta></office:document-meta>"
    )
    return zipped(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{kind}",
            "content.xml": (
                f"<office:document-content {_OPEN}>"
                f"<office:automatic-styles>{automatic}</office:automatic-styles>"
                f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
                "</office:document-content>"
            ),
            "styles.xml": f"<office:document-styles {_OPEN}>{styles}</office:document-styles>",
            "meta.xml": meta,
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
        }
    )


def pdf(*pages: Sequence[tuple[int, str]], extra: Mapping[int, str] | None = None) -> bytes:
    """Return a PDF; each page is lines of (type size, text), from the top.

    `extra` adds objects by number, from 100 on, among them what pages name as /Annots 100 0 R.
    """
    objects = {
        1: "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[101 0 R]>>>>",
        2: (
            f"<</Type/Pages/Kids[{' '.join(f'{10 + 2 * n} 0 R' for n in range(len(pages)))}]"
            f"/Count {len(pages)}>>"
        ),
        3: "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
        4: "<</Title(Genogram guide)/Author(Janet Brown)/CreationDate(D:20240312090000+01'00')>>",
    }
    for number, lines in enumerate(pages):
        drawn = "".join(
            f"BT /F1 {size} Tf 50 {780 - 40 * line} Td ({text}) Tj ET\n"
            for line, (size, text) in enumerate(lines)
        )
        objects[10 + 2 * number] = (
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Annots[101 0 R 102 0 R]"
            f"/Resources<</Font<</F1 3 0 R>>>>/Contents {11 + 2 * number} 0 R>>"
        )
        objects[11 + 2 * number] = f"<</Length {len(drawn)}>>stream\n{drawn}endstream"
    objects |= extra or {}
    return _pdf_of(objects)


def _pdf_of(objects: Mapping[int, str]) -> bytes:
    body = "%PDF-1.7\n"
    places: dict[int, int] = {}
    for number, content in sorted(objects.items()):
        places[number] = len(body)
        body += f"{number} 0 obj\n{content}\nendobj\n"
    table_ = "".join(f"{number} 1\n{place:010} 00000 n \n" for number, place in places.items())
    end = f"trailer<</Root 1 0 R/Info 4 0 R/Size {max(places) + 1}>>\nstartxref\n{len(body)}\n%%EOF"
    return f"{body}xref\n0 1\n0000000000 65535 f \n{table_}{end}".encode("cp1252")


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


def eml(subject: str, text: str, *, html: str = "", attached: Sequence[str] = ()) -> bytes:
    """Return a message as it travels."""
    message = EmailMessage()
    message["From"] = "Janet Brown <janet@northam.example>"
    message["To"] = "Team <team@northam.example>"
    message["Date"] = "Tue, 12 Mar 2024 09:00:00 +0000"
    message["Subject"] = subject
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name in attached:
        message.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename=name)
    return bytes(message)


def rtf(body: str, head: str = "") -> bytes:
    """Return a Rich Text file."""
    fonts = r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fswiss\fcharset238 Arial CE;}}"
    return rf"{{\rtf1\ansi\ansicpg1252\deff0{fonts}{head} {body}}}".encode("latin-1")


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
