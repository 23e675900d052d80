"""A link keeps its way of writing when the file that it leads to has moved."""

import pytest

from librarian.domain.links import moved_links
from librarian.domain.paths import key

FILES = {key(path): path for path in ("Forms/Old form.docx", "Forms/other.docx", "top.docx")}


@pytest.mark.parametrize(
    ("written", "now"),
    [
        ("Old%20form.docx", "../New/My%20form.docx"),
        ("..\\Forms\\Old form.docx", "..\\New\\My form.docx"),
        ("file:///S:\\Team\\Forms\\Old form.docx", "file:///S:\\Team\\New\\My form.docx"),
        ("file:///S:/Team/Forms/Old%20form.docx", "file:///S:/Team/New/My%20form.docx"),
        (
            "\\\\server\\team\\forms\\OLD FORM.docx#page=2",
            "\\\\server\\team\\New\\My form.docx#page=2",
        ),
    ],
)
def test_a_link_to_a_moved_file_leads_there_again(written: str, now: str) -> None:
    # Given a document beside a form that moves, and a link to it
    moved = {"Forms/Old form.docx": "New/My form.docx"}

    # When the link is looked at
    found = moved_links(
        "Forms/other.docx", [written], places=moved, leads=moved, known=lambda p: FILES.get(key(p))
    )

    # Then it reads so that it leads to the new place
    assert found == {written: (now, "Forms/Old form.docx")}


@pytest.mark.parametrize(
    "written",
    [
        "https://example.org/Forms/Old form.docx",
        "mailto:a@b",
        "#part",
        "nowhere.docx",
        "D:\\x.docx",
    ],
)
def test_what_leads_elsewhere_is_left_alone(written: str) -> None:
    # Given a link that leads to no file of this drive
    moved = {"Forms/Old form.docx": "New/My form.docx"}

    # When it is looked at
    found = moved_links(
        "top.docx", [written], places=moved, leads=moved, known=lambda p: FILES.get(key(p))
    )

    # Then nothing is to be mended
    assert found == {}


def test_a_document_that_moves_takes_its_links_along() -> None:
    # Given a document that moves into another folder, with a link to its neighbour
    places = {"Forms/other.docx": "other.docx"}

    # When its links are looked at
    found = moved_links(
        "Forms/other.docx",
        ["Old%20form.docx", "file:///S:/Team/Forms/Old%20form.docx"],
        places=places,
        leads=places,
        known=lambda path: FILES.get(key(path)),
    )

    # Then the one that counts from its folder leads to the neighbour again
    assert found == {"Old%20form.docx": ("Forms/Old%20form.docx", "Forms/Old form.docx")}
