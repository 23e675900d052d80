"""Word files: the parts of a blank document from python-docx, with words put in as XML.

Building each document object by object takes twenty times as long.
"""

import io
import re
from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

import docx

from librarian.adapters.sample.pages import Form, Page, Part, answer, groups
from librarian.adapters.sample.writers.zipped import pack, unpack

_NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_STYLES: Final = {
    Form.HEADING: "Heading1",
    Form.SUBHEADING: "Heading2",
    Form.ITEM: "ListBullet",
}
_MAIN: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_MAINS: Final = {
    "docx": _MAIN,
    "docm": "application/vnd.ms-word.document.macroEnabled.main+xml",
    "dotx": "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
}
_OOXML: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_WEIGHTS: Final = ("docProps/thumbnail.jpeg", "word/stylesWithEffects.xml")
_ENTRY: Final = re.compile(r"<(?:Override|Relationship) [^>]*/>")
_STYLE: Final = re.compile(
    r'<w:style w:type="table"[^>]*w:styleId="([\w-]+)"[^>]*>.*?</w:style>', re.DOTALL
)
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def blank() -> dict[str, bytes]:
    """Return the parts of an empty Word document, without those that only weigh."""
    target = io.BytesIO()
    docx.Document().save(target)
    parts = unpack(target.getvalue())
    for name in _WEIGHTS:
        del parts[name]
    for name in ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"):
        parts[name] = _ENTRY.sub(_kept, parts[name].decode()).encode()
    parts["word/styles.xml"] = _STYLE.sub(_worn, parts["word/styles.xml"].decode()).encode()
    return parts


def _kept(entry: re.Match[str]) -> str:
    weighs = any(name.rpartition("/")[2] in entry[0] for name in _WEIGHTS)
    return "" if weighs else entry[0]


def _worn(style: re.Match[str]) -> str:
    return style[0] if style[1] in ("TableGrid", "TableNormal") else ""


def word(page: Page, base: dict[str, bytes], extension: str) -> bytes:
    """Return page as a Word file made from the parts of an empty one."""
    parts = dict(base)
    notes = [part for part in page.parts if part.form is Form.NOTE]
    parts["[Content_Types].xml"] = _types(parts["[Content_Types].xml"], extension)
    relations = parts["word/_rels/document.xml.rels"].decode()
    parts["word/_rels/document.xml.rels"] = relations.replace(
        "</Relationships>", _relations() + "</Relationships>"
    ).encode()
    parts["word/document.xml"] = _xml("document", f"<w:body>{_body(page)}</w:body>")
    parts["word/header1.xml"] = _xml("hdr", _paragraph(page.header, "Header"))
    parts["word/footer1.xml"] = _xml("ftr", _paragraph(page.footer, "Footer"))
    parts["word/comments.xml"] = _xml("comments", _comments(notes, page))
    parts["docProps/core.xml"] = core(page)
    return pack(parts)


def core(page: Page) -> bytes:
    """Return the core properties of an Office file."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        "<cp:coreProperties "
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(page.title)}</dc:title><dc:creator>{escape(page.author)}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(page.keeper)}</cp:lastModifiedBy>"
        f"<cp:revision>{page.revision}</cp:revision>"
        f"{_moment('created', page.created)}{_moment('modified', page.modified)}"
        "</cp:coreProperties>"
    ).encode()


def _moment(name: str, when: datetime | None) -> str:
    if when is None:
        return ""
    stamp = f"{when:%Y-%m-%dT%H:%M:%SZ}"
    return f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'


def _xml(root: str, inner: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{head}<w:{root} {_NAMESPACES}>{inner}</w:{root}>".encode()


def _types(xml: bytes, extension: str) -> bytes:
    text = xml.decode().replace(_MAIN, _MAINS[extension])
    added = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_OOXML}.{kind}+xml"/>'
        for name, kind in (("header1", "header"), ("footer1", "footer"), ("comments", "comments"))
    )
    return text.replace("</Types>", added + "</Types>").encode()


def _relations() -> str:
    return "".join(
        f'<Relationship Id="rIdL{name}" Type="{_RELATION}/{kind}" Target="{name}.xml"/>'
        for name, kind in (("header1", "header"), ("footer1", "footer"), ("comments", "comments"))
    )


def _body(page: Page) -> str:
    left = "" if page.rightwards else "<w:bidi/>"
    pieces = [_paragraph(page.title, "Title", left)]
    number = 0
    for form, parts in groups(page.parts):
        if form is Form.NOTE:
            pieces.append(_anchor(number))
            number += 1
        else:
            pieces.append(_piece(form, parts, left))
    pieces.append(
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdLheader1"/>'
        '<w:footerReference w:type="default" r:id="rIdLfooter1"/>'
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" '
        'w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
    )
    return "".join(pieces)


def _piece(form: Form, parts: list[Part], left: str) -> str:
    first = parts[0]
    if form is Form.ROW:
        return _table([[_cell(text) for text in part.cells] for part in parts])
    if form is Form.FIELD:
        return _table([[_cell(part.text), _control(part)] for part in parts])
    if form is Form.BOX:
        return _table([[_cell(first.text)], [_cell(answer(first))]])
    if form is Form.TIP:
        return _text_box(first.text)
    if form is Form.BREAK:
        return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>' + _paragraph(first.text, "Heading1")
    text = ticked(first) if form is Form.CHOICE else first.text
    return _paragraph(text, _STYLES.get(form, ""), left)


def ticked(part: Part) -> str:
    """Return the boxes of a choice, the chosen ones crossed."""
    chosen = answer(part)
    return "   ".join(
        f"{'☒' if option.strip() == chosen else '☐'} {option.strip()}"
        for option in part.text.split("/")
    )


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _paragraph(text: str, style: str = "", more: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{more}</w:pPr>" if named or more else ""
    return f"<w:p>{properties}{_run(text)}</w:p>"


def _cell(text: str) -> str:
    lines = "".join(_paragraph(line) for line in text.split("\n"))
    return f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{lines}</w:tc>'


def _control(part: Part) -> str:
    filled = answer(part)
    prompt = "" if filled else "<w:showingPlcHdr/>"
    return (
        '<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>'
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(part.text[:60], {chr(34): ""})}"/>{prompt}'
        f"<w:text/></w:sdtPr><w:sdtContent>{_paragraph(filled)}</w:sdtContent></w:sdt></w:tc>"
    )


def _table(rows: list[list[str]]) -> str:
    widest = max(len(cells) for cells in rows)
    empty = _cell("")
    grid = "".join('<w:gridCol w:w="2400"/>' for _ in range(widest))
    inner = "".join(
        f"<w:tr>{''.join(cells + [empty] * (widest - len(cells)))}</w:tr>" for cells in rows
    )
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{inner}</w:tbl>{_paragraph('')}"
    )


def _text_box(text: str) -> str:
    return (
        '<w:p><w:r><w:pict><v:shape id="tip" style="width:400pt;height:60pt">'
        f"<v:textbox><w:txbxContent>{_paragraph(text)}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r></w:p>"
    )


def _anchor(number: int) -> str:
    return f'<w:p><w:r><w:commentReference w:id="{number}"/></w:r></w:p>'


def _comments(notes: list[Part], page: Page) -> str:
    return "".join(
        f'<w:comment w:id="{number}" w:author="{escape(page.keeper)}" w:initials="x">'
        f"{_paragraph(part.text)}</w:comment>"
        for number, part in enumerate(notes)
    )
