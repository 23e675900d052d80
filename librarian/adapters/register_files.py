"""Writes the register of documents as a spreadsheet or as comma-separated text, whole or not."""

import csv
import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from librarian.adapters.drive_writing import told
from librarian.domain.errors import LibrarianError
from librarian.domain.register import HEADINGS, RegisterLine, cells

_WIDTHS: Final = (38, 12, 12, 24, 24, 16, 18, 12, 48, 14, 60)


def write_register(lines: Sequence[RegisterLine], target: Path) -> Path:
    """Write the register to target (.xlsx or .csv), and return where it lies.

    Raises LibrarianError where the name ends otherwise, or the place cannot be written.
    """
    made = {".xlsx": _workbook, ".csv": _separated}.get(target.suffix.lower())
    if made is None:
        raise LibrarianError(
            f"{target.name} is neither a spreadsheet nor a CSV file.",
            "Let it end in .xlsx or .csv.",
        )
    half = target.with_name(f"~{target.name}.half")
    with told(target.name):
        half.write_bytes(made(lines))
        os.replace(half, target)  # noqa: PTH105 - the person chose to replace it
    return target


def _workbook(lines: Sequence[RegisterLine]) -> bytes:
    import xlsxwriter  # noqa: PLC0415 - seldom needed, and slow to load

    made = io.BytesIO()
    # words that look like numbers, formulas or links stay words
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(made, options) as book:
        sheet = book.add_worksheet("Register")
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width, wrapped)
        sheet.write_row(0, 0, HEADINGS, book.add_format({"bold": True}))
        for row, line in enumerate(lines, start=1):
            for column, cell in enumerate(cells(line)):
                sheet.write_string(row, column, cell)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, max(len(lines), 1), len(HEADINGS) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
    return made.getvalue()


def _separated(lines: Sequence[RegisterLine]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows(cells(line) for line in lines)
    return text.getvalue().encode("utf-8-sig")  # so that Excel reads names rightly
