"""Old Word files: styles, rows, fields, code pages."""

from pathlib import Path

from indexers.extractors.doc import extract
from librarian.domain.extraction import Reason, Source
from tests.support.compounds import compound
from tests.support.extracting import refused, shapes
from tests.support.old_files import doc

CORPUS = Path(__file__).parents[3] / "corpus"


def test_headings_rows_and_headers_are_told_apart() -> None:
    # Given minutes with a title, headings, a table and a header
    data = (CORPUS / "minutes.doc").read_bytes()

    # When they are read
    found = extract(Source("minutes.doc", data))

    # Then each is what it is, and the properties are known
    assert shapes(found) == [
        ("title", "Core group minutes"),
        ("heading", "Who came"),
        ("paragraph", "Write the name of each person."),
        ("row", "Name\tRole"),
        ("row", "\tChair"),
        ("heading", "What was agreed"),
        ("paragraph", "One line for each action."),
        ("aside", "Northam children’s services"),
    ]
    assert (found.properties.title, found.properties.author) == (
        "Minutes template",
        "Business Support",
    )


def test_fields_show_their_result_and_not_their_instructions() -> None:
    # Given a link, and a table of contents whose field goes on in the next paragraph
    text = "See \x13 HYPERLINK x \x14the guide\x15.\r\x13 TOC \\o \x14First\rSecond\x15\r"

    # When it is read, then the instructions are gone
    assert extract(Source("a.doc", doc(text))).text == "See the guide.\nFirst\nSecond"


def test_word_95_is_read_in_the_code_page_of_its_language() -> None:
    # Given Russian and Chinese files of Word 95
    russian = doc("План защиты ребёнка", code_page=True, language=0x0419)
    chinese = doc("儿童保护计划", code_page=True, language=0x0804)

    # When they are read, then the letters are right
    assert extract(Source("a.doc", russian)).text == "План защиты ребёнка"
    assert extract(Source("a.doc", chinese)).text == "儿童保护计划"


def test_files_without_text_have_their_reasons() -> None:
    # Given an encrypted, an empty and a broken file
    broken = compound({"WordDocument": b"\xec\xa5\xc1\0" + b"\xff" * 2000})

    # When they are read, then the reasons are right
    assert refused(extract, doc("x", flags=0x100)) is Reason.PASSWORD
    assert refused(extract, doc("\r\r")) is Reason.EMPTY
    assert refused(extract, broken) in (Reason.DAMAGED, Reason.PASSWORD)
