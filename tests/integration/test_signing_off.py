"""A manager reads a sealed copy, then signs, asks or refuses; no half copy, none left for ever."""

import json
from pathlib import Path

import pytest

from librarian.application.forms.referrals_desk import Referrals
from librarian.domain.errors import LibrarianError
from librarian.domain.referrals import State
from tests.support.faulty_disk import KilledError
from tests.support.handing import NAMES, Team, an_order

PRIYA = "priya.shah"
DAY = 86_400


@pytest.fixture
def team(tmp_path: Path) -> Team:
    return a_team(tmp_path)


def a_team(folder: Path) -> Team:
    """A team whose referral to a service waits for a manager, whose computer is of the team."""
    team = Team(folder, ("fgdm", "ther"), quick=True)
    looks(team.desk(PRIYA))
    return team


def asked(team: Team, *others: str) -> str:
    """A referral for which a sign-off is asked."""
    team.desk().hand_over.submit(an_order("ther", *others))
    return waiting(team)


def waiting(team: Team) -> str:
    [found] = [f.referral for f in team.desk().follower.referrals() if f.referral.service == "ther"]
    return found.id


def looks(desk: Referrals) -> None:
    """Somebody opens their page of referrals."""
    desk.sign_offs.tend(desk.hand_over)
    desk.send_signed()


def state(team: Team) -> State:
    [found] = [f.referral for f in team.desk().follower.referrals() if f.referral.service == "ther"]
    return found.state


def test_a_manager_reads_all_of_it_and_sees_what_goes_to_the_service(team: Team) -> None:
    # Given a referral that waits for a sign-off
    referral = asked(team)
    assert team.copies()
    for each in team.copies():
        assert not any(name in each.read_text("ascii").lower() for name in NAMES)

    # When the manager opens the copy
    reading = team.desk(PRIYA).sign_offs.copies.read(referral)

    # Then all that was answered stands there once, either as what goes or as what does not
    goes = [(s.title, e) for s in reading.goes for e in s.entries]
    stays = [(s.title, e) for s in reading.stays for e in s.entries]
    assert "Mia Rivers" in {entry.answer for _, entry in (*goes, *stays)}
    assert goes
    assert stays
    assert not set(goes) & set(stays)
    rows = [entry for _, entry in (*goes, *stays) if entry.row]
    assert rows
    assert all(entry.whose for entry in rows)


def test_it_goes_when_signed_and_the_copy_with_it(team: Team) -> None:
    # Given a copy that the manager has read, when they sign it off and the sender's page looks
    referral = asked(team)
    team.desk(PRIYA).sign_offs.sign(referral)
    assert not team.copies()
    looks(team.desk())

    # Then the service has it, and no copy lies anywhere
    assert len(team.packets("ther")) == 1
    assert not team.copies()
    assert all(not r.copy for r in team.desk().hand_over.receipt("draft-1").records)


def test_a_question_goes_back_and_forth_and_stands_in_no_ledger(team: Team) -> None:
    # Given a copy, when the manager asks and the sender answers
    referral = asked(team)
    with pytest.raises(LibrarianError, match="Nothing is written"):
        team.desk(PRIYA).sign_offs.send_back(referral, "  ")
    team.desk(PRIYA).sign_offs.send_back(referral, "Does Mia Rivers know?")
    assert state(team) is State.RETURNED
    team.clock.pass_by(60)
    team.desk().sign_offs.answer(referral, "Yes, since Friday.")

    # Then both read both, in order; it waits for the manager again, and the copy is still there
    for desk in (team.desk(), team.desk(PRIYA)):
        shown = desk.sign_offs.tend(desk.hand_over)
        words = [each.words for each in shown.said_of(referral)]
        assert words == ["Does Mia Rivers know?", "Yes, since Friday."]
        assert referral in shown.copies
    assert state(team) is State.TO_SIGN
    assert not any(name in team.on_record().lower() for name in NAMES)
    assert not any("Friday" in each.read_text("ascii") for each in team.copies())


def test_what_is_refused_is_not_sent_and_can_be_changed(team: Team) -> None:
    # Given a copy, when the manager says no
    referral = asked(team, "fgdm")
    desk = team.desk(PRIYA)
    desk.sign_offs.refuse(referral, "Try early help first.")

    # Then the copy is gone, the sender reads why, and no name typed there sends it
    with pytest.raises(LibrarianError, match="no copy"):
        desk.sign_offs.copies.read(referral)
    sender = team.desk()
    [why] = sender.sign_offs.tend(sender.hand_over).said_of(referral)
    assert why.words == "Try early help first."
    with pytest.raises(LibrarianError, match="not agreed"):
        sender.hand_over.sign(referral, "Priya Shah")

    # and taken back it is a draft for this one service; nothing of it is left in the folder
    draft = sender.sign_offs.take_back(referral)
    assert draft == f"back-{referral}"
    assert not team.copies()
    assert not team.packets("ther")
    assert len(team.packets("fgdm")) == 1


def test_taken_back_it_is_one_draft_however_often_it_breaks_off(tmp_path: Path) -> None:
    # Given how many moves there are while a referral is taken back
    whole = a_team(tmp_path / "whole")
    referral = asked(whole)
    before = whole.moves.done
    whole.desk().sign_offs.take_back(referral)
    assert whole.moves.done > before
    for moves in range(whole.moves.done - before):
        # When it dies at one of them, and the page is opened again
        team = a_team(tmp_path / str(moves))
        asked(team)
        team.moves.left = moves
        with pytest.raises(KilledError):
            team.desk().sign_offs.take_back(referral)
        team.moves.left = None
        looks(team.desk())
        if team.desk().hand_over.record(referral).stage == "unsigned" and not _is_closed(team):
            team.desk().sign_offs.take_back(referral)
            looks(team.desk())

        # Then one draft holds it, no copy is left, and nothing went
        assert len(list((team.folder / "home" / "drafts").glob("*.draft"))) == 1, moves
        assert not team.copies(), moves
        assert not team.packets("ther"), moves
        assert not list(team.working_folder().rglob("~*")), moves


def _is_closed(team: Team) -> bool:
    return state(team) is State.CLOSED


@pytest.mark.parametrize("deed", ["lay", "sign"])
def test_wherever_it_dies_the_copy_is_whole_or_not_there_and_gone_in_the_end(
    tmp_path: Path, deed: str
) -> None:
    # Given how many moves there are until a copy lies there, or is signed
    whole = a_team(tmp_path / "whole")
    start = whole.moves.done
    referral = asked(whole)
    laid = whole.moves.done - start
    whole.desk(PRIYA).sign_offs.sign(referral)
    signed = whole.moves.done - start - laid
    assert laid
    assert signed
    for moves in range(laid if deed == "lay" else signed):
        team = a_team(tmp_path / str(moves))
        # When it dies at one of them
        if deed == "lay":
            team.moves.left = moves
            with pytest.raises(KilledError):
                asked(team)
        else:
            asked(team)
            team.moves.left = moves
            with pytest.raises(KilledError):
                team.desk(PRIYA).sign_offs.sign(referral)
        team.moves.left = None
        for each in team.copies():
            assert each.name.startswith("~") or json.loads(each.read_bytes()), moves

        # Then, begun again, the manager reads it whole, or it is over and gone
        team.desk().hand_over.resume()
        team.desk().hand_over.submit(an_order("ther"))
        looks(team.desk())
        if state(team) is State.TO_SIGN:
            assert team.desk(PRIYA).sign_offs.copies.read(referral).goes, moves
            team.desk(PRIYA).sign_offs.sign(referral)
        looks(team.desk())
        looks(team.desk(PRIYA))
        assert len(team.packets("ther")) == 1, moves
        assert not team.copies(), moves
        assert not list(team.working_folder().rglob("~*")), moves


def test_a_copy_whose_sender_is_gone_goes_when_a_colleague_looks(team: Team) -> None:
    # Given a copy of a computer that nobody turns on any more
    asked(team)
    team.clock.pass_by(61 * DAY)

    # When the manager's page looks, then it is gone
    looks(team.desk(PRIYA))
    assert not team.copies()


def test_a_copy_that_somebody_took_away_is_laid_anew(team: Team) -> None:
    # Given a copy that was deleted by hand
    referral = asked(team)
    for each in team.copies():
        each.unlink()

    # When the sender's page looks, then it is there again
    looks(team.desk())
    assert team.desk(PRIYA).sign_offs.copies.read(referral).goes


def test_who_joins_later_reads_it_once_the_sender_looked(team: Team) -> None:
    # Given a manager whose computer came into the team after the copy
    referral = asked(team)
    late = team.desk("late.manager")
    late.sign_offs.tend(late.hand_over)
    with pytest.raises(LibrarianError, match="does not open at this computer yet"):
        late.sign_offs.copies.read(referral)

    # When a colleague's page looks, then it opens
    looks(team.desk(PRIYA))
    assert late.sign_offs.copies.read(referral).goes


@pytest.mark.parametrize("fault", ["none", "open", "away"])
def test_without_a_folder_both_are_told_why_and_what_to_do(tmp_path: Path, fault: str) -> None:
    # Given a team without a folder, one whose folder is open to everybody, or away
    team = Team(tmp_path, ("ther", "fgdm"), quick=True)
    team.has_folder = fault != "none"
    place = team.working_folder()
    team.working_folder = lambda: place  # type: ignore[method-assign] # nobody mends it
    if fault == "open":
        place.chmod(0o777)
    elif fault == "away":
        place.rmdir()

    # When a sign-off is asked for, then it waits, and the record says why there is no copy
    referral = asked(team)
    assert state(team) is State.TO_SIGN
    words = {"none": "No working folder", "open": "open to everybody", "away": "cannot be reached"}
    assert words[fault] in team.desk().hand_over.record(referral).lacks
    manager = team.desk(PRIYA)
    assert words[fault] in manager.sign_offs.tend(manager.hand_over).lacks
    assert not place.exists() or not list(place.rglob("*.json"))

    # and it can still be signed off by who has read it in another way
    manager.sign_offs.sign(referral)
    looks(team.desk())
    assert len(team.packets("ther")) == 1


def test_another_folder_takes_the_copy_along(team: Team) -> None:
    # Given a copy, and a sender who then chooses another folder
    referral = asked(team)
    old = team.copies()
    other = team.folder / "Another folder"
    other.mkdir(mode=0o700)
    team.working_folder = lambda: other  # type: ignore[method-assign] # the folder chosen now

    # When the page looks, then it lies in the new one alone
    looks(team.desk())
    assert team.desk().sign_offs.copies.there() == {referral}
    assert not any(each.exists() for each in old)


def test_nobody_decides_about_their_own(team: Team) -> None:
    # Given the sender at their own desk
    referral = asked(team)
    offs = team.desk().sign_offs

    # When they sign, ask or refuse, then that is refused
    with pytest.raises(LibrarianError, match="your own"):
        offs.sign(referral)
    with pytest.raises(LibrarianError, match="your own"):
        offs.send_back(referral, "Why?")
    with pytest.raises(LibrarianError, match="your own"):
        offs.refuse(referral, "No.")
    assert not team.packets("ther")


def test_what_was_refused_and_left_is_deleted_in_time(team: Team) -> None:
    # Given a referral that was refused, and that nobody took back
    referral = asked(team)
    team.desk(PRIYA).sign_offs.refuse(referral, "Not now.")

    # When it is purged long after, then what was answered is gone, and the words are
    team.clock.pass_by(91 * DAY)
    assert team.desk().follower.purge() == (referral,)
    assert not list((team.folder / "home" / "handed-over").glob("*.draft"))
    looks(team.desk())
    assert not team.copies()
