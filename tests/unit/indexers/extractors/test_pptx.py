"""Presentations: slides in the order they are shown, with notes and comments."""

from indexers.extractors.pptx import extract
from librarian.domain.extraction import Reason, Source
from tests.support.extracting import refused, shapes
from tests.support.files import links, pptx, shape, slide

COMMENT = "<p:cmLst xmlns:p='urn:p'><p:cm><p:text>Too long</p:text></p:cm></p:cmLst>"


def test_slides_come_in_the_order_they_are_shown() -> None:
    # Given slides that lie in the file in another order
    data = pptx([slide(shape("Thresholds", "title"), shape("Early help")), slide(shape("Next"))])

    # When they are read, then their order is the shown one, titles are headings
    assert shapes(extract(Source("a.pptx", data))) == [
        ("heading", "Thresholds"),
        ("paragraph", "Early help"),
        ("paragraph", "Next"),
    ]


def test_each_slide_begins_with_a_break() -> None:
    # Given two slides, when they are read
    found = extract(Source("a.pptx", pptx([slide(shape("One")), slide(shape("Two"))])))

    # Then each has its break
    assert [block.shape.value for block in found.blocks] == ["break", "paragraph"] * 2


def test_tables_notes_and_comments_are_read_and_page_numbers_are_not() -> None:
    # Given a slide with a table, a number, notes and a comment
    rows = "<a:tbl><a:tr><a:tc><a:p><a:r><a:t>Level</a:t></a:r></a:p></a:tc>"
    rows += "<a:tc><a:p><a:r><a:t>Help</a:t></a:r></a:p></a:tc></a:tr></a:tbl>"
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": links(
            [
                ("r1", "notesSlide", "../notesSlides/notesSlide1.xml"),
                ("r2", "comments", "../comments/comment1.xml"),
            ]
        ),
        "ppt/notesSlides/notesSlide1.xml": slide(
            shape("Ask who has used it"), shape("7", "sldNum")
        ),
        "ppt/comments/comment1.xml": COMMENT,
    }
    data = pptx([slide(f"<p:graphicFrame>{rows}</p:graphicFrame>", shape("1", "sldNum"))], parts)

    # When it is read, then what people wrote is there
    assert shapes(extract(Source("a.pptx", data))) == [
        ("row", "Level\tHelp"),
        ("aside", "Ask who has used it"),
        ("aside", "Too long"),
    ]


def test_a_presentation_without_slides_is_empty_rather_than_damaged() -> None:
    # Given a presentation without slides, when it is read, then it is empty
    assert refused(extract, pptx([])) is Reason.EMPTY


def test_of_a_chart_only_what_somebody_wrote_is_read() -> None:
    # Given a slide with a chart: one of its labels is a person's, the others came with it
    words = "".join(f"<c:v>{each}</c:v>" for each in ("Series 1", "Category 2", "Visits"))
    parts = {
        "ppt/slides/_rels/slide1.xml.rels": links([("r1", "chart", "../charts/chart1.xml")]),
        "ppt/charts/chart1.xml": f"<c:strCache xmlns:c='urn:c'>{words}</c:strCache>",
    }

    # When it is read, then the person's is there
    data = pptx([slide(shape("Visits made"))], parts)
    assert shapes(extract(Source("a.pptx", data))) == [
        ("paragraph", "Visits made"),
        ("aside", "Visits"),
    ]
