"""What a file is, is told by its content; a name that says otherwise is mentioned."""

import pytest

from indexers import media_types as kinds
from indexers.sniffing import sniff
from librarian.domain.extraction import Reason, Source
from tests.support.compounds import compound
from tests.support.files import docx, opendocument, paragraph, pptx, shape, slide, xlsx, zipped
from tests.support.old_files import doc, msg, ppt
from tests.support.plain_files import eml, pdf, rtf

MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 30
NOISE = bytes(range(256)) * 8


def typed(kind: str) -> bytes:
    """Return a package that names its main part's type."""
    return zipped({"[Content_Types].xml": f'<Types><Override ContentType="{kind}"/></Types>'})


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.docx", docx(paragraph("x")), kinds.DOCX),
        ("a.docm", docx(paragraph("x"), kind=MACROS), kinds.DOCM),
        ("a.dotx", docx(paragraph("x"), kind=TEMPLATE), kinds.DOTX),
        ("a.xlsb", typed(BINARY), kinds.XLSB),
        ("a.docx", zipped({"word\\document.xml": "<x/>"}), kinds.DOCX),
        ("a.pptx", pptx([slide(shape("x"))]), kinds.PPTX),
        ("a.xlsx", xlsx({"a": [["x"]]}), kinds.XLSX),
        ("a.odt", opendocument("text", ""), kinds.ODT),
        ("a.ods", opendocument("spreadsheet", ""), kinds.ODS),
        ("a.ott", opendocument("text-template", ""), kinds.ODT),
        ("a.doc", doc("x"), kinds.DOC),
        ("a.ppt", ppt([("a", "b")]), kinds.PPT),
        ("a.xls", compound({"Workbook": b"x"}), kinds.XLS),
        ("a.msg", msg({0x37: "x"}), kinds.MSG),
        ("a.pdf", pdf([]), kinds.PDF),
        ("a.pdf", b"\r\n junk first " + pdf([]), kinds.PDF),
        ("a.rtf", rtf("x"), kinds.RTF),
        ("a.eml", eml("x", "y"), kinds.EML),
        ("a.eml", b"X-Converted-By: something\n\n", kinds.EML),
        ("a.mht", b"From: <Saved>\nMIME-Version: 1.0\n\n<p>", kinds.MHTML),
        ("a.html", b"<p>no head at all", kinds.HTML),
        ("a.htm", b"just words", kinds.HTML),
        ("a.csv", b"a,b\n1,2\n", kinds.CSV),
        ("a.md", b"# Hello", kinds.MARKDOWN),
        ("a.txt", b"Dear all,\nplease: note\n", kinds.TEXT),
        ("a.txt", "Siân".encode("utf-16"), kinds.TEXT),
        ("a.url", b"[InternetShortcut]\nURL=https://x.example", kinds.TEXT),
        ("a.zip", zipped({"x": "y"}), kinds.ZIP),
        ("notes", b"no extension", kinds.TEXT),
    ],
)
def test_a_file_is_what_its_content_says(name: str, data: bytes, kind: str) -> None:
    # Given a file, when it is sniffed
    found = sniff(Source(name, data))

    # Then it is what it is, and nothing is wrong with it
    assert (found.media_type, found.reason, found.warning) == (kind, None, "")


@pytest.mark.parametrize(
    ("name", "data", "kind", "warning"),
    [
        ("a.doc", b"<html><body>x", kinds.HTML, "It is a web page, though its name says a Word"),
        ("a.pdf", docx(paragraph("x")), kinds.DOCX, "It is a Word document, though its name says"),
        ("a.xls", b"a\tb\n1\t2\n", kinds.TEXT, "It is plain text, though its name says a spread"),
        ("a.txt", eml("x", "y"), kinds.EML, "It is an e-mail, though its name says plain text."),
    ],
)
def test_another_readable_kind_than_the_name_says_is_read_with_a_warning(
    name: str, data: bytes, kind: str, warning: str
) -> None:
    # Given a misnamed file that can be read, when it is sniffed
    found = sniff(Source(name, data))

    # Then it is taken for what it is
    assert (found.media_type, found.reason) == (kind, None)
    assert found.warning.startswith(warning)


@pytest.mark.parametrize("name", ["a.doc", "a.rtf", "a.docx"])
def test_another_kind_of_word_document_is_nothing_to_mention(name: str) -> None:
    # Given a Word document under the name of another kind of Word document
    assert sniff(Source(name, docx(paragraph("x")))).warning == ""


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"", Reason.EMPTY),
        ("a.txt", b" \r\n ", Reason.EMPTY),
        ("a.docx", b"\0" * 4096, Reason.DAMAGED),
        ("a.docx", docx(paragraph("x"))[:300], Reason.DAMAGED),
        ("a.doc", doc("x")[:300], Reason.DAMAGED),
        ("a.docx", NOISE, Reason.DAMAGED),
        ("a.txt", NOISE, Reason.DAMAGED),
        ("a.dat", NOISE, Reason.NO_READER),
        ("a.docx", compound({"EncryptedPackage": b"x", "EncryptionInfo": b"y"}), Reason.PASSWORD),
        ("a.png", PNG, Reason.NO_TEXT),
        ("a.docx", PNG, Reason.MISNAMED),
        ("a.pdf", b"MZ\x90\0" + NOISE, Reason.MISNAMED),
        ("a.mp4", b"\0\0\0\x18ftypisom" + b"\0" * 20, Reason.NO_READER),
        ("a.exe", b"MZ\x90\0" + NOISE, Reason.NO_READER),
        ("a.doc", b"\xdb\xa5\x2d\0" + b"\0\1\2" * 200, Reason.NO_READER),
        ("a.pub", compound({"Quill": b"x"}), Reason.NO_READER),
    ],
)
def test_a_file_that_cannot_be_read_has_its_reason(name: str, data: bytes, reason: Reason) -> None:
    assert sniff(Source(name, data)).reason is reason
