"""The charter's life on a real drive, and what goes with it: codes, cards, a hold in calendars."""

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from PIL import Image
from pypdf import PdfReader

from librarian.adapters.calendar_holds import IcalendarHolds, london
from librarian.application.charter.desk import TIME, Thing
from librarian.application.charter.keeping import HOME, CharterKeeper
from librarian.application.charter.page import answers_in
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.charter import charter_press
from librarian.domain.charter.protected import ProtectedTime
from librarian.domain.errors import ChangedError, LibrarianError
from tests.support.fakes import FakeClock
from tests.support.team_forms import charter_answers, tags_of


@pytest.fixture
def desk(tmp_path: Path) -> LocalDesk:
    """Business Support of a drive with nothing on it."""
    (tmp_path / "drive").mkdir()
    desk = LocalDesk(tmp_path / "home")
    desk.adopt(tmp_path / "drive", "Team drive")
    return desk


@contextmanager
def keeping(desk: LocalDesk, drive: Path) -> Iterator[CharterKeeper]:
    with desk.catalogued(drive) as opened:
        yield desk.charter(opened)


def test_a_charter_is_drafted_confirmed_and_replaced_and_says_what_changed(
    desk: LocalDesk, tmp_path: Path
) -> None:
    drive = tmp_path / "drive"
    with keeping(desk, drive) as keeper:
        # Given a charter that counts
        drafted = keeper.draft(charter_answers(), "The first one")
        assert drafted.current is None
        assert drafted.draft
        first = keeper.approve("Agreed", drafted.draft.sha256)

        # When another is put forward, in two goes, and confirmed
        keeper.draft(charter_answers(time={"starts": "13:15"}), "Later")
        again = keeper.draft(charter_answers(time={"starts": "13:00"}), "Not that late")
        assert again.draft
        second = keeper.approve("Agreed too", again.draft.sha256)

        # Then the one before is archived, and readers hear what changed
        assert first.current
        assert second.current
        assert (first.current.label, second.current.label) == ("v1.0", "v1.1")
        assert second.current.answers == charter_answers(time={"starts": "13:00"})
        assert [each.title for each in again.to_come] == ["Protected time"]
        assert [each.after for each in second.changed] == [("1 pm to 5 pm: with children",)]
        assert second.draft is None
    there = {str(path.relative_to(drive)) for path in drive.rglob("*.html")}
    assert there == {HOME, "Archive/Our charter v1.0.html"}

    # And forms know when the team is with children, without the drive
    kept = json.loads((desk.home / "own" / f"{TIME}.json").read_text("utf-8"))
    assert kept["time"]["starts"] == "13:00"


def test_what_somebody_else_wrote_is_never_lost_or_taken_for_confirmed(
    desk: LocalDesk, tmp_path: Path
) -> None:
    home = tmp_path / "drive" / HOME
    with keeping(desk, tmp_path / "drive") as keeper:
        # Given a charter that counts, and a colleague who edits its file
        drafted = keeper.draft(charter_answers(), "").draft
        assert drafted
        keeper.approve("", drafted.sha256)
        page = home.read_bytes()
        home.write_bytes(page.replace(b"Who we are", b"Who we were"))

        # When it is read
        look = keeper.look()

        # Then readers get what was confirmed, and are told
        assert look.current
        assert look.current.answers == charter_answers()
        assert "changed this file" in look.notice

        # And a draft that is another by now is not confirmed unseen
        keeper.draft(charter_answers(keep={"owner": "Tom"}), "")
        with pytest.raises(ChangedError):
            keeper.approve("", drafted.sha256)


def test_only_those_who_look_after_the_drive_change_it(tmp_path: Path) -> None:
    # Given a drive nobody looks after, with a charter on it
    drive, desk = tmp_path / "drive", LocalDesk(tmp_path / "home")
    drive.mkdir()
    (drive / HOME).write_bytes(charter_press(desk.home, FakeClock()).page(charter_answers()))
    with keeping(desk, drive) as keeper:
        # When somebody reads it, then it is there, and not confirmed
        look = keeper.look()
        assert look.current
        assert not look.current.who
        assert not look.may_change

        # And nobody can change it here
        with pytest.raises(LibrarianError, match="Nobody looks after"):
            keeper.draft(charter_answers(), "")
    assert [each.name for each in drive.iterdir()] == [HOME]


def test_a_charter_that_lacks_something_is_not_put_forward(desk: LocalDesk, tmp_path: Path) -> None:
    # Given answers without a name of the team, when they are put forward, then it says what lacks
    with (
        keeping(desk, tmp_path / "drive") as keeper,
        pytest.raises(LibrarianError, match="What is the team called"),
    ):
        keeper.draft(charter_answers(team={"name": ""}), "")


@pytest.mark.parametrize(
    "page", [b"", b"<p>Hello</p>", b'<script type="application/json" id="charter">[1]</script>']
)
def test_a_file_that_is_no_charter_is_refused_in_words(page: bytes) -> None:
    with pytest.raises(LibrarianError, match="no charter"):
        answers_in(page)


def test_markup_in_an_answer_comes_back_as_it_was_written(tmp_path: Path) -> None:
    # Given an answer that would end the part that carries the answers
    answers = charter_answers(who={"text": "</script><script>alert(1)</script> & “so on”"})

    # When the page is made and read again, twice
    press = charter_press(tmp_path, FakeClock())
    page = press.page(answers)

    # Then the answers are the same, and so are the bytes
    assert answers_in(page) == answers
    assert press.page(answers_in(page)) == page
    assert page.count(b"<script") == 1


def test_a_hold_begins_at_the_same_time_by_the_wall_clock_all_year() -> None:
    # Given the hold of a team, made in winter
    clock = FakeClock()
    clock.at = datetime(2026, 1, 5, 8, tzinfo=UTC)
    made = IcalendarHolds(clock).hold("North", "With children", ProtectedTime())

    # When a calendar program takes it in
    calendar: Any = Calendar.from_ical(made)
    [hold] = calendar.walk("VEVENT")

    # Then it is one hold for every working day, at half past twelve in London
    assert hold["RRULE"].to_ical() == b"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert hold["DTSTART"].params["TZID"] == "Europe/London"
    assert (hold["DTSTART"].dt.hour, hold["DTSTART"].dt.minute) == (12, 30)


@pytest.mark.parametrize(
    ("moment", "hours"),
    [
        (datetime(2026, 1, 5, 12, 30), 0),  # noqa: DTZ001 - read by the zone that is made
        (datetime(2026, 3, 29, 0, 59), 0),  # noqa: DTZ001 - as above
        (datetime(2026, 3, 29, 2, 1), 1),  # noqa: DTZ001 - as above
        (datetime(2026, 7, 6, 12, 30), 1),  # noqa: DTZ001 - as above
        (datetime(2026, 10, 26, 12, 30), 0),  # noqa: DTZ001 - as above
        (datetime(2041, 7, 1, 12, 30), 1),  # noqa: DTZ001 - as above
    ],
)
def test_the_rules_of_summer_time_are_in_the_file_itself(moment: datetime, hours: int) -> None:
    # Given nothing but what the file says of London, then it agrees with the clocks there
    offset = moment.replace(tzinfo=london().to_tz(lookup_tzid=False)).utcoffset()
    assert offset is not None
    assert offset.total_seconds() == hours * 3600


def test_the_code_is_a_drawing_and_the_cards_are_one_tagged_sheet(tmp_path: Path) -> None:
    # Given the made-up team's charter
    press, answers = charter_press(tmp_path, FakeClock()), charter_answers()

    # When its code and cards are made
    code, cards = press.code(answers), press.make(Thing.CARD, answers)

    # Then the code fetches nothing, and each of eight cards says what its code opens
    assert code.startswith(b"<svg")
    assert b"href" not in code
    assert len(PdfReader(io.BytesIO(cards)).pages) == 1
    figures = [told["/Alt"] for tag, told in tags_of(cards) if tag == "/Figure"]
    assert len(figures) == 8
    assert all("https://www." in each for each in figures)


def test_the_case_for_leaders_is_half_a_page(tmp_path: Path) -> None:
    # Given the case for leaders
    pdf = charter_press(tmp_path, FakeClock()).make(Thing.LEADERS, charter_answers())

    # When it is drawn
    drawn = page_picture(pdf)

    # Then everything is in the upper half of its one page
    box = drawn.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert len(PdfReader(io.BytesIO(pdf)).pages) == 1
    assert box
    assert box[3] < drawn.height * 0.55


def page_picture(pdf: bytes) -> Image.Image:
    import pypdfium2  # noqa: PLC0415 - only here

    drawn: Image.Image = pypdfium2.PdfDocument(pdf)[0].render(scale=0.5).to_pil().convert("L")
    return drawn
