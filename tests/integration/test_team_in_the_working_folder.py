"""Requests made before, what meetings brought, and advice that a form's schema cannot give."""

import json
from copy import deepcopy
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from librarian.adapters.store import JsonStore
from librarian.application.charter.desk import TIME
from librarian.application.forms.filling import Given
from librarian.application.forms.teamwork import Teamwork
from librarian.bootstrap.forms import form_room
from librarian.bootstrap.teamwork import TeamRoom
from librarian.domain.errors import LibrarianError
from tests.support.fakes import FakeClock
from tests.support.team_forms import answers_to

CASE = "C-100245"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder that only the team may read."""
    made = tmp_path / "Working folder"
    made.mkdir(mode=0o770)
    return made


@pytest.fixture
def team(tmp_path: Path, folder: Path, clock: FakeClock) -> Teamwork:
    """The team in its working folder."""
    room = TeamRoom(tmp_path / "home", clock)
    room.choose(folder)
    return room.open()


def test_a_request_is_repeated_and_only_what_is_otherwise_is_shown(team: Teamwork) -> None:
    # Given a request that was made before
    first = answers_to("meeting-request")
    team.requests.keep(CASE, first)

    # When it is repeated for another day, with one more person
    again: dict[str, Any] = team.requests.repeated(CASE)
    begun = deepcopy(again)
    again["when"]["day"] = "2026-06-01"
    again["people"].append({"name": "Dr Ash", "role": "GP", "needed": "note"})
    changes = team.requests.changes(CASE, again)

    # Then people and place are there, the day and the signature are asked anew
    assert begun["people"] == first["people"]
    assert "day" not in begun["when"]
    assert "ok" not in begun.get("sign", {})
    assert "1 June 2026" in {each.after for each in changes}
    assert len(changes) == 5
    team.requests.keep(CASE, again)
    assert [each.answers for each in team.requests.before(CASE)] == [again, first]


def test_requests_last_as_long_as_the_plan(team: Teamwork, clock: FakeClock, folder: Path) -> None:
    # Given a plan that ends in March, and one without an end
    ends = answers_to("meeting-request")
    ends["meeting"]["until"] = "2027-03-01"
    team.requests.keep(CASE, ends)
    team.requests.keep("C-100999", answers_to("meeting-request"))
    assert team.requests.forget_ended() == ()

    # When it is over
    clock.at = datetime(2027, 3, 2, tzinfo=UTC)

    # Then its requests are gone, files and all
    assert team.requests.forget_ended() == (CASE,)
    assert team.requests.cases() == ("C-100999",)
    assert len(list(folder.iterdir())) == 1


def test_what_meetings_brought_is_one_page_that_tells_nobodys_name(
    team: Teamwork, folder: Path
) -> None:
    # Given entries of two people
    answers = answers_to("experience-log")
    assert team.log.write(answers) == ()
    other = {**answers, "you": {"needed": "yes", "note": "no", "gave": "child"}}
    assert team.log.write(other) == ()

    # When the team looks at the month
    [month] = team.log.months()
    page = team.log.page(month)

    # Then it is counted, and no file tells who or when
    assert page.entries == 2
    assert dict(page.counts[0].answers) == {"Yes": 1, "No": 1}
    assert page.suggestions == ("Send the papers.",)
    kept = [json.loads(path.read_bytes()) for path in folder.rglob("*.json")]
    assert {each["at"] for each in kept} == {0}
    assert len({each["person"] for each in kept}) == 2
    assert {path.stat().st_mtime for path in folder.rglob("*.json")} == {0}


@pytest.mark.parametrize("better", ["NHS number 943 476 5919", "Mia Rivers, born 04/05/2016"])
def test_an_entry_about_a_person_is_refused(team: Teamwork, folder: Path, better: str) -> None:
    # Given somebody who writes about a child
    answers = answers_to("experience-log")
    answers["you"]["better"] = better

    # When they keep it
    [problem] = team.log.write(answers)

    # Then nothing is kept, and the words are not repeated
    assert "details of a person" in problem.what
    assert better not in problem.what
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    ("starts", "minutes", "warned"),
    [("09:30", 60, False), ("12:00", 60, True), ("14:00", 30, True)],
)
def test_a_meeting_in_time_with_children_is_pointed_out(
    tmp_path: Path, clock: FakeClock, starts: str, minutes: int, warned: bool
) -> None:
    # Given a request for a Monday
    answers = answers_to("meeting-request")
    answers["when"] |= {"starts": starts, "minutes": minutes}

    # When it is filled in
    filling = form_room(tmp_path, clock).clerk.fill("meeting-request", Given(answers))

    # Then it is made all the same, and the person hears of it
    assert filling.ok
    assert ["12.30 pm to 5 pm" in each.what for each in filling.problems] == [True] * warned


def test_a_teams_own_charter_moves_the_warning(tmp_path: Path, clock: FakeClock) -> None:
    # Given a team whose charter keeps its mornings
    JsonStore(tmp_path / "own").save(TIME, {"time": {"starts": "09:00", "ends": "11:00"}})

    # When somebody asks for 9.30
    filling = form_room(tmp_path, clock).clerk.fill(
        "meeting-request", Given(answers_to("meeting-request"))
    )

    # Then that is what is pointed out
    assert ["9 am to 11 am" in each.what for each in filling.problems] == [True]


def test_a_folder_for_everybody_is_not_chosen_and_none_is_told(
    tmp_path: Path, folder: Path, clock: FakeClock
) -> None:
    # Given a desk that has no folder so far, and one that is open
    room = TeamRoom(tmp_path / "home", clock)
    folder.chmod(0o755)

    # When either is used, then it is told what to do
    with pytest.raises(LibrarianError, match="No working folder"):
        room.open()
    with pytest.raises(LibrarianError, match="open to everybody"):
        room.choose(folder)
    assert room.folder is None
