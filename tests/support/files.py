"""Makes small files of the formats that are zip files inside, as the programs that write them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

import xlsxwriter

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
