"""Writes a pack as one Word file: tables with content controls, each bearing the name of its box.

Plain Word is enough to fill it in. The guide stands over each section's boxes.
"""

import io
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from librarian.domain.forms.form import spelled
from librarian.domain.minutes.guide import Guide
from librarian.domain.minutes.pack import CHOOSE, WRITE_HERE, Box, Grid, PackSection

TAG: Final = "minutes:"
BEFORE: Final = (
    "Write in the boxes that say “Write here” or “Choose”. Leave empty what you do not know.",
    "No box for it? Write it under the heading where it belongs. It will be found.",
    "For one more row: put the cursor in the last row and press Tab at its end.",
    "Save the file and send it back as it is, in the safe way you were told.",
)
_WIDTH: Final = 25.7
_COLOUR: Final = RGBColor(0x1D, 0x4F, 0x73)
_NARROW: Final = 0.45
_ROW_HEIGHT: Final = 0.9
_WIDE: Final = 2.2


class WordPacks:
    """Makes packs."""

    def write(self, title: str, guide: Guide, sections: Sequence[PackSection]) -> bytes:
        """The pack as a Word file."""
        document = _document(title)
        document.add_paragraph(title, style="Title")
        for line in BEFORE:
            document.add_paragraph(line, style="List Bullet")
        document.add_paragraph("What to know before you start", style="Heading 2")
        for point in guide.points:
            document.add_paragraph(point, style="List Bullet")
        for section in sections:
            _section(document, section)
        target = io.BytesIO()
        document.save(target)
        return target.getvalue()


def _document(title: str) -> Any:
    document = docx.Document()
    page = document.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Cm(29.7), Cm(21)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin = page.bottom_margin = Cm(1.8)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(10)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), "en-GB")
    normal.element.rPr.append(language)
    for name, size in (("Title", 20), ("Heading 1", 14), ("Heading 2", 12)):
        _plain(document.styles[name], size)
    document.core_properties.title = title
    document.core_properties.author = "Librarian"
    document.core_properties.language = "en-GB"
    return document


def _plain(style: Any, size: int) -> None:
    style.font.size, style.font.color.rgb = Pt(size), _COLOUR
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    fonts.attrib.clear()
    for each in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{each}"), "Arial")


def _section(document: Any, section: PackSection) -> None:
    document.add_paragraph(section.title, style="Heading 1")
    _guide(document, section)
    for grid in section.grids:
        document.add_paragraph().paragraph_format.space_after = Pt(0)
        _grid(document, grid)


def _guide(document: Any, section: PackSection) -> None:
    told = section.guide
    if not told.line:
        return
    table = document.add_table(rows=2, cols=3)
    table.style = "Table Grid"
    heads = ("What matters", "A good example", "A poor example")
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _write(cell, head, bold=True)
        _shade(cell)
    for cell, words in zip(table.rows[1].cells, (told.line, told.good, told.poor), strict=True):
        _write(cell, words)
        _shade(cell)
    _repeat_head(table)


def _grid(document: Any, grid: Grid) -> None:
    if grid.columns:
        _rows(document, grid)
        return
    table = document.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for (box,) in grid.rows:
        cells = table.add_row().cells
        _write(cells[0], box.title, bold=True)
        _control(cells[1], box)
    _widths(table, (0.5, 1.5))


def _rows(document: Any, grid: Grid) -> None:
    table = document.add_table(rows=1, cols=len(grid.columns))
    table.style = "Table Grid"
    for cell, title in zip(table.rows[0].cells, grid.columns, strict=True):
        _write(cell, title, bold=True)
    for row in grid.rows:
        made = table.add_row()
        made.height = Cm(_ROW_HEIGHT)
        for cell, box in zip(made.cells, row, strict=True):
            if box.text or box.spot[-1] != "id":  # new rows are numbered by the program
                _control(cell, box)
    _repeat_head(table)
    _widths(table, tuple(map(_weight, grid.rows[0])))


def _weight(box: Box) -> float:
    return _WIDE if box.is_long else _NARROW if box.spot[-1] == "id" else 1.0


def _widths(table: Any, weights: tuple[float, ...]) -> None:
    table.autofit = False
    total = sum(weights)
    for column, weight in zip(table.columns, weights, strict=True):
        column.width = Cm(_WIDTH * weight / total)
        for cell in column.cells:
            cell.width = Cm(_WIDTH * weight / total)


def _write(cell: Any, words: str, *, bold: bool = False) -> None:
    run = cell.paragraphs[0].add_run(words)
    run.bold, run.font.size = bold, Pt(9)


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    shade.set(qn("w:val"), "clear")
    shade.set(qn("w:fill"), "EAF2F7")
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading


def _repeat_head(table: Any) -> None:
    head = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(head)  # noqa: SLF001 - nor repeated heads


def _control(cell: Any, box: Box) -> None:
    """Put a content control into a cell: a text, or a list to choose from."""
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    told = OxmlElement("w:sdtPr")
    _add(told, "w:alias", box.title)
    _add(told, "w:tag", f"{TAG}{spelled(box.spot)}")
    if not box.text:
        told.append(OxmlElement("w:showingPlcHdr"))
    told.append(_list_of(box.choices) if box.choices else _text())
    run = cell.paragraphs[0].add_run(box.text or (CHOOSE if box.choices else WRITE_HERE))
    run.font.size = Pt(9)
    if not box.text:
        run.font.color.rgb = RGBColor(0x5F, 0x6B, 0x76)
    content.append(run._r)  # noqa: SLF001 - the run moves into its control
    control.append(told)
    control.append(content)
    cell.paragraphs[0]._p.append(control)  # noqa: SLF001 - nor content controls


def _add(parent: Any, name: str, value: str) -> None:
    made = OxmlElement(name)
    made.set(qn("w:val"), value)
    parent.append(made)


def _text() -> Any:
    made = OxmlElement("w:text")
    made.set(qn("w:multiLine"), "1")
    return made


def _list_of(choices: tuple[str, ...]) -> Any:
    made = OxmlElement("w:dropDownList")
    for choice in choices:
        item = OxmlElement("w:listItem")
        item.set(qn("w:displayText"), choice)
        item.set(qn("w:value"), choice)
        made.append(item)
    return made
