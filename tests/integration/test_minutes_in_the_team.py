"""Minutes in the team's folder: taken at one desk, carried on and confirmed at another."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from librarian.application.minutes.keeping_together import is_handed_on
from librarian.application.minutes.ports import Meeting, Stage
from librarian.application.minutes.taking_minutes import MinuteRoom
from librarian.domain.errors import LibrarianError
from tests.support.minute_makers import CASE, FIRST, a_room


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A folder that only the team may read."""
    made = tmp_path / "Working folder"
    made.mkdir(mode=0o770)
    return made


@pytest.fixture
def taker(tmp_path: Path, team: Path) -> MinuteRoom:
    """The desk of the minute-taker."""
    return a_room(tmp_path / "taker", team=team)


@pytest.fixture
def worker(tmp_path: Path, team: Path) -> MinuteRoom:
    """The desk of the social worker."""
    room = a_room(tmp_path / "worker", key=b"w" * 32, team=team)
    room.desk.damaged()  # as the page does when it is opened: from now on others seal for it
    return room


def with_answers(meeting: Meeting, **changed: Any) -> Meeting:
    return replace(meeting, answers={**meeting.answers, **changed})


def test_taken_at_one_desk_and_confirmed_at_another(
    taker: MinuteRoom, worker: MinuteRoom, tmp_path: Path, team: Path
) -> None:
    # Given minutes that the minute-taker has put into the team's folder
    begun = replace(taker.desk.begin(CASE), answers=FIRST)
    shared = taker.desk.share(begun)
    assert taker.desk.people() == ("taker", "worker")

    # When the social worker finds them, confirms them and gives them out
    [found] = worker.desk.meetings()
    assert found.answers == FIRST
    confirmed = worker.issuer.confirm(found, "A. Okafor")
    assert worker.issue(confirmed, tmp_path / "out").folder

    # Then the minute-taker sees so, and begins the next meeting with what it left open
    now = taker.desk.meeting(shared.id)
    assert now.stage is Stage.ISSUED
    assert now.changed_by == ("worker",)
    second: Any = taker.desk.begin(CASE)
    assert second.answers["last"][0]["what"] == "Begin breakfast at school"
    assert second.team is not None
    assert second.id in {each.id for each in worker.desk.meetings()}

    # and no word of them lies there in plain, nor does an older part
    files = [each for each in team.rglob("*") if each.is_file()]
    words = (b"breakfast", b"Mia", b"Okafor", CASE.encode())
    assert not any(word in each.read_bytes() for each in files for word in words)
    assert not any("Mia" in str(each) or CASE in str(each) for each in files)
    assert len([each for each in files if shared.id in str(each)]) == 2


def test_what_two_write_at_the_same_time_is_joined_and_a_draft_again(
    taker: MinuteRoom, worker: MinuteRoom
) -> None:
    # Given minutes that are open at two desks
    mine = taker.desk.share(replace(taker.desk.begin(CASE), answers=FIRST))
    theirs = worker.desk.meeting(mine.id)

    # When one adds a worry and changes a box, and the other changes that box and confirms
    mine = with_answers(mine, news=[{"fact": "Damp"}], family={"view": "Mum is tired."})
    theirs = with_answers(theirs, family={"view": "Dad agrees."})
    worker.issuer.confirm(theirs, "A. Okafor")
    joined = taker.desk.share(mine)

    # Then both find all of it, and nobody has confirmed it as it is now
    for meeting in (joined, worker.desk.meeting(mine.id)):
        assert meeting.stage is Stage.DRAFT
        assert "confirm" not in meeting.answers
        assert meeting.answers["news"] == [{"fact": "Damp"}]
        assert meeting.answers["family"] == {"view": "Mum is tired."}
        assert meeting.unplaced == (("Dad agrees.", "family.view, written at the same time"),)


def test_who_joins_later_reads_them_once_a_colleague_has_looked(
    taker: MinuteRoom, tmp_path: Path, team: Path
) -> None:
    # Given minutes that were put there before somebody came to the team
    mine = taker.desk.share(replace(taker.desk.begin(CASE), answers=FIRST))
    newcomer = a_room(tmp_path / "newcomer", key=b"n" * 32, team=team)
    assert newcomer.desk.meetings() == ()
    [closed] = newcomer.desk.damaged()
    assert not closed.is_mine

    # When a colleague looks at the page, then they open
    taker.desk.tend()
    assert [each.id for each in newcomer.desk.meetings()] == [mine.id]
    assert newcomer.desk.damaged() == ()


def test_a_folder_open_to_everybody_is_refused(taker: MinuteRoom, team: Path) -> None:
    team.chmod(0o755)
    meeting = taker.desk.begin(CASE)
    with pytest.raises(LibrarianError, match="open to everybody"):
        taker.desk.share(meeting)
    assert taker.desk.meeting(meeting.id).team is None
    assert list(team.iterdir()) == []


def test_while_the_folder_is_away_minutes_go_on_here_and_there_later(
    taker: MinuteRoom, worker: MinuteRoom, team: Path
) -> None:
    # Given shared minutes, and a network that is down
    shared = taker.desk.share(replace(taker.desk.begin(CASE), answers=FIRST))
    away = team.rename(team.with_name("away"))

    # When somebody goes on, then it is kept, and told why the others do not see it
    kept = taker.desk.settle(with_answers(shared, family={"view": "New words."}))
    assert taker.desk.meeting(shared.id).answers == kept.answers
    assert "cannot be reached" in taker.desk.damaged()[0].what

    # and when it is back, the others see it with the next look
    away.rename(team)
    taker.desk.tend()
    assert worker.desk.meeting(shared.id).answers["family"] == {"view": "New words."}
    assert taker.desk.damaged() == ()


def test_a_folder_that_was_opened_to_everybody_stops_only_the_sharing(
    taker: MinuteRoom, team: Path
) -> None:
    # Given shared minutes, and a folder that somebody has opened to everybody since
    shared = taker.desk.share(replace(taker.desk.begin(CASE), answers=FIRST))
    team.chmod(0o755)

    # When somebody goes on, confirms and looks at the list
    confirmed = taker.issuer.confirm(with_answers(shared, news=[{"fact": "Damp"}]), "A. Okafor")
    taker.arrive()

    # Then all is kept here and listed, it is told why nobody else sees it, and it can be deleted
    assert taker.desk.meeting(shared.id).answers == confirmed.answers
    assert not is_handed_on(confirmed)
    assert "open to everybody" in taker.desk.damaged()[0].what
    taker.desk.forget(shared.id)
    assert taker.desk.meetings() == ()
