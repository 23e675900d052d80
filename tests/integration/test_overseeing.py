"""What business support see of a whole drive, over a real one."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from librarian.application.library import Library
from librarian.application.overseeing import Overseer, Urgency, urgency
from librarian.bootstrap import open_desk
from tests.support.files import docx, paragraph

GUIDE = "Guidance/Thresholds guide.docx"
FORM = "Forms/Safety plan.docx"
TEXTS = {
    GUIDE: ("Thresholds guide", "As Working Together says, the child comes first."),
    FORM: ("Safety plan", "Who keeps the child safe, and how do we know?"),
}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A drive with two confirmed documents, looked after here."""
    root = tmp_path / "drive"
    for path, lines in TEXTS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(docx("".join(map(paragraph, lines))))
    desk = open_desk(tmp_path / "home")
    with desk.catalogued(root) as drive, drive.writing("a test") as scanner:
        scanner.scan(lambda: False)
    library = desk.open(root)
    assert library.caretaker
    assert library.registrar
    library.caretaker.begin("Team drive", "malcolm.ade")
    for path in TEXTS:
        library.registrar.confirm(path, note="Agreed")
    yield library
    library.close()


@pytest.fixture
def overseer(library: Library) -> Overseer:
    assert library.overseer
    return library.overseer


def test_a_changed_law_brings_up_what_cites_it(overseer: Overseer) -> None:
    # Given two confirmed documents, one of which cites the law
    today = datetime.now(UTC).astimezone().date()  # noqa: TID251 - the desk's clock is the system's
    assert overseer.today().reviews == ()

    # When business support have what cites it looked at again
    cited = overseer.citing("Working Together")
    overseer.review_again(tuple(line.path for line in cited))

    # Then just that one is due today
    assert [line.path for line in cited] == [GUIDE]
    [review] = overseer.today().reviews
    assert (review.path, review.due, review.urgency) == (GUIDE, today, Urgency.SOON)


def test_still_right_takes_a_document_off_the_list_for_two_years(overseer: Overseer) -> None:
    # Given a guide that is due
    overseer.review_again((GUIDE,))

    # When it is still right
    overseer.still_right(GUIDE)

    # Then nothing is due, and the register tells when it comes up again
    assert overseer.today().reviews == ()
    [line] = [line for line in overseer.lines() if line.path == GUIDE]
    assert line.next_review
    assert line.next_review > date.today() + timedelta(days=700)  # noqa: DTZ011 - likewise


def test_what_was_done_tells_of_all_of_it(overseer: Overseer) -> None:
    # Given an owner that was named
    overseer.assign(FORM, "Team manager", "", "020 7946 0000")

    # When it is told what was done
    told = [(deed.kind, deed.path) for deed in overseer.deeds()]

    # Then the last comes first
    assert told[:3] == [("owned", FORM), ("approved", FORM), ("approved", GUIDE)]


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, Urgency.OVERDUE), (0, Urgency.SOON), (30, Urgency.SOON), (90, Urgency.LATER), (91, None)],
)
def test_reviews_are_announced_ninety_and_thirty_days_before(
    days: int, expected: Urgency | None
) -> None:
    # Given a day so far ahead, when it is told how near it is, then as the drive's rules say
    today = date(2026, 11, 28)
    assert urgency(today + timedelta(days=days), today) is expected
