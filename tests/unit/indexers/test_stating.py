"""What a document says of its own version is found, and running text is left alone."""

import pytest

from indexers.stating import stated
from librarian.domain.extraction import Block, Shape

BODY = [Block(Shape.PARAGRAPH, f"The worker asks about matter {each}.") for each in range(20)]


def a_document(*footers: str, title: str = "Genogram guide") -> list[Block]:
    return [
        Block(Shape.TITLE, title),
        *BODY,
        *(Block(Shape.ASIDE, footer) for footer in footers),
    ]


@pytest.mark.parametrize(
    ("footer", "version", "dated"),
    [
        (
            "Version 2 · 5 June 2024 · Owner: Business Support · Review due June 2025",
            (2,),
            "5 June 2024",
        ),
        ("Version 2.1", (2, 1), None),
        ("v0.3 DRAFT", (0, 3), None),
        ("Issue 4, March 2023. Next review March 2024.", (4,), "March 2023"),
        ("Genogram guide | Version No. 3 | 01/02/2023", (3,), "1 February 2023"),
        ("Last updated 19 September 2023 (HO)", (), "19 September 2023"),
        ("Approved by the management board: 7.3.24", (), "7 March 2024"),
        ("August 2022", (), "August 2022"),
        ("DRAFT of version 4 · October 2026 · for comments, not for use", (4,), "October 2026"),
        ("Review due June 2025", (), None),
        ("Valid until 31 March 2027", (), None),
        ("Page 2 of 7", (), None),
        ("Printed for the meeting of 5 May 2024 by Sam", (), None),
    ],
)
def test_a_footer_says_version_and_date(
    footer: str, version: tuple[int, ...], dated: str | None
) -> None:
    # Given a document with a footer, when it is asked what it says of itself
    told = stated(a_document(footer))

    # Then it is the version, and the date that the version is from
    assert told.version == version
    assert (told.dated and told.dated.in_words()) == dated


def test_running_text_may_speak_of_other_versions() -> None:
    # Given a guide to naming files
    blocks = a_document()
    blocks.insert(12, Block(Shape.PARAGRAPH, "Version 7 of the procedures came in May 2019."))

    # When it is asked what it says of itself, then it says nothing
    assert stated(blocks).version == ()
    assert stated(blocks).dated is None


def test_a_table_of_versions_says_the_newest() -> None:
    # Given a document that lists its versions
    blocks = [
        *a_document(),
        Block(Shape.ROW, "Version\tDate\tBy\tStatus"),
        Block(Shape.ROW, "1.0\t3 May 2021\tHO\tApproved"),
        Block(Shape.ROW, "1.10\t14 June 2023\tHO\tApproved"),
        Block(Shape.ROW, "1.2\t9 March 2022\tHO\tApproved"),
        *BODY,
    ]

    # When it is asked what it says of itself
    told = stated(blocks)

    # Then it is the highest version with its date
    assert told.version == (1, 10)
    assert told.dated is not None
    assert told.dated.in_words() == "14 June 2023"


@pytest.mark.parametrize(
    ("line", "draft", "retired"),
    [
        ("DRAFT for comments. Not for use.", True, False),
        ("Draft version for consultation", True, False),
        ("Draft the letter with the family.", False, False),
        ("SUPERSEDED – see the intranet", False, True),
        ("This form is no longer in use.", False, True),
        ("Do not use staples.", False, False),
        ("DO NOT USE", False, True),
    ],
)
def test_a_line_that_stands_apart_says_draft_or_replaced(
    line: str, draft: bool, retired: bool
) -> None:
    # Given a document with a line in its margin, when it is asked what it says of itself
    told = stated(a_document(line))

    # Then it is a draft, or retired, or neither
    assert (told.draft, told.retired) == (draft, retired)


@pytest.mark.parametrize(
    ("blocks", "title"),
    [
        ([Block(Shape.PARAGRAPH, "x"), Block(Shape.HEADING, "Visit  record")], "Visit record"),
        ([Block(Shape.PARAGRAPH, "1"), Block(Shape.PARAGRAPH, "Visit record")], "Visit record"),
        ([Block(Shape.ASIDE, "Council"), Block(Shape.ROW, "Visit\trecord")], "Visit record"),
        ([Block(Shape.PARAGRAPH, "word " * 60)], ""),
        ([], ""),
    ],
)
def test_the_title_is_what_stands_first(blocks: list[Block], title: str) -> None:
    # Given a document, when it is asked what it is called, then that is its first heading or line
    assert stated(blocks).title == title
