"""The team's own forms are in order, and what is made of them can be read by everybody."""

import io
import json
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pypdf import PdfReader

from librarian.application.forms.filling import Filling, Given
from librarian.bootstrap.forms import OURS, form_room
from tests.support.fakes import FakeClock
from tests.support.form_makers import a_clerk, text_of
from tests.support.team_forms import TEAM_FORMS, a_picture, answers_to, tags_of

HEADINGS = ("/H1", "/H2", "/H3")


class Tags(HTMLParser):
    """Writes down each tag of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))


def filled(form: str, **changed: Any) -> Filling:
    return _filled(form, json.dumps(changed))


@cache
def _filled(form: str, changed: str) -> Filling:
    return a_clerk().fill(form, Given({**answers_to(form), **json.loads(changed)}))


def made(filling: Filling, reader: str) -> bytes:
    return next(each.content for each in filling.made if each.reader == reader)


@pytest.mark.parametrize("form", TEAM_FORMS)
def test_a_forms_folder_is_in_order(form: str, tmp_path: Path) -> None:
    # Given the folder of a form that ships
    checker = form_room(tmp_path, FakeClock()).checker

    # When it is checked
    found = checker.check(OURS / form)

    # Then nothing is wrong, and it has a guide
    assert found == ()
    assert (OURS / form / "guide.md").is_file()


@pytest.mark.parametrize("form", TEAM_FORMS)
def test_every_page_is_tagged_from_its_headings_to_its_pictures(form: str) -> None:
    # Given a form that is filled in
    filling = filled(form)
    assert filling.ok, filling.problems

    # When its pages are read as a screen reader does
    for pdf in (each.content for each in filling.made if each.name.endswith(".pdf")):
        root: Any = PdfReader(io.BytesIO(pdf)).trailer["/Root"]
        tags = tags_of(pdf)
        levels = [HEADINGS.index(tag) for tag, _ in tags if tag in HEADINGS]

        # Then they say what they are, begin with a heading and leave no level out
        assert b"pdfuaid" in pdf
        assert root["/MarkInfo"]["/Marked"]
        assert root["/Lang"].startswith("en")
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert levels[0] == 0
        assert all(after - before <= 1 for before, after in pairwise(levels))

        # And each table has its header cells, each picture its words
        assert ("/TH" in {tag for tag, _ in tags}) == ("/Table" in {tag for tag, _ in tags})
        assert all(told.get("/Alt") for tag, told in tags if tag == "/Figure")


def test_a_charter_says_the_same_on_paper_in_word_and_on_the_web() -> None:
    # Given the made-up team's charter
    filling = filled("charter")

    # When it is made in each form
    texts = {
        reader: " ".join(text_of(f"x.{ending}", made(filling, reader)).split())
        for reader, ending in (("charter", "pdf"), ("page", "html"))
    }
    word = Document(io.BytesIO(made(filling, "charter-word")))
    styles = [each.style.name for each in word.paragraphs if each.style]

    # Then each has every section, and Word's headings are headings
    for text in texts.values():
        assert "Young people’s part in how we work" in text
        assert "12.30 pm to 5 pm" in text
    assert styles.count("Heading 1") == 13


def test_a_page_of_the_charter_needs_nothing_else_and_runs_nothing() -> None:
    # Given a charter with markup in an answer
    page = made(filled("charter", who={"text": "<script>x</script>"}), "page").decode()

    # When it is read as a browser does
    reader = Tags()
    reader.feed(page)

    # Then it fetches nothing, runs nothing, and the markup is words
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in reader.seen}
    assert all(not told.get("src") for _, told in reader.seen)
    assert "&lt;script&gt;" in page


def test_a_picture_is_on_the_page_and_in_word_with_its_caption() -> None:
    # Given a supervision with a drawing
    filling = filled("supervision")

    # When it is made
    word = Document(io.BytesIO(made(filling, "record-word")))

    # Then both have the picture, and no output has it as letters
    assert len(word.inline_shapes) == 1
    figures = [told for tag, told in tags_of(made(filling, "record")) if tag == "/Figure"]
    assert [each["/Alt"] for each in figures] == ["The flip chart: a map of who helps"]
    assert "base64" not in text_of("x.pdf", made(filling, "record"))


@pytest.mark.parametrize("wrong", ["data:image/png;base64,abc", a_picture()[:-9], "a picture"])
def test_what_is_no_picture_is_told_in_words(wrong: str) -> None:
    # Given something else where a picture should be
    picture = [{"picture": wrong, "caption": "A drawing"}]

    # When the form is filled in
    filling = filled("supervision", picture=picture)

    # Then it says so; a picture that ends early is told by the page
    if filling.ok:
        pytest.fail("a broken picture went through")
    assert "picture" in filling.problems[0].what


def test_a_child_reads_nothing_of_whom_they_do_not_want_there() -> None:
    # Given a child who does not want an uncle there
    filling = filled("review-invitation")

    # When the page for the child is made, which may lie on a kitchen table
    page = text_of("x.pdf", made(filling, "child"))

    # Then it has the one they want and not the other; Business Support read both
    assert "My gran" in page
    assert "Barnaby" not in page
    assert "Barnaby" in text_of("x.pdf", made(filling, "list"))
