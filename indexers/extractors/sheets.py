"""Spreadsheets (xlsx, xlsm, xls, xlsb, ods): cells row by row, then comments and text boxes."""

import re
from html import unescape
from typing import Final

from indexers import media_types
from indexers.containers import compound, ooxml, opendocument
from indexers.containers.binary_sheets import boxes, has_drawings, stream_of
from indexers.containers.markup import BROKEN, Attributes, attribute, walk
from indexers.containers.tidying import aside, block, has_text, row
from indexers.containers.workbooks import opened, rows
from indexers.containers.zipped import Package, package_in
from librarian.domain.extraction import (
    Block,
    Extraction,
    Extractor,
    Properties,
    Reason,
    Shape,
    Source,
    UnreadableError,
)

_MARGIN: Final = re.compile(rb"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)>([^<]*)<")
_MARGIN_CODE: Final = re.compile(r'&(?:"[^"]*"|K[0-9A-F]{6}|\d+|[A-Z&])')
_MOST_TEXT: Final = 8_000_000
_CUT: Final = "Only the first part of this spreadsheet is searchable."


def extract(source: Source) -> Extraction:
    """Return the cells of a spreadsheet and what is written beside them."""
    if not source.data.startswith((b"PK", b"\xd0\xcf")):
        return _from_xml(source.data)
    package = package_in(source.data) if source.data.startswith(b"PK") else None
    if package:
        opendocument.refuse_locked(package)
    blocks, warnings = _cells_or_strings(source.data, package)
    beside, properties = _from_package(package) if package else _from_compound(source.data)
    blocks += aside(beside)
    if not has_text(blocks):
        raise UnreadableError(Reason.NO_TEXT if _has_pictures(source, package) else Reason.EMPTY)
    return Extraction(tuple(blocks), properties, warnings=warnings)


def _has_pictures(source: Source, package: Package | None) -> bool:
    if package is not None:
        return package.has_pictures
    return has_drawings(stream_of(compound.compound_in(source.data)))


def _cells_or_strings(data: bytes, package: Package | None) -> tuple[list[Block], tuple[str, ...]]:
    """Return the rows; where only those are unreadable, the words that the rows share."""
    try:
        return _cells(data)
    except UnreadableError as error:
        shared = "xl/sharedStrings.xml"
        if error.reason is not Reason.DAMAGED or package is None or shared not in package:
            raise
        strings = _texts(package.read(shared), "t", "si")
        if not strings:
            raise
        return strings, (BROKEN,)


def _cells(data: bytes) -> tuple[list[Block], tuple[str, ...]]:
    """Return the rows of all sheets, and what is to be said where some were left out."""
    workbook = opened(data)
    blocks: list[Block] = []
    warnings: list[str] = []
    length = 0
    for sheet in workbook.sheet_names:
        found: list[Block] = []
        try:
            for cells in rows(workbook, sheet):
                found += row(cells)
                length += len(found[-1].text) if found else 0
                if length > _MOST_TEXT:
                    return [*blocks, Block(Shape.BREAK, sheet), *found], (*warnings, _CUT)
        except UnreadableError as error:
            warnings.append(f"A sheet is {error.reason}.")
        if found:
            blocks += [Block(Shape.BREAK, sheet), *found]
    if warnings and not blocks:
        raise UnreadableError(Reason.DAMAGED, "its sheets cannot be read")
    return blocks, tuple(dict.fromkeys(warnings))


def _from_package(package: Package) -> tuple[list[Block], Properties]:
    """Return comments, text boxes, headers and footers of a zip-based spreadsheet."""
    if "content.xml" in package:
        return _notes(package.read("content.xml")), opendocument.properties(package)
    found: list[Block] = []
    for name in package.names:
        if re.fullmatch(r"xl/(?:comments\d*|comments/[^/]*|threadedComments/[^/]*)\.xml", name):
            found += _comments(package.read(name))
        elif re.fullmatch(r"xl/(?:drawings/drawing|charts/chart|diagrams/data)\d*\.xml", name):
            found += ooxml.drawing_text(package, name)
        elif re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
            found += _margins(package.read(name))
    return found, ooxml.properties(package)


def _from_compound(data: bytes) -> tuple[list[Block], Properties]:
    """Return comments and text boxes of an old Excel file."""
    file = compound.compound_in(data)
    found = [Block(Shape.ASIDE, text) for text in boxes(stream_of(file))]
    return found, compound.properties(file)


def _comments(data: bytes) -> list[Block]:
    """Return the comments in a part, one block each."""
    if b"threadedComment" in data:
        return _texts(data, "text", "threadedComment")
    return _texts(data, "t", "comment")


def _texts(data: bytes, holder: str, item: str) -> list[Block]:
    """Return what the holders inside each item say, one block an item."""
    found: list[Block] = []
    pieces: list[str] = []
    heard = [0]

    def begin(_: Attributes) -> None:
        heard[0] += 1

    def end() -> None:
        heard[0] -= 1

    def close() -> None:
        found.extend(block(Shape.ASIDE, "".join(pieces)))
        pieces.clear()

    def add(piece: str) -> None:
        if heard[0]:
            pieces.append(piece)

    skip = frozenset({"rPh"})  # how a word is said, in East Asian sheets
    walk(data, starts={holder: begin}, ends={holder: end, item: close}, text=add, skip=skip)
    return found


def _margins(sheet: bytes) -> list[Block]:
    """Return what a sheet prints above and below, without its formatting codes."""
    return [
        found
        for margin in _MARGIN.findall(sheet)
        for found in block(
            Shape.ASIDE, _MARGIN_CODE.sub(" ", unescape(margin.decode("utf-8", "replace")))
        )
    ]


def _notes(content: bytes) -> list[Block]:
    """Return comments and text boxes of an OpenDocument spreadsheet."""
    found: list[Block] = []
    pieces: list[str] = []
    inside = [0]

    def begin(_: Attributes) -> None:
        inside[0] += 1

    def end() -> None:
        inside[0] -= 1
        found.extend(block(Shape.ASIDE, "".join(pieces)))
        pieces.clear()

    def blank() -> None:
        pieces.append(" ")

    def add(piece: str) -> None:
        if inside[0]:
            pieces.append(piece)

    places = ("annotation", "text-box", "custom-shape")
    walk(
        content,
        starts=dict.fromkeys(places, begin),
        ends=dict.fromkeys(places, end) | {"p": blank},
        text=add,
        skip=frozenset({"creator", "date"}),
    )
    return found


def _from_xml(data: bytes) -> Extraction:
    """Return the cells of Excel's older one-file XML."""
    found: list[Block] = []
    cells: list[str] = []

    def sheet(attributes: Attributes) -> None:
        found.append(Block(Shape.BREAK, attribute(attributes, "Name")))

    def cell(_: Attributes) -> None:
        cells.append("")

    def add(piece: str) -> None:
        if cells:
            cells[-1] += piece

    def close() -> None:
        found.extend(row(cells))
        cells.clear()

    starts = {"Worksheet": sheet, "Cell": cell}
    whole = walk(data, starts=starts, ends={"Row": close}, text=add)
    if not has_text(found):
        raise UnreadableError(Reason.EMPTY if whole else Reason.DAMAGED)
    return Extraction(tuple(found))


EXTRACTOR: Final = Extractor(
    name="sheets",
    revision=2,
    media_types=frozenset(
        {
            media_types.XLSX,
            media_types.XLTX,
            media_types.XLSM,
            media_types.XLTM,
            media_types.XLSB,
            media_types.XLS,
            media_types.ODS,
            media_types.EXCEL_XML,
        }
    ),
    extract=extract,
)
