"""A sync client's rewriting does not change a document's canonical hash; people's writing does."""

import io
import zipfile

from indexers.canonical import canonical
from indexers.media_types import DOC, DOCX, ODT, PDF
from tests.support.compounds import compound
from tests.support.files import docx, links, opendocument, paragraph, zipped


def parts(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


LINKS = [("rId1", "image", "media/a.png"), ("rId2", "styles", "styles.xml")]
ORIGINAL = docx(
    paragraph("Write each name."),
    parts={"word/_rels/document.xml.rels": links(LINKS), "word/media/a.png": b"picture"},
)


def as_sharepoint_keeps_it(data: bytes) -> bytes:
    """Return a document as it comes back: parts added, reordered, zipped anew."""
    found = parts(data)
    added = [("rId9", "customXml", "../customXml/item1.xml"), *reversed(LINKS)]
    found["word/_rels/document.xml.rels"] = links(added).encode()
    found["docProps/core.xml"] = b"<coreProperties/>"
    found["docProps/custom.xml"] = b"<Properties/>"
    found["customXml/item1.xml"] = b"<metadata/>"
    found["word/settings.xml"] = b"<settings/>"
    return zipped(dict(reversed(found.items())))


def test_what_sharepoint_adds_changes_the_bytes_alone() -> None:
    # Given a document that was uploaded
    uploaded = as_sharepoint_keeps_it(ORIGINAL)
    assert uploaded != ORIGINAL

    # When both are hashed, then they are the same
    assert canonical(uploaded, DOCX, "raw") == canonical(ORIGINAL, DOCX, "raw") != "raw"


def test_another_word_or_picture_is_another_document() -> None:
    # Given a document with another word, and one with another picture
    word = {**parts(ORIGINAL), "word/document.xml": b"<other/>"}
    picture = {**parts(ORIGINAL), "word/media/a.png": b"another"}

    # When all are hashed, then all differ
    hashes = {canonical(data, DOCX, "") for data in (ORIGINAL, zipped(word), zipped(picture))}
    assert len(hashes) == 3


def test_old_files_and_open_documents_are_hashed_without_their_properties() -> None:
    # Given an old file and an open document, each with other properties
    first, second = (
        compound({"WordDocument": b"x", "\x05SummaryInformation": p}) for p in (b"a", b"b")
    )
    text = opendocument("text", "<text:p>x</text:p>")
    other = zipped({**parts(text), "meta.xml": b"<other/>"})

    # When they are hashed, then the properties do not matter
    assert canonical(first, DOC, "raw") == canonical(second, DOC, "raw") != "raw"
    assert canonical(text, ODT, "raw") == canonical(other, ODT, "raw") != "raw"


def test_where_there_is_no_second_view_the_bytes_count() -> None:
    # Given a PDF and a broken document, when they are hashed, then their bytes are
    assert canonical(b"%PDF-", PDF, "raw") == "raw"
    assert canonical(ORIGINAL[:200], DOCX, "raw") == "raw"
