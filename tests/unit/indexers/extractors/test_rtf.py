"""Rich Text: headings, rows, code pages, and what striprtf passes over."""

from indexers.extractors.rtf import extract
from librarian.domain.extraction import Reason, Source
from tests.support.extracting import refused, shapes
from tests.support.plain_files import rtf


def test_headings_by_style_or_level_and_rows_are_told_apart() -> None:
    # Given a heading by style, one by its level, a row, and a bar that is no cell
    styles = r"{\stylesheet{\s1\b heading 1;}{\s2 Normal;}}"
    body = (
        r"\pard\s1 Who came\par\pard\plain\s2 Each name | role\par"
        r"\pard\outlinelevel1 Apologies\par\pard\plain"
        r"\trowd Name\cell Chair\cell\row"
    )

    # When it is read, then each is what it is
    assert shapes(extract(Source("a.rtf", rtf(body, styles)))) == [
        ("heading", "Who came"),
        ("paragraph", "Each name | role"),
        ("heading", "Apologies"),
        ("row", "Name\tChair"),
    ]


def test_headers_notes_and_text_boxes_are_asides() -> None:
    # Given what stands beside the text
    body = (
        r"{\header Northam\par}Text{\footnote A note}"
        r"{\shp{\*\shpinst{\shptxt Return to the Hub\par}}}\par"
    )

    # When it is read, then it follows the text
    assert shapes(extract(Source("a.rtf", rtf(body)))) == [
        ("paragraph", "Text"),
        ("aside", "Northam"),
        ("aside", "A note"),
        ("aside", "Return to the Hub"),
    ]


def test_letters_are_read_in_the_code_page_of_their_font() -> None:
    # Given Polish in its own font, a Unicode letter with a substitute, and a raw picture
    body = r"\f1 dzi\'eaki \f0 Si\u226?n {\pict\bin4 }{}{}" + "00ff" * 400 + r"\par"

    # When it is read, then the letters are right and the picture is no text
    assert extract(Source("a.rtf", rtf(body))).text.startswith("dzięki Siân")


def test_what_the_file_says_of_itself_is_kept() -> None:
    # Given a file with properties
    info = (
        r"{\info{\title Genogram guide}{\author Janet Brown}"
        r"{\creatim\yr2024\mo3\dy12\hr9\min30}}"
    )

    # When it is read
    said = extract(Source("a.rtf", rtf("Text", info))).properties

    # Then they are known
    assert (said.title, said.author) == ("Genogram guide", "Janet Brown")
    assert said.created == "2024-03-12T09:30:00"


def test_an_empty_file_is_empty_and_one_with_a_picture_has_no_text() -> None:
    # Given two files without text, when they are read, then the reasons are right
    assert refused(extract, rtf(r"\par")) is Reason.EMPTY
    assert refused(extract, rtf(r"{\pict 00ff}\par")) is Reason.NO_TEXT
