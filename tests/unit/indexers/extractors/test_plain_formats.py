"""Web pages, plain text, tables kept as text, zip files."""

import pytest

from indexers.extractors import csv, html, text
from indexers.extractors import zip as zip_
from librarian.domain.extraction import Reason, Source
from tests.support.extracting import refused, shapes
from tests.support.files import zipped


def test_a_web_page_is_read_as_people_see_it() -> None:
    # Given a page with everything
    page = b"""<html><head><title>Food bank</title><style>p{}</style></head><body>
        <script>var x</script><h2>When</h2><p>Open on <b>Fri</b>day<br>and Monday
        <ul><li>Bring <i>a</i> bag</ul><!-- no -->
        <table><tr><th>Day<th>Time<tr><td>Friday<td></table><img alt="Map">See you</body></html>"""

    # When it is read, then what is shown is there, in its shape
    assert shapes(html.extract(Source("a.html", page))) == [
        ("title", "Food bank"),
        ("heading", "When"),
        ("paragraph", "Open on Friday"),
        ("paragraph", "and Monday"),
        ("item", "Bring a bag"),
        ("row", "Day\tTime"),
        ("row", "Friday"),
        ("aside", "Map"),
        ("paragraph", "See you"),
    ]


@pytest.mark.parametrize(
    "page",
    [
        "<meta charset='windows-1250'><p>dzięki".encode("cp1250"),
        "<p>dzięki".encode(),
        "<p>dzięki".encode("utf-16"),
        '<?xml version="1.0" encoding="iso-8859-2"?><p>dzięki'.encode("iso-8859-2"),
    ],
    ids=["declared", "utf-8", "utf-16", "xml"],
)
def test_a_web_page_is_decoded_as_it_says(page: bytes) -> None:
    assert html.extract(Source("a.html", page)).text == "dzięki"


def test_nesting_beyond_what_people_write_is_still_text() -> None:
    # Given a page nested very deeply
    page = b"<div>" * 3000 + b"deep"

    # When it is read, then its text is there
    assert html.extract(Source("a.html", page)).text == "deep"


@pytest.mark.parametrize(
    "data",
    [
        "Siân’s plan".encode(),
        "Siân’s plan".encode("utf-8-sig"),
        "Siân’s plan".encode("utf-16"),
        "Siân’s plan".encode("cp1252"),
        "Siân’s plan".encode("utf-16-le"),
    ],
    ids=["utf-8", "marked", "utf-16", "cp1252", "unmarked utf-16"],
)
def test_plain_text_is_decoded_whatever_wrote_it(data: bytes) -> None:
    assert text.extract(Source("a.txt", data)).text == "Siân’s plan"


def test_markdown_keeps_its_headings_and_lists() -> None:
    # Given Markdown
    data = b"# Recording\n\nWrite soon.\n\n- what you saw\n1. what was said\n"

    # When it is read, then its marks make shapes
    assert shapes(text.extract(Source("a.md", data))) == [
        ("heading", "Recording"),
        ("paragraph", "Write soon."),
        ("item", "what you saw"),
        ("item", "what was said"),
    ]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_a_table_kept_as_text_is_split_at_its_sign(sign: str) -> None:
    # Given a table with a sign inside quotes
    data = f'Name{sign}Role\n"Brown{sign} J"{sign}Chair\n'.encode()

    # When it is read, then its cells are right
    found = csv.extract(Source("a.csv", data))
    assert [block.text.count("\t") for block in found.blocks] == [1, 1]
    assert "Chair" in found.blocks[1].text


def test_a_zip_file_lists_what_lies_in_it() -> None:
    # Given a zip file with a folder
    data = zipped({"forms/": "", "forms/plan.docx": "x", "read me.txt": "y"})

    # When it is read, then the names are there
    assert zip_.extract(Source("a.zip", data)).text == "forms/plan.docx\nread me.txt"


def test_files_with_nothing_in_them_are_empty() -> None:
    # Given files without text, when they are read, then they are empty
    assert refused(html.extract, b"<html><body></body></html>") is Reason.EMPTY
    assert refused(text.extract, b"\xef\xbb\xbf") is Reason.EMPTY
    assert refused(csv.extract, b",,,\n,,\n") is Reason.EMPTY
    assert refused(zip_.extract, zipped({})) is Reason.EMPTY
