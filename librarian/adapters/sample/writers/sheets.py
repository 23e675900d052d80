"""Spreadsheets: xlsx and xlsm through xlsxwriter, csv; and the sheets of any page."""

import csv
import io
from datetime import UTC, datetime
from typing import Final

import xlsxwriter

from librarian.adapters.sample.pages import Form, Page, answer
from librarian.adapters.sample.writers.zipped import pack, unpack

_MAIN: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO: Final = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_LONG_AGO: Final = datetime(2015, 1, 1, tzinfo=UTC)

Sheet = tuple[str, list[tuple[str, ...]]]


def sheets(page: Page) -> list[Sheet]:
    """Return the sheets of a page by name, each with its rows; fields become two cells."""
    found: list[Sheet] = []
    for part in page.parts:
        if part.form is Form.BREAK or not found:
            found.append((part.text if part.form is Form.BREAK else "Sheet1", []))
        if part.form is Form.ROW:
            found[-1][1].append(part.cells)
        elif part.form in (Form.FIELD, Form.BOX):
            found[-1][1].append((part.text, answer(part)))
        elif part.form not in (Form.BREAK, Form.NOTE):
            found[-1][1].append((part.text,))
    return [_headed(sheet, page) if number == 0 else sheet for number, sheet in enumerate(found)]


def _headed(sheet: Sheet, page: Page) -> Sheet:
    name, rows = sheet
    below = [(page.footer,)] if page.footer else []
    return name, [(page.title,), *rows, *below]


def workbook(page: Page, *, macros: bool = False) -> bytes:
    """Return page as an Excel workbook; notes become a comment on the first cell."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_numbers": True})
    book.set_properties(
        {"title": page.title, "author": page.author, "created": page.created or _LONG_AGO}
    )
    notes = "\n".join(part.text for part in page.parts if part.form is Form.NOTE)
    for number, (name, rows) in enumerate(sheets(page)):
        sheet = book.add_worksheet(name[:31])
        sheet.set_column(0, 8, 24)
        for row, cells in enumerate(rows):
            sheet.write_row(row, 0, cells)
        if notes and number == 0:
            sheet.write_comment(0, 0, notes)
    book.close()
    return _settled(target.getvalue(), page, macros=macros)


def _settled(data: bytes, page: Page, *, macros: bool) -> bytes:
    parts = unpack(data)
    if macros:
        types = parts["[Content_Types].xml"].decode()
        parts["[Content_Types].xml"] = types.replace(_MAIN, _MACRO).encode()
    if page.modified:
        core = parts["docProps/core.xml"].decode()
        made = f"{page.created or _LONG_AGO:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>"
        changed = f"{page.modified:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>"
        parts["docProps/core.xml"] = core.replace(made, changed).encode()
    return pack(parts)


def comma_separated(page: Page) -> bytes:
    """Return the first sheet as csv, without the title above it."""
    target = io.StringIO()
    _, rows = sheets(page)[0]
    csv.writer(target).writerows(rows[1:])
    return target.getvalue().encode()
