"""Word files: everything people wrote, in reading order, and nothing they deleted."""

import pytest

from indexers.extractors.docx import extract
from librarian.domain.extraction import Block, Extraction, Reason, Shape, Source
from tests.support.extracting import refused, shapes, texts
from tests.support.files import docx, links, paragraph, table, word_part, zipped


def read(body: str, **parts: str) -> Extraction:
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return extract(Source("a.docx", docx(body, parts=named)))


def test_headings_are_known_by_their_style_or_its_parents() -> None:
    # Given paragraphs in a title's, a heading's and a style made from a heading
    body = (
        paragraph("Core group minutes", "Title")
        + paragraph("Who came", "Heading1")
        + paragraph("Apologies", "FormHeading")
        + paragraph("Write each name.")
    )

    # When the file is read
    found = read(body)

    # Then the headings have their levels, and the rest is running text
    assert found.blocks == (
        Block(Shape.TITLE, "Core group minutes"),
        Block(Shape.HEADING, "Who came", 1),
        Block(Shape.HEADING, "Apologies", 2),
        Block(Shape.PARAGRAPH, "Write each name."),
    )


def test_table_rows_keep_their_empty_cells_so_that_blanks_are_seen() -> None:
    # Given a form laid out as a table, with one heading alone in its row
    body = table(("Name", "", "Date"), ("Role", "Chair"))
    body += f"<w:tbl><w:tr><w:tc>{paragraph('Part B', 'Heading1')}</w:tc></w:tr></w:tbl>"

    # When the file is read
    found = read(body)

    # Then rows are rows, and the heading stays one
    assert shapes(found) == [("row", "Name\t\tDate"), ("row", "Role\tChair"), ("heading", "Part B")]


def test_deleted_text_is_gone_and_inserted_text_is_there() -> None:
    # Given tracked changes, a move among them
    body = (
        "<w:p><w:r><w:t>Plan </w:t></w:r>"
        "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:moveFrom><w:r><w:t> moved away</w:t></w:r></w:moveFrom>"
        "<w:moveTo><w:r><w:t> moved here</w:t></w:r></w:moveTo></w:p>"
    )

    # When the file is read, then only what stands there now counts
    assert read(body).text == "Plan new moved here"


def test_a_text_box_counts_once_though_it_is_written_twice() -> None:
    # Given a text box, written anew for old programs as well
    box = f"<w:txbxContent>{paragraph('Return to the Hub')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Form</w:t></w:r><w:r><mc:AlternateContent>"
        f"<mc:Choice><wps:txbx>{box}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><v:textbox>{box}</v:textbox></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )

    # When the file is read, then it is one aside
    assert shapes(read(body)) == [("aside", "Return to the Hub"), ("paragraph", "Form")]


def test_content_controls_fields_and_alternative_texts_are_read() -> None:
    # Given what people click into, a field with its instructions, and a picture described
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('Choose an item.')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>3</w:t></w:r></w:p>"
        '<w:p><w:r><w:drawing><wp:docPr id="1" descr="A family tree"/></w:drawing></w:r></w:p>'
    )

    # When the file is read, then all that people see is there, and no instruction
    assert read(body).text == "Choose an item.\n3\nA family tree"


def test_what_stands_beside_the_text_follows_it_once() -> None:
    # Given two equal headers, a footnote and a comment
    header = word_part("hdr", paragraph("Northam"))
    found = read(
        paragraph("Text"),
        header1=header,
        header2=header,
        footnotes=word_part("footnotes", f"<w:footnote>{paragraph('Note')}</w:footnote>"),
        comments=word_part("comments", f"<w:comment>{paragraph('Is this so?')}</w:comment>"),
    )

    # When asides are listed, then each is there once
    assert texts(found, Shape.ASIDE) == ["Northam", "Note", "Is this so?"]


def test_what_the_file_says_of_itself_is_kept() -> None:
    # Given a file with properties, when it is read
    said = read(paragraph("Text")).properties

    # Then they are known
    assert (said.title, said.author, said.template) == (
        "Genogram guide",
        "Janet Brown",
        "Form.dotx",
    )
    assert (said.created, said.revision) == ("2024-03-12T09:00:00Z", "7")


def test_a_damaged_part_costs_itself_alone_and_is_mentioned() -> None:
    # Given a file whose header is broken off
    found = read(paragraph("Text"), header1="<w:hdr><w:p><w:r><w:t>Nort")

    # When it is read, then the text is there, with a warning
    assert found.text.splitlines()[0] == "Text"
    assert any("damaged" in warning for warning in found.warnings)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("chunk.html", "<p>Chronology</p>"),
        ("chunk.rtf", r"{\rtf1\ansi Chronology\par}"),
        ("chunk.mht", "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>Chronology"),
        ("chunk.txt", "Chronology"),
    ],
)
def test_what_a_case_system_puts_in_for_word_to_unfold_is_read(name: str, content: str) -> None:
    # Given a document whose text is another document inside it
    parts = {
        "word/_rels/document.xml.rels": links([("r1", "aFChunk", name)]),
        f"word/{name}": content,
    }

    # When it is read, then that text is there
    assert extract(Source("a.docx", docx(parts=parts))).text == "Chronology"


def test_word_s_older_xml_in_one_file_is_read() -> None:
    # Given a document of Word 2003
    data = b"""<?xml version="1.0"?><w:wordDocument xmlns:w="urn:w"><w:body>
        <w:p><w:r><w:t>Supervision record</w:t></w:r></w:p></w:body></w:wordDocument>"""

    # When it is read, then its text is there
    assert extract(Source("a.xml", data)).text == "Supervision record"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (docx(""), Reason.EMPTY),
        (docx("", parts={"word/media/image1.png": b"x"}), Reason.NO_TEXT),
        (docx("", parts={"docProps/thumbnail.jpeg": b"x"}), Reason.EMPTY),
        (docx(parts={"word/document.xml": "no XML at all"}), Reason.DAMAGED),
        (zipped({"word/styles.xml": "<w:styles/>"}), Reason.DAMAGED),
        (docx(parts={"word/document.xml": b"\0" * (65 << 20)}), Reason.TOO_LARGE),
        (
            docx(parts={"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            Reason.DAMAGED,
        ),
    ],
    ids=["empty", "a picture", "a thumbnail", "broken", "no main part", "a bomb", "entities"],
)
def test_a_file_without_text_has_a_plain_reason(data: bytes, reason: Reason) -> None:
    # Given a file without text, when it is read, then the reason is right
    assert refused(extract, data) is reason
