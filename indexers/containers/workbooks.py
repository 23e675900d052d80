"""The cells of spreadsheets as people see them, read by calamine, with a limit on their extent."""

import datetime as dt
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import python_calamine

from indexers.containers.binary_sheets import is_locked, stream_of
from indexers.containers.compound import compound_in
from indexers.containers.zipped import Package, package_in
from librarian.domain.extraction import Reason, UnreadableError

Cell = int | float | str | bool | dt.time | dt.date | dt.timedelta

_MOST_CELLS: Final = 15_000_000
"""Calamine lays a sheet out as a full rectangle, 36 bytes a cell, however few are filled."""
_ROW: Final = re.compile(rb'<row [^>]*\br="(\d{1,7})"')
_FILLED: Final = re.compile(rb'<(?:\w+:)?c r="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')
_WIDE: Final = re.compile(rb'<(?:\w+:)?c r="[A-Z]{3}\d')
_TWO_LETTERS: Final = 702
_TABLE_TAG: Final = re.compile(
    rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])[^>]*>"
)
_REPEATED: Final = re.compile(rb'-repeated="(\d{1,9})"')
_OFTEN: Final = re.compile(rb'-repeated="\d{4,}"')
_MACROS: Final = "xl/macrosheets/"
_LARGEST_PART: Final = 64 << 20


def opened(data: bytes) -> python_calamine.CalamineWorkbook:
    """Return the workbook in data; raises UnreadableError where it is locked, broken or a bomb."""
    if data.startswith(b"PK"):
        _refuse_bomb(package_in(data))
    try:
        with panics():
            return python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    except python_calamine.PasswordError as error:
        raise UnreadableError(Reason.PASSWORD) from error
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise _reason(data) from error


@contextmanager
def panics() -> Iterator[None]:
    """Raise a plain reason where calamine panics, as Rust libraries do over broken files."""
    try:
        yield
    except BaseException as error:  # a panic is no Exception; all else goes on its way
        if type(error).__name__ != "PanicException":
            raise
        raise UnreadableError(Reason.DAMAGED, "its sheets cannot be read") from error


def _reason(data: bytes) -> UnreadableError:
    """Return why calamine could not open a workbook, in plain words."""
    if data.startswith(b"PK") and any(name.startswith(_MACROS) for name in package_in(data).names):
        return UnreadableError(Reason.NO_READER, "it holds macros written as a sheet")
    if data.startswith(b"\xd0\xcf") and is_locked(stream_of(compound_in(data))):
        return UnreadableError(Reason.PASSWORD)
    return UnreadableError(Reason.DAMAGED, "its sheets cannot be read")


def rows(
    workbook: python_calamine.CalamineWorkbook, sheet: str, limit: int | None = None
) -> Iterator[list[str]]:
    """Yield each row of a sheet as text; raises UnreadableError where the sheet is broken."""
    try:
        with panics():
            found = workbook.get_sheet_by_name(sheet)
        cells = iter(found.to_python(nrows=limit)) if limit else found.iter_rows()
        for row in cells:
            yield [shown(cell) for cell in row]
    except (python_calamine.CalamineError, OSError, ValueError) as error:
        raise UnreadableError(Reason.DAMAGED, "one of its sheets cannot be read") from error


def shown(cell: Cell) -> str:
    """Return a cell as people see it, dates in the order 2024-03-12."""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.12g}"  # noqa: PLR2004 - beyond it floats skip whole numbers
    if isinstance(cell, dt.datetime) and cell.time() == dt.time():
        return cell.date().isoformat()
    return str(cell)


def _refuse_bomb(package: Package) -> None:
    """Raise where parts are too large or a few cells lie absurdly far apart."""
    for name in package.names:
        if name.startswith("xl/") and package.size(name) > _LARGEST_PART:
            raise UnreadableError(Reason.TOO_LARGE, "it unpacks to more than can be read")
        if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
            _refuse_extent(package.read(name))
    if "content.xml" in package:
        _refuse_repeats(package.read("content.xml"))


def _refuse_extent(sheet: bytes) -> None:
    """Raise where the filled cells of a sheet span more than fits in memory."""
    last = _ROW.search(sheet, max(sheet.rfind(b"<row "), 0))
    if last is None or (int(last[1]) * _TWO_LETTERS <= _MOST_CELLS and not _WIDE.search(sheet)):
        return
    height = width = 0
    for column, row in _FILLED.findall(sheet):
        height, width = max(height, int(row)), max(width, _column(column))
    if height * width > _MOST_CELLS:
        raise UnreadableError(Reason.TOO_LARGE, "its cells lie too far apart")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refuse_repeats(content: bytes) -> None:
    """Raise where the filled cells of an OpenDocument sheet span more than fits in memory."""
    if not _OFTEN.search(content):
        return
    height = width = rows = columns = repeat = 0
    for tag in _TABLE_TAG.finditer(content):
        kind, count = tag[1], _repeats(tag[0])
        if kind == b"table":
            height = width = rows = 0
        elif kind == b"table-row":
            rows, columns, repeat = rows + repeat, 0, count
        else:
            columns += count
            if not tag[0].endswith(b"/>"):
                height, width = rows + repeat, max(width, columns)
                if height * width > _MOST_CELLS:
                    raise UnreadableError(Reason.TOO_LARGE, "its cells lie too far apart")


def _repeats(tag: bytes) -> int:
    found = _REPEATED.search(tag)
    return int(found[1]) if found else 1
