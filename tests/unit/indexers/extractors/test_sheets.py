"""Spreadsheets: cells as people see them, then comments, text boxes, headers."""

from datetime import date
from pathlib import Path

import pytest

from indexers.extractors.sheets import extract
from librarian.domain.extraction import Reason, Source
from tests.support.compounds import compound
from tests.support.extracting import refused, shapes
from tests.support.files import opendocument, xlsx, zipped

CORPUS = Path(__file__).parents[3] / "corpus"


def test_rows_numbers_and_dates_are_as_people_see_them() -> None:
    # Given a sheet with a number, a share and a date
    data = xlsx({"March": [["Day", "Hours", "Share"], [date(2024, 3, 12), 7, 0.25]]})

    # When it is read, then whole numbers have no decimals and dates no times
    assert shapes(extract(Source("a.xlsx", data)))[:3] == [
        ("break", "March"),
        ("row", "Day\tHours\tShare"),
        ("row", "2024-03-12\t7\t0.25"),
    ]


def test_comments_text_boxes_and_headers_follow() -> None:
    # Given a sheet with a comment, a text box, and a header with formatting codes
    data = xlsx({"March": [["Day"]]}, comment="Swapped with Janet", box="Return by Friday")

    # When it is read, then they are asides
    asides = [text for shape, text in shapes(extract(Source("a.xlsx", data))) if shape == "aside"]
    assert sorted(asides) == ["Northam Budget", "Return by Friday", "Swapped with Janet"]


def test_an_old_workbook_is_read_with_its_comments() -> None:
    # Given a workbook of Excel 97
    data = (CORPUS / "rota.xls").read_bytes()

    # When it is read, then its cells and its comment are there
    assert shapes(extract(Source("rota.xls", data))) == [
        ("break", "March"),
        ("row", "Day\tDuty worker"),
        ("row", "Monday\tKarim"),
        ("aside", "Swapped with Janet"),
    ]


def ods(rows: str) -> bytes:
    return opendocument("spreadsheet", f'<table:table table:name="March">{rows}</table:table>')


def test_an_open_sheet_is_read_with_its_notes() -> None:
    # Given an OpenDocument sheet with a note by somebody
    cell = (
        '<table:table-row><table:table-cell office:value-type="string">'
        "<office:annotation><dc:creator>JB</dc:creator><text:p>Ask Karim</text:p>"
        "</office:annotation><text:p>Monday</text:p></table:table-cell></table:table-row>"
    )

    # When it is read, then the cell and the note are there, without who noted it
    assert ("aside", "Ask Karim") in shapes(extract(Source("a.ods", ods(cell))))


def test_a_locked_open_sheet_is_password_protected() -> None:
    # Given an encrypted OpenDocument sheet
    data = opendocument("spreadsheet", "", manifest="<encryption-data/>")

    # When it is read, then the reason is the password
    assert refused(extract, data) is Reason.PASSWORD


def test_a_locked_old_workbook_is_password_protected() -> None:
    # Given a workbook stream whose second record says that it is encrypted
    begin = b"\x09\x08\x10\x00" + b"\x00\x06\x05\x00" + b"\0" * 12
    data = compound({"Workbook": begin + b"\x2f\x00\x06\x00" + b"\0" * 6})

    # When it is read, then the reason is the password
    assert refused(extract, data) is Reason.PASSWORD


FAR = """<table:table-row table:number-rows-repeated="1048575">
<table:table-cell table:number-columns-repeated="16383"/>
<table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell>
</table:table-row>"""


def far_apart() -> bytes:
    """Return a workbook with a cell in each of its opposite corners."""
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    return zipped({"xl/workbook.xml": "<workbook/>", "xl/worksheets/sheet1.xml": sheet})


@pytest.mark.parametrize("data", [ods(FAR), far_apart()], ids=["ods", "xlsx"])
def test_cells_absurdly_far_apart_are_too_large_rather_than_fatal(data: bytes) -> None:
    # Given a sheet whose rectangle has billions of cells, when it is read, then it is refused
    assert refused(extract, data) is Reason.TOO_LARGE


def test_when_only_the_sheets_are_broken_the_shared_words_are_still_found() -> None:
    # Given a workbook that cannot be opened, though the words its cells share can be read
    strings = "<sst><si><t>Duty</t></si><si><t>rota</t><rPh><t>no</t></rPh></si></sst>"
    data = zipped({"xl/workbook.xml": "<broken", "xl/sharedStrings.xml": strings})

    # When it is read, then they are there, with a warning
    found = extract(Source("a.xlsx", data))
    assert found.text == "Duty\nrota"
    assert found.warnings


def test_a_sheet_without_cells_is_empty() -> None:
    # Given an empty sheet, when it is read, then it is empty
    assert refused(extract, ods("")) is Reason.EMPTY


def test_an_old_workbook_that_only_holds_a_picture_has_no_text() -> None:
    # Given a workbook stream with a sheet, a group of drawings, and no cell
    begin = b"\x09\x08\x10\x00" + b"\x00\x06\x05\x00" + b"\0" * 12
    group = b"\xeb\x00\x04\x00" + b"\0" * 4
    data = compound({"Workbook": begin + group + b"\x0a\x00\x00\x00"})

    # When it is read, then the reason is that
    assert refused(extract, data) is Reason.NO_TEXT


def test_excel_s_older_xml_in_one_file_is_read() -> None:
    # Given a workbook of Excel 2003 as XML
    data = b"""<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
        xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="March"><Table>
        <Row><Cell><Data>Day</Data></Cell><Cell><Data>Hours</Data></Cell></Row>
        </Table></Worksheet></Workbook>"""

    # When it is read, then its rows are there
    assert shapes(extract(Source("a.xls", data))) == [("break", "March"), ("row", "Day\tHours")]
