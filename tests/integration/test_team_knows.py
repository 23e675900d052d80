"""A part of a shared form: people come from the case system, old addresses are asked about."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from librarian.application.forms.known_facts import CaseSystem
from librarian.application.forms.sharing import Shared
from librarian.application.forms.teamwork import Teamwork
from librarian.bootstrap.teamwork import TeamRoom
from librarian.domain.errors import LibrarianError
from librarian.domain.forms.cases import Case, Fact
from tests.support.fakes import FakeClock
from tests.support.team_forms import answers_to

CASE = "C-100245"
REVIEW = Shared("review-invitation", CASE)
WORKER = "social-worker"
HALL, OLD = "hall@elm.example", "7 Mill Lane"


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def team(tmp_path: Path, clock: FakeClock) -> Teamwork:
    """A team whose case system knows two people of a case; one address is old."""
    folder = tmp_path / "Working folder"
    folder.mkdir(mode=0o770)
    today = clock.now().date()
    hall = {"name": Fact("Ms Hall", today), "contact": Fact(HALL, today)}
    reed = {"name": Fact("Sam Reed", today), "contact": Fact(OLD, today - timedelta(days=40))}

    def find(number: str) -> Case:
        if number != CASE:
            raise LibrarianError("There is no such case.", "Check its number.")
        return Case(number, "made up", {"professional": (hall, reed)})

    room = TeamRoom(tmp_path / "home", clock, lambda: CaseSystem("the case system", find))
    room.choose(folder)
    return room.open()


def test_people_and_addresses_are_filled_in_and_old_ones_doubted(team: Teamwork) -> None:
    # Given an invitation that nobody has begun, when the social worker's part is looked up
    known: Any = team.knower.look_up(REVIEW, WORKER, {}, {})

    # Then both people are there, and the old address is to be confirmed
    assert [row["name"] for row in known.answers["people"]] == ["Ms Hall", "Sam Reed"]
    assert [(each.whose, each.value) for each in known.doubts] == [("Sam Reed", OLD)]
    assert team.knower.look_up(REVIEW, "school", {}, {}).answers == {}


def test_a_part_is_done_once_every_old_address_was_confirmed_or_changed(
    team: Teamwork, clock: FakeClock
) -> None:
    # Given a part with an old address
    answers: Any = team.knower.look_up(REVIEW, WORKER, {}, {}).answers
    with pytest.raises(LibrarianError, match="Sam Reed"):
        team.write_part(REVIEW, WORKER, answers, {}, done=True)
    team.write_part(REVIEW, WORKER, answers, {}, done=False)

    # When it is said to be still right, in whichever row it stands by now
    answers["people"].reverse()
    today = clock.now().date().isoformat()
    seen = team.write_part(REVIEW, WORKER, answers, {OLD: today}, done=True)

    # Then it is done, and nobody asks again before the form's days are over
    assert seen.confirmed == {OLD: today}
    again = team.colleague.look(REVIEW, WORKER)
    assert team.knower.look_up(REVIEW, WORKER, again.mine, again.confirmed).doubts == ()
    clock.at += timedelta(days=29)
    later = team.knower.look_up(REVIEW, WORKER, again.mine, again.confirmed).doubts
    assert OLD in {each.value for each in later}

    # and a new address needs no word
    answers["people"][0]["contact"] = "9 New Road"
    answers["people"][1]["contact"] = "office@elm.example"
    team.write_part(REVIEW, WORKER, answers, {}, done=True)


def test_a_case_that_is_not_known_is_told_and_stops_nothing(team: Teamwork) -> None:
    other = Shared("review-invitation", "C-100999")
    known = team.knower.look_up(other, WORKER, {"child": {"like": "Mia"}}, {})
    assert known.problem == "There is no such case."
    assert known.answers == {"child": {"like": "Mia"}}
    assert team.write_part(other, WORKER, known.answers, {}, done=True).whole.answers


def test_what_meetings_brought_is_one_page_to_print(team: Teamwork, tmp_path: Path) -> None:
    # Given entries of a month
    for needed in ("yes", "no", "no"):
        answers = answers_to("experience-log")
        answers["you"]["needed"] = needed
        assert team.log.write(answers) == ()

    # When the page is made
    [month] = team.log.months()
    [page] = team.write_review(month, tmp_path).iterdir()

    # Then it is one page that counts them
    [only] = PdfReader(page).pages
    words = " ".join(only.extract_text().split())
    assert "3 entries" in words
    assert "No 2 67%" in words
    assert "Send the papers." in words
