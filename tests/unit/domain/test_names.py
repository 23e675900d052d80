"""A file's name is read without the clutter that people add while they work."""

import pytest

from librarian.domain.names import clean_name, plain_title, shown_title


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Genogram guide v2 FINAL (1).docx", "Genogram guide"),
        ("Copy of CP1 form.doc", "CP1 form"),
        ("Core_group_minutes_v0.2.docx", "Core group minutes"),
        ("Chronology - Copy (2).docx", "Chronology"),
        ("Safety plan final final.docx", "Safety plan"),
        ("Visit record-DESKTOP-7F3K.docx", "Visit record"),
        ("Guide (Janet's conflicted copy 2024-03-01).docx", "Guide"),
        ("Working Together 2018.pdf", "Working Together 2018"),
        ("Form 7.odt", "Form 7"),
        ("Renewal.docx", "Renewal"),
        ("V2.docx", "V2"),
        ("\u202ecod.exe.docx", "cod exe"),
    ],
)
def test_the_plain_title_is_what_people_mean(name: str, title: str) -> None:
    # Given a file name as teams leave it
    # When it is read as a title
    # Then only what people mean is left
    assert plain_title(f"Some folder/{name}") == title


def test_the_shown_title_keeps_what_tells_versions_apart() -> None:
    # Given a name with its version
    # When it is shown
    # Then nothing that tells it from its neighbours is lost
    assert shown_title("Forms/Genogram_guide_v2 FINAL.docx") == "Genogram guide v2 FINAL"


def test_a_copy_of_a_template_is_a_document() -> None:
    # Given a Word template
    # When a name for a copy to fill in is suggested
    # Then the copy is an ordinary document
    assert clean_name("Forms/Minutes v3.dotx") == "Minutes.docx"
