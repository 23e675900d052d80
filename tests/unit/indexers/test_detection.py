"""Personal data is recognised where it is, and not where a form only asks for it."""

import tomllib
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from indexers.detection import personal_data
from librarian.domain.extraction import Block, Shape

CASES: Final = Path(__file__).parents[2] / "cases" / "personal_data.toml"


class Case(NamedTuple):
    """A document, and the kinds of personal data in it."""

    name: str
    text: str
    found: list[str]


def cases() -> list[Case]:
    return [Case(**case) for case in tomllib.loads(CASES.read_text("utf-8"))["case"]]


def block(line: str) -> Block:
    if line.startswith("# "):
        return Block(Shape.HEADING, line[2:], 1)
    return Block(Shape.ROW if "\t" in line else Shape.PARAGRAPH, line)


def document(text: str) -> tuple[Block, ...]:
    return tuple(block(line) for line in text.splitlines() if line.strip(" "))


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_personal_data_is_told_from_forms_that_ask_for_it(case: Case) -> None:
    # Given a document
    blocks = document(case.text)

    # When it is looked through
    found = personal_data(blocks)

    # Then exactly these kinds are named
    assert sorted(found) == sorted(case.found)


def test_what_is_found_is_named_and_never_quoted() -> None:
    # Given a filled-in form
    blocks = document(
        "Child's name\tAmina Yusuf\nDate of birth\t3 March 2017\nSchool\tNortham Primary"
    )

    # When it is looked through
    found = " ".join(personal_data(blocks))

    # Then nothing of what was written is repeated
    assert not any(word in found for word in ("Amina", "Yusuf", "2017", "Northam"))
