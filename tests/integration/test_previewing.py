"""Previews show what a file looks like, and say why where they cannot."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from indexers.previewing import IsolatedPreviewer
from librarian.domain.extraction import Block, Reason, Shape
from librarian.domain.previews import (
    MailPreview,
    NoPreview,
    PagesPreview,
    PicturePreview,
    Preview,
    Sheet,
    TablePreview,
    TextPreview,
)
from tests.support import faulty
from tests.support.compounds import compound
from tests.support.files import docx, paragraph, xlsx
from tests.support.old_files import msg
from tests.support.plain_files import eml, pdf

PAGE = [(24, "Genogram guide"), (11, "Draw the family, and ask who is missing.")]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 30


class Show:
    """Shows a file of a name and content."""

    def __init__(self, previewer: IsolatedPreviewer, folder: Path) -> None:
        self._previewer = previewer
        self._folder = folder

    def __call__(
        self, name: str, data: bytes, words: tuple[str, ...] = (), first_page: int = 0
    ) -> Preview:
        place = self._folder / name
        place.write_bytes(data)
        return self._previewer.preview(place, words, first_page)


@pytest.fixture(scope="module")
def previewer() -> Iterator[IsolatedPreviewer]:
    """Return a previewer with the installed extractors."""
    made = IsolatedPreviewer()
    yield made
    made.close()


@pytest.fixture
def show(previewer: IsolatedPreviewer, tmp_path: Path) -> Show:
    """Return what shows a file of this name and content."""
    return Show(previewer, tmp_path)


def test_pages_of_a_pdf_are_drawn_with_the_words_marked(show: Show) -> None:
    # Given a PDF of one page
    shown = show("a.pdf", pdf(PAGE), words=("genogram", "famil"))

    # When it is shown
    assert isinstance(shown, PagesPreview)
    [page] = shown.pages

    # Then the page is a picture, and both words are marked where they stand
    assert (shown.first, shown.count) == (0, 1)
    assert page.png.startswith(b"\x89PNG")
    assert (page.width, page.height) == (1000, 1416)
    title, word = page.marks
    assert title.left == pytest.approx(50 / 595, abs=0.01)
    assert title.top == pytest.approx((842 - 780 - 18) / 842, abs=0.02)
    assert word.top > title.top
    assert 0 < word.width < title.width < 0.4


def test_pages_are_drawn_a_few_at_a_time(show: Show) -> None:
    # Given a PDF of thirty pages, when it is shown from the eleventh on
    shown = show("a.pdf", pdf(*[PAGE] * 30), first_page=10)

    # Then that page comes first, and not all are drawn
    assert isinstance(shown, PagesPreview)
    assert (shown.first, shown.count) == (10, 30)
    assert 1 <= len(shown.pages) < 20


def test_a_document_is_shown_as_its_blocks(show: Show) -> None:
    # Given a Word file, when it is shown, then its blocks are
    shown = show("a.docx", docx(paragraph("Who came", "Heading1") + paragraph("Each name")))
    assert shown == TextPreview(
        (Block(Shape.HEADING, "Who came", 1), Block(Shape.PARAGRAPH, "Each name"))
    )


def test_a_very_long_document_is_cut_and_says_so(show: Show) -> None:
    # Given a text of five thousand lines, when it is shown
    shown = show("a.txt", b"line\n" * 5000)

    # Then there is a part of it
    assert isinstance(shown, TextPreview)
    assert shown.cut
    assert len(shown.blocks) == 2000


def test_sheets_are_tables_cut_to_what_can_be_looked_through(show: Show) -> None:
    # Given a workbook with a long and a short sheet, and a table kept as text
    book = xlsx({"Long": [[n, "x"] for n in range(500)], "Short": [["Day"], ["Monday"]]})

    # When they are shown
    shown, text = show("a.xlsx", book), show("b.csv", b"Day;Hours\nMonday;7\n")

    # Then each sheet has its rows
    assert isinstance(shown, TablePreview)
    assert [(len(sheet.rows), sheet.cut) for sheet in shown.sheets] == [(200, True), (2, False)]
    assert shown.sheets[0].rows[1] == ("1", "x")
    assert text == TablePreview((Sheet("", (("Day", "Hours"), ("Monday", "7"))),))


def test_messages_are_shown_as_letters(show: Show) -> None:
    # Given a message of each kind, when they are shown
    shown = show("a.eml", eml("Core group", "Please come.", attached=["a.pdf"]))
    other = show("b.msg", msg({0x37: "Core group", 0x1000: "Please come."}))

    # Then heads, texts and attachments are there
    assert isinstance(shown, MailPreview)
    assert shown.headers[0] == ("From", "Janet Brown <janet@northam.example>")
    assert shown.headers[-1] == ("Subject", "Core group")
    assert shown.attachments == ("a.pdf",)
    assert isinstance(other, MailPreview)
    assert other.blocks == shown.blocks == (Block(Shape.PARAGRAPH, "Please come."),)


def test_a_picture_is_shown_as_it_is_whatever_its_name(show: Show) -> None:
    # Given a picture, rightly and wrongly named, when it is shown, then its bytes are
    assert show("a.png", PNG) == PicturePreview(PNG)
    assert show("a.docx", PNG) == PicturePreview(PNG)


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.docx", compound({"EncryptedPackage": b"x"}), Reason.PASSWORD),
        ("a.pdf", b"%PDF-1.7 nothing more", Reason.DAMAGED),
        ("a.docx", b"", Reason.EMPTY),
        ("a.mp3", b"ID3" + b"\0" * 40, Reason.NO_READER),
        ("a.docx", docx(""), Reason.EMPTY),
    ],
)
def test_where_nothing_can_be_shown_the_reason_is(
    show: Show, name: str, data: bytes, reason: Reason
) -> None:
    shown = show(name, data)
    assert isinstance(shown, NoPreview)
    assert shown.reason is reason


def test_a_file_that_is_gone_cannot_be_opened_just_now(
    previewer: IsolatedPreviewer, tmp_path: Path
) -> None:
    # Given no file, when it is to be shown, then that is said
    assert previewer.preview(tmp_path / "gone.pdf", ()) == NoPreview(
        Reason.UNREACHABLE, "It is not there any more."
    )


def test_a_preview_that_hangs_or_crashes_says_so_and_the_next_one_works(tmp_path: Path) -> None:
    # Given a previewer of files that do what they say
    previewer = IsolatedPreviewer(extractors=faulty.extractors, seconds=2.0)
    show = Show(previewer, tmp_path)

    # When they are shown one after another
    try:
        shown = [show("a.txt", word.encode()) for word in ("hang", "crash", "stumble", "fine")]
    finally:
        previewer.close()

    # Then each has its reason, and the good one is shown
    reasons = [each.reason for each in shown if isinstance(each, NoPreview)]
    assert reasons == [Reason.TOO_SLOW, Reason.DAMAGED, Reason.DAMAGED]
    assert shown[-1] == TextPreview((Block(Shape.PARAGRAPH, "fine"),))
