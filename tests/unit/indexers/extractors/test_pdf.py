"""PDF files: lines, headings by their size, what was filled in."""

from indexers.extractors.pdf import extract
from librarian.domain.extraction import Reason, Shape, Source
from tests.support.extracting import refused, shapes, texts
from tests.support.plain_files import pdf

PAGE = [
    (24, "Genogram guide"),
    (11, "Draw the family over three generations."),
    (11, "Ask who is missing."),
]


def test_lines_are_paragraphs_and_large_type_makes_headings() -> None:
    # Given a page with a line in large type
    found = extract(Source("a.pdf", pdf(PAGE)))

    # When its blocks are listed, then that line is a heading
    assert shapes(found) == [
        ("heading", "Genogram guide"),
        ("paragraph", "Draw the family over three generations."),
        ("paragraph", "Ask who is missing."),
    ]


def test_what_the_file_says_of_itself_is_kept() -> None:
    # Given a PDF with properties, when it is read
    said = extract(Source("a.pdf", pdf(PAGE))).properties

    # Then its date is spelled as everywhere
    assert (said.title, said.author) == ("Genogram guide", "Janet Brown")
    assert said.created == "2024-03-12T09:00:00+01:00"


def test_filled_boxes_and_comments_are_read() -> None:
    # Given a form with a filled box and a comment
    box = (
        "<</Type/Annot/Subtype/Widget/FT/Tx/T(child)/TU(Child's name)/V(Amina)/Rect[50 50 200 70]>>"
    )
    note = "<</Type/Annot/Subtype/Text/Contents(Is this so?)/Rect[0 0 10 10]>>"
    data = pdf(PAGE, extra={101: box, 102: note})

    # When it is read, then both are asides
    assert texts(extract(Source("a.pdf", data)), Shape.ASIDE) == [
        "Child's name: Amina",
        "Is this so?",
    ]


def test_a_page_without_text_is_mentioned_and_a_scan_has_its_reason() -> None:
    # Given a PDF of which one page holds no text, and one without any
    half, scan = pdf(PAGE, []), pdf([])

    # When they are read, then the first warns and the second is refused
    assert extract(Source("a.pdf", half)).warnings == ("1 of its 2 pages hold no readable text.",)
    assert refused(extract, scan) is Reason.NO_TEXT


def test_a_broken_pdf_is_damaged() -> None:
    # Given only the beginning of a PDF, when it is read, then it is damaged
    assert refused(extract, pdf(PAGE)[:60]) is Reason.DAMAGED
