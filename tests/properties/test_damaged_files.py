"""However a file is damaged, it is read or has a plain reason; nothing else ever comes of it."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indexers.reading import by_media_type, installed, look_inside
from librarian.domain.extraction import Source
from tests.support.files import (
    docx,
    links,
    opendocument,
    paragraph,
    pptx,
    shape,
    slide,
    table,
    word_part,
    xlsx,
    zipped,
)
from tests.support.old_files import doc, msg, ppt
from tests.support.plain_files import eml, pdf, rtf

CORPUS: Final = Path(__file__).parents[1] / "corpus"
EXTRACTORS: Final = by_media_type(installed())
PARTS: Final = {
    "word/header1.xml": word_part("hdr", paragraph("Northam")),
    "word/_rels/document.xml.rels": links([("r1", "image", "media/a.png")]),
}
FILES: Final = {
    "a.docx": docx(paragraph("Who came", "Heading1") + table(("Name", "Amy")), parts=PARTS),
    "a.pptx": pptx([slide(shape("One", "title")), slide(shape("Two"))]),
    "a.xlsx": xlsx({"March": [["Day", 7]]}, comment="Ask"),
    "a.odt": opendocument("text", "<text:h>Plan</text:h><text:p>Text</text:p>"),
    "a.pdf": pdf([(24, "Guide"), (11, "Draw the family")]),
    "a.doc": doc("Heading\rName\x07Amy\x07\x07Text\r"),
    "b.doc": (CORPUS / "minutes.doc").read_bytes(),
    "a.ppt": ppt([("One", "Two"), ("Three", "Four")]),
    "a.xls": (CORPUS / "rota.xls").read_bytes(),
    "a.rtf": rtf(r"{\header x}\pard\b Plan\b0\par\'e9 \u226? {\footnote y}"),
    "a.msg": msg({0x37: "Plan", 0x1000: "Come"}, recipients=[(1, "Tom", "t@x.example")]),
    "a.eml": eml("Plan", "Come", html="<p>Come", attached=["a.pdf"]),
    "a.html": b"<html><head><title>x</title></head><body><table><tr><td>a<td>b</table><li>c",
    "a.csv": b'Name,Role\n"Brown, J",Chair\n',
    "a.zip": zipped({"a/b.txt": "x"}),
}


def read(name: str, data: bytes) -> None:
    """Look inside; anything that is raised fails the test."""
    found = look_inside(Source(name, data), EXTRACTORS)
    assert bool(found.body) != bool(found.reason or found.personal)


@pytest.mark.parametrize("name", FILES)
def test_the_whole_file_has_text(name: str) -> None:
    assert look_inside(Source(name, FILES[name]), EXTRACTORS).body


@settings(max_examples=25)
@given(share=st.floats(0, 1))
@pytest.mark.parametrize("name", FILES)
def test_a_file_that_ends_early_is_read_or_has_a_reason(name: str, share: float) -> None:
    read(name, FILES[name][: int(len(FILES[name]) * share)])


@settings(max_examples=25)
@given(flips=st.lists(st.tuples(st.floats(0, 1), st.integers(1, 255)), min_size=1, max_size=30))
@pytest.mark.parametrize("name", FILES)
def test_a_file_with_wrong_bytes_is_read_or_has_a_reason(
    name: str, flips: list[tuple[float, int]]
) -> None:
    data = bytearray(FILES[name])
    for place, change in flips:
        data[int(place * (len(data) - 1))] ^= change
    read(name, bytes(data))


@given(data=st.binary(max_size=2000), name=st.sampled_from(sorted(FILES)))
def test_noise_under_any_name_has_a_reason(data: bytes, name: str) -> None:
    read(name, data)


@given(data=st.binary(max_size=500), name=st.sampled_from(sorted(FILES)))
def test_noise_after_a_right_beginning_is_read_or_has_a_reason(data: bytes, name: str) -> None:
    read(name, FILES[name][:64] + data)
