"""Looking inside a file gives everything that is kept of it, or a plain reason."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from indexers.containers.zipped import TOTAL, Package, package_in
from indexers.reading import LONGEST, by_media_type, installed, look_inside, revisions
from librarian.domain.extraction import (
    Block,
    Extraction,
    Extractor,
    Reason,
    Shape,
    Source,
)
from librarian.domain.facets import Facets
from librarian.domain.statements import Stated
from tests.support import faulty
from tests.support.files import docx, paragraph, table, xlsx
from tests.support.plain_files import eml, pdf

CORPUS = Path(__file__).parents[1] / "corpus"
EXTRACTORS = by_media_type(installed())
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 30
GUIDE = "Draw the family over three generations, and ask who is missing. Note what changes. "


def recognise(path: str, headings: str, text: str) -> Facets:
    """Recognise what the test wrote."""
    return Facets(
        ages=(path,), themes=(headings,) if headings else (), languages=(text,) if text else ()
    )


def filled_in(name: str = "Amina Yusuf") -> bytes:
    return docx(
        paragraph("Referral", "Title")
        + table(
            ("Child's name", name),
            ("Date of birth", "3 March 2017"),
            ("School", "Northam Primary"),
        )
        + paragraph(GUIDE * 3)
    )


def test_a_document_is_read_with_all_that_is_kept_of_it() -> None:
    # Given a Word file
    data = docx(paragraph("Genogram guide", "Title") + paragraph(GUIDE * 3))

    # When it is looked inside
    found = look_inside(Source("Forms/guide.docx", data), EXTRACTORS, recognise)

    # Then its text, hashes, sketch and facets are there
    assert found.body == f"Genogram guide\n{(GUIDE * 3).strip()}"
    assert found.headings == "Genogram guide"
    assert found.sha256 == sha256(data).hexdigest() != found.canonical
    assert found.words == 44
    assert len(found.sketch) == 64
    assert found.facets == Facets(("Forms/guide.docx",), ("Genogram guide",), (found.body,))
    assert (found.extractor, found.reason) == ("docx", None)
    assert found.revision == revisions(installed())["docx"]


def test_the_text_of_a_filled_in_form_is_withheld() -> None:
    # Given a filled-in form
    found = look_inside(Source("Forms/ref.docx", filled_in()), EXTRACTORS, recognise)

    # When what is kept of it is looked through, then only that it is one, and of what kind
    assert found.personal == ("name beside a date of birth", "filled-in form")
    assert (found.body, found.headings, found.attachments) == ("", "", ())
    assert (found.properties.title, found.properties.author) == ("", "")
    assert found.facets == Facets(("Forms/ref.docx",))
    assert "Amina" not in repr(found)


def test_nothing_of_the_text_of_a_filled_in_form_is_kept() -> None:
    # Given a filled-in form, when it is looked inside
    found = look_inside(Source("a.docx", filled_in()), EXTRACTORS)

    # Then not even a sample of its text is kept, nor what it says of itself
    assert found.sketch == b""
    assert found.stated == Stated()


def test_a_document_is_unpacked_once_and_nothing_of_it_stays_in_memory() -> None:
    # Given a filled-in form
    data = filled_in()

    # When it is looked inside
    package_in.cache_clear()
    look_inside(Source("a.docx", data), EXTRACTORS)

    # Then what it is, what it says and what matters in it are told from one unpacking
    # And nothing of it is held any more
    assert package_in.cache_info().currsize == 0
    assert package_in(data).read("word/document.xml") is package_in(data).read("word/document.xml")


def test_a_part_that_is_read_again_costs_nothing_of_what_may_be_unpacked() -> None:
    # Given a document with a part too large to be kept
    data = docx(paragraph("x" * 2_000_000))
    package = Package(data)

    # When it is read so often that it would be more than may be unpacked
    times = TOTAL // 2_000_000 + 2
    read = {len(package.read("word/document.xml")) for _ in range(times)}

    # Then it is read each time
    assert len(read) == 1


def test_a_misnamed_file_is_read_with_a_warning() -> None:
    # Given a web page under the name of a Word file, when it is looked inside
    found = look_inside(Source("a.doc", b"<html><body><p>Open on Friday"), EXTRACTORS)

    # Then its text is there, with a warning
    assert (found.body, found.media_type) == ("Open on Friday", "text/html")
    assert found.warnings == ("It is a web page, though its name says a Word document.",)


def test_a_very_long_text_is_cut_and_says_so() -> None:
    # Given a text beyond what is searched, when it is looked inside
    found = look_inside(Source("a.txt", b"word " * (LONGEST // 4)), EXTRACTORS)

    # Then it is cut, with a warning
    assert len(found.body) == LONGEST
    assert found.warnings


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", b"", Reason.EMPTY),
        ("a.png", PNG, Reason.NO_TEXT),
        ("a.docx", PNG, Reason.MISNAMED),
        ("a.pdf", pdf([]), Reason.NO_TEXT),
        ("a.dat", bytes(range(256)), Reason.NO_READER),
    ],
)
def test_a_file_without_text_has_its_reason(name: str, data: bytes, reason: Reason) -> None:
    # Given a file without text, when it is looked inside
    found = look_inside(Source(name, data), EXTRACTORS)

    # Then the reason is plain, and it is known by its hash all the same
    assert (found.body, found.reason) == ("", reason)
    assert found.sha256 == sha256(data).hexdigest()


@pytest.mark.parametrize(
    ("word", "reason"),
    [("panic", Reason.DAMAGED), ("stumble", Reason.DAMAGED), ("refuse", Reason.PASSWORD)],
)
def test_whatever_an_extractor_raises_costs_the_file_alone(word: str, reason: Reason) -> None:
    # Given an extractor that fails, when a file is looked inside
    found = look_inside(Source("a.txt", word.encode()), by_media_type(faulty.extractors()))

    # Then the file has a reason that quotes nothing
    assert found.reason is reason
    assert "Amina" not in found.detail


def test_a_reader_of_pictures_can_be_added_without_touching_anything_else() -> None:
    # Given an extractor that reads the words in pictures
    def see(_: Source) -> Extraction:
        return Extraction((Block(Shape.PARAGRAPH, "Food bank, Fridays"),))

    pictures = Extractor("pictures", 1, frozenset({"image/png"}), see)

    # When a picture is looked inside
    found = look_inside(Source("poster.png", PNG), by_media_type((*installed(), pictures)))

    # Then its words are searchable
    assert (found.body, found.reason, found.extractor) == ("Food bank, Fridays", None, "pictures")


def test_a_picture_under_another_name_is_read_too() -> None:
    # Given a reader of pictures, and a picture under the name of a PDF
    pictures = Extractor("pictures", 1, frozenset({"image/png"}), faulty.extract)
    extractors = by_media_type((replace(pictures, extract=lambda _: Extraction()),))

    # When it holds no words, then the reason is that
    assert look_inside(Source("a.pdf", PNG), extractors).reason is Reason.NO_TEXT


def test_attachments_and_sheet_names_are_kept() -> None:
    # Given a message with an attachment, and a workbook
    message = look_inside(Source("a.eml", eml("x", "y", attached=["plan.pdf"])), EXTRACTORS)
    book = look_inside(Source("a.xlsx", xlsx({"Budget 2024": [["Travel"]]})), EXTRACTORS)

    # When they are looked inside, then both are known
    assert message.attachments == ("plan.pdf",)
    assert "Budget 2024" in book.body


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.*")), ids=lambda file: file.name)
def test_each_file_of_the_corpus_has_text_or_is_a_note(file: Path) -> None:
    # Given a file of the corpus, when it is looked inside, then it has text
    assert look_inside(Source(file.name, file.read_bytes()), EXTRACTORS).body
