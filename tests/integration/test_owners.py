"""Documents have owners, of their own or their folder's, and a day on which to look again."""

from datetime import date
from pathlib import Path

import pytest

from librarian.application.about import Sent
from librarian.domain.document_types import DocumentType, due_after, type_of
from librarian.domain.documents import Document
from librarian.domain.errors import LibrarianError
from librarian.domain.vouching import is_person
from tests.support.history_fakes import ActingDesk, SharedRecord

FORM = "Forms/Referral form.txt"


@pytest.fixture
def desk(tmp_path: Path) -> ActingDesk:
    """Janet, with one confirmed form."""
    made = ActingDesk(tmp_path / "drive", SharedRecord())
    made.put(FORM, "one")
    made.publisher.approve(FORM)
    return made


def found(desk: ActingDesk) -> Document:
    document = desk.managed.at(FORM)
    assert document is not None
    return document


def due(desk: ActingDesk) -> date | None:
    return desk.owners.due(found(desk))


def test_a_document_has_its_own_owner_before_its_folders(desk: ActingDesk) -> None:
    # Given a folder with an owner
    desk.owners.assign_folder("Forms", "Business Support", phone="020 7946 0001")
    by_folder = found(desk)

    # When the form gets one of its own, and loses it again
    desk.owners.assign(FORM, "Team manager", deputy="Practice lead")
    of_its_own = found(desk)
    desk.owners.assign(FORM, "")

    # Then its own counts first, and the folder's where it has none
    assert (by_folder.owner, by_folder.phone) == ("Business Support", "020 7946 0001")
    assert (of_its_own.owner, of_its_own.deputy) == ("Team manager", "Practice lead")
    assert found(desk).owner == "Business Support"


def test_a_confirmed_form_is_looked_at_again_after_a_year(desk: ActingDesk) -> None:
    # Given a form that was confirmed today
    today = desk.clock.now().astimezone().date()

    # When nobody set a day, then it is due in a year
    assert due(desk) == due_after(today, 12)


def test_still_right_moves_the_day_and_a_new_version_begins_anew(desk: ActingDesk) -> None:
    # Given a day that was set
    desk.owners.review(FORM, due=date(2031, 1, 31), note="Still right")
    was_set = due(desk)

    # When another version is confirmed
    desk.put(FORM, "two")
    desk.publisher.approve(FORM)

    # Then the day counts from then
    assert was_set == date(2031, 1, 31)
    assert due(desk) == due_after(desk.clock.now().astimezone().date(), 12)


def test_what_the_rule_says_is_the_span_of_every_review(desk: ActingDesk) -> None:
    # Given a rule by which everything is looked at again after six months
    desk.months = lambda _: 6
    today = desk.clock.now().astimezone().date()
    confirmed = desk.owners.due(found(desk))
    asked: list[date] = []

    def send(_: Document, day: date) -> Sent:
        asked.append(day)
        return Sent()

    # When somebody says that it is still right, as Business Support or as anybody
    desk.owners.vouch(FORM, send)
    desk.owners.review(FORM)

    # Then each of the days is six months away
    assert [confirmed, *asked, found(desk).review_set] == [due_after(today, 6)] * 3


def test_only_what_was_confirmed_can_be_still_right(desk: ActingDesk) -> None:
    # Given a file that nobody confirmed, when somebody says it is still right
    desk.put("Forms/Other.txt", "x")
    with pytest.raises(LibrarianError) as refused:
        desk.owners.review("Forms/Other.txt")

    # Then they are told what to do first
    assert refused.value.remedy == "Confirm it first."


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Forms/Core group minutes.docx", DocumentType.FORM),
        ("Guidance/Guide for minute-takers v2.docx", DocumentType.GUIDANCE),
        ("Tools/Safety plan FINAL.docx", DocumentType.SAFEGUARDING),
        ("Direct work/Feelings faces.pdf", DocumentType.RESOURCE),
        ("Forms/Mileage.xlsx", DocumentType.FORM),
    ],
)
def test_a_name_tells_the_type_then_its_folder(path: str, expected: DocumentType) -> None:
    # Given a path, when its type is told, then it is that of the words in it
    assert type_of(path) is expected


@pytest.mark.parametrize(
    ("since", "months", "expected"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 24, date(2028, 12, 1)),
    ],
)
def test_months_end_where_the_calendar_does(since: date, months: int, expected: date) -> None:
    # Given a day, when months are added, then the last of a short month stands for its missing days
    assert due_after(since, months) == expected


@pytest.mark.parametrize(
    ("who", "named", "is_theirs"),
    [
        ("sam.okoro", "Sam Okoro", True),
        ("COUNCIL\\sam.okoro", "Sam Okoro, team manager", True),
        ("sam", "Sam", True),
        ("sam", "Sam Okoro", False),
        ("manager", "Team manager", False),
        ("", "", False),
    ],
)
def test_only_a_name_tells_who_somebody_is(who: str, named: str, *, is_theirs: bool) -> None:
    assert is_person(who, named) is is_theirs


def test_the_word_of_an_owner_counts_and_that_of_others_waits(desk: ActingDesk) -> None:
    # Given a form that Sam Okoro owns, through its folder, and two who do not look after the drive
    desk.owners.assign_folder("Forms", "Sam Okoro")
    sam = ActingDesk(desk.root, desk.record, who="sam.okoro", desk="desk2", clock=desk.clock)
    priya = ActingDesk(desk.root, desk.record, who="priya.shah", desk="desk3", clock=desk.clock)
    desk.clock.pass_by(300 * 86_400)

    # When both say that it is still right
    for each in (priya, sam):
        each.managed.refresh()
        each.owners.vouch(FORM, each.postbox.vouch)
    desk.managed.refresh()

    # Then Sam's word is a review, also for Priya, who hears of it; and it stays one
    today = desk.clock.now().astimezone().date()
    assert due(desk) == due_after(today, 12)
    assert desk.postbox.waiting == ()
    priya.managed.refresh()
    assert [each.who for each in priya.postbox.replies()] == ["sam.okoro"]
    desk.owners.assign_folder("Forms", "Team manager")
    assert due(desk) == due_after(today, 12)


def test_a_review_takes_up_what_somebody_said(desk: ActingDesk) -> None:
    # Given a form without an owner, and Priya who finds it still right
    priya = ActingDesk(desk.root, desk.record, who="priya.shah", desk="desk3", clock=desk.clock)
    priya.managed.refresh()
    priya.owners.vouch(FORM, priya.postbox.vouch)
    desk.managed.refresh()
    waited = [(each.kind, each.path) for each in desk.postbox.waiting]

    # When Janet presses “Still right”
    desk.owners.review(FORM)

    # Then nothing waits any more
    assert waited == [("vouched", FORM)]
    assert desk.postbox.waiting == ()
