"""The sample's documents are whole, and their older versions say other things than newer ones."""

import re
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from random import Random

import pytest

from librarian.adapters.sample import naming
from librarian.adapters.sample.pages import Form, Page
from librarian.adapters.sample.papers import Document, documents
from librarian.adapters.sample.people import check_digit, nhs_number
from librarian.adapters.sample.team import Team, gather
from librarian.adapters.sample.wording import Version, page

DOCUMENTS = {document.id: document for document in documents()}


def test_there_are_enough_documents_and_no_two_share_a_name() -> None:
    # Given all documents
    # When their titles are counted
    titles = Counter(document.title for document in documents())

    # Then there are many, none twice, and enough of them on every drive
    assert len(titles) >= 170
    assert max(titles.values()) == 1
    assert sum(document.core for document in documents()) >= 100


def test_no_two_documents_say_the_same() -> None:
    # Given the paragraphs of all documents but links
    told = [d for d in documents() if d.kind not in ("link", "mail", "picture")]

    # When the lines that are theirs alone are counted
    lines = Counter(line for d in told for line in {part.text for part in d.parts})
    own = {d.id: sum(lines[part.text] == 1 for part in d.parts) for d in told}

    # Then each has some, however much boilerplate it shares
    assert [
        name for name, count in own.items() if count < 3 and len(DOCUMENTS[name].parts) > 5
    ] == []


@pytest.mark.parametrize("name", sorted(DOCUMENTS))
def test_every_fact_of_the_team_is_filled_in(name: str, team: Team) -> None:
    # Given a document in its latest version
    # When it is made this team's
    made = page(a_version(DOCUMENTS[name]), team)

    # Then no name in braces is left
    assert not re.search(r"[{}]", words(made))


def test_old_versions_speak_the_language_of_their_time(team: Team) -> None:
    # Given a form of today that speaks of family time
    today = a_version(DOCUMENTS["care-plan"])

    # When it is dated to 2019
    then = replace(today, when=datetime(2019, 3, 4, tzinfo=UTC))

    # Then it speaks of contact
    assert "Family time: who, how often" in words(page(today, team))
    assert "Contact: who, how often" in words(page(then, team))


def test_boxes_are_added_from_version_to_version(team: Team) -> None:
    # Given the core group minutes
    minutes = DOCUMENTS["core-group-minutes"]

    # When their first and their latest version are read
    first = page(replace(a_version(minutes), number=1), team)
    latest = page(a_version(minutes), team)

    # Then only the latest asks for the child's voice
    assert "5 The child's voice" in headings(latest)
    assert "5 The child's voice" not in headings(first)


@pytest.mark.parametrize(
    ("nine", "tenth"), [("943476591", 9), ("401023213", 7), ("999000000", 10), ("123456789", 10)]
)
def test_the_tenth_digit_of_an_nhs_number_checks_the_nine(nine: str, tenth: int) -> None:
    # Given nine digits, when the tenth is asked for, then it is the one that the NHS would give
    assert check_digit(nine) == tenth


def test_made_up_nhs_numbers_are_of_the_testing_range() -> None:
    # Given some chance
    chance = Random(7)

    # When numbers are made up
    numbers = [nhs_number(chance) for _ in range(50)]

    # Then each begins with 999 and is written as on forms
    assert all(re.fullmatch(r"999 \d{3} \d{4}", number) for number in numbers)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("What is it? A leaflet", "What is it A leaflet"),
        ("Evolve: exploitation", "Evolve - exploitation"),
        ("A/B", "A B"),
        ("Ends with a stop.", "Ends with a stop"),
    ],
)
def test_titles_become_names_that_windows_takes(title: str, name: str) -> None:
    # Given a title, when it becomes a name, then what Windows refuses is gone
    assert naming.clean(title) == name


@pytest.mark.parametrize(
    "way", ["plain", "numbered", "underscored", "minor", "final", "signed", "dated"]
)
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_versions_of_one_document_are_marked_apart(way: str, count: int) -> None:
    # Given versions from different years
    dates = [datetime(2019 + number, 6, 3, tzinfo=UTC) for number in range(count)]

    # When they are marked in one way
    labels = naming.labels(Random(1), way, dates, "JB")

    # Then each has a mark of its own
    assert len(labels) == len(set(labels)) == count


@pytest.fixture(scope="module")
def team() -> Team:
    return gather(Random(1))


def a_version(document: Document) -> Version:
    when = datetime(2026, 9, 1, tzinfo=UTC)
    return Version(
        document, document.versions, 1, when, when, document.title, "", "", "Jo Bloggs", "Jo Bloggs"
    )


def words(made: Page) -> str:
    return "\n".join([made.title, *(f"{part.text} {' '.join(part.cells)}" for part in made.parts)])


def headings(made: Page) -> list[str]:
    return [part.text for part in made.parts if part.form is Form.HEADING]
