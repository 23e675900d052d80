"""OpenDocument files (odt, ods, odp), written by hand: three small XML parts in a zip."""

from datetime import datetime
from typing import Final
from xml.sax.saxutils import escape

from librarian.adapters.sample.pages import Form, Page, Part, answer, groups
from librarian.adapters.sample.writers.sheets import sheets
from librarian.adapters.sample.writers.slides import slides
from librarian.adapters.sample.writers.word import ticked
from librarian.adapters.sample.writers.zipped import pack

_TYPE: Final = "application/vnd.oasis.opendocument"
_TABLES: Final = (Form.ROW, Form.FIELD, Form.BOX)
_SPACES: Final = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("draw", "drawing"),
            ("presentation", "presentation"),
            ("style", "style"),
            ("meta", "meta"),
            ("svg", "svg-compatible"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def text(page: Page) -> bytes:
    """Return page as an OpenDocument text."""
    body = "".join(_piece(form, parts) for form, parts in groups(page.parts))
    head = f'<text:h text:outline-level="1">{escape(page.title)}</text:h>'
    return _package("text", f"<office:text>{head}{body}</office:text>", page)


def spreadsheet(page: Page) -> bytes:
    """Return page as an OpenDocument spreadsheet."""
    tables = "".join(
        f'<table:table table:name="{_attribute(name)}">{_rows(rows)}</table:table>'
        for name, rows in sheets(page)
    )
    return _package("spreadsheet", f"<office:spreadsheet>{tables}</office:spreadsheet>", page)


def presentation(page: Page) -> bytes:
    """Return page as an OpenDocument presentation."""
    drawn = "".join(_slide(*slide) for slide in slides(page))
    return _package("presentation", f"<office:presentation>{drawn}</office:presentation>", page)


def _package(kind: str, body: str, page: Page) -> bytes:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{media}"/>'
        for name, media in (
            ("/", f"{_TYPE}.{kind}"),
            ("content.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("meta.xml", "text/xml"),
        )
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
        f'manifest:version="1.2">{entries}</manifest:manifest>'
    )
    parts = {
        "mimetype": f"{_TYPE}.{kind}".encode(),
        "content.xml": _root("document-content", f"<office:body>{body}</office:body>"),
        "styles.xml": _root("document-styles", _master(page)),
        "meta.xml": _root("document-meta", _meta(page)),
        "META-INF/manifest.xml": f'<?xml version="1.0" encoding="UTF-8"?>{manifest}'.encode(),
    }
    return pack(parts, stored="mimetype")


def _root(name: str, inner: str) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<office:{name} {_SPACES} office:version="1.2">{inner}</office:{name}>'.encode()


def _master(page: Page) -> str:
    return (
        '<office:automatic-styles><style:page-layout style:name="A4"/></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard" '
        f'style:page-layout-name="A4"><style:header>{_paragraph(page.header)}</style:header>'
        f"<style:footer>{_paragraph(page.footer)}</style:footer></style:master-page>"
        "</office:master-styles>"
    )


def _meta(page: Page) -> str:
    return (
        f"<office:meta><dc:title>{escape(page.title)}</dc:title>"
        f"<meta:initial-creator>{escape(page.author)}</meta:initial-creator>"
        f"<dc:creator>{escape(page.keeper)}</dc:creator>"
        f"<meta:creation-date>{_stamp(page.created)}</meta:creation-date>"
        f"<dc:date>{_stamp(page.modified)}</dc:date>"
        f"<meta:editing-cycles>{page.revision}</meta:editing-cycles></office:meta>"
    )


def _stamp(when: datetime | None) -> str:
    return f"{when:%Y-%m-%dT%H:%M:%S}" if when else ""


def _piece(form: Form, parts: list[Part]) -> str:
    first = parts[0]
    if form in _TABLES:
        return f"<table:table>{_rows(_table(form, parts))}</table:table>"
    if form in (Form.HEADING, Form.SUBHEADING, Form.BREAK):
        level = 3 if form is Form.SUBHEADING else 2
        return f'<text:h text:outline-level="{level}">{escape(first.text)}</text:h>'
    if form is Form.ITEM:
        listed = f"<text:list-item>{_paragraph(first.text)}</text:list-item>"
        return f"<text:list>{listed}</text:list>"
    if form is Form.NOTE:
        return f"<text:p><office:annotation>{_paragraph(first.text)}</office:annotation></text:p>"
    return _paragraph(ticked(first) if form is Form.CHOICE else first.text)


def _table(form: Form, parts: list[Part]) -> list[tuple[str, ...]]:
    if form is Form.ROW:
        return [part.cells for part in parts]
    if form is Form.FIELD:
        return [(part.text, answer(part)) for part in parts]
    return [(parts[0].text,), (answer(parts[0]),)]


def _paragraph(words: str) -> str:
    return f"<text:p>{escape(words)}</text:p>"


def _rows(rows: list[tuple[str, ...]]) -> str:
    return "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string">{_paragraph(cell)}</table:table-cell>'
            for cell in cells
        )
        + "</table:table-row>"
        for cells in rows
    )


def _slide(title: str, lines: list[str], notes: list[str]) -> str:
    frames = _frame(title, 1, 3) + _frame("\n".join(lines), 5, 12)
    said = "".join(_paragraph(note) for note in notes)
    spoken = (
        f"<presentation:notes><draw:frame><draw:text-box>{said}</draw:text-box></draw:frame>"
        "</presentation:notes>"
    )
    return (
        f'<draw:page draw:name="{_attribute(title)}" draw:master-page-name="Standard">'
        f"{frames}{spoken if notes else ''}</draw:page>"
    )


def _frame(words: str, top: int, height: int) -> str:
    inner = "".join(_paragraph(line) for line in words.split("\n"))
    return (
        f'<draw:frame svg:x="2cm" svg:y="{top}cm" svg:width="21cm" svg:height="{height}cm">'
        f"<draw:text-box>{inner}</draw:text-box></draw:frame>"
    )


def _attribute(words: str) -> str:
    return escape(words, {'"': "&quot;"})
